"""When what happens: APScheduler, nowhere else.

Its triggers go by the wall clock: after a backward step it would run nothing for the length of the step. A watch by
the monotonic clock sees each step, moves what was planned, and has every job run at once.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from wonmun.errors import LogError, WonmunError
from wonmun_monitor.again import restore_due
from wonmun_monitor.alerts.outbox import send_due
from wonmun_monitor.log.clockwork import SEEN, note, noted, shift_plans
from wonmun_monitor.poll import poll_due
from wonmun_monitor.pump import Pump
from wonmun_monitor.upkeep import refresh_searches, thin_when_due

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from wonmun_monitor.tools import Tools

log = logging.getLogger("wonmun.monitor")
TICK = 2.0
"""Seconds between two looks at what is due; each is a question answered by an index."""
STEP = 30.0
"""A clock that moves by more than so many seconds has been set."""
_SEARCHES = 3600.0
_SEEN = 60.0
_UPKEEP = 600.0
"""How often to look whether the log is to be thinned; when it was is in the log, whatever ran since."""


class Schedule:
    """The jobs of a running monitor."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._pump = Pump(tools)
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._busy: set[asyncio.Task[Any]] = set()
        self._watch: asyncio.Task[None] | None = None
        self._failed: dict[str, str] = {}
        """Each job's last failure that nobody foresaw, told once: a job comes round every two seconds."""

    async def begin(self) -> None:
        """Plan everything and begin at once."""
        await self._mend_after_rest()
        self._add("poll", TICK, lambda: poll_due(self._tools))
        self._add("visit", TICK, self._pump.run)
        self._add("restore", TICK, lambda: restore_due(self._tools))
        self._add("send", TICK, lambda: send_due(self._tools))
        self._add("searches", _SEARCHES, lambda: refresh_searches(self._tools))
        self._add("thin", min(float(self._tools.settings.log.thin.every), _UPKEEP), lambda: thin_when_due(self._tools))
        self._add("seen", _SEEN, self._note_seen)
        self._scheduler.start()
        self._watch = asyncio.create_task(self._watch_clock())

    async def end(self) -> None:
        """Drop what is under way; nothing half done stays."""
        self._scheduler.shutdown(wait=False)
        tasks = [*self._busy, *([self._watch] if self._watch else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        with suppress(WonmunError):
            await self._note_seen()

    def _add(self, name: str, seconds: float, job: Callable[[], Awaitable[object]]) -> None:
        running = False

        async def run() -> None:
            nonlocal running
            if running:  # the last one is still at it; APScheduler would warn at every tick
                return
            running = True
            task = asyncio.ensure_future(self._guarded(name, job))
            self._busy.add(task)
            task.add_done_callback(self._busy.discard)

            def done(_: object) -> None:
                nonlocal running
                running = False

            task.add_done_callback(done)

        begin = datetime.now(UTC)
        self._scheduler.add_job(
            run,
            "interval",
            seconds=seconds,
            id=name,
            misfire_grace_time=None,
            coalesce=True,
            next_run_time=begin,
        )

    async def _guarded(self, name: str, job: Callable[[], Awaitable[object]]) -> None:
        try:
            await job()
        except LogError as error:
            self._tools.trouble.met(error)
        except WonmunError as error:
            log.error("%s: %s", name, error)  # noqa: TRY400 - one sentence says all of it
        except Exception as error:  # the rim of a job: the next turn comes in any case
            again = self._failed.get(name) == repr(error)
            self._failed[name] = repr(error)
            log.log(logging.DEBUG if again else logging.ERROR, "%s failed", name, exc_info=True)

    async def _watch_clock(self) -> None:
        loop = asyncio.get_running_loop()
        ahead = self._tools.clock() - loop.time()
        while True:
            await asyncio.sleep(1)
            now_ahead = self._tools.clock() - loop.time()
            step, ahead = now_ahead - ahead, now_ahead
            if abs(step) > STEP:
                log.warning("the clock was set by %+.0f s; plans move with it", step)
                with suppress(WonmunError):
                    await self._move_plans(step)

    async def _move_plans(self, step: float) -> None:
        if step < 0:
            await self._tools.write(lambda opened: shift_plans(opened, step, self._tools.clock()))
        for job in self._scheduler.get_jobs():
            job.modify(next_run_time=datetime.fromtimestamp(self._tools.clock(), UTC))
        self._scheduler.wakeup()

    async def _mend_after_rest(self) -> None:
        """Move plans that were made by a clock that has been set back since the last run."""
        now = self._tools.clock()
        seen = noted(self._tools.reader.db, SEEN)
        if seen is not None and now < seen - STEP:
            await self._tools.write(lambda opened: shift_plans(opened, now - seen, now))

    async def _note_seen(self) -> None:
        now = self._tools.clock()
        await self._tools.write(lambda opened: note(opened, SEEN, now))
