"""Feeds in the log: taken over from the configuration, added and removed by people, brought up to date by polls."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from wonmun.errors import InputError
from wonmun_monitor.intents import FeedState
from wonmun_monitor.log.alerts import write_alert
from wonmun_monitor.log.rows import record
from wonmun_monitor.log.tally import count_day
from wonmun_monitor.urls import clip, host_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from wonmun_monitor.intents import FeedIntent
    from wonmun_monitor.log.connect import Log
    from wonmun_monitor.presets import Preset
    from wonmun_monitor.sources import Wanted

_STATE = "SELECT id, url, kind, trust, format, interval, etag, last_modified, body_hash, failures, alerted FROM feeds"


def sync_feeds(log: Log, wanted: Sequence[Wanted], now: float) -> None:
    """Take the configuration's sources over; those it no longer names rest, with all that is known of them.

    A feed that somebody removed stays removed until it is added again by hand.
    """
    with log.transaction() as db:
        db.executemany(
            "INSERT INTO feeds (url, kind, origin, trust, interval, term, format, title, created, next_check_at) "
            "VALUES (?, ?, 'config', ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (url) DO UPDATE SET kind = excluded.kind, "
            "trust = excluded.trust, interval = excluded.interval, term = excluded.term, "
            "format = excluded.format, enabled = max(enabled, origin = 'rest'), "
            "origin = CASE origin WHEN 'rest' THEN 'config' ELSE origin END "
            "WHERE origin IN ('config', 'rest')",
            [(w.url, w.kind, int(w.trust), w.interval, w.term, w.format, w.title, int(now)) for w in wanted],
        )
        urls = {w.url for w in wanted}
        rows = db.execute("SELECT id, url FROM feeds WHERE origin = 'config'").fetchall()
        gone = [(row["id"],) for row in rows if row["url"] not in urls]
        db.executemany("UPDATE feeds SET origin = 'rest', enabled = 0 WHERE id = ?", gone)


def add_feed(log: Log, url: str, now: float, *, trust: bool = False, title: str = "") -> int:
    """Add a feed by hand, or bring a removed one back; it is polled at once. Gives its number.

    Raises `InputError` where `url` is no http(s) address.
    """
    address = url.strip()
    parts = urlsplit(address)
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname or any(c.isspace() for c in address):
        raise InputError(f"{clip(url)}: is no http or https address; give the feed's own address")
    with log.transaction() as db:
        return _add(db, address, now, trust=trust, title=title)


def add_preset(log: Log, preset: Preset, now: float) -> int:
    """Add all feeds of a list by hand; give how many there are."""
    with log.transaction() as db:
        for one in preset.feeds:
            number = _add(db, one.url, now, trust=True, title=one.name)
            db.execute("UPDATE feeds SET kind = ? WHERE id = ?", (one.kind, number))
    return len(preset.feeds)


def remove_preset(log: Log, preset: Preset) -> int:
    """Stop polling all feeds of a list; give how many were polled."""
    with log.transaction():
        return sum(remove_feed(log, one.url) for one in preset.feeds)


def _add(db: sqlite3.Connection, address: str, now: float, *, trust: bool, title: str) -> int:
    row = db.execute(
        "INSERT INTO feeds (url, origin, trust, title, created, next_check_at) VALUES (?, 'user', ?, ?, ?, 0) "
        "ON CONFLICT (url) DO UPDATE SET enabled = 1, removed = 0, next_check_at = 0, failures = 0, "
        "alerted = 0, trust = max(trust, excluded.trust), "
        "origin = CASE origin WHEN 'rest' THEN 'user' ELSE origin END RETURNING id",
        (address, int(trust), title, int(now)),
    ).fetchone()
    return int(row[0])


def remove_feed(log: Log, feed: int | str) -> bool:
    """Stop polling a feed, named by number or address; its pages stay. False where there is none."""
    column = "id" if isinstance(feed, int) else "url"
    with log.transaction() as db:
        done = db.execute(
            f"UPDATE feeds SET removed = 1, enabled = 0 WHERE {column} = ? AND removed = 0",  # noqa: S608
            (feed,),
        )
        return done.rowcount > 0


def due_feeds(db: sqlite3.Connection, now: float, *, everything: bool = False) -> list[FeedState]:
    """Give the feeds to poll now, blocklists first and trusted ones before the others."""
    rows = db.execute(
        f"{_STATE} WHERE enabled = 1 AND removed = 0 AND (?1 OR next_check_at <= ?2) "
        "ORDER BY kind <> 'blocklist', trust DESC, next_check_at, id",
        (int(everything), int(now)),
    )
    return [record(FeedState, row) for row in rows]


def apply_feed(log: Log, feed: FeedState, intent: FeedIntent) -> int:
    """Write what a poll brought: new pages (due at once), the feed's row, its alert. Gives how many pages are new."""
    out = intent.outcome
    with log.transaction() as db:
        new = 0 if out.unchanged or out.failure else _items(db, feed, intent)
        if feed.kind == "blocklist" and not out.unchanged and not out.failure:
            _listed(db, feed.id, out.hosts)
        _row(db, feed, intent)
        if intent.alert:
            write_alert(db, intent.alert, intent.now, feed_id=feed.id)
        count_day(db, intent.now, polls=1, pages=new, alerts=1 if intent.alert else 0)
        return new


def _items(db: sqlite3.Connection, feed: FeedState, intent: FeedIntent) -> int:
    new = 0
    now = int(intent.now)
    for item in intent.outcome.items:
        added = db.execute(
            "INSERT INTO pages (url, host, trusted, origin, title, first_seen, next_check_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO NOTHING RETURNING id",
            (item.url, host_of(item.url), int(feed.trust), feed.kind, item.title[:300], now, now),
        ).fetchone()
        new += added is not None
        if added is None and feed.trust:
            db.execute("UPDATE pages SET trusted = 1 WHERE url = ? AND trusted = 0", (item.url,))
        db.execute(
            "INSERT INTO feed_items (page_id, feed_id, guid_hash, first_seen) "
            "SELECT id, ?, ?, ? FROM pages WHERE url = ? ON CONFLICT DO UPDATE SET guid_hash = excluded.guid_hash "
            "WHERE guid_hash <> excluded.guid_hash",
            (feed.id, guid_hash(item.guid), now, item.url),
        )
    return new


def guid_hash(guid: str) -> bytes:
    """Eight bytes that stand for an entry's own name."""
    return hashlib.sha256(guid.encode("utf-8", "surrogatepass")).digest()[:8]


def _listed(db: sqlite3.Connection, feed: int, hosts: Iterable[str]) -> None:
    db.execute("DELETE FROM listed_hosts WHERE feed_id = ?", (feed,))
    db.executemany(
        "INSERT INTO listed_hosts (host, feed_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(host, feed) for host in hosts],
    )


def _row(db: sqlite3.Connection, feed: FeedState, intent: FeedIntent) -> None:
    out = intent.outcome
    db.execute(
        "UPDATE feeds SET next_check_at = ?, last_checked = ?, failures = ?, last_error = ?, enabled = ?, "
        "alerted = ? WHERE id = ?",
        (int(intent.next_check_at), int(intent.now), intent.failures,
         out.failure.message if out.failure else "", int(intent.enabled), int(intent.alerted), feed.id),
    )  # fmt: skip
    if out.failure is None:
        db.execute("UPDATE feeds SET last_ok = ? WHERE id = ?", (int(intent.now), feed.id))
    if out.failure is None and not out.unchanged:
        db.execute(
            "UPDATE feeds SET etag = ?, last_modified = ?, body_hash = ?, note = ?, "
            "title = CASE ? WHEN '' THEN title ELSE ? END WHERE id = ?",
            (out.etag, out.last_modified, out.body_hash, out.note, out.title, out.title[:300], feed.id),
        )
