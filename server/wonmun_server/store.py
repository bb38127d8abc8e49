"""The log as the server uses it: a connection for reading in each thread, and one writer for all of them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

from wonmun_monitor.log.connect import Log, open_log
from wonmun_monitor.log.index import LogMemory
from wonmun_monitor.trouble import Trouble
from wonmun_monitor.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

T = TypeVar("T")


class Store:
    """Opens the log at `path`, making it where it is not there. Raises `LogError` as `open_log` does."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trouble = Trouble()
        self._writer = Writer(path)
        self._mine = threading.local()
        self._all: list[Log] = []
        self._lock = threading.Lock()

    @property
    def log(self) -> Log:
        """The calling thread's connection, for questions: it writes nothing."""
        log: Log | None = getattr(self._mine, "log", None)
        if log is None:
            log = open_log(self.path, write=False)
            self._mine.log = log
            with self._lock:
                self._all.append(log)
        return log

    def memory(self) -> LogMemory:
        """The log as what is known beyond a page, for the calling thread."""
        return LogMemory(self.log)

    def put(self, job: Callable[[Log], T]) -> Future[T]:
        """Have `job` write, all or nothing, without waiting for it."""
        return self._writer.put(job)

    def write(self, job: Callable[[Log], T]) -> T:
        """Have `job` write, all or nothing; wait until it is on the disk. Raises `LogError`."""
        return self._writer.put(job).result()

    def close(self) -> None:
        """Finish what was put and close every connection; call it once no request is running."""
        self._writer.close(_PATIENCE)
        with self._lock:
            for log in self._all:
                log.close()
            self._all.clear()
        self._mine = threading.local()


_PATIENCE = 1.0
"""Seconds that the last writes get when the server ends."""
