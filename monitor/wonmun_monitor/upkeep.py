"""What is done now and then: thinning the log, and new terms for the searches."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING

from wonmun_monitor.log.clockwork import THINNED, note, noted
from wonmun_monitor.log.feeds import sync_feeds
from wonmun_monitor.log.thin import Thinned, optimize, thin_batch
from wonmun_monitor.sources import found_terms, wanted

if TYPE_CHECKING:
    from wonmun_monitor.log.connect import Log
    from wonmun_monitor.tools import Tools

log = logging.getLogger("wonmun.monitor")
PAUSE = 0.05
"""Seconds between two batches, for everybody else who writes."""


async def thin_when_due(tools: Tools) -> None:
    """Thin the log where that was last done longer ago than `log.thin.every`."""
    last = noted(tools.reader.db, THINNED)
    now = tools.clock()
    if last is not None and last <= now < last + float(tools.settings.log.thin.every):
        return
    await thin_log(tools)
    await tools.write(lambda opened: note(opened, THINNED, now))


async def thin_log(tools: Tools) -> tuple[int, int]:
    """Thin the whole log; give how many texts and visits went."""
    older_than = tools.clock() - float(tools.settings.log.thin.after)
    texts = visits = after = 0
    while True:
        batch = await tools.write(partial(_thin, after=after, older_than=older_than))
        texts, visits = texts + batch.texts, visits + batch.visits
        await tools.write(lambda opened: optimize(opened.db))
        if batch.after is None:
            break
        after = batch.after
        await asyncio.sleep(PAUSE)
    log.info("thinned the log: %d texts, %d visits", texts, visits)
    return texts, visits


def _thin(opened: Log, *, after: int, older_than: float) -> Thinned:
    return thin_batch(opened.db, after, older_than)


async def refresh_searches(tools: Tools) -> None:
    """Let searches ask for what was found since."""
    if tools.settings.searches:
        sources = wanted(tools.settings, found_terms(tools.reader.db))
        await tools.write(lambda opened: sync_feeds(opened, sources, tools.clock()))
