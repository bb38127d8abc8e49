"""Pages by what people ask for: state, host, phrase, campaign, feed, time, words; keyset paging."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from wonmun.errors import InputError
from wonmun_monitor.clock import iso
from wonmun_monitor.found import phrase_key
from wonmun_monitor.log.queries.search import snapshots_with

if TYPE_CHECKING:
    import sqlite3

State = Literal["clean", "suspicious", "injected", "recovered", "gone", "failed"]
Sort = Literal["first_seen", "last_checked", "score"]
STATES: tuple[State, ...] = ("clean", "suspicious", "injected", "recovered", "gone", "failed")
SORTS: tuple[Sort, ...] = ("first_seen", "last_checked", "score")
FEW = 5_000
"""A condition that at most so many pages meet leads the search; a broader one is tested along the sort's index."""


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


@dataclass(frozen=True, slots=True)
class PageList:
    """One stretch of the answer; `next` is None at the end."""

    pages: tuple[PageRow, ...]
    next: str | None


def list_pages(db: sqlite3.Connection, query: PageQuery) -> PageList:
    """Answer a question. Raises `InputError` for a state, sort or token that does not exist."""
    _check(query)
    where, values = _conditions(db, query)
    if query.after:
        edge, number = _token(query.after)
        where.append(f"(p.{query.sort}, p.id) < (?, ?)")
        values += [edge, number]
    order = f"p.{query.sort} DESC, p.id DESC"
    sql = f"SELECT p.* FROM pages p WHERE {' AND '.join(where)} ORDER BY {order} LIMIT ?"  # noqa: S608
    rows = db.execute(sql, (*values, query.limit + 1)).fetchall()
    shown = rows[: query.limit]
    more = len(rows) > query.limit
    token = f"{shown[-1][query.sort]}_{shown[-1]['id']}" if more else None
    return PageList(tuple(page_row(db, row) for row in shown), token)


def page_row(db: sqlite3.Connection, row: sqlite3.Row) -> PageRow:
    """Make the record of a row of the table `pages`."""
    phrases = db.execute(
        "SELECT phrase FROM findings WHERE page_id = ? AND cleared_at IS NULL ORDER BY count DESC LIMIT 5",
        (row["id"],),
    )
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
        phrases=tuple(p[0] for p in phrases),
    )


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


def _conditions(db: sqlite3.Connection, query: PageQuery) -> tuple[list[str], list[object]]:
    where: list[str] = ["p.state = ?" if query.state else "p.state <> 'new'"]
    values: list[object] = [query.state] if query.state else []
    if query.host:
        where.append(_host(db, query))
        values.append(query.host.lower())
    when = "last_checked" if query.sort == "last_checked" else "first_seen"
    for sign, edge in ((">=", query.since), ("<", query.until)):
        if edge is not None:
            where.append(f"p.{when} {sign} ?")
            values.append(edge)
    for condition, value in _memberships(db, query):
        where.append(condition)
        values.append(value)
    if query.text:
        numbers = snapshots_with(db, query.text)
        marks = ", ".join(str(number) for number in numbers)
        where.append(f"p.id IN ({marks})")
    return where, values


def _host(db: sqlite3.Connection, query: PageQuery) -> str:
    """Test a host of very many pages along the sort's index; only the order by last check has its own with hosts."""
    row = db.execute("SELECT pages FROM hosts WHERE host = ?", ((query.host or "").lower(),)).fetchone()
    narrow = row is None or row[0] <= FEW or (query.state and query.sort == "last_checked")
    return "p.host = ?" if narrow else "+p.host = ?"


def _memberships(db: sqlite3.Connection, query: PageQuery) -> list[tuple[str, object]]:
    """Phrase, campaign and feed: led by their own index where they are narrow, tested page by page otherwise."""
    wanted: list[tuple[str, str, object]] = []
    if query.phrase:
        wanted.append(("findings", "phrase_key", phrase_key(query.phrase)))
    if query.campaign is not None:
        wanted.append(("findings", "campaign_id", query.campaign))
    if query.feed is not None:
        wanted.append(("feed_items", "feed_id", _feed_number(db, query.feed)))
    result: list[tuple[str, object]] = []
    for table, column, value in wanted:
        count = db.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {column} = ? LIMIT {FEW + 1})",  # noqa: S608
            (value,),
        ).fetchone()[0]
        if count <= FEW:
            condition = f"p.id IN (SELECT page_id FROM {table} WHERE {column} = ?)"  # noqa: S608 (own names)
        else:
            condition = f"EXISTS (SELECT 1 FROM {table} x WHERE x.page_id = p.id AND x.{column} = ?)"  # noqa: S608
        result.append((condition, value))
    return result


def _feed_number(db: sqlite3.Connection, feed: str | int) -> int:
    if isinstance(feed, int):
        return feed
    row = db.execute("SELECT id FROM feeds WHERE url = ?", (feed,)).fetchone()
    return row[0] if row else -1
