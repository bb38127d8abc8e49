"""How a host is treated: few requests at a time, a pause between two, robots.txt, and waiting when it asks to."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from wonmun.errors import FetchError
from wonmun.net.response import Limits
from wonmun.net.robots import judge_robots
from wonmun_monitor.log.pages import HostRow, host_row, keep_robots

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from wonmun_monitor.tools import Tools

ROBOTS_AGE = 86_400
"""Seconds for which a robots.txt counts."""
ROBOTS_BYTES = 512_000
LONGEST_DELAY = 60.0
"""No Crawl-delay makes us slower than this, in seconds."""


class Host:
    """One host in this run."""

    def __init__(self, name: str, at_once: int, delay: float) -> None:
        self.name = name
        self.slots = asyncio.Semaphore(at_once)
        self.delay = delay
        self.free_at = 0.0
        """By the loop's clock: when the next request may begin."""
        self.robots = asyncio.Lock()
        self.known: HostRow | None = None


class Hosts:
    """Every host in this run."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._hosts: dict[str, Host] = {}
        self._private = frozenset(tools.settings.monitor.allow_private)

    def of(self, name: str) -> Host:
        """Give the host of that name. Those that the user allowed to be private need no pause."""
        host = self._hosts.get(name)
        if host is None:
            monitor = self._tools.settings.monitor
            mine = name in self._private
            at_once = monitor.concurrency if mine else monitor.per_host
            host = self._hosts[name] = Host(name, at_once, 0.0 if mine else float(monitor.delay))
        return host

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[Host]:
        """Wait for a turn with a host: a free place, and the pause since the last request."""
        host = self.of(name)
        async with host.slots:
            loop = asyncio.get_running_loop()
            begin = max(host.free_at, loop.time())
            host.free_at = begin + host.delay
            if begin > loop.time():
                await asyncio.sleep(begin - loop.time())
            yield host

    async def allowed(self, scheme: str, name: str, url: str) -> None:
        """Raise `FetchError` of kind "robots" where the host's robots.txt forbids the address to us."""
        if self._tools.settings.monitor.robots == "ignore":
            return
        host = self.of(name)
        async with host.robots:
            now = self._tools.clock()
            known = host.known or host_row(self._tools.reader.db, name)
            if known.robots_at is None or not now - ROBOTS_AGE < known.robots_at <= now:
                known = await self._ask(scheme, name, now)
            host.known = known
        judged = judge_robots(known.robots, url, "wonmun")
        if judged.delay is not None and name not in self._private:
            host.delay = max(host.delay, min(judged.delay, LONGEST_DELAY))
        if not judged.allowed:
            raise FetchError(
                f"{url}: robots.txt forbids it ({judged.line}); monitor.robots says whether that counts",
                url=url,
                kind="robots",
            )

    async def _ask(self, scheme: str, name: str, now: float) -> HostRow:
        """Fetch a robots.txt. 4xx: everything is allowed; no answer or 5xx: ask again with the next page."""
        limits = Limits(self._tools.settings.monitor.timeout, ROBOTS_BYTES, truncate=True, text_only=False)
        text, status = "", 0
        try:
            got = await self._tools.client.fetch(f"{scheme}://{name}/robots.txt", limits=limits)
            text, status = got.body.decode("utf-8", "replace"), got.status
        except FetchError as error:
            status = error.status or 0
            if not 400 <= status < 500:
                return HostRow()
        await self._tools.write(lambda log: keep_robots(log, name, text, status, now))
        return HostRow(text, now, 0)
