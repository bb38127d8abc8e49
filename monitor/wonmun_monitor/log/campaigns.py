"""Which findings belong together: those that share a phrase, a foreign link target or a hidden block's form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun_monitor.urls import clip

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from wonmun_monitor.intents import Found

_LOOKED_AT = 50
"""Pages of a host that say whether it is a trusted publisher's."""


def join(db: sqlite3.Connection, found: Found, now: float) -> int:
    """Give the campaign of a finding, making one where there is none and merging those it ties together."""
    keys = [key for key in found.campaign_keys if not _is_publishers(db, key)]
    marks = ", ".join("?" * len(keys))
    rows = db.execute(
        f"SELECT DISTINCT campaign_id FROM campaign_keys WHERE key IN ({marks}) ORDER BY campaign_id",  # noqa: S608
        keys,
    ).fetchall()
    known = [row[0] for row in rows]
    if not known:
        row = db.execute(
            "INSERT INTO campaigns (label, kind, first_seen, last_seen) VALUES (?, ?, ?, ?) RETURNING id",
            (_label(found, keys), found.kind, int(now), int(now)),
        ).fetchone()
        known = [row[0]]
    first, *others = known
    for other in others:
        db.execute("UPDATE findings SET campaign_id = ? WHERE campaign_id = ?", (first, other))
        db.execute("UPDATE campaign_keys SET campaign_id = ? WHERE campaign_id = ?", (first, other))
        db.execute(
            "UPDATE campaigns SET first_seen = min(first_seen, (SELECT first_seen FROM campaigns WHERE id = ?)) "
            "WHERE id = ?",
            (other, first),
        )
        db.execute("DELETE FROM campaigns WHERE id = ?", (other,))
    db.executemany(
        "INSERT INTO campaign_keys (key, campaign_id) VALUES (?, ?) ON CONFLICT (key) DO NOTHING",
        [(key, first) for key in keys],
    )
    if others:
        recount(db, first, now)
    return int(first)


def _label(found: Found, keys: Sequence[str]) -> str:
    """Name a campaign: by its phrase; a doorway, whose sentences are stolen from honest texts, by what binds it.

    That is where it links to, else the template of its hidden blocks.
    """
    ties = [key for key in keys if not key.startswith("phrase:")] if found.kind == "doorway" else []
    if not ties:
        return clip(found.name or found.phrase, 80)
    kind, _, what = min(ties, key=lambda key: not key.startswith("link:")).partition(":")
    return clip(f"doorway → {what}" if kind == "link" else f"doorway, template {what[:8]}", 80)


def _is_publishers(db: sqlite3.Connection, key: str) -> bool:
    """Say whether a link leads to a trusted publisher: a mirror keeps its original's links, and that ties nothing."""
    kind, _, host = key.partition(":")
    if kind != "link":
        return False
    row = db.execute(
        "SELECT 1 FROM (SELECT trusted FROM pages WHERE host IN (?1, 'www.' || ?1, 'm.' || ?1) LIMIT ?2) "
        "WHERE trusted = 1 LIMIT 1",
        (host, _LOOKED_AT),
    ).fetchone()
    return row is not None


def seen_again(db: sqlite3.Connection, campaign: int, now: float) -> None:
    """Note that a campaign is still there, by a finding that it has counted before."""
    db.execute("UPDATE campaigns SET last_seen = max(last_seen, ?) WHERE id = ?", (int(now), campaign))


def recount(db: sqlite3.Connection, campaign: int, now: float) -> None:
    """Bring a campaign's numbers of pages and hosts up to date; takes as long as it has findings."""
    db.execute(
        "UPDATE campaigns SET last_seen = max(last_seen, ?1), (pages, hosts) = "
        "(SELECT count(DISTINCT f.page_id), count(DISTINCT p.host) FROM findings f JOIN pages p ON p.id = f.page_id "
        "WHERE f.campaign_id = ?2) WHERE id = ?2",
        (int(now), campaign),
    )
