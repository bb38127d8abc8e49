"""A log of any size, made: the rows that visits leave, texts whose fingerprints and terms are spread as in news."""

from __future__ import annotations

import random
import time
import zlib
from collections import Counter, defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from wonmun.fingerprints import fingerprints
from wonmun_monitor.log.pack import pack
from wonmun_monitor.log.terms import terms

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from wonmun_monitor.log.connect import Log

NOW = 1_800_000_000
DAY = 86_400
HOSTS, FEEDS, CAMPAIGNS = 4000, 300, 2000
STOCK = 15_000
BATCH = 20_000
"""Pages a transaction: each leaves one part of the full-text indexes behind, to be merged at the end."""
EVER, STILL = 10, 50
"""Every tenth page was found injected once, of these every fifth is so still: a hundred thousand findings a million."""
CHANGED = 10
"""Every tenth page was changed three times by its publisher and visited fourteen times: thinning has work."""
_KINDS = [f"{a}{b}" for a in ("대박", "먹튀", "안전", "신규", "무료") for b in ("카지노", "토토", "슬롯", "놀이터")]
PHRASES = [f"{kind}{number}" for kind in _KINDS for number in range(1500)]
_ALPHABET = "0123456789abcdefghijklmnopqrstuv"
_STATES = ("clean", "suspicious", "gone", "failed")
_INDEXES = ("fingerprint_index", "term_index")
_HASH = 1 << 20
"""FTS5's own default: bytes of new words held back before they are written."""


class Articles:
    """Makes articles of about 1,300 letters from syllables, with words that recur as in a language."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        syllables = [chr(0xAC00 + self.chance.randrange(11_172)) for _ in range(1200)]
        lengths = self.chance.choices((2, 2, 3, 3, 4), k=60_000)
        words = ["".join(self.chance.choices(syllables, k=length)) for length in lengths]
        picks = self.chance.choices(words, [1 / (n + 20) for n in range(len(words))], k=2_000_000)
        self.sentences = [" ".join(picks[i : i + 9]) + "다." for i in range(0, len(picks), 9)]

    def article(self) -> str:
        """Make one."""
        return " ".join(self.chance.choices(self.sentences, k=38))


class Stock:
    """As many texts as are made for real; later pages repeat them with fingerprints turned, so that those differ."""

    def __init__(self, texts: Articles, size: int) -> None:
        self.articles = [texts.article() for _ in range(size)]
        self.clean = [(pack(t), " ".join(fingerprints(t)), " ".join(terms(t))) for t in self.articles]
        self.counts: Counter[str] = Counter()
        for _, _, found in self.clean:
            self.counts.update(found.split())

    def of(self, number: int) -> tuple[str, bytes, str, str]:
        """Give a page's article, packed, its fingerprints and its terms."""
        turn, which = divmod(number, len(self.articles))
        turn %= len(_ALPHABET)
        packed, words, found = self.clean[which]
        turned = str.maketrans(_ALPHABET, _ALPHABET[turn:] + _ALPHABET[:turn])
        return self.articles[which], packed, words.translate(turned) if turn else words, found


class Rows:
    """Rows that wait to be written many at a time: four times as fast as one by one."""

    def __init__(self, db: sqlite3.Connection, stock: Stock) -> None:
        self.db, self.stock = db, stock
        self.chance = random.Random(2)
        self.snapshots = 0
        self._rows: defaultdict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = defaultdict(list)

    def put(self, table: str, **values: Any) -> None:
        """Hold one row back."""
        self._rows[table, tuple(values)].append(tuple(values.values()))

    def snapshot(self, page: int, taken: int, what: tuple[str, bytes, str, str]) -> int:
        """Hold a text of a page and its index entries back; give its number. Without fingerprints it is infected."""
        text, packed, words, found = what
        self.snapshots += 1
        number = self.snapshots
        verdict = "clean" if words else "injected"
        self.put("snapshots", id=number, page_id=page, text_hash=self.chance.randbytes(16), taken_at=taken,
                 verdict=verdict, title=text[:30], chars=len(text), z=packed)  # fmt: skip
        if words:
            self.put("fingerprint_index", rowid=number, words=words)
        self.put("term_index", rowid=number, words=found)
        return number

    def write(self) -> None:
        """Write all that was held back, tables in the order in which they were met."""
        for (table, names), rows in self._rows.items():
            marks = ", ".join("?" * len(names))
            self.db.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)  # noqa: S608
            rows.clear()


def fill(log: Log, pages: int) -> None:
    """Write pages with their visits; every tenth has a finding, every fiftieth is injected still.

    That one has a second text, its body and an alert as well.
    """
    stock = Stock(Articles(1), min(STOCK, pages))
    print(f"{len(stock.articles):,} articles made", flush=True)
    rows = Rows(log.db, stock)
    with _in_a_hurry(log.db):
        _around(log, rows)
        begun = time.perf_counter()
        for first in range(1, pages + 1, BATCH):
            last = min(first + BATCH - 1, pages)
            for number in range(first, last + 1):
                _page(rows, number)
            with log.transaction():
                rows.write()
            print(f"  {last:>9,} pages, {last / (time.perf_counter() - begun):,.0f} a second", flush=True)
        repeats = max(1, pages // len(stock.articles))
        with log.transaction() as db:
            db.executemany("INSERT INTO terms VALUES (?, ?)", [(t, n * repeats) for t, n in stock.counts.items()])
    begun = time.perf_counter()
    for table in _INDEXES:
        log.db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 (own names)
    log.db.execute("ANALYZE")
    log.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    print(f"indexes merged in {time.perf_counter() - begun:.0f} s", flush=True)


def skewed(chance: random.Random, most: int) -> int:
    """Draw a number below `most`, small ones far more often: some hosts and feeds have most of the pages."""
    return int(most * float(chance.random()) ** 3)


@contextmanager
def _in_a_hurry(db: sqlite3.Connection) -> Iterator[None]:
    """Write as nobody should who has something to lose, with much memory; then as usual again."""
    before = db.execute("PRAGMA cache_size").fetchone()[0]
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA temp_store = MEMORY")  # else each statement's undo log goes to a file: five times the writing
    db.execute("PRAGMA cache_size = -1500000")
    for table in _INDEXES:
        db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', {_HASH * 256})")  # noqa: S608
        db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('automerge', 0)")  # noqa: S608
    yield
    for table in _INDEXES:
        db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', {_HASH})")  # noqa: S608
        db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('automerge', 4)")  # noqa: S608
    db.execute(f"PRAGMA cache_size = {before}")
    db.execute("PRAGMA temp_store = DEFAULT")


def _around(log: Log, rows: Rows) -> None:
    for n in range(1, FEEDS + 1):
        rows.put("feeds", id=n, url=f"https://f{n}.example/rss", trust=n % 3 == 0, created=0, last_ok=1)
    for n in range(1, CAMPAIGNS + 1):
        label = PHRASES[n % len(PHRASES)]
        rows.put("campaigns", id=n, label=label, first_seen=NOW - n, last_seen=NOW - n, pages=9, hosts=4)
    with log.transaction() as db:
        rows.write()
        for n in range(400):
            db.execute("INSERT INTO daily VALUES (date(?, 'unixepoch'), 'visits', ?)", (NOW - DAY * n, n))


def _page(rows: Rows, number: int) -> None:
    chance, what = rows.chance, rows.stock.of(number - 1)
    bad, ever, versions = number % STILL == 0, number % EVER == 0, 3 if number % CHANGED == 1 else 1
    seen = NOW - int(400 * DAY * chance.random())
    host = f"h{skewed(chance, HOSTS)}.example"
    clean = rows.snapshots + versions
    rows.put(
        "pages",
        id=number,
        url=f"https://{host}/articles/2026/{number}",
        host=host,
        state="injected" if bad else "recovered" if ever else chance.choices(_STATES, (95, 1, 2, 1))[0],
        score=0.9 if bad else chance.random() / 5,
        trusted=number % 3 == 0,
        title=what[0][:30],
        lang="ko",
        first_seen=seen,
        last_checked=seen + DAY,
        next_check_at=NOW + chance.randrange(30 * DAY),
        interval=DAY,
        visits=3,
        snapshot_id=clean + bad,
        clean_snapshot_id=clean,
        body_hash=chance.randbytes(16),
        text_hash=chance.randbytes(16),
        was_injected=ever,
        infected_since=seen if bad else None,
    )
    for version in range(versions):
        rows.snapshot(number, seen + version * 3600, what)
    if ever:
        phrase = chance.choice(PHRASES)
        shown = _injected(rows, number, what[0].replace(" ", f" {phrase}", 20), seen) if bad else clean
        rows.put("findings", page_id=number, phrase_key=phrase, phrase=phrase, kind="insertion", score=0.9, count=20,
                 snapshot_id=shown, campaign_id=chance.randint(1, CAMPAIGNS), first_seen=seen, last_seen=seen,
                 cleared_at=None if bad else seen + DAY)  # fmt: skip
    feed = 1 + skewed(chance, FEEDS)
    rows.put("feed_items", page_id=number, feed_id=feed, guid_hash=chance.randbytes(8), first_seen=seen)
    _fetches(rows, number, (seen, clean), 14 if versions > 1 else 3)


def _fetches(rows: Rows, number: int, snapshot: tuple[int, int], visits: int) -> None:
    """Put so many visits of a page; `snapshot`: when it was first seen, and its clean one's number."""
    seen, clean = snapshot
    for visit in range(visits):
        at, verdict = seen + DAY * visit // visits, "" if visit else "clean"
        rows.put("fetches", page_id=number, fetched_at=at, status=200, ms=50, verdict=verdict, snapshot_id=clean)


def _injected(rows: Rows, number: int, shown: str, seen: int) -> int:
    infected = rows.snapshot(number, seen, (shown, pack(shown), "", " ".join(terms(shown))))
    rows.put("bodies", page_id=number, body_hash=rows.chance.randbytes(16), url="https://x.example/", status=200,
             headers="[]", fetched_at=seen, z=zlib.compress((f"<p>{shown}</p>" * 3).encode()))  # fmt: skip
    rows.put("alerts", dedupe_key=f"page:{number}", kind="injected", page_id=number, created_at=seen, subject="s",
             body="b", sent_at=1)  # fmt: skip
    return infected
