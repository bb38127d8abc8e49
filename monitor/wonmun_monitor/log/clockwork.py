"""What the log must know of the clock: when it was last seen, and how to move plans when it is set back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from wonmun_monitor.log.connect import Log

_PLANS = (
    ("feeds", "next_check_at"),
    ("pages", "next_check_at"),
    ("alerts", "next_try_at"),
    ("hosts", "not_before"),
)


def shift_plans(log: Log, step: float, now: float) -> None:
    """Move every plan that lies in the future by `step` seconds, but not into the past."""
    with log.transaction() as db:
        for table, column in _PLANS:
            db.execute(
                f"UPDATE {table} SET {column} = max({column} + ?1, ?2) WHERE {column} > ?2",  # noqa: S608 (own names)
                (int(step), int(now)),
            )


def last_seen(db: sqlite3.Connection) -> float | None:
    """Give the latest moment that a monitor noted, in seconds since 1970."""
    row = db.execute("SELECT value FROM meta WHERE key = 'seen'").fetchone()
    return float(row[0]) if row else None


def note_seen(log: Log, now: float) -> None:
    """Note that the clock says `now`."""
    with log.transaction() as db:
        db.execute(
            "INSERT INTO meta VALUES ('seen', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            (str(int(now)),),
        )
