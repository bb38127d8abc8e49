"""Counts by day, kept as they happen: what the plot over time shows without counting rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun_monitor.clock import iso

if TYPE_CHECKING:
    import sqlite3


def count_day(db: sqlite3.Connection, now: float, **amounts: int) -> None:
    """Add to the day's counts (UTC), one a name."""
    day = (iso(now) or "")[:10]
    db.executemany(
        "INSERT INTO daily (day, what, n) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n",
        [(day, what, amount) for what, amount in amounts.items() if amount],
    )
