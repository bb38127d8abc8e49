"""A small log to ask: twenty pages on four hosts, every fifth one injected."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.queries.pages import PageQuery, list_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wonmun_monitor.log.connect import Log


@contextmanager
def twenty_pages(folder: Path) -> Iterator[Log]:
    """Write the log and open it."""
    with open_log(folder / "log.db") as opened:
        db = opened.db
        db.execute(
            "INSERT INTO feeds (id, url, created) VALUES (1, 'http://f.example/', 0), (2, 'http://g.example/', 0)"
        )
        for n in range(1, 21):
            bad = n % 5 == 0
            db.execute(
                "INSERT INTO pages (id, url, host, state, score, first_seen, last_checked) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (n, f"http://h{n % 4}.example/{n}", f"h{n % 4}.example", "injected" if bad else "clean",
                 n / 100, 1000 + n // 2, 5000 - n),
            )  # fmt: skip
            db.execute(
                "INSERT INTO feed_items (page_id, feed_id, guid_hash, first_seen) VALUES (?, ?, x'00', 0)",
                (n, 1 + n % 2),
            )
            if bad:
                db.execute(
                    "INSERT INTO findings (page_id, phrase_key, phrase, kind, count, first_seen, last_seen) "
                    "VALUES (?, '먹튀검증', '먹튀 검증', 'insertion', ?, 1, 1)", (n, n))  # fmt: skip
        yield opened


def numbers(log: Log, **asked: Any) -> list[int]:
    """Ask for pages; give their numbers."""
    return [p.id for p in list_pages(log.db, PageQuery(**asked)).pages]
