"""What the log refuses is said when it begins and when it is over, not once a page: a full disk refuses all of them.

Nor is every page fetched for nothing, again each minute: while the log refuses everything nothing is asked for, then
one page to see whether it takes it, and twice as many after each that it took.
"""

from __future__ import annotations

import logging
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from wonmun.errors import LogError

log = logging.getLogger("wonmun.monitor")
CALM = 60.0
"""Seconds without a refusal before it is over: on a full disk what is small is still written now and then."""
_REFUSED = 8
"""Refusals with nothing taken in between, from which on it is no fault of single pages."""
LONGEST = 600.0
"""Seconds for which nothing is asked for, at most; the first time `CALM`, then twice as long each time."""
ALL, _MANY = sys.maxsize, 1024
"""Room where there is no trouble; and after how much of it there is none any more."""


class Trouble:
    """Whether the log takes what is written, as those who write it meet it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._said: set[str] = set()
        self._refused = 0
        self._last = self._until = 0.0
        self._streak = 0
        self._pause, self._room = CALM, ALL

    @property
    def room(self) -> int:
        """How many pages and feeds may be asked for at once."""
        return 0 if self._room < ALL and self._clock() < self._until else self._room

    def met(self, error: LogError) -> None:
        """Note that the log refused something: an error the first time, for those who look for details after that."""
        sentence = str(error)
        log.log(logging.DEBUG if sentence in self._said else logging.ERROR, "%s", sentence)
        self._said.add(sentence)
        self._refused += 1
        self._last = self._clock()
        self._streak += 1
        if self.room and (self._streak >= _REFUSED or self._room < ALL):
            log.info(
                "nothing is asked for until the log takes something again; the next page goes in %.0f s", self._pause
            )
            self._until, self._room = self._last + self._pause, 1
            self._pause = min(2 * self._pause, LONGEST)

    def passed(self) -> None:
        """Note that the log took something."""
        self._streak = 0
        if self.room < ALL:
            self._room = max(self._room, 2 * self.room)
            if self._room >= _MANY:
                self._pause, self._room = CALM, ALL
        if self._said and self._clock() - self._last >= CALM:
            log.warning("the log takes everything again; what it refused %d times is done anew", self._refused)
            self._said.clear()
            self._refused = 0
