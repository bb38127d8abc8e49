"""Two programs with one log: what one of them opens and closes never pulls the log from under the other."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from wonmun_monitor.log.connect import open_log

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

COME_AND_GO = (
    "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute('SELECT count(*) FROM pages'); db.close()"
)


def test_another_program_that_comes_and_goes_does_not_take_the_write_ahead_log_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Seen on a fresh clone: `wonmun pages` beside `wonmun up` ended most visits in "disk I/O error". The file was looked
    # at before SQLite opened it, and closing that handle dropped the locks of every connection in the process.
    path = tmp_path / "log.db"
    connect = sqlite3.connect

    def another_program_first(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        subprocess.run([sys.executable, "-c", COME_AND_GO, str(path)], check=True, timeout=60, capture_output=True)
        opened: sqlite3.Connection = connect(*args, **kwargs)
        return opened

    with open_log(path) as held:
        held.db.execute("SELECT count(*) FROM pages").fetchone()
        log_inode = path.with_name("log.db-wal").stat().st_ino
        monkeypatch.setattr(sqlite3, "connect", another_program_first)
        with open_log(path) as second:
            assert path.with_name("log.db-wal").stat().st_ino == log_inode
            assert second.db.execute("SELECT count(*) FROM pages").fetchone()[0] == 0
