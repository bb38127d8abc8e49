"""How many requests a client may make: a bucket each, refilled evenly."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_CLIENTS = 4096
"""Buckets kept; past that the one longest unused goes, so that made-up clients cannot fill the memory."""


@dataclass(slots=True)
class Rate:
    """Token buckets by client. A full bucket holds one minute's requests, so that a burst passes."""

    clock: Callable[[], float] = time.monotonic
    _buckets: dict[str, tuple[float, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, client: str, a_minute: int) -> float:
        """Count one request; 0.0 where it may pass, else the seconds until the next one may."""
        with self._lock:
            now = self.clock()
            left, since = self._buckets.pop(client, (float(a_minute), now))
            left = min(float(a_minute), left + (now - since) * a_minute / 60)
            while len(self._buckets) >= _CLIENTS:
                del self._buckets[next(iter(self._buckets))]
            if left < 1:
                self._buckets[client] = (left, now)
                return (1 - left) * 60 / a_minute
            self._buckets[client] = (left - 1, now)
            return 0.0
