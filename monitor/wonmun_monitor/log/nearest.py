"""Which snapshots are about the same thing as a text: those that share its rarest terms, scored outside SQL.

FTS5 scores nothing in a table without positions. What costs is reading which snapshots hold a term; so a term that is
known to be common is not asked for at all, and SQLite hands all numbers of a term over in one piece (2.5 times as fast
as row by row).
"""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from wonmun_monitor.log.terms import term_counts

if TYPE_CHECKING:
    import sqlite3

    from numpy.typing import NDArray

_FEW_PAGES = 20
"""A term on fewer pages than this says something of the subject, however small the log."""
_COMMON = 0.5
"""A term on more than this share of the snapshots says nothing."""
_TERMS, _ASKED = 60, 240
"""So many terms that stand elsewhere, too, are enough; so many are asked for at most."""
_POSTINGS = 30_000
"""Snapshots that are read for all terms together."""
_ASKING = 50
"""To ask for a term costs as much as to read so many snapshots of it."""
_THRIFT = 0.1
"""How much what a term costs counts against what it says. Of 149 papers on 42 events, their commonest term taken out,
among 100,000 pages .9955 of the event's other papers are among the 25 nearest, as with 60,000 snapshots read and none
counted; .2 and more lose one of them. Of the 25 nearest by all terms .22 are given, in place of .21."""
_SLACK = 64
"""How often a term is known by a sample only: one that stands on so many snapshots more than twice that is left out."""
_ROWS = "SELECT group_concat(rowid) FROM term_index WHERE term_index MATCH ?"
_KNOWN = "SELECT t.term, t.n FROM json_each(?) j CROSS JOIN terms t ON t.term = j.value"


def nearest(db: sqlite3.Connection, text: str, limit: int) -> list[int]:
    """Give the snapshots that share the rarest terms with a text, best first."""
    scores = _scores(db, text)
    found = np.flatnonzero(scores > 0)
    if len(found) > limit:
        found = np.sort(found[np.argpartition(-scores[found], limit)[:limit]])
    return [int(n) for n in found[np.argsort(-scores[found], kind="stable")]]


def _scores(db: sqlite3.Connection, text: str) -> NDArray[np.float64]:
    """Score of each snapshot, by its number: the sum over shared terms of rarity times frequency's logarithm."""
    total = db.execute("SELECT max(id) FROM snapshots").fetchone()[0] or 0
    scores = np.zeros(total + 1)
    left, used = _POSTINGS, 0
    for often, term, known in _promising(db, text, total):
        if known > left:
            continue
        most = min(left, 2 * known + _SLACK)
        rows = _holding(db, term)
        rows = rows[rows <= total]
        if not 0 < len(rows) < most:
            continue
        scores[rows] += _rarity(len(rows), total) * log1p(often)
        left -= len(rows)
        used += 1
        if used == _TERMS:
            break
    return scores


def _rarity(known: int, total: int) -> float:
    return log1p((max(total - known, 0) + 0.5) / (known + 0.5))


def _promising(db: sqlite3.Connection, text: str, total: int) -> list[tuple[int, str, int]]:
    """Give a text's terms that say most of its subject for what they cost, best first.

    With each: how often it stands there, and on how many pages, as a sample knows; one that is not in it is taken as
    rare.
    """
    counted = term_counts(text)
    known = dict(db.execute(_KNOWN, (msgspec.json.encode(list(counted)).decode(),)).fetchall())
    ranked = [
        (_rarity(n, total) * log1p(often) / (n + _ASKING) ** _THRIFT, often, term, n)
        for term, often in counted.items()
        if (n := known.get(term, 1)) < max(_FEW_PAGES, total * _COMMON)
    ]
    ranked.sort(reverse=True)
    return [(often, term, n) for _, often, term, n in ranked[:_ASKED]]


def _holding(db: sqlite3.Connection, term: str) -> NDArray[np.int64]:
    """Give the snapshots that hold a term: all, for a LIMIT costs a fifth of the time, and few terms are too many."""
    told = db.execute(_ROWS, (f'"{term}"',)).fetchone()[0]
    return np.fromstring(told, sep=",", dtype=np.int64) if told else np.zeros(0, dtype=np.int64)
