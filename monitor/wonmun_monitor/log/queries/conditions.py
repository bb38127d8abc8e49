"""Which of a question's conditions leads the search: the narrowest, by its own index; or none, along the sort's index.

Leading by a condition costs as many rows as meet it. Walking along the sort's index costs as many as must be looked
at until enough are found, which is estimated as if conditions knew nothing of each other. SQLite's own planner
guesses both, and was wrong by a hundred times on a log of a million pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

MOST_COUNTED = 50_000
"""A condition that more pages meet than this leads no search; counting them costs a millisecond."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on pages (`p`): a test of a row and, where an index can give them, the pages that meet it."""

    test: str
    values: tuple[object, ...]
    members: str = ""
    """A question for `page_id`, each once, with the same values; "" where only the sort's index can help."""
    pages: int = 0
    """How many meet it, where it can lead or must be tested; 0 where the sort's index holds it."""


@dataclass(frozen=True, slots=True)
class Search:
    """A question's FROM and WHERE, with the values for its marks in order."""

    source: str
    where: str
    values: tuple[object, ...]


def search(conditions: Sequence[Condition], along: int, total: int, limit: int) -> Search:
    """Put conditions together: `along` of all `total` pages lie along the sort's index, and `limit` are wanted."""
    lead = min((c for c in conditions if c.members), key=lambda c: c.pages, default=None)
    share = prod(min(c.pages / max(total, 1), 1.0) for c in conditions if c.pages or c.members)
    walk = min(along, limit / share if share else along)
    if lead is None or lead.pages > walk:
        where = " AND ".join(c.test for c in conditions)
        return Search("pages p", where, tuple(v for c in conditions for v in c.values))
    rest = [c for c in conditions if c is not lead]
    return Search(
        f"({lead.members}) m CROSS JOIN pages p ON p.id = m.page_id",
        " AND ".join(c.test for c in rest) or "1",
        (*lead.values, *(v for c in rest for v in c.values)),
    )


def counted(db: sqlite3.Connection, test: str, members: str, values: tuple[object, ...]) -> Condition:
    """Make a condition that may lead, where few enough pages meet it."""
    sql = f"SELECT count(*) FROM ({members.replace('DISTINCT ', '')} LIMIT {MOST_COUNTED})"  # noqa: S608 (own words)
    pages = int(db.execute(sql, values).fetchone()[0])
    return Condition(test, values, members, pages) if pages < MOST_COUNTED else Condition(test, values)
