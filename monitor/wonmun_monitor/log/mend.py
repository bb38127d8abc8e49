"""What a log lacks that an early commit made: the first tables were changed in place then, not by migrations."""

from __future__ import annotations

import sqlite3

from wonmun_monitor.log.tables import TABLES


def mend(db: sqlite3.Connection) -> list[str]:
    """Add the columns, tables and indexes of `TABLES` that are missing; give what was added."""
    whole = sqlite3.connect(":memory:")
    try:
        for statement in filter(str.strip, TABLES.split(";\n")):
            whole.execute(statement)
        added: list[str] = []
        wanted = whole.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC")
        for kind, name, sql in wanted.fetchall():
            if not db.execute("SELECT 1 FROM sqlite_master WHERE type = ? AND name = ?", (kind, name)).fetchone():
                db.execute(sql)
                added.append(name)
            elif kind == "table":
                added += _columns(db, whole, name)
        return added
    finally:
        whole.close()


def _columns(db: sqlite3.Connection, whole: sqlite3.Connection, table: str) -> list[str]:
    there = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
    missing = [row for row in whole.execute(f"PRAGMA table_info({table})") if row[1] not in there]
    for _, name, kind, required, default, _ in missing:
        # Nothing but a constant can be added to rows that are there.
        constant = default if default is not None else ("''" if kind == "TEXT" else "0") if required else None
        must = f" NOT NULL DEFAULT {constant}" if required else f" DEFAULT {constant}" if constant else ""
        db.execute(f"ALTER TABLE {table} ADD COLUMN {name} {kind}{must}")
    return [f"{table}.{row[1]}" for row in missing]
