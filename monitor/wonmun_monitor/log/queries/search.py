"""Pages whose text holds given words, inside compounds too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun_monitor.log import terms as words_of
from wonmun_monitor.log.pack import unpack

if TYPE_CHECKING:
    import sqlite3

MOST = 2_000
"""Texts that a search looks through at most, the newest first: 11 ms on a log of a million pages."""
_VERIFIED = 500
"""Candidates read again, for words that bigrams alone do not settle."""

_HOLDING = "SELECT rowid FROM term_index WHERE term_index MATCH ? ORDER BY rowid DESC LIMIT ?"
_SETTLED = f"SELECT page_id FROM snapshots WHERE id IN ({_HOLDING}) GROUP BY page_id ORDER BY max(id) DESC"  # noqa: S608
_CANDIDATES = f"SELECT page_id, z FROM snapshots WHERE id IN ({_HOLDING}) ORDER BY id DESC"  # noqa: S608


def snapshots_with(db: sqlite3.Connection, words: str) -> list[int]:
    """Give the numbers of pages that hold every word (white space separates words), newest text first.

    A word of one or two syllables, or of another script, is settled by the index alone; longer Korean words are
    looked for in the texts of the newest 500 candidates.
    """
    terms = words_of.terms(words)
    if not terms:
        return []
    question = words_of.match_query(terms)
    if words_of.exact(words):
        return [row[0] for row in db.execute(_SETTLED, (question, MOST))]
    rows = db.execute(_CANDIDATES, (question, _VERIFIED))
    return list(dict.fromkeys(row[0] for row in rows if words_of.holds(unpack(row[1]), words)))
