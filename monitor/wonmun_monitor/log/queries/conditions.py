"""Which of a question's conditions leads the search: the narrowest, by its own index; or none, along the sort's index.

Leading by a condition costs as many rows as meet it. Walking along the sort's index costs as many as must be looked
at until enough are found, which is estimated as if conditions knew nothing of each other. SQLite's own planner
guesses both, and was wrong by a hundred times on a log of a million pages.

Conditions do know of each other (no clean page has an open finding), so a walk may find nothing for very long. It is
given up when it has cost as much as the leading would, and that is done.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST_COUNTED = 50_000
"""A condition that more pages meet than this leads no search; counting them costs a millisecond."""
_A_PAGE = 40
"""Steps of SQLite's machine that a leading condition costs for each page that meets it."""
_LISTED = 4
"""Pages of another condition are listed whole rather than looked up one by one, up to so many for each leading one."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on pages (`p`): a test of a row and, where an index can give them, the pages that meet it."""

    test: str
    values: tuple[object, ...]
    members: str = ""
    """A question for `page_id`, each once, with the same values; "" where only the sort's index can help."""
    pages: int = 0
    """How many meet it, where it can lead or must be tested; 0 where the sort's index holds it."""
    among: int = 0
    """Of how many pages those are a part, where it is not all: of a state's or a host's."""


@dataclass(frozen=True, slots=True)
class Search:
    """A question's FROM and WHERE, with the values for its marks in order."""

    source: str
    where: str
    values: tuple[object, ...]
    steps: int = 0
    """Steps of SQLite's machine after which it is given up; 0: never."""


def searches(conditions: Sequence[Condition], along: int, total: int, limit: int) -> tuple[Search, ...]:
    """Put conditions together: `along` of all `total` pages lie along the sort's index, and `limit` are wanted.

    Where there is a second search, it is for when the first one was given up.
    """
    lead = min((c for c in conditions if c.members), key=lambda c: c.pages, default=None)
    share = prod(min(c.pages / max(c.among or total, 1), 1.0) for c in conditions if c.pages or c.members)
    walk = min(along, limit / share if share else along)
    where = " AND ".join(c.test for c in conditions)
    values = tuple(v for c in conditions for v in c.values)
    if lead is None:
        return (Search("pages p", where, values),)
    led = _led(lead, [c for c in conditions if c is not lead])
    return (led,) if lead.pages <= walk else (Search("pages p", where, values, _A_PAGE * lead.pages), led)


def _led(lead: Condition, rest: Sequence[Condition]) -> Search:
    """Begin with the pages that meet one condition."""
    tests = (
        f"m.page_id IN ({c.members})" if c.members and c.pages < _LISTED * lead.pages else c.test  # own words
        for c in rest
    )
    return Search(
        f"({lead.members}) m CROSS JOIN pages p ON p.id = m.page_id",
        " AND ".join(tests) or "1",
        (*lead.values, *(v for c in rest for v in c.values)),
    )


def found(
    db: sqlite3.Connection, asked: Sequence[Search], sql: Callable[[Search], str], *more: object
) -> list[sqlite3.Row]:
    """Answer with the first search that is not given up; `sql` writes it out, with marks for `more` values."""
    for search in asked:
        if search.steps:
            db.set_progress_handler(lambda: True, search.steps)
        try:
            return db.execute(sql(search), (*search.values, *more)).fetchall()
        except sqlite3.OperationalError as error:
            if not search.steps or error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
        finally:
            if search.steps:
                db.set_progress_handler(None, 0)
    raise AssertionError  # pragma: no cover - the last search has no end of its patience


def counted(db: sqlite3.Connection, asked: Condition) -> Condition:
    """Count how many pages meet a condition, so that it may lead where they are few enough.

    Its own `pages` says how many they are at least, where that is kept.
    """
    sql = f"SELECT count(*) FROM ({asked.members.replace('DISTINCT ', '')} LIMIT {MOST_COUNTED})"  # noqa: S608 (own words)
    pages = int(db.execute(sql, asked.values).fetchone()[0])
    if pages < MOST_COUNTED:
        return replace(asked, pages=pages)
    return replace(asked, members="", pages=max(pages, asked.pages))
