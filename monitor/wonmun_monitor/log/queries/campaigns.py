"""Campaigns: findings that belong together, their hosts, and how they grow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wonmun_monitor.clock import iso

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """One campaign. Times are ISO 8601, UTC."""

    id: int
    label: str
    kind: str
    pages: int
    hosts: int
    first_seen: str
    last_seen: str


@dataclass(frozen=True, slots=True)
class CampaignStory:
    """A campaign with what holds it together and how it grew."""

    campaign: CampaignRow
    phrases: tuple[tuple[str, int], ...]
    """Phrase and number of pages, most pages first, at most 50."""
    hosts: tuple[tuple[str, int], ...]
    """Host and number of pages, most pages first, at most 200."""
    keys: tuple[str, ...]
    """What ties it together: phrase:…, link:HOST, form:…"""
    growth: tuple[tuple[str, int], ...]
    """Day (ISO) and number of pages found until then."""


def list_campaigns(db: sqlite3.Connection, *, limit: int = 50) -> tuple[CampaignRow, ...]:
    """Give campaigns, the latest active first."""
    rows = db.execute("SELECT * FROM campaigns ORDER BY last_seen DESC, id DESC LIMIT ?", (limit,))
    return tuple(_row(row) for row in rows)


def get_campaign(db: sqlite3.Connection, campaign: int) -> CampaignStory | None:
    """Tell a campaign's story. None where there is none of that number."""
    row = db.execute("SELECT * FROM campaigns WHERE id = ?", (campaign,)).fetchone()
    if row is None:
        return None
    return CampaignStory(
        campaign=_row(row),
        phrases=_pairs(
            db,
            "SELECT phrase, count(DISTINCT page_id) AS n FROM findings WHERE campaign_id = ? "
            "GROUP BY phrase_key ORDER BY n DESC LIMIT 50",
            campaign,
        ),
        hosts=_pairs(
            db,
            "SELECT p.host, count(DISTINCT p.id) AS n FROM findings f JOIN pages p ON p.id = f.page_id "
            "WHERE f.campaign_id = ? GROUP BY p.host ORDER BY n DESC, p.host LIMIT 200",
            campaign,
        ),
        keys=tuple(
            r[0] for r in db.execute("SELECT key FROM campaign_keys WHERE campaign_id = ? LIMIT 100", (campaign,))
        ),
        growth=_growth(db, campaign),
    )


def _growth(db: sqlite3.Connection, campaign: int) -> tuple[tuple[str, int], ...]:
    daily = _pairs(
        db,
        "SELECT date(first, 'unixepoch') AS day, count(*) FROM (SELECT min(first_seen) AS first "
        "FROM findings WHERE campaign_id = ? GROUP BY page_id) GROUP BY day ORDER BY day",
        campaign,
    )
    total = 0
    result: list[tuple[str, int]] = []
    for day, count in daily:
        total += count
        result.append((day, total))
    return tuple(result)


def _pairs(db: sqlite3.Connection, sql: str, campaign: int) -> tuple[tuple[str, int], ...]:
    return tuple((row[0], row[1]) for row in db.execute(sql, (campaign,)))


def _row(row: sqlite3.Row) -> CampaignRow:
    return CampaignRow(
        id=row["id"],
        label=row["label"],
        kind=row["kind"],
        pages=row["pages"],
        hosts=row["hosts"],
        first_seen=iso(row["first_seen"]) or "",
        last_seen=iso(row["last_seen"]) or "",
    )
