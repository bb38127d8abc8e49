"""The log's migrations: known by name, and loaded only where there is something to apply."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from sqlite_utils import Database

from wonmun_monitor.log.connect import open_log
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


def test_a_log_of_an_older_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with open_log(path) as log:
        log.db.execute("ALTER TABLE alerts DROP COLUMN holder")
        log.db.execute("ALTER TABLE alerts DROP COLUMN held_until")
        log.db.execute("DELETE FROM _sqlite_migrations WHERE name = '0003_alert_claims'")
    with open_log(path) as log:
        assert log.db.execute("SELECT holder, held_until FROM alerts").fetchall() == []
        assert applied(log.db) == set(NAMES)
