"""Loads, by being imported, all that a check may need: for the process that worker processes are forked from.

Kiwi is among it: half a second to read, half a second for its first sentence, and 300 MB, once instead of once a
worker. No log is opened here.
"""

from __future__ import annotations

import gc

import wonmun
import wonmun_monitor.checking
import wonmun_monitor.reading  # noqa: F401 - loaded for those who come after
from wonmun.language.kiwi import kiwi

_SENTENCES = "오늘 서울은 대체로 맑겠다. 시민들은 광장에서 열린 음악회를 즐겼다. "

wonmun.check(_SENTENCES * 3)
kiwi().analyze(_SENTENCES)
gc.collect()
