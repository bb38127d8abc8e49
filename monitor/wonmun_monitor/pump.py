"""Visiting what is due: as many pages asked for at once as allowed, no host waiting for another, trusted pages first.

A page that has come gives its seat to the next one while it is checked and written: neither waits for the other.
A page that copies another can only be compared once that one is in the log, so pages of trusted feeds that are
due go before all others, for a minute at most.
"""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from typing import TYPE_CHECKING

from wonmun.errors import LogError
from wonmun_monitor.log.pages import due_pages
from wonmun_monitor.polite import Hosts
from wonmun_monitor.visit import visit

if TYPE_CHECKING:
    from wonmun_monitor.intents import PageState
    from wonmun_monitor.tools import Tools

WINDOW = 1000
"""Due pages looked at in the log at a time."""
HOST_SHARE = 50
"""Pages of one host taken at a time, so that a big one leaves room for the others."""
HEAD_START = 60.0
"""Seconds for which the others wait for pages of trusted feeds."""
AHEAD = 16
"""So many times as many pages may be under way as are asked for at once: come, and waiting for their check."""
PAUSE = 0.5
"""Seconds between two looks into the log, while visits are under way."""
REST = 60.0
"""Seconds for which a page whose visit could not be written is left alone."""


class Pump:
    """Visits due pages until none is left. One at a time in a process."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._hosts = Hosts(tools)
        self._waiting: deque[PageState] = deque()
        self._active: dict[asyncio.Task[None], PageState] = {}
        self._trusted = 0
        """How many of these are of trusted feeds."""
        self._asking: dict[int, PageState] = {}
        """Those of them whose page has not come yet."""
        self._ended: list[asyncio.Task[None]] = []
        """Visits that are over and not looked at yet."""
        self._moved = asyncio.Event()
        self._taken: dict[int, str] = {}
        """Pages that wait here or are being visited, with their hosts."""
        self._resting: dict[int, float] = {}
        """Pages to be left alone until then, by the loop's clock."""
        self._began = self._next_look = 0.0

    async def run(self) -> None:
        """Visit all that is due, what becomes due meanwhile included. Ends early when the log refuses everything."""
        loop = asyncio.get_running_loop()
        self._began = loop.time()
        try:
            while True:
                self._fill(loop.time())
                self._start(loop.time())
                self._tools.writer.coming = len(self._active)
                if not self._active:
                    return
                await self._moved.wait()
                self._moved.clear()
                self._collect(loop.time())
        finally:
            for task in self._active:
                task.cancel()
            await asyncio.gather(*self._active, return_exceptions=True)
            self._active.clear()
            self._trusted = 0
            self._tools.writer.coming = 0
            self._ended.clear()
            self._asking.clear()
            self._waiting.clear()
            self._taken.clear()

    def _fill(self, now: float) -> None:
        """Take more due pages in, where few are left; trusted ones first."""
        if len(self._waiting) >= self._tools.settings.monitor.concurrency or (self._active and now < self._next_look):
            return
        self._next_look = now + PAUSE
        self._resting = {n: until for n, until in self._resting.items() if until > now}
        fresh = self._due(())
        if len(fresh) < self._tools.settings.monitor.concurrency:
            # hosts with many pages due, and pauses between them, must not hide the others
            fresh += self._due(tuple(h for h, n in self._shares().items() if n >= HOST_SHARE)[:100])
        self._tools.checker.expect(len(fresh))
        self._waiting = deque(sorted((*self._waiting, *fresh), key=lambda p: not p.trusted))

    def _due(self, without: tuple[str, ...]) -> list[PageState]:
        """Take due pages that are not at hand yet, at most a share of each host."""
        shares = self._shares()
        fresh: list[PageState] = []
        known = self._taken.keys() | self._resting.keys()
        for page in due_pages(self._tools.reader.db, self._tools.clock(), limit=WINDOW, without=without, known=known):
            if shares[page.host] < HOST_SHARE or self._hosts.of(page.host).delay == 0:
                shares[page.host] += 1
                self._taken[page.id] = page.host
                fresh.append(page)
        return fresh

    def _shares(self) -> Counter[str]:
        return Counter(self._taken.values())

    def _start(self, now: float) -> None:
        """Begin visits: at most so many at once, a page only where its host has room."""
        monitor = self._tools.settings.monitor
        busy = Counter(page.host for page in self._asking.values())
        first = now - self._began < HEAD_START and self._trusted > 0
        held: list[PageState] = []
        while self._waiting and self._room():
            page = self._waiting.popleft()
            if page.trusted:
                first = first or now - self._began < HEAD_START
            room = monitor.per_host if self._hosts.of(page.host).delay else monitor.concurrency
            if busy[page.host] >= room or (first and not page.trusted):
                held.append(page)
                continue
            busy[page.host] += 1
            self._begin(page)
        self._waiting.extendleft(reversed(held))

    def _room(self) -> bool:
        """Say whether another page may be asked for."""
        most = self._tools.settings.monitor.concurrency
        under_way = min(most * AHEAD, self._tools.trouble.room)
        return len(self._asking) < most and len(self._active) < under_way and not self._tools.checker.full

    def _begin(self, page: PageState) -> None:
        def come() -> None:
            self._asking.pop(page.id, None)
            self._moved.set()

        def end(task: asyncio.Task[None]) -> None:
            self._ended.append(task)
            come()

        self._asking[page.id] = page
        task = asyncio.create_task(visit(self._tools, self._hosts, page, come))
        self._active[task] = page
        self._trusted += page.trusted
        task.add_done_callback(end)

    def _collect(self, now: float) -> None:
        ended, self._ended = self._ended, []
        for task in ended:
            page = self._active.pop(task)
            self._trusted -= page.trusted
            self._taken.pop(page.id, None)
            error = task.exception()
            if error is None:
                continue
            self._resting[page.id] = now + REST
            self._tools.counts.errors += 1
            if not isinstance(error, LogError):
                raise error
            self._tools.trouble.met(error)
