"""The outbox's rows: written beside what they are about, marked once they are sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from wonmun_monitor.intents import AlertIntent
    from wonmun_monitor.log.connect import Log


@dataclass(frozen=True, slots=True)
class Waiting:
    """An alert that is to be sent."""

    id: int
    key: str
    kind: str
    subject: str
    body: str
    attempts: int
    delivered: frozenset[str] = frozenset()
    """Names of the targets that have taken it."""


def write_alert(
    db: sqlite3.Connection,
    alert: AlertIntent,
    now: float,
    *,
    page_id: int | None = None,
    feed_id: int | None = None,
) -> None:
    """Put a message into the outbox; one whose key is there already is not written again."""
    db.execute(
        "INSERT INTO alerts (dedupe_key, kind, page_id, feed_id, created_at, subject, body, next_try_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (dedupe_key) DO NOTHING",
        (alert.key, alert.kind, page_id, feed_id, int(now), alert.subject, alert.body, int(now)),
    )


def waiting(db: sqlite3.Connection, now: float, *, everything: bool = False, limit: int = 500) -> list[Waiting]:
    """Give the alerts that are due, oldest first; with `everything` those that wait for another try as well."""
    rows = db.execute(
        "SELECT id, dedupe_key, kind, subject, body, attempts, delivered FROM alerts WHERE sent_at IS NULL "
        "AND next_try_at IS NOT NULL AND (?1 OR next_try_at <= ?2) ORDER BY id LIMIT ?3",
        (int(everything), int(now), limit),
    )
    return [Waiting(row[0], row[1], row[2], row[3], row[4], row[5], frozenset(row[6].split())) for row in rows]


def is_delivered(db: sqlite3.Connection, number: int, target: str) -> bool:
    """Say whether a target has taken an alert by now, or the alert is closed."""
    row = db.execute("SELECT delivered, sent_at FROM alerts WHERE id = ?", (number,)).fetchone()
    return row is None or row["sent_at"] is not None or target in row["delivered"].split()


def mark_delivered(log: Log, numbers: Sequence[int], target: str) -> None:
    """Note that one target has taken these."""
    with log.transaction() as db:
        db.executemany(
            "UPDATE alerts SET delivered = trim(delivered || ' ' || ?) WHERE id = ?",
            [(target, number) for number in numbers],
        )


def mark_whole(log: Log, numbers: Sequence[int], targets: Sequence[str], now: float) -> int:
    """Close those of the alerts that every target has taken; give how many."""
    closed = 0
    with log.transaction() as db:
        for number in numbers:
            row = db.execute("SELECT delivered FROM alerts WHERE id = ?", (number,)).fetchone()
            if row and set(targets) <= set(row[0].split()):
                closed += 1
                db.execute(
                    "UPDATE alerts SET sent_at = ?, attempts = attempts + 1, last_error = '' WHERE id = ?",
                    (int(now), number),
                )
    return closed


def mark_kept(log: Log, numbers: Sequence[int]) -> None:
    """Note that these are only to be read in the log: no target is configured."""
    with log.transaction() as db:
        db.executemany("UPDATE alerts SET next_try_at = NULL WHERE id = ?", [(n,) for n in numbers])


def mark_failed(log: Log, numbers: Sequence[int], next_try_at: float, error: str) -> None:
    """Note that these could not be sent and when to try again."""
    with log.transaction() as db:
        db.executemany(
            "UPDATE alerts SET next_try_at = ?, attempts = attempts + 1, last_error = ? WHERE id = ?",
            [(int(next_try_at), error, number) for number in numbers],
        )
