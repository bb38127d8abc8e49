"""Findings: one a page and phrase, with every place of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from wonmun_monitor.clock import iso
from wonmun_monitor.log.rows import record

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One phrase on one page. Times are ISO 8601, UTC; `cleared_at` is None while it stands there."""

    id: int
    page_id: int
    url: str
    host: str
    phrase: str
    name: str
    """What it is called in a list."""
    kind: str
    cloaked: bool
    """Only some visitors are shown it: those of `profiles`."""
    score: float
    count: int
    profiles: tuple[str, ...]
    campaign_id: int | None
    snapshot_id: int | None
    first_seen: str
    last_seen: str
    cleared_at: str | None
    reopened: int
    places: tuple[dict[str, Any], ...]
    """start, end, found, kind, replacement, confidence, source, evidence, before, after."""


_ALL = "SELECT f.*, p.url, p.host FROM findings f CROSS JOIN pages p ON p.id = f.page_id"


def findings_of(db: sqlite3.Connection, page: int) -> tuple[FindingRow, ...]:
    """Give a page's findings, open ones first, then the most frequent."""
    rows = db.execute(f"{_ALL} WHERE f.page_id = ? ORDER BY f.cleared_at IS NOT NULL, f.count DESC, f.id", (page,))
    return tuple(_row(row) for row in rows)


def list_findings(
    db: sqlite3.Connection,
    *,
    campaign: int | None = None,
    limit: int = 50,
    before: int | None = None,
    injected_only: bool = True,
) -> tuple[FindingRow, ...]:
    """Give findings, newest first, of pages that are injected now; `before` is a finding's number."""
    where = ["f.page_state = 'injected' AND f.cleared_at IS NULL"] if injected_only else ["1"]
    values: list[object] = []
    for condition, value in (("f.campaign_id = ?", campaign), ("f.id < ?", before)):
        if value is not None:
            where.append(condition)
            values.append(value)
    rows = db.execute(
        f"{_ALL} WHERE {' AND '.join(where)} ORDER BY f.id DESC LIMIT ?",
        (*values, limit),
    )
    return tuple(_row(row) for row in rows)


def _row(row: sqlite3.Row) -> FindingRow:
    return record(
        FindingRow,
        row,
        name=row["name"] or row["phrase"],
        score=round(row["score"], 4),
        profiles=tuple(row["profiles"].split(",")),
        first_seen=iso(row["first_seen"]) or "",
        last_seen=iso(row["last_seen"]) or "",
        cleared_at=iso(row["cleared_at"]),
        places=tuple(msgspec.json.decode(row["places"])),
    )
