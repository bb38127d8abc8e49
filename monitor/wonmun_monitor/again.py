"""Restoring injected pages again from what the log holds, when their genuine copy has come; nothing is fetched."""

from __future__ import annotations

import asyncio
import logging
import zlib
from typing import TYPE_CHECKING

import msgspec

from wonmun.errors import LogError, WonmunError
from wonmun_monitor.better import better
from wonmun_monitor.log.again import Waiting, apply_better, due_again
from wonmun_monitor.log.pages import add_page

if TYPE_CHECKING:
    from wonmun_monitor.intents import Reading
    from wonmun_monitor.log.connect import Log
    from wonmun_monitor.tools import Tools

log = logging.getLogger("wonmun.monitor")
_AT_A_TIME = 16


async def restore_due(tools: Tools) -> None:
    """Restore all pages that are due, those first that have been for longest.

    Raises `LogError` where that cannot be written; they stay due then.
    """
    while waiting := due_again(tools.reader.db, tools.clock(), _AT_A_TIME):
        await asyncio.gather(*(_restore(tools, one) for one in waiting))


async def _restore(tools: Tools, waiting: Waiting) -> None:
    reading = await _reading(tools, waiting)
    now = tools.clock()
    found = better(reading, waiting.tries + 1, now) if reading else None

    def job(opened: Log) -> None:
        apply_better(opened, waiting, found)
        if waiting.body is None or (reading is not None and found is None):
            add_page(opened, waiting.url, now)

    await tools.write(job)


async def _reading(tools: Tools, waiting: Waiting) -> Reading | None:
    """Check a page as it came; None where only a reader's browser has seen it, or the check fails."""
    if waiting.body is None:
        return None
    try:
        return await tools.checker.check(waiting.url, zlib.decompress(waiting.body), _type(waiting.headers))
    except LogError:
        raise
    except WonmunError as error:
        log.info("%s", error)
        return None


def _type(headers: str) -> str:
    told = msgspec.json.decode(headers, type=list[tuple[str, str]])
    return next((value for name, value in told if name.lower() == "content-type"), "")
