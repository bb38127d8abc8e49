"""The two full-text tables: a snapshot's fingerprints and terms go in, the snapshots that hold a word come out.

A question for a word gives the numbers of the snapshots that hold it. A fingerprint on more than 64 snapshots is
boilerplate.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

GENUINE, INFECTED = "fingerprint_index", "infected_index"
"""Fingerprints of texts that serve as genuine, or may; and those of injected ones."""
BOILERPLATE = 64
_LEAST_HITS = 2
MOST_ASKED = 60
"""Fingerprints of a text that are asked for, evenly drawn: a copy that holds a third of it shares twenty of sixty."""
_TELLING = 10
"""So many fingerprints must have been asked for before none found says that there is no copy. Copies injected at every
occurrence of two terms kept a third of theirs at least: of fifteen one in 500 such copies has none."""
LOOKED_AT = 200
"""Candidates whose standing is looked up; infected pages among them must not crowd the genuine one out."""
_COUNTED = ((64, 1), (512, 8))
_LATER = 16
"""Terms of the first 64 snapshots are counted, up to the 512th those of every 8th, then of every 16th: counting takes
twice as long as indexing, and only the order in which a question asks for terms depends on it."""


def add(
    db: sqlite3.Connection, snapshot: int, words: Sequence[str], terms: Sequence[str], index: str = GENUINE
) -> None:
    """Enter a snapshot into an index of fingerprints and that of terms, inside the caller's transaction."""
    if words:
        db.execute(f"INSERT INTO {index} (rowid, words) VALUES (?, ?)", (snapshot, " ".join(words)))  # noqa: S608 (ours)
    db.execute("INSERT INTO term_index (rowid, words) VALUES (?, ?)", (snapshot, " ".join(terms)))
    stands_for = next((every for last, every in _COUNTED if snapshot <= last), _LATER)
    if snapshot % stands_for == 0:
        db.executemany(
            "INSERT INTO terms VALUES (?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n",
            [(term, stands_for) for term in terms],
        )


def sharing(db: sqlite3.Connection, words: Sequence[str], index: str = GENUINE) -> list[int]:
    """Give the snapshots that share fingerprints with a text, most of them first, at most 200.

    Where every fingerprint is on too many snapshots (an agency's report that all print) the commonest count
    after all. A quarter of the fingerprints is asked for first, then another one: most texts have no copy, and
    those show it there.
    """
    asked = words[:: len(words) // MOST_ASKED + 1]
    hits: Counter[int] = Counter()
    common: Counter[int] = Counter()
    done = 0
    for part, least in zip((asked[::4], asked[2::4], asked[1::2]), (1, _LEAST_HITS, 0), strict=True):
        for rows in _holding(db, index, part):
            (hits if len(rows) <= BOILERPLATE else common).update(rows)
        done += len(part)
        if done >= _TELLING and max(hits.values(), default=0) < least and max(common.values(), default=0) * 2 < done:
            return []
    shared = [n for n, count in hits.most_common(LOOKED_AT) if count >= _LEAST_HITS]
    return shared or [n for n, count in common.most_common(LOOKED_AT) if count * 2 >= len(asked)]


def _holding(db: sqlite3.Connection, table: str, words: Sequence[str]) -> list[list[int]]:
    """Give for each word the snapshots that hold it, up to 65: one question for all is a third cheaper."""
    some = f"SELECT rowid FROM {table} WHERE {table} MATCH w.value LIMIT {BOILERPLATE + 1}"  # noqa: S608 (a name of our own)
    question = f"SELECT (SELECT group_concat(rowid) FROM ({some})) FROM json_each(?) w"  # noqa: S608 (as before)
    return [list(map(int, row[0].split(","))) if row[0] else [] for row in db.execute(question, (json.dumps(words),))]
