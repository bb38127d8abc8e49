"""The monitor as a whole: one round by hand, or for good beside a server."""

from __future__ import annotations

import asyncio
import logging
import threading
from typing import TYPE_CHECKING

from wonmun.settings import log_path
from wonmun_monitor.again import restore_due
from wonmun_monitor.alerts.outbox import send_due
from wonmun_monitor.clock import Clock, wall_clock
from wonmun_monitor.log.feeds import sync_feeds
from wonmun_monitor.log.pages import make_all_due
from wonmun_monitor.poll import poll_due
from wonmun_monitor.pump import Pump
from wonmun_monitor.sources import found_terms, removed_by_hand, wanted
from wonmun_monitor.tools import Counts, Tools, open_tools

if TYPE_CHECKING:
    from pathlib import Path

    from wonmun.settings import Settings

log = logging.getLogger("wonmun.monitor")


def run_once(
    settings: Settings,
    log: Path | str | None = None,
    *,
    everything: bool = False,
    clock: Clock = wall_clock,
) -> Counts:
    """Poll what is due, visit what is due, send what is due; wait for all of it.

    `everything` takes every feed, page and waiting alert as due. Raises `LogError` where the log cannot be
    used; what fails on the way is counted and noted in the log.
    """

    async def round_() -> Counts:
        async with open_tools(settings, log or log_path(settings), clock=clock) as tools:
            await prepare(tools)
            await one_round(tools, everything=everything)
            return tools.counts

    return asyncio.run(round_())


async def prepare(tools: Tools) -> None:
    """Take the configuration's sources over."""
    terms = found_terms(tools.reader.db) if tools.settings.searches else ()
    sources = wanted(tools.settings, terms)
    await tools.write(lambda opened: sync_feeds(opened, sources, tools.clock()))
    for url in removed_by_hand(tools.reader.db, sources):
        log.warning("%s: is configured, but somebody removed it: not polled until it is added again", url)


async def one_round(tools: Tools, *, everything: bool = False) -> None:
    """Do one full round."""
    if everything:
        await tools.write(lambda opened: make_all_due(opened, tools.clock()))
    await poll_due(tools, everything=everything)
    await Pump(tools).run()
    await restore_due(tools)
    await send_due(tools, everything=everything)


class Monitor:
    """The monitor in a thread of its own, beside whatever else the process does."""

    def __init__(self, settings: Settings, log: Path | str | None = None, *, clock: Clock = wall_clock) -> None:
        """`log` is the log's path; by default the configured one."""
        self.settings = settings
        self.path = log or log_path(settings)
        self._clock = clock
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping: asyncio.Event | None = None
        self._ready = threading.Event()
        self._error: BaseException | None = None

    @property
    def running(self) -> bool:
        """Whether it is at work."""
        return self._thread is not None and self._thread.is_alive()

    def start(self) -> None:
        """Begin; returns once it is at work. Raises `LogError` where the log cannot be used."""
        self._ready.clear()
        self._thread = threading.Thread(target=self._run, name="wonmun-monitor", daemon=True)
        self._thread.start()
        self._ready.wait()
        if self._error is not None:
            error, self._error = self._error, None
            raise error

    def stop(self, timeout: float = 5.0) -> None:
        """End within `timeout` seconds. Visits under way are dropped whole and made again next time."""
        if self._thread is None:
            return
        loop, stopping = self._loop, self._stopping
        if loop is not None and stopping is not None and not loop.is_closed():
            loop.call_soon_threadsafe(stopping.set)
        self._thread.join(timeout)

    def join(self) -> None:
        """Wait until it ends."""
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            asyncio.run(self._main())
        except Exception as error:  # noqa: BLE001 - the rim of a thread: told to whoever started it
            self._error = error
            log.error("the monitor ended: %s", error)  # noqa: TRY400 - one sentence
        finally:
            self._ready.set()

    async def _main(self) -> None:
        from wonmun_monitor.schedule import Schedule  # noqa: PLC0415 - one round needs no APScheduler

        self._loop = asyncio.get_running_loop()
        self._stopping = asyncio.Event()
        async with open_tools(self.settings, self.path, clock=self._clock) as tools:
            await prepare(tools)
            schedule = Schedule(tools)
            await schedule.begin()
            self._ready.set()
            try:
                await self._stopping.wait()
            finally:
                await schedule.end()
