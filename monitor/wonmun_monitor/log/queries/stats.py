"""The log in numbers, and over time; all from counts kept as things happen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wonmun_monitor.clock import iso
from wonmun_monitor.log.queries.pages import STATES
from wonmun_monitor.urls import SAMPLE_MIRROR

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Stats:
    """How much there is of everything."""

    pages: int
    unvisited: int
    states: dict[str, int]
    hosts_injected: int
    feeds: int
    feeds_failing: int
    campaigns: int
    alerts: int
    alerts_pending: int
    reports: int
    bytes: int
    """Size of the log's file."""


@dataclass(frozen=True, slots=True)
class Day:
    """What happened on one day (UTC)."""

    day: str
    polls: int = 0
    pages: int = 0
    visits: int = 0
    findings: int = 0
    alerts: int = 0


@dataclass(frozen=True, slots=True)
class HostCount:
    """A host and how many of its pages are injected now."""

    host: str
    pages: int


def get_stats(db: sqlite3.Connection) -> Stats:
    """Count."""
    counts = {row[0]: row[1] for row in db.execute("SELECT what, n FROM counts")}
    states: dict[str, int] = {state: counts.get(f"state:{state}", 0) for state in STATES}

    def one(sql: str) -> int:
        return int(db.execute(sql).fetchone()[0])

    # Where a link of an infected page led nowhere, no page of ours failed.
    astray = "SELECT count(*) FROM pages WHERE state = 'failed' AND origin IN ('lead', 'link') AND text_hash IS NULL"
    states["failed"] = states["failed"] - one(astray) if states["failed"] else 0
    return Stats(
        pages=sum(states.values()),
        unvisited=counts.get("state:new", 0),
        states=states,
        hosts_injected=one(
            "SELECT count(DISTINCT host) FROM pages INDEXED BY pages_injected_hosts WHERE state = 'injected'"
        ),
        feeds=one("SELECT count(*) FROM feeds WHERE removed = 0 AND enabled = 1"),
        feeds_failing=one("SELECT count(*) FROM feeds WHERE removed = 0 AND enabled = 1 AND failures > 0"),
        campaigns=one("SELECT count(*) FROM campaigns"),
        alerts=one("SELECT count(*) FROM alerts"),
        alerts_pending=one("SELECT count(*) FROM alerts WHERE sent_at IS NULL AND next_try_at IS NOT NULL"),
        reports=one("SELECT count(*) FROM reports"),
        bytes=one("PRAGMA page_count") * one("PRAGMA page_size"),
    )


def by_day(db: sqlite3.Connection, now: float, days: int = 30) -> tuple[Day, ...]:
    """Give the last days, oldest first, those on which nothing happened as well."""
    wanted = [(iso(now - 86400 * back) or "")[:10] for back in range(days - 1, -1, -1)]
    counts: dict[str, dict[str, int]] = {day: {} for day in wanted}
    for row in db.execute("SELECT day, what, n FROM daily WHERE day >= ?", (wanted[0],)):
        if row["day"] in counts:
            counts[row["day"]][row["what"]] = row["n"]
    return tuple(
        Day(day, *(amounts.get(name, 0) for name in ("polls", "pages", "visits", "findings", "alerts")))
        for day, amounts in counts.items()
    )


def injected_hosts(db: sqlite3.Connection) -> tuple[HostCount, ...]:
    """Give the hosts that serve injected copies now, with how many pages, most pages first.

    Trusted pages' hosts are left out: a publisher that was broken into is told, not blocked. So is the sample's: who
    subscribed to it would block this machine, the dashboard included.
    """
    rows = db.execute(
        "SELECT host, count(*) AS n FROM pages INDEXED BY pages_injected_hosts WHERE state = 'injected' GROUP BY host "
        "HAVING max(trusted) = 0 AND NOT EXISTS (SELECT 1 FROM feeds WHERE url = 'http://' || host || ?) "
        "ORDER BY n DESC, host",
        (SAMPLE_MIRROR,),
    )
    return tuple(HostCount(row[0], row[1]) for row in rows)
