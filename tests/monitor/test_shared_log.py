"""Two programs with one log: what one of them opens and closes never pulls the log from under the other."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from wonmun_monitor.log.connect import open_log

if TYPE_CHECKING:
    from pathlib import Path

ASK = """
import sys
from pathlib import Path
from wonmun_monitor.log.connect import open_log
with open_log(Path(sys.argv[1]), create=False, write=False) as log:
    log.db.execute("SELECT count(*) FROM pages").fetchone()
"""


def test_another_program_that_asks_and_leaves_does_not_take_the_write_ahead_log_away(tmp_path: Path) -> None:
    # Seen on a fresh clone: `wonmun pages` beside `wonmun up` ended in "disk I/O error" for most pages.
    path = tmp_path / "log.db"
    with open_log(path) as held:
        held.db.execute("SELECT count(*) FROM pages").fetchone()
        with open_log(path, write=False) as second:
            second.db.execute("SELECT count(*) FROM pages").fetchone()
        wal = path.with_name("log.db-wal")
        assert wal.exists()
        before = wal.stat().st_ino
        subprocess.run([sys.executable, "-c", ASK, str(path)], check=True, timeout=60, capture_output=True)
        assert wal.exists()
        assert wal.stat().st_ino == before
        with held.transaction() as db:
            db.execute(
                "INSERT INTO reports (url, wrong, note, created_at) VALUES ('http://a.example/', 'missed', '', 1)"
            )
        assert held.db.execute("SELECT count(*) FROM reports").fetchone()[0] == 1
