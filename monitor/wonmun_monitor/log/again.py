"""Injected pages that are to be restored again: because their genuine copy has come, or coverage of it may have.

A row in `again` is a promise: it is written with the genuine page that gives the reason, in one transaction, and
goes with the better answer, in another. What a crash leaves behind is done after the next start. No page is visited
for it, and nobody is alerted: it was injected before, and still is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from wonmun_monitor.log.findings import clear_findings, write_finding
from wonmun_monitor.log.postings import INFECTED, sharing
from wonmun_monitor.log.rows import record

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from wonmun_monitor.better import Better
    from wonmun_monitor.intents import VisitIntent
    from wonmun_monitor.log.connect import Log

_CALL = """
INSERT INTO again (page_id, due_at, called)
SELECT p.id, ?1, 1 FROM snapshots s JOIN pages p ON p.id = s.page_id
WHERE s.id = ?2 AND p.snapshot_id = s.id AND p.state = 'injected' AND p.id <> ?3
AND (p.genuine_url = '' OR (?4 AND NOT EXISTS (SELECT 1 FROM pages g WHERE g.url = p.genuine_url AND g.trusted = 1)))
ON CONFLICT DO UPDATE SET due_at = excluded.due_at, called = called + 1 WHERE tries < ?5
"""
_DUE = """
SELECT a.page_id, p.url, p.snapshot_id, a.tries, a.called, b.z AS body, coalesce(b.headers, '[]') AS headers
FROM again a JOIN pages p ON p.id = a.page_id
LEFT JOIN bodies b ON b.id = (SELECT f.body_id FROM fetches f WHERE f.page_id = p.id
    AND f.snapshot_id = p.snapshot_id AND f.body_id IS NOT NULL ORDER BY f.id DESC LIMIT 1)
WHERE a.due_at <= ? ORDER BY a.due_at LIMIT ?
"""
_DROP = "DELETE FROM again WHERE page_id = ?1 AND NOT EXISTS (SELECT 1 FROM pages WHERE id = ?1 AND state = 'injected')"
_ASKED = 30
"""Fingerprints of a genuine page that are asked for: an injected copy of the whole keeps a third of them at least."""
MOST_TRIES = 6
"""A text is checked again no more often than this, whatever comes: what shares boilerplate only must end."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page to be restored again, with what it was when it was visited."""

    page_id: int
    url: str
    snapshot_id: int
    tries: int
    called: int
    """How often a genuine page has asked for it: one that does so meanwhile must not be forgotten."""
    body: bytes | None
    """Compressed, as it came; None where only a reader's browser has seen it."""
    headers: str


def plan(db: sqlite3.Connection, intent: VisitIntent) -> None:
    """Note when the page of a visit is to be tried again; an older note is about an older text."""
    if all(view.reading is None for view in intent.views):
        return
    db.execute("DELETE FROM again WHERE page_id = ?", (intent.page_id,))
    if intent.again_at is not None:
        db.execute("INSERT INTO again (page_id, due_at) VALUES (?, ?)", (intent.page_id, int(intent.again_at)))


def call_back(db: sqlite3.Connection, genuine: int, words: Sequence[str], now: float) -> None:
    """Have injected copies of a genuine page that has come restored again; `words` are its fingerprints.

    A trusted publisher's page is news to all that have not been compared with one, any other page only to those that
    know no copy.
    """
    copies = sharing(db, words[:: len(words) // _ASKED + 1], INFECTED)
    if not copies:
        return
    trusted = bool(db.execute("SELECT trusted FROM pages WHERE id = ?", (genuine,)).fetchone()[0])
    db.executemany(_CALL, [(int(now), number, genuine, trusted, MOST_TRIES) for number in copies])


def due_again(db: sqlite3.Connection, now: float, limit: int) -> list[Waiting]:
    """Give pages that are to be restored now."""
    return [record(Waiting, row) for row in db.execute(_DUE, (int(now), limit))]


def apply_better(log: Log, waiting: Waiting, better: Better | None) -> None:
    """Write what checking a page again gave, all of it or nothing; None: nothing.

    A page that was visited meanwhile has a newer answer, and keeps it.
    """
    with log.transaction() as db:
        if not _is_still(db, waiting):
            db.execute(_DROP, (waiting.page_id,))
            return
        if better is not None:
            _write(db, waiting, better)
        due = None if better is None or better.again_at is None else int(better.again_at)
        db.execute(
            "UPDATE again SET tries = tries + 1, due_at = CASE WHEN called = ?3 THEN ?2 ELSE due_at END "
            "WHERE page_id = ?1",
            (waiting.page_id, due, waiting.called),
        )


def _is_still(db: sqlite3.Connection, waiting: Waiting) -> bool:
    row = db.execute("SELECT state, snapshot_id FROM pages WHERE id = ?", (waiting.page_id,)).fetchone()
    return row is not None and row["state"] == "injected" and row["snapshot_id"] == waiting.snapshot_id


def _write(db: sqlite3.Connection, waiting: Waiting, better: Better) -> None:
    page = waiting.page_id
    seen = db.execute("SELECT last_checked FROM pages WHERE id = ?", (page,)).fetchone()[0]
    open_ones = db.execute(
        "SELECT phrase_key FROM findings WHERE page_id = ? AND cloaked = 0 AND snapshot_id = ? AND cleared_at IS NULL",
        (page, waiting.snapshot_id),
    ).fetchall()
    old = {row[0] for row in open_ones}
    for found in better.found:
        if found.key in old:
            db.execute(
                "UPDATE findings SET phrase = ?, kind = ?, count = ?, places = ? "
                "WHERE page_id = ? AND phrase_key = ? AND cloaked = 0",
                (found.phrase, found.kind, found.count, found.places, page, found.key),
            )
        else:
            write_finding(db, page, found, waiting.snapshot_id, seen)
    clear_findings(db, page, [(key, False) for key in old - {f.key for f in better.found}], seen)
    db.execute(
        "UPDATE pages SET genuine_url = ?, reasons = ? WHERE id = ?",
        (better.genuine_url, msgspec.json.encode(better.reasons).decode(), page),
    )
