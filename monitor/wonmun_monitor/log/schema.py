"""The tables of the log, as a list of migrations that is only ever appended to, each in one transaction.

Moments are whole seconds since 1970, UTC. Texts are kept compressed (zlib). The two full-text tables hold
no text: fingerprints as seven-letter words, and terms (syllable bigrams, words of other scripts), each once
a page. Both designs were measured, see ARCHITECTURE.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun_monitor.log.lean import without

with without("numpy", "pandas"):
    from sqlite_utils import Database, Migrations

from wonmun_monitor.log.mend import mend
from wonmun_monitor.log.pack import unpack
from wonmun_monitor.log.tables import FTS, INDEXES, TABLES, TRIGGERS
from wonmun_monitor.log.versions import SET

if TYPE_CHECKING:
    import sqlite3

MIGRATIONS = Migrations(SET)
"""Each one's name stands in `versions.py` as well."""
_TEXT_OF_PHRASE = (
    "CASE WHEN {0}phrase_key LIKE '#%' THEN substr(lower(replace({0}phrase, ' ', '')), 1, 2000) ELSE '' END"
)
"""What the table of phrases keeps beside a key that is a hash."""


def bring_up_to_date(db: sqlite3.Connection) -> None:
    """Apply what a log has not seen, inside the caller's transaction."""
    MIGRATIONS.apply(Database(db))


@MIGRATIONS(name="0001_tables")
def _tables(database: Database) -> None:
    for statement in TABLES.split(";\n"):
        if statement.strip():
            database.conn.execute(statement)
    for statement in (*INDEXES, *TRIGGERS):
        database.conn.execute(statement)


@MIGRATIONS(name="0002_injected_hosts")
def _injected_hosts(database: Database) -> None:
    """Answer "which hosts serve injected copies" from an index of nothing else: 200 ms became 2."""
    database.conn.execute("CREATE INDEX pages_injected_hosts ON pages (host, trusted) WHERE state = 'injected'")


@MIGRATIONS(name="0003_alert_claims")
def _alert_claims(database: Database) -> None:
    """Let a sender hold an alert while it is on its way: two programs at one log do not send it twice."""
    database.conn.execute("ALTER TABLE alerts ADD COLUMN holder TEXT NOT NULL DEFAULT ''")
    database.conn.execute("ALTER TABLE alerts ADD COLUMN held_until INTEGER NOT NULL DEFAULT 0")


@MIGRATIONS(name="0004_hosts_in_order")
def _hosts_in_order(database: Database) -> None:
    """Give a host's pages in each order from an index: 49 ms at the 99th percentile became 1, for 110 bytes a page."""
    for column in ("first_seen", "last_checked", "score"):
        database.conn.execute(f"CREATE INDEX pages_host_{column} ON pages (host, {column})")


@MIGRATIONS(name="0005_mended")
def _mended(database: Database) -> None:
    """Give logs of early commits what they lack: without `alerts.delivered` no alert was sent any more."""
    mend(database.conn)


@MIGRATIONS(name="0006_leads")
def _leads(database: Database) -> None:
    """Keep which page led to which address, and why: what a page's story tells of its genuine copy."""
    database.conn.execute(
        "CREATE TABLE leads (page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE, url TEXT NOT NULL, "
        "reason TEXT NOT NULL, found_at INTEGER NOT NULL, PRIMARY KEY (page_id, url)) WITHOUT ROWID"
    )


@MIGRATIONS(name="0007_again")
def _again(database: Database) -> None:
    """Find injected pages by their texts when a genuine copy comes later, those of before included."""
    db = database.conn
    db.execute(FTS.format("infected_index", "ascii"))
    db.execute(
        "CREATE TABLE again (page_id INTEGER PRIMARY KEY REFERENCES pages (id) ON DELETE CASCADE, due_at INTEGER, "
        "tries INTEGER NOT NULL DEFAULT 0, called INTEGER NOT NULL DEFAULT 0)"
    )
    db.execute("CREATE INDEX again_due ON again (due_at) WHERE due_at IS NOT NULL")
    rows = db.execute(
        "SELECT s.id, s.z FROM pages p JOIN snapshots s ON s.id = p.snapshot_id WHERE p.state = 'injected'"
    )
    if not (infected := rows.fetchall()):
        return
    from wonmun.fingerprints import fingerprints  # noqa: PLC0415 - numpy, for logs of before only

    for number, packed in infected:
        if words := fingerprints(unpack(packed)):
            db.execute("INSERT INTO infected_index (rowid, words) VALUES (?, ?)", (number, " ".join(words)))


@MIGRATIONS(name="0008_leads_by_address")
def _leads_by_address(database: Database) -> None:
    """Say which pages led to an address without reading all leads."""
    database.conn.execute("CREATE INDEX leads_url ON leads (url)")


@MIGRATIONS(name="0009_phrases")
def _phrases(database: Database) -> None:
    """Keep each phrase once: a part of one is sought among some ten thousand of them, not among all findings.

    What is known by a hash (`found.KEY_LENGTH`) keeps the beginning of its text for that.
    """
    into = f"INSERT OR IGNORE INTO phrases SELECT new.phrase_key, {_TEXT_OF_PHRASE.format('new.')}"
    database.conn.execute("CREATE TABLE phrases (key TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID")
    database.conn.execute(f"CREATE TRIGGER findings_phrase_kept AFTER INSERT ON findings BEGIN {into}; END")
    database.conn.execute(f"{into.replace('new.', '')} FROM findings")


@MIGRATIONS(name="0010_states_of_findings")
def _states_of_findings(database: Database) -> None:
    """Keep a page's state with its findings: "clean pages with this phrase" reads an index, not every clean page."""
    db = database.conn
    state = "(SELECT state FROM pages WHERE id = {}page_id)"
    db.execute("ALTER TABLE findings ADD COLUMN page_state TEXT NOT NULL DEFAULT 'new'")
    db.execute(f"UPDATE findings SET page_state = {state.format('')}")  # noqa: S608 (own words)
    db.execute("DROP INDEX findings_phrase")
    db.execute("CREATE INDEX findings_phrase ON findings (phrase_key, page_state, page_id)")
    db.execute(
        "CREATE TRIGGER findings_state_kept AFTER INSERT ON findings BEGIN "  # noqa: S608 (own words)
        f"UPDATE findings SET page_state = {state.format('new.')} WHERE id = new.id; END"
    )
    db.execute(
        "CREATE TRIGGER pages_state_told AFTER UPDATE OF state ON pages WHEN old.state <> new.state BEGIN "
        "UPDATE findings SET page_state = new.state WHERE page_id = new.id; END"
    )


@MIGRATIONS(name="0011_names_of_findings")
def _names_of_findings(database: Database) -> None:
    """Keep what a finding is called in lists; those of before have none and are called by their phrase."""
    database.conn.execute("ALTER TABLE findings ADD COLUMN name TEXT NOT NULL DEFAULT ''")


@MIGRATIONS(name="0012_pages_of_findings")
def _pages_of_findings(database: Database) -> None:
    """Keep with a finding what its page is asked for and put in order by, in the index of phrases; count a phrase's.

    A quarter of all phrases beside a time or a feed took up to 138 ms on a log of a million pages: each page with one
    was looked at.
    """
    db = database.conn
    db.execute("ALTER TABLE phrases ADD COLUMN n INTEGER NOT NULL DEFAULT 0")
    db.execute("UPDATE phrases SET n = (SELECT count(*) FROM findings WHERE phrase_key = key)")
    db.execute("DROP TRIGGER IF EXISTS findings_phrase_kept")
    db.execute(
        "CREATE TRIGGER findings_phrase_counted AFTER INSERT ON findings BEGIN INSERT INTO phrases (key, text, n) "  # noqa: S608
        f"VALUES (new.phrase_key, {_TEXT_OF_PHRASE.format('new.')}, 1) ON CONFLICT (key) DO UPDATE SET n = n + 1; END"
    )
    db.execute(
        "CREATE TRIGGER findings_phrase_gone AFTER DELETE ON findings BEGIN "
        "UPDATE phrases SET n = n - 1 WHERE key = old.phrase_key; END"
    )
    for column in ("host TEXT NOT NULL DEFAULT ''", "first_seen INTEGER NOT NULL DEFAULT 0", "last_checked INTEGER",
                   "score REAL NOT NULL DEFAULT 0"):  # fmt: skip
        db.execute(f"ALTER TABLE findings ADD COLUMN page_{column}")
    names = ("state", "host", "first_seen", "last_checked", "score")
    kept = ", ".join(f"page_{name}" for name in names)
    of_page = f"(SELECT {', '.join(names)} FROM pages WHERE id = {{}}page_id)"  # noqa: S608 (own words)
    for trigger in ("findings_state_kept", "pages_state_told"):
        db.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    db.execute("DROP INDEX findings_phrase")
    db.execute(f"UPDATE findings SET ({kept}) = {of_page.format('')}")  # noqa: S608 (own words)
    db.execute(f"CREATE INDEX findings_phrase ON findings (phrase_key, page_state, page_id, {kept.partition(', ')[2]})")
    db.execute(
        "CREATE TRIGGER findings_page_kept AFTER INSERT ON findings BEGIN "  # noqa: S608 (own words)
        f"UPDATE findings SET ({kept}) = {of_page.format('new.')} WHERE id = new.id; END"
    )
    changing = ("state", "last_checked", "score")
    told = ", ".join(f"page_{name} = new.{name}" for name in changing)
    db.execute(
        f"CREATE TRIGGER pages_told AFTER UPDATE OF {', '.join(changing)} ON pages BEGIN "  # noqa: S608 (own words)
        f"UPDATE findings SET {told} WHERE page_id = new.id; END"
    )


@MIGRATIONS(name="0013_findings_now")
def _findings_now(database: Database) -> None:
    """Give what is injected now, newest first, and count what a trail led to in vain, from indexes of nothing else."""
    database.conn.execute(
        "CREATE INDEX findings_now ON findings (id) WHERE page_state = 'injected' AND cleared_at IS NULL"
    )
    database.conn.execute(
        "CREATE INDEX pages_in_vain ON pages (state) "
        "WHERE state = 'failed' AND origin IN ('lead', 'link') AND text_hash IS NULL"
    )


@MIGRATIONS(name="0014_pages_of_feeds")
def _pages_of_feeds(database: Database) -> None:
    """Keep with a feed's items, one feed's side by side, what their pages are asked for and put in order by.

    A feed beside a time took 115 ms of processor on a log of a million pages: each of its pages was looked at.
    """
    db = database.conn
    kept = "page_state, page_host, page_first_seen, page_last_checked, page_score"
    of_page = "state, host, first_seen, last_checked, score"
    db.execute(
        "CREATE TABLE items (feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE, "
        "page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE, guid_hash BLOB NOT NULL, "
        "first_seen INTEGER NOT NULL, page_state TEXT NOT NULL DEFAULT 'new', page_host TEXT NOT NULL DEFAULT '', "
        "page_first_seen INTEGER NOT NULL DEFAULT 0, page_last_checked INTEGER, page_score REAL NOT NULL DEFAULT 0, "
        "PRIMARY KEY (feed_id, page_id)) WITHOUT ROWID"
    )
    db.execute(
        f"INSERT INTO items SELECT i.feed_id, i.page_id, i.guid_hash, i.first_seen, p.{of_page.replace(', ', ', p.')} "  # noqa: S608 (own words)
        "FROM feed_items i JOIN pages p ON p.id = i.page_id ORDER BY i.feed_id, i.page_id"
    )
    db.execute("DROP TABLE feed_items")
    db.execute("ALTER TABLE items RENAME TO feed_items")
    db.execute("CREATE INDEX feed_items_page ON feed_items (page_id)")
    db.execute(
        "CREATE TRIGGER feed_items_added AFTER INSERT ON feed_items BEGIN "  # noqa: S608 (own words)
        "UPDATE feeds SET pages = pages + 1 WHERE id = new.feed_id; "
        f"UPDATE feed_items SET ({kept}) = (SELECT {of_page} FROM pages WHERE id = new.page_id) "
        "WHERE feed_id = new.feed_id AND page_id = new.page_id; END"
    )
    changing = ("state", "last_checked", "score")
    told = ", ".join(f"page_{name} = new.{name}" for name in changing)
    db.execute(
        f"CREATE TRIGGER feed_items_told AFTER UPDATE OF {', '.join(changing)} ON pages BEGIN "  # noqa: S608 (own words)
        f"UPDATE feed_items SET {told} WHERE page_id = new.id; END"
    )
