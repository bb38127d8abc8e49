"""Opening the log: one connection, WAL, and a refusal in one sentence of what is not ours to write."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from wonmun.errors import LogError
from wonmun_monitor.log.versions import APPLICATION_ID, NAMES, applied

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

PATIENCE = 60.0
"""Seconds that a write waits for another writer before it gives up (a lock of 30 s must cost nothing)."""

_OF_THE_FILE = (sqlite3.DatabaseError, sqlite3.OperationalError)
"""What SQLite raises where the file or its disk is at fault; other errors are mistakes of ours."""


class Log:
    """One connection to the log. A connection belongs to one thread at a time; open one for each thread."""

    def __init__(self, path: Path | str, db: sqlite3.Connection) -> None:
        self.path = Path(path)
        self.db = db
        self.behind = False
        """Whether the file lacks what a newer version asks for: only where it was opened to be read."""
        self.later: list[Callable[[sqlite3.Connection], None]] = []
        """What the transaction under way writes last, in this order: entries of full-text indexes, which every update
        of a row between two of them would have written out, a part of the index for each. One may add others."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the file; what is wrong with it where it was read is told as a `LogError`."""
        self.close()
        if isinstance(error, sqlite3.Error) and type(error) in _OF_THE_FILE:
            raise explain(error, self.path) from error

    def close(self) -> None:
        """Let go of the file; harmless when already closed."""
        self.db.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing, as the only writer from the first statement on.

        Raises `LogError` where the disk is full, the file is damaged or another writer does not let go;
        nothing of the block is kept then. Inside another transaction it is a part of that one.
        """
        if self.db.in_transaction:
            yield self.db
            return
        try:
            self.db.execute("BEGIN IMMEDIATE")
            yield self.db
            for write in self.later:
                write(self.db)
            self.db.execute("COMMIT")
        except BaseException as error:
            self._roll_back()
            if isinstance(error, sqlite3.Error):
                raise explain(error, self.path) from error
            raise
        finally:
            self.later.clear()

    def _roll_back(self) -> None:
        if self.db.in_transaction:
            self.db.execute("ROLLBACK")


def open_log(path: Path | str, *, create: bool = True, write: bool = True) -> Log:
    """Open the log at `path` (":memory:" for a passing one), bringing its schema up to date.

    With `create=False` a file that is not there is an error. With `write=False` nothing is ever written,
    the schema included. Raises `LogError` where the file is no log, is damaged, or was written by a newer
    version; the file is left as it is then.
    """
    place = Path(path)
    memory = str(path) == ":memory:"
    if not memory:
        _look_before(place, create=create and write)
    try:
        db = sqlite3.connect(str(path), timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as error:
        raise explain(error, place) from error
    log = Log(path, db)
    try:
        _settle(log, write=write, memory=memory)
    except BaseException as error:
        db.close()
        if isinstance(error, sqlite3.Error):
            raise explain(error, place) from error
        raise
    return log


def _look_before(place: Path, *, create: bool) -> None:
    # Never opens the file: closing any handle of ours would drop the locks that SQLite holds on it in this process,
    # and another process, taking itself for the last one, would then delete the write-ahead log under us
    # (sqlite.org/howtocorrupt.html, section 2.2).
    if place.is_dir():
        raise LogError(f"{place}: is a folder; name a file in log.path")
    if not place.exists():
        if not create:
            raise LogError(f"{place}: there is no log yet; `wonmun monitor` or `wonmun up` makes one")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LogError(f"{place}: its folder cannot be made ({error.strerror}); mend log.path") from error


def _settle(log: Log, *, write: bool, memory: bool) -> None:
    db = log.db
    db.row_factory = sqlite3.Row
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    owner = db.execute("PRAGMA application_id").fetchone()[0]
    if tables and owner != APPLICATION_ID:
        raise LogError(f"{log.path}: is another program's database; name another file in log.path")
    there = applied(db)
    if newer := there - set(NAMES):
        raise LogError(
            f"{log.path}: was written by a newer version of wonmun ({min(newer)}); upgrade wonmun, "
            "or name another file in log.path"
        )
    if not write:
        db.execute("PRAGMA query_only = ON")
    elif not memory:
        db.execute("PRAGMA journal_mode = WAL")
        # What each statement, and each visit of a transaction, would have to take back, is kept in memory: in a file
        # it was four fifths of all that the monitor wrote (117 KB a page became 24).
        db.execute("PRAGMA temp_store = MEMORY")
    db.execute("PRAGMA synchronous = FULL" if write else "PRAGMA mmap_size = 0")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA cache_size = -32000")
    log.behind = bool(set(NAMES) - there) and not write
    if write and set(NAMES) - there:
        from wonmun_monitor.log.schema import bring_up_to_date  # noqa: PLC0415 - see versions.py

        with log.transaction():
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            bring_up_to_date(db)


def explain(error: sqlite3.Error, path: Path | str) -> LogError:
    """Turn what SQLite says into a sentence that tells the user what to do."""
    text = str(error).lower()
    if "full" in text or "disk i/o" in text:
        return LogError(f"{path}: the disk is full or failing ({error}); make room, nothing recorded is lost")
    if "locked" in text or "busy" in text:
        return LogError(f"{path}: another program has held the log for over {PATIENCE:.0f} s; close it")
    if "malformed" in text or "not a database" in text or "corrupt" in text:
        return LogError(
            f"{path}: is no wonmun log, or is damaged ({error}); restore a backup, or name another in log.path"
        )
    if "readonly" in text or "unable to open" in text:
        return LogError(f"{path}: the log cannot be opened for writing ({error}); mend its permissions")
    return LogError(f"{path}: the log refuses ({error}); `wonmun doctor` says more")
