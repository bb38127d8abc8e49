"""Logs as older versions wrote them: what later migrations did is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun_monitor.log.tables import TABLES, TRIGGERS

if TYPE_CHECKING:
    import sqlite3


def without_pages_of_feeds(db: sqlite3.Connection) -> None:
    """Take back what the migration 0014 did."""
    db.execute("DROP TRIGGER feed_items_told")
    db.execute("DROP TABLE feed_items")
    begin = TABLES.index("CREATE TABLE feed_items")
    for statement in TABLES[begin:].split(";\n")[:2]:
        db.execute(statement)
    db.execute(next(trigger for trigger in TRIGGERS if "feed_items_added" in trigger))
    db.execute("DELETE FROM _sqlite_migrations WHERE name = '0014_pages_of_feeds'")


def without_pages_of_findings(db: sqlite3.Connection) -> None:
    """Take back what the migrations 0012 and 0013 did, but for the state."""
    for trigger in ("findings_page_kept", "pages_told", "findings_phrase_counted", "findings_phrase_gone"):
        db.execute(f"DROP TRIGGER {trigger}")
    db.execute("ALTER TABLE phrases DROP COLUMN n")
    into = "INSERT OR IGNORE INTO phrases SELECT new.phrase_key, ''"
    db.execute(f"CREATE TRIGGER findings_phrase_kept AFTER INSERT ON findings BEGIN {into}; END")
    db.execute("DROP INDEX findings_now")
    db.execute("DROP INDEX findings_phrase")
    for name in ("host", "first_seen", "last_checked", "score"):
        db.execute(f"ALTER TABLE findings DROP COLUMN page_{name}")
    db.execute("CREATE INDEX findings_phrase ON findings (phrase_key)")
    db.execute("DROP INDEX pages_in_vain")
    db.execute("DELETE FROM _sqlite_migrations WHERE name IN ('0012_pages_of_findings', '0013_findings_now')")


def without_states_of_findings(db: sqlite3.Connection) -> None:
    """Take back the migrations 0010, 0012 and 0013."""
    without_pages_of_findings(db)
    db.execute("ALTER TABLE findings DROP COLUMN page_state")
    db.execute("DELETE FROM _sqlite_migrations WHERE name = '0010_states_of_findings'")
