"""The tables of the first migration, as they were; what came later is in `schema.py`."""

from __future__ import annotations

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE feeds (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL DEFAULT 'feed',
    origin TEXT NOT NULL DEFAULT 'config',
    trust INTEGER NOT NULL DEFAULT 0,
    enabled INTEGER NOT NULL DEFAULT 1,
    removed INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL DEFAULT '',
    term TEXT NOT NULL DEFAULT '',
    format TEXT NOT NULL DEFAULT '',
    interval INTEGER,
    created INTEGER NOT NULL,
    next_check_at INTEGER NOT NULL DEFAULT 0,
    last_checked INTEGER,
    last_ok INTEGER,
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    body_hash BLOB,
    failures INTEGER NOT NULL DEFAULT 0,
    last_error TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    alerted INTEGER NOT NULL DEFAULT 0,
    pages INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX feeds_due ON feeds (next_check_at) WHERE enabled = 1 AND removed = 0;

CREATE TABLE hosts (
    host TEXT PRIMARY KEY,
    pages INTEGER NOT NULL DEFAULT 0,
    robots TEXT NOT NULL DEFAULT '',
    robots_status INTEGER,
    robots_at INTEGER,
    not_before INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE pages (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    host TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'new',
    score REAL NOT NULL DEFAULT 0,
    trusted INTEGER NOT NULL DEFAULT 0,
    origin TEXT NOT NULL DEFAULT 'feed',
    title TEXT NOT NULL DEFAULT '',
    lang TEXT NOT NULL DEFAULT '',
    genuine_url TEXT NOT NULL DEFAULT '',
    first_seen INTEGER NOT NULL,
    last_checked INTEGER,
    last_changed INTEGER,
    infected_since INTEGER,
    was_injected INTEGER NOT NULL DEFAULT 0,
    next_check_at INTEGER,
    interval INTEGER NOT NULL DEFAULT 0,
    visits INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    last_error TEXT NOT NULL DEFAULT '',
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    body_hash BLOB,
    text_hash BLOB,
    force INTEGER NOT NULL DEFAULT 0,
    reasons TEXT NOT NULL DEFAULT '[]',
    alerted_at INTEGER,
    alert_owed INTEGER NOT NULL DEFAULT 0,
    reopened INTEGER NOT NULL DEFAULT 0,
    snapshot_id INTEGER,
    clean_snapshot_id INTEGER,
    depth INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX pages_due ON pages (next_check_at) WHERE next_check_at IS NOT NULL;
CREATE INDEX pages_first_seen ON pages (first_seen);
CREATE INDEX pages_last_checked ON pages (last_checked);
CREATE INDEX pages_score ON pages (score);
CREATE INDEX pages_state_first_seen ON pages (state, first_seen);
CREATE INDEX pages_state_last_checked ON pages (state, last_checked);
CREATE INDEX pages_state_score ON pages (state, score);
CREATE INDEX pages_host ON pages (host, state, last_checked);

CREATE TABLE feed_items (
    page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    guid_hash BLOB NOT NULL,
    first_seen INTEGER NOT NULL,
    PRIMARY KEY (page_id, feed_id)
) WITHOUT ROWID;
CREATE INDEX feed_items_feed ON feed_items (feed_id);

CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY,
    page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
    text_hash BLOB NOT NULL,
    taken_at INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    chars INTEGER NOT NULL,
    z BLOB NOT NULL,
    UNIQUE (page_id, text_hash)
);

CREATE TABLE bodies (
    id INTEGER PRIMARY KEY,
    page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
    body_hash BLOB NOT NULL,
    url TEXT NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    request_headers TEXT NOT NULL DEFAULT '[]',
    fetched_at INTEGER NOT NULL,
    z BLOB NOT NULL,
    UNIQUE (page_id, body_hash)
);

CREATE TABLE fetches (
    id INTEGER PRIMARY KEY,
    page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
    fetched_at INTEGER NOT NULL,
    profile TEXT NOT NULL DEFAULT 'reader',
    status INTEGER,
    ms INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0,
    verdict TEXT NOT NULL DEFAULT '',
    score REAL NOT NULL DEFAULT 0,
    snapshot_id INTEGER,
    body_id INTEGER,
    error TEXT NOT NULL DEFAULT ''
);
CREATE INDEX fetches_page ON fetches (page_id, fetched_at);

CREATE TABLE campaigns (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'phrase',
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    pages INTEGER NOT NULL DEFAULT 0,
    hosts INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX campaigns_last_seen ON campaigns (last_seen);
CREATE TABLE campaign_keys (
    key TEXT PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX campaign_keys_campaign ON campaign_keys (campaign_id);

CREATE TABLE findings (
    id INTEGER PRIMARY KEY,
    page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
    phrase_key TEXT NOT NULL,
    phrase TEXT NOT NULL,
    kind TEXT NOT NULL,
    cloaked INTEGER NOT NULL DEFAULT 0,
    score REAL NOT NULL DEFAULT 0,
    count INTEGER NOT NULL DEFAULT 0,
    profiles TEXT NOT NULL DEFAULT 'reader',
    places TEXT NOT NULL DEFAULT '[]',
    snapshot_id INTEGER,
    campaign_id INTEGER REFERENCES campaigns (id),
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    cleared_at INTEGER,
    reopened INTEGER NOT NULL DEFAULT 0,
    UNIQUE (page_id, phrase_key, cloaked)
);
CREATE INDEX findings_phrase ON findings (phrase_key);
CREATE INDEX findings_campaign ON findings (campaign_id);
CREATE INDEX findings_first_seen ON findings (first_seen);
CREATE INDEX findings_open ON findings (page_id) WHERE cleared_at IS NULL;

CREATE TABLE alerts (
    id INTEGER PRIMARY KEY,
    dedupe_key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    page_id INTEGER REFERENCES pages (id) ON DELETE CASCADE,
    feed_id INTEGER REFERENCES feeds (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    sent_at INTEGER,
    next_try_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    delivered TEXT NOT NULL DEFAULT '',
    last_error TEXT NOT NULL DEFAULT ''
);
CREATE INDEX alerts_pending ON alerts (next_try_at) WHERE sent_at IS NULL AND next_try_at IS NOT NULL;
CREATE INDEX alerts_page ON alerts (page_id);
CREATE INDEX alerts_created ON alerts (created_at);

CREATE TABLE reports (
    id INTEGER PRIMARY KEY,
    page_id INTEGER REFERENCES pages (id) ON DELETE SET NULL,
    url TEXT NOT NULL,
    wrong TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL
);
CREATE INDEX reports_page ON reports (page_id);

CREATE TABLE listed_hosts (
    host TEXT NOT NULL,
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    PRIMARY KEY (host, feed_id)
) WITHOUT ROWID;

CREATE TABLE daily (
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    n INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (day, what)
) WITHOUT ROWID;

CREATE TABLE counts (what TEXT PRIMARY KEY, n INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;

CREATE TABLE terms (term TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
"""

FTS = "CREATE VIRTUAL TABLE {} USING fts5(words, content='', detail=none, columnsize=0, tokenize='{}')"
INDEXES = (
    FTS.format("fingerprint_index", "ascii"),
    FTS.format("term_index", "unicode61 remove_diacritics 0"),
)

# How many pages are in each state, kept as they change: counting a million rows takes longer than a page may.
TRIGGERS = (
    """CREATE TRIGGER pages_added AFTER INSERT ON pages BEGIN
    INSERT INTO counts VALUES ('state:' || new.state, 1) ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO hosts (host, pages) VALUES (new.host, 1) ON CONFLICT DO UPDATE SET pages = pages + 1;
    END""",
    """CREATE TRIGGER pages_moved AFTER UPDATE OF state ON pages WHEN old.state <> new.state BEGIN
    INSERT INTO counts VALUES ('state:' || new.state, 1) ON CONFLICT DO UPDATE SET n = n + 1;
    UPDATE counts SET n = n - 1 WHERE what = 'state:' || old.state;
    END""",
    """CREATE TRIGGER pages_gone AFTER DELETE ON pages BEGIN
    UPDATE counts SET n = n - 1 WHERE what = 'state:' || old.state;
    UPDATE hosts SET pages = pages - 1 WHERE host = old.host;
    END""",
    """CREATE TRIGGER feed_items_added AFTER INSERT ON feed_items BEGIN
    UPDATE feeds SET pages = pages + 1 WHERE id = new.feed_id;
    END""",
)
