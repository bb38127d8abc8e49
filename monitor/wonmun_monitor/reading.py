"""One body → its reading: parsed, checked with the log as memory, and what the log's index needs.

Loads the whole engine: worker processes have it, the monitor itself only where it checks in threads.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import wonmun
from wonmun.page.parse import parse_page
from wonmun.restore import Resources
from wonmun_monitor.intents import Reading
from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.index import LogMemory, article_text, article_words, text_digest
from wonmun_monitor.log.leads import leads_of
from wonmun_monitor.log.pack import pack
from wonmun_monitor.log.terms import terms

if TYPE_CHECKING:
    from wonmun.model import Page, Report
    from wonmun.net.leads import Lead
    from wonmun_monitor.parcel import Work

_local = threading.local()
_LOGGED = Resources(guesses=False)
"""The log keeps what was put in, and no guesses."""


def check_body(work: Work) -> Reading:
    """Parse and check one body. Raises `InputError` where it is no page that can be read."""
    page = parse_page(work.body, url=work.url, content_type=work.content_type)
    memory = _memory(work.log)
    report = wonmun.check(page, memory, resources=_LOGGED)
    return read_page(page, report, leads_of(memory.db, page, report) if memory else ())


def read_page(page: Page, report: Report, leads: tuple[Lead, ...] = ()) -> Reading:
    """Add to a checked page what the log's index needs."""
    article = article_text(page)
    told = f"{page.title}\n{article}" if report.verdict == "clean" else page.text
    words = article_words(article)
    return Reading(page, report, text_digest(told), words, tuple(terms(page.text)), pack(report.text), leads)


def _memory(path: str) -> LogMemory | None:
    if not path:
        return None
    kept: tuple[str, LogMemory] | None = getattr(_local, "memory", None)
    if kept is None or kept[0] != path:
        forget()
        kept = (path, LogMemory(open_log(path, create=False, write=False)))
        _local.memory = kept
    return kept[1]


def forget() -> None:
    """Close this thread's log."""
    kept: tuple[str, LogMemory] | None = getattr(_local, "memory", None)
    if kept is not None:
        kept[1].log.close()
        _local.memory = None
