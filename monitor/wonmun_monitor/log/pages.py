"""Pages as the monitor works on them: which are due, what is known of one, how a host wants to be treated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wonmun_monitor.intents import PageState
from wonmun_monitor.log.rows import record
from wonmun_monitor.urls import domains_of, host_of, normalise

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container, Sequence

    from wonmun_monitor.log.connect import Log


@dataclass(frozen=True, slots=True)
class HostRow:
    """What is known of a host's wishes. Moments are seconds since 1970."""

    robots: str = ""
    robots_at: float | None = None
    not_before: float = 0


def due_pages(
    db: sqlite3.Connection,
    now: float,
    *,
    limit: int = 1000,
    without: Sequence[str] = (),
    known: Container[int] = (),
) -> list[PageState]:
    """Give pages to be visited now, longest due first; those of the hosts `without` are left out.

    So are those whose numbers are `known`, though they count towards the limit.
    """
    marks = ", ".join("?" * len(without))
    sql = (
        f"SELECT * FROM pages WHERE next_check_at <= ? AND host NOT IN ({marks}) "  # noqa: S608 (only question marks)
        "ORDER BY next_check_at LIMIT ?"
    )
    rows = db.execute(sql, (int(now), *without, limit))
    return [record(PageState, row) for row in rows if row["id"] not in known]


def make_all_due(log: Log, now: float) -> None:
    """Have every page visited now, whatever its time."""
    with log.transaction() as db:
        db.execute(
            "UPDATE pages SET next_check_at = ?1 WHERE next_check_at > ?1 OR next_check_at IS NULL",
            (int(now),),
        )


def page_state(db: sqlite3.Connection, number: int) -> PageState | None:
    """Give all that deciding needs to know of a page."""
    row = db.execute("SELECT * FROM pages WHERE id = ?", (number,)).fetchone()
    if row is None:
        return None
    found = db.execute(
        "SELECT phrase_key, cloaked, phrase, name FROM findings WHERE page_id = ? AND cleared_at IS NULL "
        "ORDER BY count DESC",
        (number,),
    ).fetchall()
    return replace(
        record(PageState, row),
        listed=bool(listing(db, row["host"])),
        open_findings=frozenset((f["phrase_key"], bool(f["cloaked"])) for f in found),
        open_names=tuple(f["name"] or f["phrase"] for f in found),
    )


def listing(db: sqlite3.Connection, host: str) -> tuple[str, ...]:
    """Give the addresses of the subscribed blocklists that name a host, or a domain above it."""
    names = domains_of(host)
    marks = ", ".join("?" * len(names))
    sql = (
        "SELECT DISTINCT f.url FROM listed_hosts l JOIN feeds f ON f.id = l.feed_id "  # noqa: S608 (only question marks)
        f"WHERE l.host IN ({marks}) AND f.enabled = 1 AND f.removed = 0 ORDER BY f.url"
    )
    rows = db.execute(sql, names)
    return tuple(row[0] for row in rows)


def add_page(log: Log, url: str, now: float, *, origin: str = "user") -> int:
    """Note a page to be visited at once, known already or not; give its number. Raises `InputError`."""
    address = normalise(url)
    with log.transaction() as db:
        row = db.execute(
            "INSERT INTO pages (url, host, origin, first_seen, next_check_at, force) VALUES (?, ?, ?, ?, ?, 1) "
            "ON CONFLICT (url) DO UPDATE SET next_check_at = min(coalesce(next_check_at, excluded.next_check_at), "
            "excluded.next_check_at), force = 1 RETURNING id",
            (address, host_of(address), origin, int(now), int(now)),
        ).fetchone()
        return int(row[0])


def host_row(db: sqlite3.Connection, host: str) -> HostRow:
    """Give what is known of a host."""
    row = db.execute("SELECT robots, robots_at, not_before FROM hosts WHERE host = ?", (host,)).fetchone()
    return HostRow(*row) if row else HostRow()


def keep_robots(log: Log, host: str, robots: str, status: int, now: float) -> None:
    """Remember a host's robots.txt."""
    with log.transaction() as db:
        db.execute(
            "INSERT INTO hosts (host, robots, robots_status, robots_at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE "
            "SET robots = excluded.robots, robots_status = excluded.robots_status, robots_at = excluded.robots_at",
            (host, robots, status, int(now)),
        )


def hold_host(log: Log, host: str, until: float) -> None:
    """Leave a host alone until then: it asked for it."""
    with log.transaction() as db:
        db.execute(
            "INSERT INTO hosts (host, not_before) VALUES (?, ?) ON CONFLICT DO UPDATE "
            "SET not_before = max(not_before, excluded.not_before)",
            (host, int(until)),
        )


def put_off(log: Log, page: int, until: float) -> None:
    """Have a page visited later, for no fault of its own."""
    with log.transaction() as db:
        db.execute("UPDATE pages SET next_check_at = ? WHERE id = ?", (int(until), page))
