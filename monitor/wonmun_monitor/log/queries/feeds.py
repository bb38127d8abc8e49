"""Feeds and their health."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from wonmun_monitor.clock import iso
from wonmun_monitor.log.rows import record

if TYPE_CHECKING:
    import sqlite3

Health = Literal["new", "ok", "failing", "off"]
"""How a feed does: not polled yet, polled, failing at its last polls, paused."""


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One feed, site map, list, search or blocklist. Times are ISO 8601, UTC."""

    id: int
    url: str
    kind: str
    origin: str
    """config, user, or rest (the configuration no longer names it)."""
    trust: bool
    enabled: bool
    health: Health
    title: str
    term: str
    pages: int
    last_checked: str | None
    last_ok: str | None
    next_check: str | None
    failures: int
    last_error: str
    note: str


_ALL = "SELECT * FROM feeds WHERE removed = 0"


def list_feeds(db: sqlite3.Connection, *, kind: str | None = None) -> tuple[FeedRow, ...]:
    """Give all feeds that were not removed, those in trouble first, then by address."""
    rows = db.execute(
        f"{_ALL} AND (?1 IS NULL OR kind = ?1) ORDER BY enabled DESC, failures > 0 DESC, url",
        (kind,),
    )
    return tuple(_row(row) for row in rows)


def get_feed(db: sqlite3.Connection, feed: int | str) -> FeedRow | None:
    """Give one feed, by number or address; removed ones as well."""
    column = "id" if isinstance(feed, int) else "url"
    row = db.execute(f"SELECT * FROM feeds WHERE {column} = ?", (feed,)).fetchone()  # noqa: S608
    return _row(row) if row else None


def _row(row: sqlite3.Row) -> FeedRow:
    times = {name: iso(row[name]) for name in ("last_checked", "last_ok")}
    return record(FeedRow, row, **times, next_check=iso(row["next_check_at"] or None), health=_health(row))


def _health(row: sqlite3.Row) -> Health:
    if not row["enabled"]:
        return "off"
    if row["failures"]:
        return "failing"
    return "ok" if row["last_ok"] else "new"
