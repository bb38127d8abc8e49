"""What one run of the monitor works with, made and closed in one place."""

from __future__ import annotations

import asyncio
import random
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from wonmun import __version__
from wonmun.net.client import Client
from wonmun.net.response import Limits
from wonmun_monitor.aside import DaemonThreads
from wonmun_monitor.checking import Checker
from wonmun_monitor.clock import Clock, wall_clock
from wonmun_monitor.intents import Turn
from wonmun_monitor.log.connect import Log, open_log
from wonmun_monitor.trouble import Trouble
from wonmun_monitor.writer import Writer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from wonmun.settings import Settings

T = TypeVar("T")


@dataclass(slots=True)
class Counts:
    """What a round did."""

    feeds: int = 0
    pages: int = 0
    findings: int = 0
    alerts: int = 0
    errors: int = 0


@dataclass(slots=True)
class Tools:
    """Settings, clock, the door out, the checker and both ways to the log."""

    settings: Settings
    clock: Clock
    client: Client
    checker: Checker
    writer: Writer
    reader: Log
    """Only read, only from the event loop, only questions answered by an index."""
    chance: random.Random = field(default_factory=random.SystemRandom)
    counts: Counts = field(default_factory=Counts)
    trouble: Trouble = field(default_factory=Trouble)

    async def write(self, job: Callable[[Log], T]) -> T:
        """Have the writer run `job`; wait until it is on the disk. Raises `LogError`."""
        result = await asyncio.wrap_future(self.writer.put(job))
        self.trouble.passed()
        return result

    def turn(self) -> Turn:
        """Give what deciding may know at this moment."""
        return Turn(self.settings, self.clock(), self.chance.random())


@asynccontextmanager
async def open_tools(
    settings: Settings, log: Path | str, *, clock: Clock = wall_clock, processes: int | None = None
) -> AsyncIterator[Tools]:
    """Open everything, and close it whatever happens. Raises `LogError` where the log cannot be used."""
    asyncio.get_running_loop().set_default_executor(DaemonThreads(1))
    monitor = settings.monitor
    writer = Writer(log)
    try:
        reader = open_log(log, write=False)
        checker = Checker(log, processes=processes)
        try:
            async with Client(
                limits=Limits(float(monitor.timeout), int(monitor.max_bytes)),
                allow_private=monitor.allow_private,
                user_agent=monitor.user_agent.replace("{version}", __version__),
                connections=monitor.concurrency * 2,
                per_host=monitor.concurrency,
            ) as client:
                yield Tools(settings, clock, client, checker, writer, reader)
        finally:
            checker.close()
            reader.close()
    finally:
        await asyncio.to_thread(writer.close)
