"""Pages whose text holds given words, inside compounds too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun_monitor.log import terms as words_of
from wonmun_monitor.log.pack import unpack

if TYPE_CHECKING:
    import sqlite3

MOST = 2_000
"""Pages that a search gives at most, the newest snapshots first."""
_VERIFIED = 300
"""Candidates read again, for words that bigrams alone do not settle."""


def snapshots_with(db: sqlite3.Connection, words: str) -> list[int]:
    """Give the numbers of pages that hold every word (white space separates words), newest text first.

    A word of one or two syllables, or of another script, is settled by the index alone; longer Korean words are
    looked for in the texts of the newest 300 candidates.
    """
    terms = words_of.terms(words)
    if not terms:
        return []
    settled = words_of.exact(words)
    rows = db.execute(
        "SELECT rowid FROM term_index WHERE term_index MATCH ? ORDER BY rowid DESC LIMIT ?",
        (words_of.match_query(terms), MOST if settled else _VERIFIED),
    ).fetchall()
    pages: dict[int, None] = {}
    for row in rows:
        found = db.execute("SELECT page_id, z FROM snapshots WHERE id = ?", (row[0],)).fetchone()
        if found and (settled or words_of.holds(unpack(found["z"]), words)):
            pages[found["page_id"]] = None
    return list(pages)
