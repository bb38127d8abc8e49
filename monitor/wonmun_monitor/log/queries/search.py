"""Pages whose text holds given words, inside compounds too."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from wonmun_monitor.log import terms as words_of
from wonmun_monitor.log.pack import unpack
from wonmun_monitor.log.queries.conditions import Condition

if TYPE_CHECKING:
    import sqlite3

MOST = 2_000
"""Texts that a search looks through at most, the newest first: 11 ms on a log of a million pages."""
_VERIFIED = 500
"""Candidates that may be read, for words that bigrams alone do not settle."""

_HOLDING = "SELECT rowid FROM term_index WHERE term_index MATCH ? ORDER BY rowid DESC LIMIT ?"
_TEXTS = f"SELECT page_id, id FROM snapshots WHERE id IN ({_HOLDING})"  # noqa: S608 (own words)
_TEXT = "SELECT z FROM snapshots WHERE id = ?"
_LISTED = "SELECT value AS page_id FROM json_each(?)"


def with_text(db: sqlite3.Connection, words: str) -> Condition:
    """Ask for pages that hold every word (white space separates words).

    A word of one or two syllables, or of another script, is settled by the index alone; longer Korean words are
    looked for in the texts of the newest 500 candidates, as far as those are asked for.
    """
    terms, exact = words_of.terms(words), words_of.exact(words)
    texts: defaultdict[int, list[int]] = defaultdict(list)
    if terms:
        for page, text in db.execute(_TEXTS, (words_of.match_query(terms), MOST if exact else _VERIFIED)):
            texts[page].append(text)

    @cache
    def settled(page: int) -> bool:
        packed = (row[0] for text in texts[page] for row in db.execute(_TEXT, (text,)))  # thinned since: none
        return any(words_of.holds(unpack(z), words) for z in packed)

    numbers = (json.dumps(list(texts)),)
    test = f"p.id IN ({_LISTED})"
    return Condition(test, numbers, _LISTED, len(texts), settled=None if exact else settled)
