"""Bodies → readings, away from the event loop: in threads while there is little to do, in processes else.

Every check opens the log for itself, only to read, and has a limit of time. What a body does to a worker process, by
malice or by a fault of ours, happens to the check of that body alone.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from wonmun.errors import WonmunError
from wonmun_monitor.hands import PATIENCE, Hands, LostError, NoProcessError, ProcessHand
from wonmun_monitor.parcel import Work, done, packed_work, reading_of

if TYPE_CHECKING:
    from pathlib import Path

    from wonmun_monitor.intents import Reading

log = logging.getLogger("wonmun.monitor")
BUSY, SEEN = 8, 24
"""So many checks waiting at once, after so many done, are worth the start of worker processes: some seconds."""
MANY = 200
"""So many bodies to come are worth it from the first."""
LARGE = 500_000
"""A body of so many bytes is checked in a process in any case: it would hold this one up for seconds."""
FULL = 50_000_000
"""Bytes of bodies that wait for their check, from which on no more should be fetched."""
_THREADS, _MOST = 2, 6
"""Worker processes at most: fetching, deciding and writing take this one 2.05 ms a page, a worker's check 16.6 (the
bench's pages, a busy machine), so that it could feed eight at the very most."""


def check_parcel(parcel: bytes) -> bytes:
    """Do a worker process's work."""
    from wonmun_monitor.reading import check_body  # noqa: PLC0415 - the worker's to load, not the monitor's

    return done(parcel, check_body)


class _ThreadHand:
    """Checks in this process."""

    def __init__(self) -> None:
        from wonmun_monitor.reading import check_body, forget  # noqa: PLC0415 - the engine, where no process has it

        self._check, self._forget = check_body, forget

    def work(self, piece: Work) -> Reading:
        """Check one body."""
        return self._check(piece)

    def rest(self) -> None:
        """Let go of the log."""
        self._forget()


class Checker:
    """Checks bodies without holding the event loop up. Close it when done."""

    def __init__(self, path: Path | str, *, processes: int | None = None, patience: float = PATIENCE) -> None:
        """Take at most `processes` worker processes when there is much to do: None: one a processor, 0: none.

        `patience` is the longest that one check may take, in seconds.
        """
        self._log = str(path)
        self._most = min(os.cpu_count() or 1, _MOST) if processes is None else processes
        self._patience = patience
        self._threads = Hands(_ThreadHand)
        self._processes = Hands(self._process)
        self._room = asyncio.Semaphore(_THREADS)
        self._waiting = self._done = self._held = 0

    @property
    def full(self) -> bool:
        """Whether so much waits that no more should be fetched."""
        return self._held >= FULL

    async def check(self, url: str, body: bytes, content_type: str) -> Reading:
        """Read and check a body. Raises `WonmunError` where that cannot be done."""
        self._waiting += 1
        self._held += len(body)
        try:
            return await self._checked(Work(self._log, url, body, content_type))
        except LostError as error:
            raise WonmunError(f"{url}: {error}; the page is left out until its next visit") from error
        except sqlite3.Error as error:
            raise WonmunError(f"{url}: the log could not be asked ({error})") from error
        finally:
            self._waiting -= 1
            self._held -= len(body)
            self._done += 1

    def expect(self, bodies: int) -> None:
        """Get the worker processes ready where so many bodies are to come that they are worth it."""
        if bodies >= MANY:
            self._processes.want(self._most)

    async def _checked(self, work: Work) -> Reading:
        if self._waiting >= BUSY and self._done >= SEEN:
            self._processes.want(self._most)
        elif len(work.body) >= LARGE:
            self._processes.want(min(self._most, 1))
        if self._most and (len(work.body) >= LARGE or len(self._processes) >= self._most):
            try:
                return reading_of(await asyncio.wrap_future(self._processes.put(packed_work(work))))
            except NoProcessError as error:
                log.warning("%s; checks go on in threads", error)
                self._most = 0
        return await self._in_thread(work)

    async def _in_thread(self, work: Work) -> Reading:
        async with self._room:
            self._threads.want(_THREADS)
            threads = self._threads
            try:
                async with asyncio.timeout(self._patience):
                    reading: Reading = await asyncio.wrap_future(threads.put(work))
            except TimeoutError as error:
                if threads is self._threads:  # a thread of them may never be free again
                    self._threads = Hands(_ThreadHand)
                    threads.close()
                raise LostError(f"checking it takes longer than {self._patience:g} s") from error
            return reading

    def _process(self) -> ProcessHand:
        hand = ProcessHand(check_parcel, load=("wonmun_monitor.loaded",), patience=self._patience)
        with suppress(NoProcessError):  # told to the first piece of work
            hand.begin()
        return hand

    def close(self) -> None:
        """Let the workers go; what they were at is dropped."""
        self._threads.close()
        self._processes.close()
