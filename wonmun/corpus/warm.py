"""Imported by the process that workers are forked from: loads what every check needs, once for all of them.

Ctrl-C is left to the command, which ends its workers; `start` holds it back until this is imported.
"""

from __future__ import annotations

import signal

from wonmun.recipe import check

signal.signal(signal.SIGINT, signal.SIG_IGN)

_DOUBTFUL = "시청 앞에서 대박 놀이가 열렸다. 시민 대박 놀이를 보러 온 사람은 대박 놀이장에서 놀았다. "
"""Read for fluency, for which a model must be loaded."""

check(_DOUBTFUL * 3)
