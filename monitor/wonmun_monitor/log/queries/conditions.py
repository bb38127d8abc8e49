"""Which of a question's conditions leads the search: the narrowest, by its own index; or none, along the sort's index.

Leading by a condition costs as many rows as meet it. Walking along the sort's index costs as many as must be looked
at until enough are found, which is estimated as if conditions knew nothing of each other. SQLite's own planner
guesses both, and was wrong by a hundred times on a log of a million pages.

Conditions do know of each other (no clean page has an open finding), so a walk may find nothing for very long. It is
given up when it has cost as much as the leading would, and that is done.

A condition whose index holds what pages are put in order by leads for a fraction of that: only pages that are shown
are looked at, and what else is asked of them is tested in their order, until there are enough. So is what only a
page's text tells: of 500 texts some fifty need be read.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, replace
from itertools import islice
from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST_COUNTED = 50_000
"""A condition that more pages meet than this leads no search; counting them costs a millisecond."""
_A_PAGE = 40
"""Steps of SQLite's machine that a leading condition costs for each page that meets it."""
_IN_ITS_INDEX = 8
"""How many times less a page costs that is not looked at: .6 µs instead of 5 on a log of a million."""
_LISTED = 4
"""Pages of another condition are listed whole rather than looked up one by one, up to so many for each leading one."""
_WALKED = 2
"""How many times less walking must cost than leading, to be tried first: where it is given up, it was for nothing."""
_SPARE = 2
"""Where something is tested last, so many times the pages are tested at first that should be enough."""
_MORE = 50
"""How many times more are taken where those were not enough."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on pages (`p`): a test of a row and, where an index can give them, the pages that meet it."""

    test: str
    """Of `p.id` alone, unless it is `own`."""
    values: tuple[object, ...]
    members: str = ""
    """A question for `page_id`, each once; "" where only the sort's index can help."""
    pages: int = 0
    """How many meet it, where it can lead or must be tested; 0 where the sort's index holds it."""
    among: int = 0
    """Of how many pages those are a part, where it is not all: of a state's or a host's."""
    rows: str = ""
    """The same pages as a source `p` from one index, perhaps more than once: number, state, host, times, score."""
    dense: int = 1
    """How many times less than elsewhere such a row costs, where all of them lie side by side in that index."""
    own: bool = False
    """Whether its test reads nothing but what such a source gives."""
    others: tuple[object, ...] | None = None
    """Values of `members` and `rows`, where they are not the test's."""
    settled: Callable[[int], bool] | None = None
    """Whether a page that passed the test meets the condition, by its number; asked of as few as will do."""

    @property
    def given(self) -> tuple[object, ...]:
        """Values of `members` and of `rows`."""
        return self.values if self.others is None else self.others

    @property
    def cost(self) -> float:
        """What leading by it costs, in pages looked at."""
        return self.pages / (_IN_ITS_INDEX * self.dense) if self.rows else self.pages


@dataclass(frozen=True, slots=True)
class Search:
    """A question's FROM and WHERE, with the values for its marks in order."""

    source: str
    where: str
    values: tuple[object, ...]
    steps: int = 0
    """Steps of SQLite's machine after which it is given up; 0: never."""
    last: str = ""
    """What is tested of the pages found, in their order, until there are enough; with its own values."""
    last_values: tuple[object, ...] = ()
    tested: int = 0
    """How many are tested at first."""
    settled: tuple[Callable[[int], bool], ...] = ()
    """What is asked of each page last of all."""


def searches(conditions: Sequence[Condition], along: int, total: int, limit: int) -> tuple[Search, ...]:
    """Put conditions together: `along` of all `total` pages lie along the sort's index, and `limit` are wanted.

    Where there is a second search, it is for when the first one was given up.
    """
    lead = min((c for c in conditions if c.members), key=lambda c: c.cost, default=None)
    share = _share(conditions, total)
    walk = min(along, limit / share if share else along)
    settled = tuple(c.settled for c in conditions if c.settled)
    walked = Search(
        "pages p",
        " AND ".join(c.test for c in conditions),
        tuple(v for c in conditions for v in c.values),
        tested=_SPARE * limit,
        settled=settled,
    )
    if lead is None:
        return (walked,)
    rest = [c for c in conditions if c is not lead]
    led = _within(lead, rest, total, limit) if lead.rows else _led(lead, rest)
    led = replace(led, tested=max(led.tested, _SPARE * limit), settled=settled)
    # What many pages meet was counted up to a limit, so walks are shorter than they seem: one more dear to lead than
    # a row of a dense index costs is tried as it would be elsewhere.
    if lead.cost * lead.dense <= _WALKED * walk:
        return (led,)
    return (replace(walked, steps=int(_A_PAGE * lead.cost) + 1), led)


def _share(conditions: Sequence[Condition], total: int) -> float:
    """Estimate the share of pages that meet all conditions, as if they knew nothing of each other."""
    return prod(min(c.pages / max(c.among or total, 1), 1.0) for c in conditions if c.pages or c.members)


def _led(lead: Condition, rest: Sequence[Condition]) -> Search:
    """Begin with the pages that meet one condition; only those that pass what reads no page are looked at."""
    listed = [c for c in rest if c.members and c.pages < _LISTED * lead.pages]
    tests = [(f"m.page_id IN ({c.members})", c.given) for c in listed]
    tests += [(c.test.replace("p.id", "m.page_id"), c.values) for c in rest if c not in listed and not c.own]
    tests += [(c.test, c.values) for c in rest if c not in listed and c.own]
    return Search(
        f"({lead.members}) m CROSS JOIN pages p ON p.id = m.page_id",
        " AND ".join(test for test, _ in tests) or "1",
        (*lead.given, *(v for _, values in tests for v in values)),
    )


def _within(lead: Condition, rest: Sequence[Condition], total: int, limit: int) -> Search:
    """Begin with the pages that meet one condition, without looking at them; what more pages meet is tested last."""
    many = [c for c in rest if not c.own and not (c.members and c.pages <= lead.pages)]
    few = [c for c in rest if c not in many]
    tests = [(c.test, c.values) if c.own else (f"p.id IN ({c.members})", c.given) for c in few]
    share = _share(many, total)
    return Search(
        lead.rows,
        " AND ".join(test for test, _ in tests) or "1",
        (*lead.given, *(v for _, values in tests for v in values)),
        last=" AND ".join(c.test for c in many),
        last_values=tuple(v for c in many for v in c.values),
        tested=int(_SPARE * limit / share) if share else lead.pages,
    )


def found(
    db: sqlite3.Connection, asked: Sequence[Search], sql: Callable[[Search], str], limit: int
) -> list[tuple[int, float]]:
    """Answer with the first search that is not given up: pages' numbers, and what they are put in order by.

    `sql` writes a search out, with a mark more for how many are wanted.
    """
    for search in asked:
        try:
            return _first(db, search, sql(search), limit)
        except sqlite3.OperationalError as error:
            if not search.steps or error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
    raise AssertionError  # pragma: no cover - the last search has no end of its patience


def _first(db: sqlite3.Connection, search: Search, sql: str, limit: int) -> list[tuple[int, float]]:
    taken = max(limit, search.tested) if search.last or search.settled else limit
    while True:
        rows = _rows(db, sql, (*search.values, taken), search.steps)
        pages = list(dict.fromkeys(rows))
        if search.last:
            tested = f"SELECT p.id FROM (SELECT value AS id FROM json_each(?)) p WHERE {search.last}"  # noqa: S608 (own words)
            numbers = json.dumps([number for number, _ in pages])
            kept = {row[0] for row in db.execute(tested, (numbers, *search.last_values))}
            pages = [page for page in pages if page[0] in kept]
        meeting = (page for page in pages if all(settled(page[0]) for settled in search.settled))
        pages = list(islice(meeting, limit))
        if len(pages) >= limit or len(rows) < taken:
            return pages
        taken *= _MORE


def _rows(db: sqlite3.Connection, sql: str, values: tuple[object, ...], steps: int) -> list[tuple[int, float]]:
    """Ask, for so many steps of SQLite's machine at most, where that is not 0."""
    if steps:
        db.set_progress_handler(lambda: True, steps)
    try:
        return [tuple(row) for row in db.execute(sql, values)]
    finally:
        if steps:
            db.set_progress_handler(None, 0)


def counted(db: sqlite3.Connection, asked: Condition, at_most: int = MOST_COUNTED) -> Condition:
    """Count how many pages meet a condition, so that it may lead where they are few enough.

    Its own `pages` says how many they are at least, where that is kept, and `at_most` how many at most: what is few
    or many by these is not counted.
    """
    if at_most < MOST_COUNTED:
        return replace(asked, pages=at_most)
    if asked.pages >= MOST_COUNTED:
        return replace(asked, members="")
    sql = f"SELECT count(*) FROM ({asked.members.replace('DISTINCT ', '')} LIMIT {MOST_COUNTED})"  # noqa: S608 (own words)
    pages = int(db.execute(sql, asked.given).fetchone()[0])
    if pages < MOST_COUNTED:
        return replace(asked, pages=pages)
    return replace(asked, members="", pages=pages)
