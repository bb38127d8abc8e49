"""The outbox's rows: written beside what they are about, marked once they are sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wonmun.errors import InputError
from wonmun_monitor.urls import SAMPLE_MIRROR, normalise

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from wonmun_monitor.intents import AlertIntent
    from wonmun_monitor.log.connect import Log

LEASE = 90
"""Seconds for which an alert is held by who sends it; renewed before each delivery, which takes 30 at most."""


@dataclass(frozen=True, slots=True)
class Hold:
    """One turn of a sender."""

    holder: str
    is_gone: Callable[[str], bool]
    """Says of another holder whether it has surely ended."""


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


def told_already(db: sqlite3.Connection, page: int, lands: str, since: float) -> bool:
    """Say whether another page that leads to the same address had an alert since then: links that redirect to it.

    `lands` is where the page's redirects ended.
    """
    rows = db.execute(
        "SELECT DISTINCT b.url FROM alerts a JOIN bodies b ON b.page_id = a.page_id "
        "WHERE a.created_at >= ? AND a.page_id <> ? AND a.kind IN ('injected', 'reopened')",
        (int(since), page),
    )
    return any(_same(row[0], lands) for row in rows)


def _same(one: str, other: str) -> bool:
    """Whether two addresses are one page's; a server may redirect to one that nobody can normalise."""
    try:
        return one == other or normalise(one) == normalise(other)
    except InputError:
        return False


def waiting(
    db: sqlite3.Connection, hold: Hold, now: float, *, everything: bool = False, limit: int = 500
) -> list[Waiting]:
    """Give the alerts that are due and that nobody else is sending, oldest first.

    With `everything` those that wait for another try as well. A lease that ends later than any that is given now
    was given by a clock that has been set back since, and counts as over.
    """
    rows = db.execute(
        "SELECT id, dedupe_key, kind, subject, body, attempts, delivered, holder, held_until FROM alerts "
        "WHERE sent_at IS NULL AND next_try_at IS NOT NULL AND (?1 OR next_try_at <= ?2) ORDER BY id LIMIT ?3",
        (int(everything), int(now), limit),
    )
    return [
        Waiting(row[0], row[1], row[2], row[3], row[4], row[5], frozenset(row[6].split()))
        for row in rows
        if row["holder"] in {"", hold.holder}
        or not now < row["held_until"] <= now + LEASE
        or hold.is_gone(row["holder"])
    ]


def of_sample(db: sqlite3.Connection, numbers: Sequence[int]) -> set[int]:
    """Give those of the alerts that are about the sample site, which is there to be looked at."""
    marks = ", ".join("?" * len(numbers))
    rows = db.execute(
        "SELECT a.id FROM alerts a LEFT JOIN pages p ON p.id = a.page_id LEFT JOIN feeds f ON f.id = a.feed_id "  # noqa: S608
        f"WHERE a.id IN ({marks}) AND (f.url LIKE '%' || ? OR (p.url LIKE 'http://' || p.host || '/sample/%' "
        "AND EXISTS (SELECT 1 FROM feeds s WHERE s.url = 'http://' || p.host || ?)))",
        (*numbers, SAMPLE_MIRROR, SAMPLE_MIRROR),
    )
    return {row[0] for row in rows}


def claim(log: Log, hold: Hold, now: float, *, everything: bool = False) -> list[Waiting]:
    """Take hold of the alerts that are due; give those that are held now."""
    with log.transaction() as db:
        mine = waiting(db, hold, now, everything=everything)
        db.executemany(
            "UPDATE alerts SET holder = ?, held_until = ? WHERE id = ?",
            [(hold.holder, int(now) + LEASE, one.id) for one in mine],
        )
    return mine


def renew(log: Log, hold: Hold, numbers: Sequence[int], target: str, now: float) -> set[int]:
    """Hold alerts for another while; give those that are still held and that `target` has not taken."""
    still: set[int] = set()
    with log.transaction() as db:
        for number in numbers:
            row = db.execute(
                "UPDATE alerts SET held_until = ? WHERE id = ? AND holder = ? AND sent_at IS NULL RETURNING delivered",
                (int(now) + LEASE, number, hold.holder),
            ).fetchone()
            if row is not None and target not in row[0].split():
                still.add(number)
    return still


def release(log: Log, hold: Hold, numbers: Sequence[int]) -> None:
    """Let go of what is still held."""
    with log.transaction() as db:
        db.executemany(
            "UPDATE alerts SET holder = '', held_until = 0 WHERE id = ? AND holder = ?",
            [(number, hold.holder) for number in numbers],
        )


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
