"""The log's migrations: known by name, and loaded only where there is something to apply."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from sqlite_utils import Database

from tests.monitor.older import without_pages_of_feeds, without_pages_of_findings, without_states_of_findings
from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.feeds import add_feed
from wonmun_monitor.log.mend import mend
from wonmun_monitor.log.schema import MIGRATIONS
from wonmun_monitor.log.versions import NAMES, applied

if TYPE_CHECKING:
    from pathlib import Path


def test_every_migration_is_known_by_name_without_loading_what_applies_it(tmp_path: Path) -> None:
    with open_log(tmp_path / "log.db") as log:
        assert applied(log.db) == set(NAMES) == {m.name for m in MIGRATIONS.applied(Database(log.db))}
    code = "import sys; from wonmun_monitor.log.connect import open_log; open_log(sys.argv[1]); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code, tmp_path / "log.db"], capture_output=True, text=True, check=True)
    assert "wonmun_monitor.log.versions" in told.stdout.split()
    assert "sqlite_utils" not in told.stdout.split()


def test_pandas_is_not_loaded_for_a_new_log(tmp_path: Path) -> None:
    """sqlite-utils would, where it is installed, and it takes longer than all else that a first start does."""
    (tmp_path / "pandas.py").write_text("print('loaded')", encoding="utf-8")
    code = "import sys; sys.path.insert(0, sys.argv[1]); from wonmun_monitor.log.connect import open_log; "
    code += "open_log(sys.argv[1] + '/log.db'); print('sqlite_utils' in sys.modules, 'pandas' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["True", "False"]


def test_a_log_of_an_early_commit_is_mended(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with open_log(path) as log:
        db = log.db
        key = add_feed(log, "http://a.example/rss", 0.0)
        db.execute("INSERT INTO alerts (dedupe_key, kind, created_at, subject, body) VALUES ('k', 'test', 1, 's', 'b')")
        without_pages_of_feeds(db)
        db.execute("ALTER TABLE alerts DROP COLUMN delivered")
        db.execute("DROP TRIGGER feed_items_added")
        db.execute("ALTER TABLE feeds DROP COLUMN pages")
        db.execute("DROP INDEX alerts_created")
        db.execute("DROP TABLE daily")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = '0005_mended'")
    with open_log(path) as log:
        assert [tuple(row) for row in log.db.execute("SELECT dedupe_key, delivered FROM alerts")] == [("k", "")]
        assert [tuple(row) for row in log.db.execute("SELECT id, pages FROM feeds")] == [(key, 0)]
        assert log.db.execute("SELECT count(*) FROM daily").fetchone()[0] == 0
        assert log.db.execute("SELECT 1 FROM sqlite_master WHERE name = 'alerts_created'").fetchone()
        assert mend(log.db) == ["feed_items_feed"], "a later migration has it as the table's own order"


def test_a_log_of_an_older_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with open_log(path) as log:
        log.db.execute("ALTER TABLE alerts DROP COLUMN holder")
        log.db.execute("ALTER TABLE alerts DROP COLUMN held_until")
        log.db.execute("DELETE FROM _sqlite_migrations WHERE name = '0003_alert_claims'")
    with open_log(path) as log:
        assert log.db.execute("SELECT holder, held_until FROM alerts").fetchall() == []
        assert applied(log.db) == set(NAMES)


def test_findings_know_of_their_page_what_it_is_asked_for(tmp_path: Path) -> None:
    """Those of before and new ones, and what changes with each visit."""
    path = tmp_path / "log.db"
    with open_log(path) as log:
        without_pages_of_findings(log.db)
        log.db.execute(
            "INSERT INTO pages (id, url, host, state, score, first_seen, last_checked) VALUES (3, 'u', 'h', 'injected', .9, 5, 7)"
        )
        finding = "INSERT INTO findings (page_id, phrase_key, phrase, kind, first_seen, last_seen) VALUES (3, ?, 'k', 'l', 1, 1)"
        log.db.execute(finding, ("old",))
    with open_log(path) as log:
        log.db.execute(finding, ("new",))
        kept = "SELECT page_state, page_host, page_score, page_first_seen, page_last_checked FROM findings"
        assert [tuple(row) for row in log.db.execute(kept)] == [("injected", "h", 0.9, 5, 7)] * 2
        log.db.execute("UPDATE pages SET state = 'recovered', score = .1, last_checked = 9")
        assert [tuple(row) for row in log.db.execute(kept)] == [("recovered", "h", 0.1, 5, 9)] * 2
        log.db.execute("INSERT INTO pages (id, url, host, first_seen) VALUES (4, 'v', 'h', 0)")
        log.db.execute(finding.replace("(3,", "(4,"), ("new",))
        log.db.execute("DELETE FROM pages WHERE id = 3")
        assert [tuple(row) for row in log.db.execute("SELECT key, n FROM phrases")] == [("new", 1), ("old", 0)]


def test_feeds_items_know_of_their_page_what_it_is_asked_for(tmp_path: Path) -> None:
    """Those of before and new ones, and what changes with each visit."""
    path = tmp_path / "log.db"
    with open_log(path) as log:
        without_pages_of_feeds(log.db)
        feed, other = (add_feed(log, f"http://{name}.example/rss", 0.0) for name in "ab")
        page = (
            "INSERT INTO pages (id, url, host, state, score, first_seen, last_checked) VALUES (?, ?, 'h', ?, .9, 5, 7)"
        )
        log.db.execute(page, (3, "u", "injected"))
        item = "INSERT INTO feed_items (page_id, feed_id, guid_hash, first_seen) VALUES (?, ?, x'07', 8)"
        log.db.execute(item, (3, feed))
    with open_log(path) as log:
        log.db.execute(item, (3, other))
        log.db.execute(page, (4, "v", "clean"))
        log.db.execute(item, (4, other))
        kept = "page_state, page_host, page_score, page_first_seen, page_last_checked, hex(guid_hash), first_seen"
        of_three = f"SELECT feed_id, {kept} FROM feed_items WHERE page_id = 3 ORDER BY feed_id"
        rows = [tuple(row) for row in log.db.execute(of_three)]
        assert rows == [(number, "injected", "h", 0.9, 5, 7, "07", 8) for number in (feed, other)]
        log.db.execute("UPDATE pages SET state = 'recovered', score = .1, last_checked = 9 WHERE id = 3")
        rows = [tuple(row) for row in log.db.execute(of_three)]
        assert rows == [(number, "recovered", "h", 0.1, 5, 9, "07", 8) for number in (feed, other)]
        assert [row[0] for row in log.db.execute("SELECT pages FROM feeds ORDER BY id")] == [1, 2]
        assert log.db.execute("SELECT page_state FROM feed_items WHERE page_id = 4").fetchone()[0] == "clean"
        log.db.execute("DELETE FROM pages WHERE id = 3")
        assert log.db.execute("SELECT count(*) FROM feed_items").fetchone()[0] == 1


def test_findings_of_before_learn_their_pages_state(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with open_log(path) as log:
        db = log.db
        without_states_of_findings(db)
        db.execute("INSERT INTO pages (id, url, host, state, first_seen) VALUES (3, 'u', 'h', 'recovered', 0)")
        db.execute(
            "INSERT INTO findings (page_id, phrase_key, phrase, kind, first_seen, last_seen) VALUES (3, 'k', 'k', 'l', 1, 1)"
        )
    with open_log(path) as log:
        assert log.db.execute("SELECT page_state FROM findings").fetchone()[0] == "recovered"


def test_a_new_log_is_made_without_numpy_and_pandas() -> None:
    """They took .9 s of a first start, for column types that no table of ours has."""
    code = "import sys, wonmun_monitor.log.schema; print(sorted({'numpy', 'pandas'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_monitor_starts_without_what_its_workers_load() -> None:
    code = (
        "import sys, wonmun_monitor.service, wonmun_monitor.commands.monitor; "
        "print(sorted({'numpy', 'bs4', 'lxml', 'rapidfuzz', 'feedparser', 'apscheduler', 'rich'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
