"""One page's story: visits, findings, what was shown to whom, its text before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from wonmun.errors import InputError
from wonmun_monitor.clock import iso
from wonmun_monitor.log.pack import unpack
from wonmun_monitor.log.pages import listing
from wonmun_monitor.log.queries.alerts import AlertRow, list_alerts
from wonmun_monitor.log.queries.findings import FindingRow, findings_of
from wonmun_monitor.log.queries.pages import PageRow, page_row
from wonmun_monitor.urls import normalise

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit, as one kind of visitor."""

    fetched_at: str
    profile: str
    status: int | None
    ms: int
    bytes: int
    verdict: str
    """"" where nothing had changed, or nothing came."""
    score: float
    snapshot_id: int | None
    error: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A reader's word that the tool was wrong."""

    id: int
    url: str
    wrong: str
    note: str
    created_at: str
    page_id: int | None = None


@dataclass(frozen=True, slots=True)
class LeadRow:
    """An address where the page's publisher's article may be, and what came of it."""

    url: str
    reason: str
    """What in the page named it."""
    found_at: str
    page_id: int | None
    state: str


@dataclass(frozen=True, slots=True)
class GenuineRow:
    """The genuine copy that a page was compared with, and where the log has it from."""

    page_id: int
    trusted: bool
    feed: str
    """The address of a feed that named it; "" where none did."""
    reason: str
    """What in this page, or in another one, led to it; "" where nothing did."""
    led_from: str
    """The address of the page that did."""


@dataclass(frozen=True, slots=True)
class PageStory:
    """Everything the log knows of one page."""

    page: PageRow
    feeds: tuple[str, ...]
    origin: str
    reasons: tuple[str, ...]
    listed_by: tuple[str, ...]
    """Addresses of subscribed blocklists that name the host: a weak prior, no verdict."""
    visits: tuple[VisitRow, ...]
    """Newest first, at most 100."""
    findings: tuple[FindingRow, ...]
    reports: tuple[ReportRow, ...]
    alerts: tuple[AlertRow, ...]
    text: str
    """As last seen; offsets of the findings refer to it where their `snapshot_id` is the page's."""
    restored: str
    """`text` with every known replacement applied."""
    shown: tuple[tuple[str, str], ...]
    """What each kind of visitor got at the last visit: profile and text."""
    earlier: str | None
    """The page's own last clean text, where it was seen clean before."""
    leads: tuple[LeadRow, ...] = ()
    genuine: GenuineRow | None = None
    """None where no copy is known, or the copy is no page of the log."""


def get_page(db: sqlite3.Connection, page: int | str) -> PageStory | None:
    """Tell a page's story, by number or by address. None where the log does not know it."""
    row = _find(db, page)
    if row is None:
        return None
    number = row["id"]
    findings = findings_of(db, number)
    text = _text(db, row["snapshot_id"]) or ""
    current = [f for f in findings if f.snapshot_id == row["snapshot_id"] and f.cleared_at is None]
    return PageStory(
        page=page_row(db, row),
        feeds=_feeds(db, number),
        origin=row["origin"],
        reasons=tuple(msgspec.json.decode(row["reasons"])),
        listed_by=listing(db, row["host"]),
        visits=_visits(db, number),
        findings=findings,
        reports=list_reports(db, page=number),
        alerts=list_alerts(db, page=number),
        text=text,
        restored=_restored(text, [place for f in current for place in f.places]),
        shown=_shown(db, number),
        earlier=_text(db, row["clean_snapshot_id"]),
        leads=_leads(db, number),
        genuine=_genuine(db, row),
    )


def _find(db: sqlite3.Connection, page: int | str) -> sqlite3.Row | None:
    sql, value = "SELECT * FROM pages WHERE id = ?", page
    if isinstance(page, str) and not page.isdecimal():
        try:
            sql, value = "SELECT * FROM pages WHERE url = ?", normalise(page)
        except InputError:
            return None
    rows: list[sqlite3.Row] = db.execute(sql, (value,)).fetchall()
    return rows[0] if rows else None


def _text(db: sqlite3.Connection, snapshot: int | None) -> str | None:
    row = db.execute("SELECT z FROM snapshots WHERE id = ?", (snapshot,)).fetchone()
    return unpack(row[0]) if row else None


def _restored(text: str, places: list[dict[str, Any]]) -> str:
    kept = text
    for place in sorted(places, key=lambda p: -p["start"]):
        if place["replacement"] is not None and text[place["start"] : place["end"]] == place["found"]:
            kept = kept[: place["start"]] + place["replacement"] + kept[place["end"] :]
    return kept


def _feeds(db: sqlite3.Connection, page: int) -> tuple[str, ...]:
    rows = db.execute(
        "SELECT f.url FROM feed_items i JOIN feeds f ON f.id = i.feed_id WHERE i.page_id = ? ORDER BY f.url",
        (page,),
    )
    return tuple(row[0] for row in rows)


def _leads(db: sqlite3.Connection, page: int) -> tuple[LeadRow, ...]:
    rows = db.execute(
        "SELECT l.url, l.reason, l.found_at, p.id, coalesce(p.state, '') FROM leads l "
        "LEFT JOIN pages p ON p.url = l.url WHERE l.page_id = ? ORDER BY p.state IS NOT 'clean', l.found_at, l.url",
        (page,),
    )
    return tuple(LeadRow(row[0], row[1], iso(row[2]) or "", row[3], row[4]) for row in rows)


def _genuine(db: sqlite3.Connection, page: sqlite3.Row) -> GenuineRow | None:
    """Tell where the genuine copy came from: a feed, or a lead, this page's own before those of others."""
    url = page["genuine_url"]
    known = db.execute("SELECT id, trusted FROM pages WHERE url = ?", (url,)).fetchone() if url else None
    if known is None:
        return None
    feed = next(iter(_feeds(db, known["id"])), "")
    lead = db.execute(
        "SELECT l.reason, p.url FROM leads l JOIN pages p ON p.id = l.page_id WHERE l.url = ? "
        "ORDER BY l.page_id <> ?, l.found_at LIMIT 1",
        (url, page["id"]),
    ).fetchone()
    return GenuineRow(known["id"], bool(known["trusted"]), feed, *(lead or ("", "")))


def _visits(db: sqlite3.Connection, page: int) -> tuple[VisitRow, ...]:
    rows = db.execute(
        "SELECT fetched_at, profile, status, ms, bytes, verdict, score, snapshot_id, error FROM fetches "
        "WHERE page_id = ? ORDER BY fetched_at DESC, id DESC LIMIT 100",
        (page,),
    )
    return tuple(VisitRow(iso(row[0]) or "", *row[1:]) for row in rows)


def _shown(db: sqlite3.Connection, page: int) -> tuple[tuple[str, str], ...]:
    rows = db.execute(
        "SELECT profile, max(id) AS id, snapshot_id FROM fetches WHERE page_id = ? AND snapshot_id IS NOT NULL "
        "GROUP BY profile ORDER BY profile = 'reader' DESC, profile",
        (page,),
    ).fetchall()
    return tuple((row["profile"], _text(db, row["snapshot_id"]) or "") for row in rows)


def list_reports(db: sqlite3.Connection, *, page: int | None = None, limit: int = 50) -> tuple[ReportRow, ...]:
    """Give readers' reports, newest first, of one page or of all."""
    rows = db.execute(
        "SELECT id, url, wrong, note, created_at, page_id FROM reports "
        "WHERE ?1 IS NULL OR page_id = ?1 ORDER BY id DESC LIMIT ?2",
        (page, limit),
    )
    return tuple(ReportRow(row[0], row[1], row[2], row[3], iso(row[4]) or "", row[5]) for row in rows)
