"""Intents → rows. Each call is one transaction of its own, or a part of the one around it.

A page, its visit, its findings and its alert are written together or not at all.
"""

from __future__ import annotations

import zlib
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from wonmun_monitor.log import postings
from wonmun_monitor.log.again import call_back, plan
from wonmun_monitor.log.alerts import write_alert
from wonmun_monitor.log.findings import clear_findings, write_finding
from wonmun_monitor.log.leads import write_leads
from wonmun_monitor.log.pack import pack
from wonmun_monitor.log.tally import count_day

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from wonmun_monitor.intents import PageChange, Reading, VisitIntent
    from wonmun_monitor.log.connect import Log

_MOST_PULLED = 50
"""Pages of a host that are looked at again at once when one of them turns out injected."""


def apply_visit(log: Log, intent: VisitIntent) -> None:
    """Write everything one visit brought. Raises `LogError`; nothing of it is kept then."""
    with log.transaction() as db:
        snapshots = _snapshots(log, intent)
        bodies = _bodies(db, intent)
        _fetches(db, intent, snapshots, bodies)
        _page(db, intent, snapshots)
        new = sum(write_finding(db, intent.page_id, found, snapshots[found.view], intent.now) for found in intent.found)
        clear_findings(db, intent.page_id, intent.cleared, intent.now)
        plan(db, intent)
        if intent.alert:
            write_alert(db, intent.alert, intent.now, page_id=intent.page_id)
        add_links(db, intent)
        write_leads(db, intent)
        if intent.pull:
            _pull(db, intent)
        count_day(db, intent.now, visits=1, findings=new, alerts=1 if intent.alert else 0)


def _snapshots(log: Log, intent: VisitIntent) -> list[int | None]:
    """Keep each view's text once a page and version; give the snapshots' numbers, view by view."""
    db = log.db
    numbers: list[int | None] = []
    for view in intent.views:
        reading = view.reading
        if reading is None:
            numbers.append(None)
            continue
        report = reading.report
        key = (intent.page_id, reading.text_hash)
        old = db.execute("SELECT id FROM snapshots WHERE page_id = ? AND text_hash = ?", key).fetchone()
        if old:
            db.execute("UPDATE snapshots SET verdict = ? WHERE id = ?", (report.verdict, old[0]))
            numbers.append(old[0])
            continue
        packed = reading.packed or pack(report.text)
        row = db.execute(
            "INSERT INTO snapshots (page_id, text_hash, taken_at, verdict, title, chars, z) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
            (*key, int(intent.now), report.verdict, reading.page.title, len(report.text), packed),
        ).fetchone()
        log.later.append(partial(_index, log, intent, reading, row[0]))
        numbers.append(row[0])
    return numbers


def _index(log: Log, intent: VisitIntent, reading: Reading, snapshot: int, db: sqlite3.Connection) -> None:
    """Enter a text into the indexes, and once all of the transaction are there, look for copies of a genuine one."""
    verdict = reading.report.verdict
    # A suspicious or injected text never serves as genuine, but must be found when its publisher's article comes later.
    index = postings.INFECTED if verdict == "injected" else postings.GENUINE
    postings.add(db, snapshot, reading.words, reading.terms, index)
    if verdict == "clean":
        log.later.append(partial(_pull_copies, intent, reading.words))


def _bodies(db: sqlite3.Connection, intent: VisitIntent) -> list[int | None]:
    numbers: list[int | None] = []
    for view in intent.views:
        if not (intent.keep_bodies and view.body and view.body_hash):
            numbers.append(None)
            continue
        row = db.execute(
            "INSERT INTO bodies (page_id, body_hash, url, status, headers, request_headers, fetched_at, z) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (page_id, body_hash) DO UPDATE SET status = status RETURNING id",
            (
                intent.page_id,
                view.body_hash,
                view.url,
                view.status,
                msgspec.json.encode(view.headers).decode(),
                msgspec.json.encode(view.request_headers).decode(),
                int(intent.now),
                zlib.compress(view.body, 6),
            ),
        ).fetchone()
        numbers.append(row[0])
    return numbers


def _fetches(
    db: sqlite3.Connection, intent: VisitIntent, snapshots: list[int | None], bodies: list[int | None]
) -> None:
    rows: list[tuple[object, ...]] = []
    for view, snapshot, body in zip(intent.views, snapshots, bodies, strict=True):
        report = view.reading.report if view.reading else None
        rows.append((view.profile, view.status, view.ms, len(view.body), report.verdict if report else "",
                     report.score if report else 0.0, snapshot, body, ""))  # fmt: skip
    if intent.failure:
        rows.append(("reader", intent.failure.status, 0, 0, "", 0.0, None, None, intent.failure.message))
    db.executemany(
        "INSERT INTO fetches (page_id, fetched_at, profile, status, ms, bytes, verdict, score, snapshot_id, "
        "body_id, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(intent.page_id, int(intent.now), *row) for row in rows],
    )


def _page(db: sqlite3.Connection, intent: VisitIntent, snapshots: list[int | None]) -> None:
    change = intent.change
    values = _page_values(change, intent.now)
    shown = next((s for s in snapshots if s is not None), None)
    if shown is not None:
        values |= {"snapshot_id": shown, "title": change.title or "", "lang": change.lang or ""}
        values |= {"genuine_url": change.genuine_url, "reasons": msgspec.json.encode(change.reasons).decode()}
        if change.state in {"clean", "recovered"}:
            values["clean_snapshot_id"] = shown
    names = ", ".join(f"{name} = ?" for name in values)
    db.execute(f"UPDATE pages SET {names} WHERE id = ?", (*values.values(), intent.page_id))  # noqa: S608 (own names)


def _page_values(change: PageChange, now: float) -> dict[str, object]:
    return {
        "state": change.state,
        "score": change.score,
        "interval": int(change.interval),
        "next_check_at": None if change.next_check_at is None else int(change.next_check_at),
        "failures": change.failures,
        "last_error": change.last_error,
        "visits": change.visits,
        "last_checked": int(now),
        "last_changed": None if change.last_changed is None else int(change.last_changed),
        "infected_since": None if change.infected_since is None else int(change.infected_since),
        "was_injected": int(change.was_injected),
        "alerted_at": None if change.alerted_at is None else int(change.alerted_at),
        "alert_owed": int(change.alert_owed),
        "reopened": change.reopened,
        "etag": change.etag,
        "last_modified": change.last_modified,
        "body_hash": change.body_hash,
        "text_hash": change.text_hash,
        "force": 0,
    }


def add_links(db: sqlite3.Connection, intent: VisitIntent) -> None:
    """Note more pages of an infected page's host, to be looked at at once."""
    db.executemany(
        "INSERT INTO pages (url, host, origin, first_seen, next_check_at, depth) "
        "SELECT ?, host, 'link', ?, ?, depth + 1 FROM pages WHERE id = ? ON CONFLICT (url) DO NOTHING",
        [(url, int(intent.now), int(intent.now), intent.page_id) for url in intent.links],
    )


def _pull(db: sqlite3.Connection, intent: VisitIntent) -> None:
    """Have pages of the host, and those of the campaign, looked at again at once, body unchanged or not."""
    now = int(intent.now)
    neighbours = (
        "SELECT id FROM (SELECT id, last_checked FROM pages WHERE host = (SELECT host FROM pages WHERE id = ?1) "
        "AND state IN ('clean', 'suspicious') ORDER BY last_checked DESC LIMIT ?3)"
    )
    relatives = (
        "SELECT page_id FROM (SELECT DISTINCT page_id FROM findings WHERE campaign_id IN "
        "(SELECT campaign_id FROM findings WHERE page_id = ?1 AND cleared_at IS NULL) LIMIT ?3)"
    )
    db.execute(
        f"UPDATE pages SET next_check_at = ?2, force = 1 WHERE id IN ({neighbours} UNION {relatives}) "  # noqa: S608
        "AND id <> ?1 AND last_checked < ?2 - 3600 AND next_check_at > ?2",
        (intent.page_id, now, _MOST_PULLED),
    )


def _pull_copies(intent: VisitIntent, words: Sequence[str], db: sqlite3.Connection) -> None:
    """Have copies looked at again that were visited before the publisher's article was in the log."""
    call_back(db, intent.page_id, words, intent.now)
    if not db.execute("SELECT trusted FROM pages WHERE id = ?", (intent.page_id,)).fetchone()[0]:
        return
    db.executemany(
        "UPDATE pages SET next_check_at = ?1, force = 1 WHERE id = (SELECT page_id FROM snapshots WHERE id = ?2) "
        "AND trusted = 0 AND state IN ('clean', 'suspicious') AND next_check_at > ?1",
        [(int(intent.now), number) for number in postings.sharing(db, words)],
    )
