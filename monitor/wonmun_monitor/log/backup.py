"""An online copy of the log: SQLite's own back-up, some pages at a time, then made whole and checked."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from wonmun.errors import LogError
from wonmun_monitor.log.connect import explain
from wonmun_monitor.log.versions import APPLICATION_ID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wonmun_monitor.log.connect import Log

_STEP = 4096
"""Database pages copied at a time (16 MB)."""
_MARK, _HEADER = 68, 72
"""Where a database file says whose it is."""


def back_up(log: Log, target: Path) -> int:
    """Copy the log into `target` while others read and write; give its size in bytes.

    The copy appears under its name only when it is whole, in an older one's place where there is one. Raises `LogError`
    where it cannot be written, or something else has that name.
    """
    if target.exists() and log.path.exists() and target.samefile(log.path):
        raise LogError(f"{target}: is the log itself; name another file")
    if target.exists() and not target.is_file():
        raise LogError(f"{target}: is no file but a device, a pipe or a folder; name a file")
    if target.exists() and not _may_be_replaced(target):
        raise LogError(f"{target}: is there already and is no back-up of a log; name another file")
    if not target.parent.is_dir():
        raise LogError(f"{target}: there is no folder {target.parent}; make it, or name another file")
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        copy = sqlite3.connect(part)
        try:
            with _standing_still(log.db):
                log.db.backup(copy, pages=_STEP, sleep=0.01)
            copy.execute("PRAGMA journal_mode = DELETE")
            if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise LogError(f"{target}: the copy is damaged, and so may be the log; keep older copies")
        finally:
            copy.close()
        os.replace(part, target)  # noqa: PTH105 - replaces on every platform
    except sqlite3.Error as error:
        part.unlink(missing_ok=True)
        raise explain(error, target) from error
    except OSError as error:
        raise LogError(f"{target}: cannot be written ({error.strerror})") from error
    return target.stat().st_size


def _may_be_replaced(target: Path) -> bool:
    """Say whether a file is an older back-up, by the mark in its header (sqlite.org/fileformat.html), or empty."""
    try:
        with target.open("rb") as file:
            begins = file.read(_HEADER)
    except OSError as error:
        raise LogError(f"{target}: cannot be written ({error.strerror})") from error
    return not begins or begins[_MARK:_HEADER] == APPLICATION_ID.to_bytes(4, "big")


@contextmanager
def _standing_still(db: sqlite3.Connection) -> Iterator[None]:
    """Look at one state of the log: without, a copy begins anew whenever somebody writes, and never ends."""
    db.execute("BEGIN")
    try:
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield
    finally:
        db.execute("ROLLBACK")
