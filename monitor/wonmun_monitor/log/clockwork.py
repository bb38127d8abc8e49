"""What the log knows of the clock: when it was last seen, what was done when, how plans move when it is set back."""

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


SEEN, THINNED = "seen", "thinned"


def noted(db: sqlite3.Connection, what: str) -> float | None:
    """Give the moment that was noted last under a name, in seconds since 1970."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (what,)).fetchone()
    return float(row[0]) if row else None


def note(log: Log, what: str, now: float) -> None:
    """Note that something was so, or done, at `now`."""
    with log.transaction() as db:
        db.execute(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            (what, str(int(now))),
        )
