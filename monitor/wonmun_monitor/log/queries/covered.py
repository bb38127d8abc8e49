"""Conditions whose index holds what their pages are asked for and put in order by: a phrase, a feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun_monitor.found import phrase_key
from wonmun_monitor.log.queries.conditions import Condition, counted

if TYPE_CHECKING:
    import sqlite3

_HOLDING = "(k.key = ? OR instr(iif(k.text = '', k.key, k.text), ?))"
_KEYS = f"SELECT json_group_array(k.key), coalesce(sum(k.n), 0) FROM phrases k WHERE {_HOLDING}"  # noqa: S608 (own words)
_OWN = ("id", "state", "host", "first_seen", "last_checked", "score")
_COLUMNS = ", ".join(f"x.page_{name} AS {name}" for name in _OWN)
_FINDINGS = "FROM json_each(?) k CROSS JOIN findings x ON x.phrase_key = k.value"
_SIDE_BY_SIDE = 3
"""A feed's items are read in .11 to .17 µs each on a log of a million pages, findings of many phrases in .3."""
_HAS_PHRASE = (
    "EXISTS (SELECT 1 FROM findings x CROSS JOIN phrases k ON k.key = x.phrase_key "  # noqa: S608 (own words)
    f"WHERE x.page_id = p.id AND {_HOLDING})"
)
_ITEMS = "FROM feed_items x WHERE x.feed_id = ?"
_IN_FEED = "EXISTS (SELECT 1 FROM feed_items x WHERE x.feed_id = ? AND x.page_id = p.id)"


def with_phrase(db: sqlite3.Connection, asked: str, state: str | None, states: dict[str, int]) -> Condition:
    """Ask for pages with a phrase that holds the one asked for, however spaced.

    State and phrase know of each other, so where they are too many they are counted together: findings hold the state
    of their page. The test leaves the state to the condition that asks for it.
    """
    key = phrase_key(asked)
    keys, known = db.execute(_KEYS, (key, key)).fetchone()
    source, among = _FINDINGS, 0
    others: tuple[str, ...] = (keys,)
    if state is not None:
        source, others, among = f"{source} WHERE x.page_state = ?", (keys, state), states.get(state, 0)
    members, rows = f"SELECT DISTINCT page_id {source}", f"(SELECT {_COLUMNS} {source}) p"
    least = 0 if state else known
    condition = Condition(_HAS_PHRASE, (key, key), members, pages=least, among=among, rows=rows, others=others)
    return counted(db, condition, at_most=known)


def of_feed(db: sqlite3.Connection, feed: int | str) -> Condition:
    """Ask for pages that a feed named, by its number or address; how many those are is kept."""
    column = "id" if isinstance(feed, int) else "url"
    number, pages = db.execute(f"SELECT id, pages FROM feeds WHERE {column} = ?", (feed,)).fetchone() or (-1, 0)  # noqa: S608
    rows = f"(SELECT {_COLUMNS} {_ITEMS}) p"
    return Condition(_IN_FEED, (number,), f"SELECT page_id {_ITEMS}", pages, rows=rows, dense=_SIDE_BY_SIDE)
