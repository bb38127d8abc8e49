"""The names of the migrations that this version knows: enough to say whether a log is up to date, or too new.

Apart from the migrations themselves, because sqlite-utils, which applies them, takes a third of a second to load
where pandas is installed, and nearly every start finds nothing to apply.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = 0x776F6E6D
"""Says in the file's header whose it is ("wonm")."""
NAMES = (
    "0001_tables",
    "0002_injected_hosts",
    "0003_alert_claims",
    "0004_hosts_in_order",
    "0005_mended",
    "0006_leads",
    "0007_again",
    "0008_leads_by_address",
    "0009_phrases",
    "0010_states_of_findings",
    "0011_names_of_findings",
    "0012_pages_of_findings",
    "0013_findings_now",
    "0014_pages_of_feeds",
)
SET = "wonmun"


def applied(db: sqlite3.Connection) -> set[str]:
    """Give the names of the migrations that a log has seen."""
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone():
        return set()
    return {row[0] for row in db.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (SET,))}
