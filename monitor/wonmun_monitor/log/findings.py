"""A page's findings → rows, one a phrase: written by a visit, and brought up to date when a genuine copy comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun_monitor.log import campaigns

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from wonmun_monitor.intents import Found


def write_finding(db: sqlite3.Connection, page: int, found: Found, snapshot: int | None, now: float) -> int:
    """Write one finding, or bring the old one of the same phrase up to date; give 1 where it is new."""
    key = (page, found.key, int(found.cloaked))
    old = db.execute(
        "SELECT id, campaign_id FROM findings WHERE page_id = ? AND phrase_key = ? AND cloaked = ?", key
    ).fetchone()
    campaign = campaigns.join(db, found, now)
    profiles = ",".join(found.profiles)
    shared = (found.phrase, found.name, found.kind, found.score, found.count, profiles, found.places, snapshot)
    if old:
        db.execute(
            "UPDATE findings SET phrase = ?, name = ?, kind = ?, score = ?, count = ?, profiles = ?, places = ?, "
            "snapshot_id = ?, campaign_id = ?, last_seen = ?, reopened = reopened + (cleared_at IS NOT NULL), "
            "cleared_at = NULL WHERE id = ?",
            (*shared, campaign, int(now), old[0]),
        )
    else:
        db.execute(
            "INSERT INTO findings (phrase, name, kind, score, count, profiles, places, snapshot_id, campaign_id, "
            "last_seen, first_seen, page_id, phrase_key, cloaked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*shared, campaign, int(now), int(now), *key),
        )
    if old and old["campaign_id"] == campaign:
        campaigns.seen_again(db, campaign, now)
    else:
        campaigns.recount(db, campaign, now)
    return 0 if old else 1


def clear_findings(db: sqlite3.Connection, page: int, gone: Iterable[tuple[str, bool]], now: float) -> None:
    """Note that phrases are on a page no more."""
    db.executemany(
        "UPDATE findings SET cleared_at = ? WHERE page_id = ? AND phrase_key = ? AND cloaked = ? "
        "AND cleared_at IS NULL",
        [(int(now), page, key, int(cloaked)) for key, cloaked in gone],
    )
