"""Fills a log with pages as visits leave them, for tests of what reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wonmun.model import Finding, Report
from wonmun.page.plain import plain_page
from wonmun.settings import Settings
from wonmun_monitor.decide import decide
from wonmun_monitor.intents import Outcome, Turn, View
from wonmun_monitor.log.apply import apply_visit
from wonmun_monitor.log.pages import add_page, page_state
from wonmun_monitor.reading import read_page

if TYPE_CHECKING:
    from wonmun_monitor.log.connect import Log
    from wonmun_server.store import Store

NOW = 1_790_000_000.0
PHRASE = "먹튀검증 은하수"
TEXT = f"시장은 오늘 {PHRASE}에 대해 설명했다.\n\n{PHRASE}은 내년에 열린다.\n\n주민들은 반겼다."


@dataclass(frozen=True, slots=True)
class Shown:
    """One visit: what stood there, and what of it was put in."""

    url: str
    text: str = TEXT
    title: str = "제목"
    phrase: str = PHRASE
    original: str | None = "도서관"
    at: float = NOW
    evidence: tuple[str, ...] = ("“은하수” stands nowhere else in this text",)
    profile: str = "reader"
    verdict: str = field(default="injected")


def visit(store: Store, shown: Shown, *others: Shown) -> int:
    """Write one visit, of `others` as further visitors of the same page; give the page's number."""

    def job(log: Log) -> int:
        number = add_page(log, shown.url, shown.at)
        state = page_state(log.db, number)
        assert state is not None
        views = tuple(_view(one) for one in (shown, *others))
        apply_visit(log, decide(state, Outcome(views), Turn(Settings(), shown.at)))
        return number

    return store.write(job)


def _view(shown: Shown) -> View:
    page = plain_page(shown.text, title=shown.title, url=shown.url, lang="ko")
    findings: list[Finding] = []
    at = page.text.find(shown.phrase) if shown.verdict == "injected" else -1
    while at >= 0:
        end = at + len(shown.phrase)
        findings.append(
            Finding(at, end, shown.phrase, "substitution", shown.original, 0.9, "survivors", shown.evidence)
        )
        at = page.text.find(shown.phrase, end)
    report = Report(
        "injected" if findings else "clean",
        0.97 if findings else 0.02,
        tuple(findings),
        page.text,
        page.text,
        None,
        shown.evidence,
    )
    return View(profile=shown.profile, url=shown.url, status=200, reading=read_page(page, report))
