"""Pages by what people ask for: state, host, phrase, campaign, feed, time, words; keyset paging."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from wonmun.errors import InputError
from wonmun_monitor.clock import iso
from wonmun_monitor.log.queries.conditions import Condition, Search, counted, found, searches
from wonmun_monitor.log.queries.covered import of_feed, with_phrase
from wonmun_monitor.log.queries.search import with_text
from wonmun_monitor.urls import spelled_host

if TYPE_CHECKING:
    import sqlite3

State = Literal["clean", "suspicious", "injected", "recovered", "gone", "failed"]
Sort = Literal["first_seen", "last_checked", "score"]
STATES: tuple[State, ...] = ("clean", "suspicious", "injected", "recovered", "gone", "failed")
SORTS: tuple[Sort, ...] = ("first_seen", "last_checked", "score")


@dataclass(frozen=True, slots=True)
class PageQuery:
    """What pages are asked for; conditions are joined by "and". Newest, or highest score, first.

    `since` and `until` are seconds since 1970 and refer to the last check when sorted by it, to the first
    sight otherwise. `after` is the token that `PageList.next` gave.
    """

    state: str | None = None
    host: str | None = None
    phrase: str | None = None
    campaign: int | None = None
    feed: str | int | None = None
    since: float | None = None
    until: float | None = None
    text: str | None = None
    sort: Sort = "first_seen"
    limit: int = 50
    after: str | None = None


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page of a list. Times are ISO 8601, UTC."""

    id: int
    url: str
    host: str
    state: str
    score: float
    title: str
    lang: str
    trusted: bool
    first_seen: str
    last_checked: str | None
    last_changed: str | None
    infected_since: str | None
    next_check: str | None
    genuine_url: str | None
    last_error: str
    phrases: tuple[str, ...]
    """Open findings' phrases, the most frequent first, at most five."""
    names: tuple[str, ...]
    """What those are called in a list: a hidden block by its first link and how many more there are."""


@dataclass(frozen=True, slots=True)
class PageList:
    """One stretch of the answer; `next` is None at the end."""

    pages: tuple[PageRow, ...]
    next: str | None


def list_pages(db: sqlite3.Connection, query: PageQuery) -> PageList:
    """Answer a question. Raises `InputError` for a state, sort or token that does not exist."""
    _check(query)
    query = replace(query, host=spelled_host(query.host)) if query.host else query
    states = _states(db)
    order = f"p.{query.sort} DESC, p.id DESC"

    def sql(search: Search) -> str:
        columns = f"p.id, p.{query.sort}"
        return f"SELECT {columns} FROM {search.source} WHERE {search.where} ORDER BY {order} LIMIT ?"  # noqa: S608 (own words)

    hosts = _pages_of(db, query.host) if query.host else 0
    along = hosts if query.host else states.get(query.state, 0) if query.state else sum(states.values())
    conditions = _conditions(db, query, states, hosts)
    pages = found(db, searches(conditions, along, sum(states.values()), query.limit), sql, query.limit + 1)
    shown = pages[: query.limit]
    token = f"{shown[-1][1]}_{shown[-1][0]}" if len(pages) > query.limit else None
    return PageList(tuple(page_row(db, row) for row in _rows(db, [number for number, _ in shown])), token)


def _rows(db: sqlite3.Connection, numbers: list[int]) -> list[sqlite3.Row]:
    """Read pages, in the order of their numbers."""
    sql = "SELECT p.* FROM json_each(?) n CROSS JOIN pages p ON p.id = n.value ORDER BY n.key"
    return db.execute(sql, (json.dumps(numbers),)).fetchall()


def page_row(db: sqlite3.Connection, row: sqlite3.Row) -> PageRow:
    """Make the record of a row of the table `pages`."""
    found = db.execute(
        "SELECT phrase, name FROM findings WHERE page_id = ? AND cleared_at IS NULL ORDER BY count DESC LIMIT 5",
        (row["id"],),
    ).fetchall()
    return PageRow(
        id=row["id"],
        url=row["url"],
        host=row["host"],
        state=row["state"],
        score=round(row["score"], 4),
        title=row["title"],
        lang=row["lang"],
        trusted=bool(row["trusted"]),
        first_seen=iso(row["first_seen"]) or "",
        last_checked=iso(row["last_checked"]),
        last_changed=iso(row["last_changed"]),
        infected_since=iso(row["infected_since"]),
        next_check=iso(row["next_check_at"]),
        genuine_url=row["genuine_url"] or None,
        last_error=row["last_error"],
        phrases=tuple(f["phrase"] for f in found),
        names=tuple(f["name"] or f["phrase"] for f in found),
    )


def with_ports(db: sqlite3.Connection, host: str) -> list[str]:
    """Name the hosts of the log that are this one with a port."""
    low = spelled_host(host)
    rows = db.execute("SELECT host FROM hosts WHERE host > ? AND host < ? LIMIT 5", (f"{low}:", f"{low};"))
    return [row[0] for row in rows]


def _check(query: PageQuery) -> None:
    if query.state is not None and query.state not in STATES:
        raise InputError(f"{query.state!r} is no state of a page; there are {', '.join(STATES)}")
    if query.sort not in SORTS:
        raise InputError(f"{query.sort!r} is nothing to sort by; there are {', '.join(SORTS)}")


def _token(text: str) -> tuple[float, int]:
    edge, _, number = text.partition("_")
    try:
        return float(edge), int(number)
    except ValueError:
        raise InputError("`next` is no token of this list; begin again without it") from None


def _states(db: sqlite3.Connection) -> dict[str, int]:
    """Count the pages in each state, from counts kept as they change."""
    return {row[0].removeprefix("state:"): row[1] for row in db.execute("SELECT what, n FROM counts")}


def _conditions(db: sqlite3.Connection, query: PageQuery, states: dict[str, int], hosts: int) -> list[Condition]:
    return [
        *_state_and_host(db, query, hosts),
        *_when(db, query),
        *_memberships(db, query, states),
        *([Condition(f"(p.{query.sort}, p.id) < (?, ?)", _token(query.after), own=True)] if query.after else ()),
    ]


def _state_and_host(db: sqlite3.Connection, query: PageQuery, hosts: int) -> list[Condition]:
    """Test state and host, which has so many pages; only the index of the last check holds both in order."""
    test, values = ("p.state = ?", (query.state,)) if query.state else ("p.state <> 'new'", ())
    state = Condition(test, values, own=True)
    if not query.host:
        return [state]
    if not query.state or query.sort == "last_checked":
        return [state, Condition("p.host = ?", (query.host,), own=True)]
    members = "SELECT id AS page_id FROM pages WHERE host = ? AND state = ?"
    both = Condition("p.host = ? AND +p.state = ?", (query.host, query.state), members, among=hosts, own=True)
    return [counted(db, both)]


def _pages_of(db: sqlite3.Connection, host: str) -> int:
    row = db.execute("SELECT pages FROM hosts WHERE host = ?", (host,)).fetchone()
    return int(row[0]) if row else 0


def _when(db: sqlite3.Connection, query: PageQuery) -> list[Condition]:
    column = "last_checked" if query.sort == "last_checked" else "first_seen"
    edges = [(sign, edge) for sign, edge in ((">=", query.since), ("<", query.until)) if edge is not None]
    if not edges:
        return []
    values = tuple(edge for _, edge in edges)
    test = " AND ".join(f"p.{column} {sign} ?" for sign, _ in edges)
    if query.sort == column:
        # SQLite would begin at either edge: `until`, or the place in the list, which is the nearer one
        test = test.replace(f"p.{column} <", f"+p.{column} <") if query.after else test
        return [Condition(test, values, own=True)]
    within = " AND ".join(f"{column} {sign} ?" for sign, _ in edges)
    members = f"SELECT id AS page_id FROM pages WHERE {within}"  # noqa: S608 (own names)
    return [counted(db, Condition(test.replace("p.", "+p."), values, members, own=True))]


def _memberships(db: sqlite3.Connection, query: PageQuery, states: dict[str, int]) -> list[Condition]:
    result: list[Condition] = []
    if query.phrase:
        result.append(with_phrase(db, query.phrase, query.state, states))
    if query.campaign is not None:
        result.append(_of_campaign(db, query.campaign))
    if query.feed is not None:
        result.append(of_feed(db, query.feed))
    if query.text:
        result.append(with_text(db, query.text))
    return result


def _of_campaign(db: sqlite3.Connection, number: int) -> Condition:
    test = "EXISTS (SELECT 1 FROM findings x WHERE x.page_id = p.id AND x.campaign_id = ?)"
    return counted(db, Condition(test, (number,), "SELECT DISTINCT page_id FROM findings WHERE campaign_id = ?"))
