"""Genuine copies that are being fetched: each has a number under which the better answer can be had later."""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import structs

from wonmun_server.mapping import answer_of
from wonmun_server.wire import Source
from wonmun_server.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from wonmun.model import Page, Report
    from wonmun_server.mapping import Mapped
    from wonmun_server.wire import Answer

KEPT = 200
LIFETIME = 600.0
"""Seconds that an answer can be asked for."""
_AT_A_TIME = 4
_WAITING = 64
"""Fetches that may wait; past that a page gets only what is known at once."""
logger = logging.getLogger(__name__)


@dataclass(slots=True)
class _Entry:
    mapped: Mapped
    first: Answer
    better: Future[Report | None]
    ends: float


@dataclass(slots=True)
class Pending:
    """Fetches in threads of its own and keeps the answers for ten minutes."""

    clock: Callable[[], float] = time.monotonic
    _entries: OrderedDict[str, _Entry] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _workers: Workers = field(default_factory=lambda: Workers(_AT_A_TIME, "wonmun-genuine"))

    def begin(self, mapped: Mapped, report: Report, look: Callable[[Page], Report | None]) -> Answer:
        """Have `look` search for a better report; give the first answer, and in it where to ask again."""
        number = secrets.token_urlsafe(12)
        with self._lock:
            self._forget()
            waiting = sum(not entry.better.done() for entry in self._entries.values())
            if waiting >= _WAITING:
                return answer_of(report, mapped, Source())
            first = answer_of(report, mapped, Source(how="pending", id=number))
            better = self._workers.submit(lambda: look(mapped.page))
            self._entries[number] = _Entry(mapped, first, better, self.clock() + LIFETIME)
        return first

    def answer(self, number: str) -> Answer | None:
        """Give the best answer so far; None for a number that is unknown or too old."""
        with self._lock:
            self._forget()
            entry = self._entries.get(number)
        if entry is None:
            return None
        if not entry.better.done():
            return entry.first
        report = _result(entry.better)
        if report is None:
            return structs.replace(entry.first, source=Source())
        return answer_of(report, entry.mapped, Source(report.genuine_url, "fetched"))

    def _forget(self) -> None:
        now = self.clock()
        while self._entries and (len(self._entries) > KEPT or next(iter(self._entries.values())).ends < now):
            self._entries.popitem(last=False)


def _result(better: Future[Report | None]) -> Report | None:
    try:
        return better.result()
    except Exception:  # the rim of a background thread: the reader keeps the first answer
        logger.exception("a genuine copy could not be used")
        return None
