"""A page from a reader's browser, checked against the log, and written into it as `log.record_checks` says."""

from __future__ import annotations

import logging
import time
from functools import partial
from typing import TYPE_CHECKING

import wonmun
from wonmun.errors import InputError, LogError
from wonmun.net.model_client import resources
from wonmun_monitor.intents import Turn
from wonmun_monitor.log.leads import leads_of, trusts
from wonmun_monitor.log.readers import record_view
from wonmun_monitor.reading import read_page
from wonmun_server.genuine import Looking
from wonmun_server.mapping import answer_of
from wonmun_server.wire import Source

if TYPE_CHECKING:
    from concurrent.futures import Future

    from wonmun.model import Page, Report
    from wonmun_monitor.log.connect import Log
    from wonmun_monitor.trouble import Trouble
    from wonmun_server.context import Context
    from wonmun_server.mapping import Mapped
    from wonmun_server.wire import Answer

logger = logging.getLogger(__name__)


def check(mapped: Mapped, ours: Context) -> Answer:
    """Answer at once with what is known; where the page names its source, that is fetched meanwhile."""
    report = wonmun.check(mapped.page, ours.store.memory(), resources=resources(ours.settings))
    record(mapped.page, report, ours)
    if report.genuine_url:
        return answer_of(report, mapped, Source(report.genuine_url, "log"))
    leads = leads_of(ours.store.log.db, mapped.page, report) if ours.settings.restore.fetch_genuine else ()
    if not leads:
        return answer_of(report, mapped, Source())

    def look(page: Page) -> Report | None:
        memory = ours.store.memory()
        return Looking(ours.settings, memory, partial(trusts, memory.db)).check_again(page, leads)

    return ours.pending.begin(mapped, report, look)


def record(page: Page, report: Report, ours: Context) -> None:
    """Have the log's writer note what the reader was shown, without waiting for it."""
    policy = ours.settings.log.record_checks
    if not page.url or policy == "none" or (policy == "injected" and report.verdict != "injected"):
        return
    url, turn = page.url, Turn(ours.settings, time.time())

    def job(log: Log) -> int | None:
        return record_view(log, url, read_page(page, report, leads_of(log.db, page, report)), turn)

    ours.store.put(job).add_done_callback(partial(_note_failure, ours.store.trouble))


def _note_failure(trouble: Trouble, done: Future[int | None]) -> None:
    error = done.exception()
    if error is None:
        trouble.passed()
    elif isinstance(error, LogError):
        trouble.met(error)
    elif not isinstance(error, InputError):  # a page of no web address is not for the log
        logger.error("a checked page could not be recorded: %s", error)
