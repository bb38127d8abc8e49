"""Thinning: of clean pages the first and the last text stay, of their visits the newest; what proves a finding stays.

In small batches, so that nobody waits: each is a transaction of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

BATCH = 500
"""Pages looked at in one transaction."""
KEPT_VISITS = 10
"""Newest visits of a page that stay in any case."""

# Of a range of pages: texts between the first and the last that are old, prove no finding and are not shown.
_TEXTS = """
DELETE FROM snapshots WHERE page_id > ?1 AND page_id <= ?2 AND taken_at < ?3 AND verdict = 'clean'
AND id <> (SELECT min(s.id) FROM snapshots s WHERE s.page_id = snapshots.page_id AND s.verdict = 'clean')
AND id NOT IN (SELECT p.snapshot_id FROM pages p WHERE p.id = snapshots.page_id AND p.snapshot_id IS NOT NULL)
AND id NOT IN (SELECT p.clean_snapshot_id FROM pages p
               WHERE p.id = snapshots.page_id AND p.clean_snapshot_id IS NOT NULL)
AND id NOT IN (SELECT f.snapshot_id FROM findings f
               WHERE f.page_id = snapshots.page_id AND f.snapshot_id IS NOT NULL)
"""
_VISITS = """
DELETE FROM fetches WHERE id IN (
    SELECT id FROM (
        SELECT id, fetched_at, verdict, row_number() OVER (PARTITION BY page_id ORDER BY fetched_at DESC, id DESC) AS n
        FROM fetches WHERE page_id > ?1 AND page_id <= ?2)
    WHERE n > ?4 AND fetched_at < ?3 AND verdict NOT IN ('injected', 'suspicious'))
"""


@dataclass(frozen=True, slots=True)
class Thinned:
    """What one batch dropped, and where the next one begins (None: all done)."""

    texts: int
    visits: int
    after: int | None


def thin_batch(db: sqlite3.Connection, after: int, older_than: float) -> Thinned:
    """Thin the next pages after number `after`, inside the caller's transaction."""
    last = db.execute(
        "SELECT max(id) FROM (SELECT id FROM pages WHERE id > ? ORDER BY id LIMIT ?)", (after, BATCH)
    ).fetchone()[0]
    if last is None:
        return Thinned(0, 0, None)
    span = (after, last, int(older_than))
    texts = db.execute(_TEXTS, span).rowcount
    visits = db.execute(_VISITS, (*span, KEPT_VISITS)).rowcount
    return Thinned(texts, visits, last)


def optimize(db: sqlite3.Connection, pages: int = 500) -> None:
    """Merge some of the indexes' parts, as nightly upkeep: `pages` database pages of work each, a few ms."""
    for table in ("fingerprint_index", "infected_index", "term_index"):
        db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (pages,))  # noqa: S608 (own names)
