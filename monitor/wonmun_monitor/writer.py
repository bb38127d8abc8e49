"""The one writer: a thread of its own that puts what is ready into the log, many jobs a transaction.

A job is all or nothing by itself: one that fails is taken back and told so, the others of its transaction stay.
A job that comes alone is written at once; while many come, each transaction waits for more of them as long as they go
on coming, for a quarter of a second at most: a commit costs as much as some visits, and leaves behind parts of the
full-text indexes that must be merged later and be looked through until then. A visit takes 2 ms alone, 1.1 among ten,
.8 among sixty.
"""

from __future__ import annotations

import queue
import sqlite3
import threading
import time
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

from wonmun.errors import LogError
from wonmun_monitor.log.connect import explain, open_log

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wonmun_monitor.log.connect import Log

T = TypeVar("T")
MOST = 128
"""Jobs in one transaction at most: readers see what is written within a second even under load."""
LINGER, BUSY = 0.03, 0.25
"""Seconds that a transaction waits for the next job, where the last one was less than so many seconds ago."""
LONGEST = 0.25
"""Seconds for which it is held open at most; and for which it waits where a crowd of jobs is known to come."""
CROWD = 8
_Job = tuple["Callable[[Log], Any]", "Future[Any]"]


class Writer:
    """Runs jobs on the log, in the order they come."""

    def __init__(self, path: Path | str) -> None:
        """Open the log; raises `LogError` as `open_log` does."""
        self.coming = 0
        """Jobs that are under way and will be put: their transaction may wait for them."""
        self._log = open_log(path)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="wonmun-writer", daemon=True)
        self._thread.start()

    def put(self, job: Callable[[Log], T]) -> Future[T]:
        """Have `job` run inside a transaction; its result, or a `LogError`, comes once that is on the disk."""
        future: Future[T] = Future()
        self._jobs.put((job, future))
        return future

    def close(self, timeout: float | None = None) -> None:
        """Finish what was put, then let go of the log."""
        self._jobs.put(None)
        self._thread.join(timeout)

    def _run(self) -> None:
        ended, last = False, 0.0
        while not ended:
            batch, ended = self._batch(busy=time.monotonic() - last < BUSY)
            if batch:
                self._write(batch)
                last = time.monotonic()
        self._log.close()

    def _batch(self, *, busy: bool) -> tuple[list[_Job], bool]:
        """Wait for a job, then a little for more, and longer in a crowd; say whether the end was among them."""
        batch: list[_Job] = []
        job = self._jobs.get()
        until = time.monotonic() + LONGEST
        while job is not None:
            batch.append(job)
            if len(batch) == MOST:
                return batch, False
            patience = LONGEST if self.coming >= CROWD else LINGER if busy else 0.0
            left = min(patience, until - time.monotonic())
            try:
                job = self._jobs.get(timeout=left) if left > 0 else self._jobs.get_nowait()
            except queue.Empty:
                return batch, False
        return batch, True

    def _write(self, batch: list[_Job]) -> None:
        done: list[tuple[Future[Any], Any]] = []
        try:
            with self._log.transaction() as db:
                for job, future in batch:
                    if not future.set_running_or_notify_cancel():
                        continue  # given up before its turn: nothing of it is written
                    try:
                        done.append((future, self._one(db, job)))
                    except Exception as error:
                        if not db.in_transaction:  # a full disk takes the whole transaction back
                            raise
                        future.set_exception(self._told(error))
        except Exception as error:  # noqa: BLE001 - the rim of a thread: told to whoever waits
            for _, future in batch:
                if not future.done():
                    future.set_exception(self._told(error))
            return
        for future, result in done:
            future.set_result(result)

    def _one(self, db: sqlite3.Connection, job: Callable[[Log], Any]) -> Any:
        db.execute("SAVEPOINT job")
        before = len(self._log.later)
        try:
            result = job(self._log)
        except BaseException:
            del self._log.later[before:]
            if db.in_transaction:
                db.execute("ROLLBACK TO job")
                db.execute("RELEASE job")
            raise
        db.execute("RELEASE job")
        return result

    def _told(self, error: Exception) -> Exception:
        if isinstance(error, sqlite3.Error) and not isinstance(error, LogError):
            return explain(error, self._log.path)
        return error
