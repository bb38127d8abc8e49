"""Bodies → readings, away from the event loop: in a thread while there is little to do, in processes else.

A worker opens the log for itself, only to read. It ends with the program that started it, however that ends.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import multiprocessing
import os
import signal
import sqlite3
import threading
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

import wonmun
from wonmun.errors import WonmunError
from wonmun.page.parse import parse_page
from wonmun_monitor.intents import Reading
from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.index import LogMemory, article_text, article_words
from wonmun_monitor.log.terms import terms

if TYPE_CHECKING:
    from pathlib import Path

    from wonmun.model import Page, Report
    from wonmun_monitor.log.connect import Log

log = logging.getLogger("wonmun.monitor")
BUSY, SEEN = 8, 24
"""So many checks waiting at once, after so many done, are worth the start of worker processes: some seconds."""
MANY = 200
"""So many bodies to come are worth it from the first."""
_local = threading.local()


@dataclass(frozen=True, slots=True)
class Work:
    """One body to be read and checked."""

    log: str
    """Path of the log that serves as memory; "" for none."""
    url: str
    body: bytes
    content_type: str


def check_body(work: Work) -> Reading:
    """Parse and check one body. Raises `InputError` where it is no page that can be read."""
    page = parse_page(work.body, url=work.url, content_type=work.content_type)
    return read_page(page, wonmun.check(page, _memory(work.log)))


def read_page(page: Page, report: Report) -> Reading:
    """Add to a checked page what the log's index needs."""
    article = article_text(page)
    told = f"{page.title}\n{article}" if report.verdict == "clean" else page.text
    digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()[:16]
    return Reading(page, report, digest, article_words(article), tuple(terms(page.text)))


def _memory(path: str) -> LogMemory | None:
    if not path:
        return None
    kept: tuple[str, LogMemory] | None = getattr(_local, "memory", None)
    if kept is None or kept[0] != path:
        opened = open_log(path, create=False, write=False)
        getattr(_local, "opened", []).append(opened)
        kept = (path, LogMemory(opened))
        _local.memory = kept
    return kept[1]


def _submitted(executor: Executor, work: Work) -> asyncio.Future[Reading]:
    """Hand work on. A pool that breaks while it starts a worker says so as a failed start: it is broken, too."""
    try:
        return asyncio.get_running_loop().run_in_executor(executor, check_body, work)
    except (OSError, ValueError) as error:
        raise BrokenExecutor(str(error)) from error


class Checker:
    """Checks bodies without holding the event loop up. Close it when done."""

    def __init__(self, path: Path | str, *, processes: int | None = None) -> None:
        """Take at most `processes` worker processes when there is much to do: None: one a processor, 0: none."""
        self._log = str(path)
        self._processes = min(os.cpu_count() or 1, 4) if processes is None else processes
        self._opened: list[Log] = []
        self._threads = ThreadPoolExecutor(
            2, thread_name_prefix="wonmun-check", initializer=_begin_thread, initargs=(self._opened,)
        )
        self._pool: ProcessPoolExecutor | None = None
        self._waiting = self._done = 0

    async def check(self, url: str, body: bytes, content_type: str) -> Reading:
        """Read and check a body. Raises `WonmunError` where that cannot be done."""
        self._waiting += 1
        try:
            return await self._run(Work(self._log, url, body, content_type))
        except sqlite3.Error as error:
            raise WonmunError(f"{url}: the log could not be asked ({error})") from error
        finally:
            self._waiting -= 1
            self._done += 1

    async def _run(self, work: Work) -> Reading:
        loop, executor = asyncio.get_running_loop(), self._executor()
        try:
            return await _submitted(executor, work)
        except BrokenExecutor:  # a worker was killed, perhaps for want of memory: the rest goes on in threads
            log.warning("a worker process died; checks go on in threads")
            if self._pool is executor:
                self._pool, self._processes = None, 0
            return await loop.run_in_executor(self._threads, check_body, work)

    def expect(self, bodies: int) -> None:
        """Get the worker processes ready where so many bodies are to come that they are worth it."""
        if bodies >= MANY:
            self._start_processes()

    def _executor(self) -> Executor:
        if self._waiting >= BUSY and self._done >= SEEN:
            self._start_processes()
        return self._pool or self._threads

    def _start_processes(self) -> None:
        if self._pool is None and self._processes > 1:
            self._pool = ProcessPoolExecutor(
                self._processes, mp_context=multiprocessing.get_context("spawn"), initializer=_begin_worker
            )

    def close(self) -> None:
        """Let the workers go; what they were at is dropped."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)
        if not self._waiting:
            for opened in self._opened:
                opened.close()


def _begin_thread(opened: list[Log]) -> None:
    """Note the logs that this thread opens where they can be closed."""
    _local.opened = opened


def _begin_worker() -> None:
    """Leave Ctrl-C to the program that started us, and end when it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
