"""Leads from infected pages to their publishers' articles: found with what the log knows, kept, and visited once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.errors import InputError
from wonmun.net.leads import Lead, find_leads
from wonmun.net.publishers import is_publishers
from wonmun_monitor.urls import host_of, normalise

if TYPE_CHECKING:
    import sqlite3

    from wonmun.model import Page, Report
    from wonmun_monitor.intents import VisitIntent

_FEEDS, _EACH = 200, 3
"""Trusted feeds that are looked through, and the newest pages of each."""


def leads_of(db: sqlite3.Connection, page: Page, report: Report) -> tuple[Lead, ...]:
    """Give the addresses where a page's genuine copy may be; none where it is clean, or its copy is known."""
    if report.verdict == "clean" or report.genuine_url:
        return ()
    return find_leads(page, _publishers_addresses(db))


def trusts(db: sqlite3.Connection, address: str) -> bool:
    """Say whether what stands at an address counts as a publisher's own article.

    It does where the table of publishers knows the host, or a trusted feed has named pages there; not where one of the
    host's pages is injected now.
    """
    host = host_of(address)
    if not is_publishers(address) and not _any(db, host, "trusted = 1"):
        return False
    return not _any(db, host, "state = 'injected'")


def write_leads(db: sqlite3.Connection, intent: VisitIntent) -> None:
    """Keep the leads, and have the addresses that the log does not know yet visited at once, and then not again."""
    now = int(intent.now)
    for lead in intent.leads:
        try:
            url = normalise(lead.address)
        except InputError:
            continue
        db.execute(
            "INSERT INTO leads (page_id, url, reason, found_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (intent.page_id, url, lead.reason, now),
        )
        db.execute(
            "INSERT INTO pages (url, host, trusted, origin, first_seen, next_check_at, depth) "
            "SELECT ?, ?, ?, 'lead', ?, ?, depth + 1 FROM pages WHERE id = ? ON CONFLICT (url) DO NOTHING",
            (url, host_of(url), int(trusts(db, url)), now, now, intent.page_id),
        )


def _any(db: sqlite3.Connection, host: str, condition: str) -> bool:
    found = db.execute(f"SELECT 1 FROM pages WHERE host = ? AND {condition} LIMIT 1", (host,))  # noqa: S608 (own words)
    return found.fetchone() is not None


def _publishers_addresses(db: sqlite3.Connection) -> tuple[str, ...]:
    """Give the newest pages' addresses of every trusted feed, a few of each: how its articles are addressed."""
    feeds = db.execute("SELECT id FROM feeds WHERE trust = 1 AND removed = 0 ORDER BY id LIMIT ?", (_FEEDS,)).fetchall()
    return tuple(
        row[0]
        for feed in feeds
        for row in db.execute(
            "SELECT url FROM pages WHERE id IN "
            "(SELECT page_id FROM feed_items WHERE feed_id = ? ORDER BY page_id DESC LIMIT ?)",
            (feed[0], _EACH),
        )
    )
