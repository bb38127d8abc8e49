"""A log of any size, made: the rows that visits leave, texts whose fingerprints and terms are spread as in news."""

from __future__ import annotations

import random
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from wonmun.fingerprints import fingerprints
from wonmun_monitor.log.pack import pack
from wonmun_monitor.log.terms import terms

if TYPE_CHECKING:
    import sqlite3

    from wonmun_monitor.log.connect import Log

NOW = 1_800_000_000
DAY = 86_400
HOSTS, FEEDS, CAMPAIGNS = 4000, 300, 2000
STOCK = 15_000
BATCH = 5000
PHRASES = [f"{a}{b}" for a in ("대박", "먹튀", "안전", "신규", "무료") for b in ("카지노", "토토", "슬롯", "놀이터")]
_ALPHABET = "0123456789abcdefghijklmnopqrstuv"
_STATES = ("clean", "suspicious", "gone", "failed", "recovered")


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


def fill(log: Log, pages: int) -> None:
    """Write pages with three visits each; every fiftieth is injected, with a second text, a finding and an alert."""
    stock = Stock(Articles(1), min(STOCK, pages))
    print(f"{len(stock.articles):,} articles made", flush=True)
    db, chance = log.db, random.Random(2)
    db.execute("PRAGMA synchronous = OFF")
    _around(log)
    begun = time.perf_counter()
    for first in range(1, pages + 1, BATCH):
        with log.transaction():
            for number in range(first, min(first + BATCH, pages + 1)):
                _page(db, number, stock, chance)
        done = first + BATCH - 1
        if done % 50_000 == 0:
            print(f"  {done:>9,} pages, {done / (time.perf_counter() - begun):,.0f} a second", flush=True)
    repeats = max(1, pages // len(stock.articles))
    with log.transaction():
        db.executemany("INSERT INTO terms VALUES (?, ?)", [(t, n * repeats) for t, n in stock.counts.items()])
    for table in ("fingerprint_index", "term_index"):
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 (own names)
    db.execute("ANALYZE")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def skewed(chance: random.Random, most: int) -> int:
    """Draw a number below `most`, small ones far more often: some hosts and feeds have most of the pages."""
    return int(most * float(chance.random()) ** 3)


def _around(log: Log) -> None:
    with log.transaction() as db:
        for n in range(1, FEEDS + 1):
            _put(db, "feeds", id=n, url=f"https://f{n}.example/rss", trust=n % 3 == 0, created=0, last_ok=1)
        for n in range(1, CAMPAIGNS + 1):
            label = PHRASES[n % len(PHRASES)]
            _put(db, "campaigns", id=n, label=label, first_seen=NOW - n, last_seen=NOW - n, pages=9, hosts=4)
        for n in range(400):
            db.execute("INSERT INTO daily VALUES (date(?, 'unixepoch'), 'visits', ?)", (NOW - DAY * n, n))


def _page(db: sqlite3.Connection, number: int, stock: Stock, chance: random.Random) -> None:
    text, packed, words, found = stock.of(number - 1)
    bad = number % 50 == 0
    seen = NOW - int(400 * DAY * chance.random())
    clean = number * 2 - bad
    host = f"h{skewed(chance, HOSTS)}.example"
    _put(
        db,
        "pages",
        id=number,
        url=f"https://{host}/articles/2026/{number}",
        host=host,
        state="injected" if bad else chance.choices(_STATES, (95, 1, 2, 1, 1))[0],
        score=0.9 if bad else chance.random() / 5,
        trusted=number % 3 == 0,
        title=text[:30],
        lang="ko",
        first_seen=seen,
        last_checked=seen + DAY,
        next_check_at=NOW + chance.randrange(30 * DAY),
        interval=DAY,
        visits=3,
        snapshot_id=number * 2,
        clean_snapshot_id=clean,
        body_hash=chance.randbytes(16),
        text_hash=chance.randbytes(16),
        was_injected=bad,
        infected_since=seen if bad else None,
    )
    _snapshot(db, clean, number, (text, packed, words, found))
    if bad:
        _injected(db, number, text, seen, chance)
    feed = 1 + skewed(chance, FEEDS)
    _put(db, "feed_items", page_id=number, feed_id=feed, guid_hash=chance.randbytes(8), first_seen=seen)
    for visit in range(3):
        at, verdict = seen + DAY * visit // 3, "" if visit else "clean"
        _put(db, "fetches", page_id=number, fetched_at=at, status=200, ms=50, verdict=verdict, snapshot_id=clean)


def _injected(db: sqlite3.Connection, number: int, text: str, seen: int, chance: random.Random) -> None:
    phrase = chance.choice(PHRASES)
    shown = text.replace(" ", f" {phrase}", 20)
    _snapshot(db, number * 2, number, (shown, pack(shown), "", " ".join(terms(shown))))
    _put(
        db,
        "findings",
        page_id=number,
        phrase_key=phrase,
        phrase=phrase,
        kind="insertion",
        score=0.9,
        count=20,
        snapshot_id=number * 2,
        campaign_id=chance.randint(1, CAMPAIGNS),
        first_seen=seen,
        last_seen=seen,
    )
    key = f"page:{number}"
    _put(
        db, "alerts", dedupe_key=key, kind="injected", page_id=number, created_at=seen, subject="s", body="b", sent_at=1
    )


def _snapshot(db: sqlite3.Connection, number: int, page: int, what: tuple[str, bytes, str, str]) -> None:
    text, packed, words, found = what
    verdict = "clean" if words else "injected"
    _put(
        db,
        "snapshots",
        id=number,
        page_id=page,
        text_hash=verdict.encode(),
        taken_at=NOW,
        verdict=verdict,
        title=text[:30],
        chars=len(text),
        z=packed,
    )
    if words:
        db.execute("INSERT INTO fingerprint_index (rowid, words) VALUES (?, ?)", (number, words))
    db.execute("INSERT INTO term_index (rowid, words) VALUES (?, ?)", (number, found))


def _put(db: sqlite3.Connection, table: str, **values: Any) -> None:
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))  # noqa: S608 (own names)
