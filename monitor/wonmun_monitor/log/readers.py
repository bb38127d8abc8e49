"""What readers, the dashboard and `doctor` write and look up: reports, a pause, views, known pages, damage."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wonmun.errors import InputError
from wonmun_monitor.decide import decide
from wonmun_monitor.intents import Outcome, View
from wonmun_monitor.log.apply import apply_visit
from wonmun_monitor.log.pages import add_page, page_state
from wonmun_monitor.urls import host_of, normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun_monitor.intents import Reading, Turn
    from wonmun_monitor.log.connect import Log


LONGEST_NOTE = 2000


@dataclass(frozen=True, slots=True)
class KnownRow:
    """What the log holds against an address: its own page where `page` is given, else its host's."""

    url: str
    page: int | None
    pages: int
    """Injected pages of the host."""


def add_report(log: Log, url: str, wrong: str, note: str, now: float) -> int:
    """Keep a reader's word that the tool was wrong; give its number. Raises `InputError` for no http(s) address."""
    address = normalise(url)
    note = note[:LONGEST_NOTE]
    with log.transaction() as db:
        page = db.execute("SELECT id FROM pages WHERE url = ?", (address,)).fetchone()
        row = db.execute(
            "INSERT INTO reports (page_id, url, wrong, note, created_at) VALUES (?, ?, ?, ?, ?) RETURNING id",
            (page[0] if page else None, address, wrong, note, int(now)),
        ).fetchone()
        return int(row[0])


def pause_feed(log: Log, feed: int, now: float, *, enabled: bool) -> bool:
    """Pause a feed, or go on with it at once. False where there is none of that number."""
    with log.transaction() as db:
        done = db.execute(
            "UPDATE feeds SET enabled = ?1, next_check_at = CASE WHEN ?1 THEN ?2 ELSE next_check_at END, "
            "failures = CASE WHEN ?1 THEN 0 ELSE failures END WHERE id = ?3 AND removed = 0",
            (int(enabled), int(now), feed),
        )
        return done.rowcount > 0


def record_view(log: Log, url: str, reading: Reading, turn: Turn) -> int | None:
    """Write what a reader's browser was shown as a visit of the page; give its number.

    None where the log says the same already: a page that many readers open is written once. The monitor then
    looks for itself, at once. A clean view clears no finding, it only has the page visited: the reader's
    document may have been corrected already. Raises `InputError` for no http(s) address.
    """
    address = normalise(url)
    with log.transaction() as db:
        known = db.execute("SELECT id, state, text_hash FROM pages WHERE url = ?", (address,)).fetchone()
        if known and (known["state"] == reading.report.verdict or known["text_hash"] == reading.text_hash):
            return None
        number = add_page(log, address, turn.now, origin="reader")
        state = page_state(db, number)
        assert state is not None, "a page that was just added is there"
        if reading.report.verdict == "injected" or state.state == "new":
            view = View(profile="reader", url=address, status=200, reading=reading)
            apply_visit(log, decide(state, Outcome((view,)), turn))
        return add_page(log, address, turn.now)


def known_injected(db: sqlite3.Connection, urls: Sequence[str]) -> tuple[KnownRow, ...]:
    """Give those of the addresses that are injected now, or whose host serves injected pages (publishers apart)."""
    found: list[KnownRow] = []
    for url in dict.fromkeys(urls):
        try:
            address = normalise(url)
        except InputError:
            continue
        own = db.execute("SELECT id FROM pages WHERE url = ? AND state = 'injected'", (address,)).fetchone()
        count = db.execute(
            "SELECT count(*) FROM (SELECT 1 FROM pages WHERE host = ?1 AND state = 'injected' "
            "AND NOT EXISTS (SELECT 1 FROM pages WHERE host = ?1 AND trusted = 1) LIMIT 1000)",
            (host_of(address),),
        ).fetchone()[0]
        if own or count:
            found.append(KnownRow(url, own[0] if own else None, count))
    return tuple(found)


def damage(log: Log) -> str:
    """Say what is wrong with the log's file, as SQLite finds it; "" where it is sound. Reads the whole file."""
    try:
        found = str(log.db.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.Error as error:
        return str(error)
    return "" if found == "ok" else found
