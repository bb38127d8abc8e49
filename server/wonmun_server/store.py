"""The log as the server uses it: one connection a thread, closed with the server."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from wonmun_monitor.log.connect import Log, open_log

if TYPE_CHECKING:
    from pathlib import Path


class Store:
    """Hands each thread its own connection to one log."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._mine = threading.local()
        self._all: list[Log] = []
        self._lock = threading.Lock()

    def log(self) -> Log:
        """Return the calling thread's connection. Raises `LogError` where the log cannot be used."""
        log: Log | None = getattr(self._mine, "log", None)
        if log is None:
            log = open_log(self.path)
            self._mine.log = log
            with self._lock:
                self._all.append(log)
        return log

    def close(self) -> None:
        """Close every thread's connection; call it once no request is running."""
        with self._lock:
            for log in self._all:
                log.close()
            self._all.clear()
        self._mine = threading.local()
