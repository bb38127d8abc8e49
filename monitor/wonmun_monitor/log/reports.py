"""What readers tell: that the tool was wrong, and what their extension found on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from wonmun.errors import InputError
from wonmun_monitor.checking import read_page
from wonmun_monitor.decide import decide
from wonmun_monitor.intents import Outcome, Turn, View
from wonmun_monitor.log.apply import apply_visit
from wonmun_monitor.log.pages import add_page, page_state
from wonmun_monitor.urls import normalise

if TYPE_CHECKING:
    from wonmun.model import Page, Report
    from wonmun.settings import Settings
    from wonmun_monitor.log.connect import Log

Wrong = Literal["false_alarm", "missed", "bad_correction"]
WRONG: tuple[Wrong, ...] = ("false_alarm", "missed", "bad_correction")
LONGEST_NOTE = 2000


def add_report(log: Log, url: str, wrong: str, now: float, *, note: str = "") -> int:
    """Keep a reader's word that the tool was wrong about a page; give its number. Raises `InputError`."""
    if wrong not in WRONG:
        raise InputError(f"{wrong!r} is nothing that can be wrong; there are {', '.join(WRONG)}")
    address = normalise(url)
    with log.transaction() as db:
        row = db.execute(
            "INSERT INTO reports (page_id, url, wrong, note, created_at) "
            "VALUES ((SELECT id FROM pages WHERE url = ?1), ?1, ?2, ?3, ?4) RETURNING id",
            (address, wrong, note[:LONGEST_NOTE], int(now)),
        ).fetchone()
        return int(row[0])


def record_check(log: Log, page: Page, report: Report, now: float, settings: Settings) -> int | None:
    """Keep what a reader's extension asked about, where `log.record_checks` wants it; give the page's number.

    A page new to the log is then visited by the monitor itself, at once. A check never clears a finding: the
    reader's document may have been corrected already. None where nothing is kept. Raises `LogError`.
    """
    wanted = settings.log.record_checks
    if wanted == "none" or (wanted == "injected" and report.verdict != "injected") or not page.url:
        return None
    try:
        normalise(page.url)
    except InputError:
        return None
    with log.transaction() as db:
        number = add_page(log, page.url, now, origin="reader")
        old = page_state(db, number)
        assert old is not None
        if report.verdict == "injected" or old.state == "new":
            view = View("reader", old.url, 200, reading=read_page(page, report))
            apply_visit(log, decide(old, Outcome((view,)), Turn(settings, now)))
        db.execute("UPDATE pages SET next_check_at = ?, force = 1 WHERE id = ?", (int(now), number))
    return number
