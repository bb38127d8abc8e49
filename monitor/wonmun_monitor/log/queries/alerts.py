"""Alerts: what was said, and what still waits to be sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wonmun_monitor.clock import iso
from wonmun_monitor.log.rows import record

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One alert. Times are ISO 8601, UTC.

    `sent_at` is None while it waits, and for good where no target is configured (`next_try_at` is None then).
    """

    id: int
    key: str
    kind: str
    """injected, reopened, feed_failing, feed_recovered, feed_gone or test."""
    page_id: int | None
    feed_id: int | None
    subject: str
    body: str
    created_at: str
    sent_at: str | None
    next_try_at: str | None
    attempts: int
    last_error: str


def list_alerts(
    db: sqlite3.Connection,
    *,
    pending: bool = False,
    page: int | None = None,
    limit: int = 50,
    before: int | None = None,
) -> tuple[AlertRow, ...]:
    """Give alerts, newest first; `before` is an alert's number, for the next stretch."""
    where = ["sent_at IS NULL AND next_try_at IS NOT NULL"] if pending else ["1"]
    values: list[object] = []
    for condition, value in (("page_id = ?", page), ("id < ?", before)):
        if value is not None:
            where.append(condition)
            values.append(value)
    rows = db.execute(
        f"SELECT * FROM alerts WHERE {' AND '.join(where)} ORDER BY id DESC LIMIT ?",  # noqa: S608 (own words)
        (*values, limit),
    )
    return tuple(_row(row) for row in rows)


def _row(row: sqlite3.Row) -> AlertRow:
    return record(
        AlertRow,
        row,
        key=row["dedupe_key"],
        created_at=iso(row["created_at"]) or "",
        sent_at=iso(row["sent_at"]),
        next_try_at=None if row["sent_at"] else iso(row["next_try_at"]),
    )
