"""The log as memory at size: genuine copies and related coverage of pages that were never logged as they are.

    python -m bench.memory ARTICLES.jsonl… [--pages 100000] [--keep PATH]

Makes a log of articles mixed from the sentences of the given ones, with nouns and numbers swapped and a footer of
their paper, through the functions that a visit writes with. Then asks for copies of injected articles, of a fifth of
one, of reordered ones that lost 30 % of their sentences, and for related coverage. Times are the processor's.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.edited import terms as nouns_of
from tools import given
from wonmun.fingerprints import fingerprints
from wonmun.page.plain import plain_page
from wonmun_monitor.log import postings
from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.index import LogMemory
from wonmun_monitor.log.pack import pack, unpack
from wonmun_monitor.log.terms import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from wonmun_monitor.log.connect import Log

_BATCH = 1000
_ASKED = 150
_PHRASE = "황금 물고기 릴게임"
_SENTENCE = re.compile(r"(?<=다\.)[ \n]+")
_Row = tuple[int, str, list[str], list[str], bytes]
"""Number, text, fingerprints, terms, text packed."""


def mixed(texts: Sequence[str], rng: random.Random) -> Iterator[str]:
    """Write articles of about 1,300 characters without end: a third of one article, the rest sentences of others."""
    parts = [[s for s in _SENTENCE.split(t) if 20 < len(s) < 300] for t in texts]
    everything = [s for p in parts for s in p]
    nouns = sorted({n for t in texts for n in nouns_of(t)})
    known = re.compile("|".join(sorted(map(re.escape, nouns), key=len, reverse=True)))
    while True:
        own = rng.choice(parts)
        taken = [*own[: max(1, len(own) // 3)], *rng.sample(everything, 11)]
        swaps: dict[str, str] = {}
        text = known.sub(lambda m: swaps.setdefault(m[0], rng.choice(nouns)), " ".join(taken))  # noqa: B023 (used at once)
        text = re.sub(r"\d+", lambda m: str(rng.randrange(10 ** len(m[0]))), text)
        yield f"{text}\n{rng.randrange(300)}번 신문 ⓒ 무단 전재와 재배포를 금합니다"


def fill(log: Log, texts: Iterator[str], pages: int) -> None:
    """Write so many trusted pages in batches of 1,000, and print how fast, by the processor's time.

    Mixing the articles is not counted: it takes as long as all the hashing.
    """
    writing = preparing = 0.0
    for first in range(1, pages + 1, _BATCH):
        made = [(n, next(texts)) for n in range(first, first + _BATCH)]
        begun = time.process_time()
        rows = _rows(made)
        preparing += time.process_time() - begun
        begun = time.process_time()
        _insert(log, rows)
        writing += time.process_time() - begun
    print(f"{pages:,} pages: {pages / writing:.0f} written a second, {pages / (writing + preparing):.0f} with hashing")


def write(log: Log, texts: Sequence[tuple[int, str]]) -> None:
    """Write texts by their numbers as pages of a trusted publisher."""
    _insert(log, _rows(texts))


def _rows(texts: Sequence[tuple[int, str]]) -> list[_Row]:
    return [(n, t, fingerprints(t), terms(t), pack(t)) for n, t in texts]


def _insert(log: Log, rows: Sequence[_Row]) -> None:
    with log.transaction():
        for number, text, words, found, packed in rows:
            log.db.execute(
                "INSERT INTO pages (id, url, host, origin, first_seen, next_check_at, trusted) "
                "VALUES (?, ?, 'paper.example', 'feed', 0, 0, 1)",
                (number, f"https://paper.example/{number}"),
            )
            log.db.execute(
                "INSERT INTO snapshots (id, page_id, text_hash, taken_at, verdict, title, chars, z) "
                "VALUES (?, ?, ?, 0, 'clean', '', ?, ?)",
                (number, number, number.to_bytes(16), len(text), packed),
            )
            postings.add(log.db, number, words, found)


def _injected(text: str, rng: random.Random) -> str:
    places = [m.start() for m in _SENTENCE.finditer(text)]
    for at in sorted(rng.sample(places, min(4, len(places))), reverse=True):
        text = f"{text[:at]} {_PHRASE}{text[at + 1 :]}"
    return text


def _fifth(text: str, rng: random.Random) -> str:
    start = rng.randrange(0, len(text) - len(text) // 5)
    return text[start : start + len(text) // 5]


def _reordered(text: str, rng: random.Random) -> str:
    parts = [s for s in _SENTENCE.split(text) if rng.random() > 0.3] or [text]
    rng.shuffle(parts)
    return "\n".join(parts)


QUERIES: dict[str, Callable[[str, random.Random], str]] = {
    "(warming)": _injected, "whole, injected": _injected, "a fifth": _fifth, "reordered, 30 % left out": _reordered,
}  # fmt: skip


def ask(log: Log, strange: Iterator[str]) -> None:
    """Print how often the copy comes first, how often a page without a copy gets one, and what a question costs."""
    memory, rng = LogMemory(log), random.Random(5)
    last = log.db.execute("SELECT max(id) FROM snapshots").fetchone()[0]
    query = "SELECT s.z, p.url FROM snapshots s JOIN pages p ON p.id = s.page_id WHERE s.id = ?"
    drawn = [log.db.execute(query, (rng.randrange(1, last + 1),)).fetchone() for _ in range(_ASKED)]
    asked = [(unpack(z), url) for z, url in drawn]
    print(f"{'':28}{'first':>8}{'ms p50':>8}{'p99':>8}")
    for name, change in QUERIES.items():
        times, right = [], 0
        for text, url in asked:
            page = plain_page(change(text, rng), url="https://mirror.example/1")
            begun = time.process_time()
            found = memory.genuine(page)
            times.append((time.process_time() - begun) * 1000)
            right += bool(found) and found[0].article.url == url
        _line(name, f"{right / len(asked):.3f}", times)
    times, given = [], 0
    for _ in range(_ASKED):
        page = plain_page(next(strange))
        begun = time.process_time()
        given += any(c.cover >= 0.6 for c in memory.genuine(page))
        times.append((time.process_time() - begun) * 1000)
    _line("no copy there: one given", f"{given / _ASKED:.3f}", times)
    times = []
    for text, _ in asked:
        page = plain_page(text, url="https://mirror.example/1")
        begun = time.process_time()
        memory.related(page, [_PHRASE])
        times.append((time.process_time() - begun) * 1000)
    _line("related coverage", "", times)


def _line(name: str, share: str, times: list[float]) -> None:
    times.sort()
    print(f"{name:28}{share:>8}{times[len(times) // 2]:8.1f}{times[int(len(times) * 0.99)]:8.1f}", flush=True)


def main() -> None:
    """Make the log, or use one again, and ask."""
    parser = argparse.ArgumentParser(description="The log as memory at size.")
    parser.add_argument("articles", type=given.file, nargs="+")
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="keep the log here, and use it again where it is there already")
    options = parser.parse_args()
    texts = [json.loads(x)["text"] for p in options.articles for x in p.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "log.db"
        there = path.exists()
        with open_log(path) as log:
            if not there:
                fill(log, mixed(texts, random.Random(1)), options.pages)
                for table in ("fingerprint_index", "term_index"):
                    log.db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 (own names)
            ask(log, mixed(texts, random.Random(2)))
        print(f"{path.stat().st_size / options.pages:.0f} bytes a page")


if __name__ == "__main__":
    main()
