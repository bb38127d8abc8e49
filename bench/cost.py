"""What a call costs in a process of its own: processor time, time by the clock, memory."""

from __future__ import annotations

import os
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from loguru import logger

from wonmun.corpus.folder import peak_memory

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Cost:
    """What a call took."""

    processor: float
    """Seconds, of the process and of those it has waited for."""
    clock: float
    memory: float
    """Megabytes: the most that the process, or the largest worker, held."""
    told: dict[str, Any]


def measure(work: Callable[..., dict[str, Any] | None], *told: Any) -> Cost:
    """Call in a fresh process."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_measured, work, told).result()


def _measured(work: Callable[..., dict[str, Any] | None], given: tuple[Any, ...]) -> Cost:
    logger.remove()
    before, clock = sum(os.times()[:4]), time.perf_counter()
    with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stderr(nowhere):  # noqa: PTH123 - no path
        told = work(*given) or {}
    clock = time.perf_counter() - clock
    return Cost(sum(os.times()[:4]) - before, clock, (told.get("peak_memory_bytes") or peak_memory() or 0) / 1e6, told)
