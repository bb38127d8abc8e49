"""What the log refuses is said when it begins and when it is over, not once a page: a full disk refuses all of them."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from wonmun.errors import LogError

log = logging.getLogger("wonmun.monitor")
CALM = 60.0
"""Seconds without a refusal before it is over: on a full disk what is small is still written now and then."""


class Trouble:
    """Whether the log takes what is written, as those who write it meet it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._said: set[str] = set()
        self._refused = 0
        self._last = 0.0

    def met(self, error: LogError) -> None:
        """Note that the log refused something: an error the first time, for those who look for details after that."""
        sentence = str(error)
        log.log(logging.DEBUG if sentence in self._said else logging.ERROR, "%s", sentence)
        self._said.add(sentence)
        self._refused += 1
        self._last = self._clock()

    def passed(self) -> None:
        """Note that the log took something."""
        if self._said and self._clock() - self._last >= CALM:
            log.warning("the log takes everything again; what it refused %d times is done anew", self._refused)
            self._said.clear()
            self._refused = 0
