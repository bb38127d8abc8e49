"""The log at size: makes one of a million pages with their visits, then times every question of the contract.

    python -m bench.log_size [--pages 1000000] [--times 200] [--keep PATH]

Prints milliseconds at the median and the 99th percentile of warm questions, bytes a page, and how long others
waited for thinning and back-up.
"""

from __future__ import annotations

import argparse
import gc
import random
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.log_asked import memory_questions, other_questions, page_questions, pair_questions, web_questions
from bench.log_made import NOW, Articles, fill
from wonmun.fingerprints import fingerprints
from wonmun_monitor.log.backup import back_up
from wonmun_monitor.log.connect import Log, open_log
from wonmun_monitor.log.postings import add
from wonmun_monitor.log.terms import terms
from wonmun_monitor.log.thin import optimize, thin_batch

if TYPE_CHECKING:
    from collections.abc import Callable


def time_of(ask: Callable[[], Any], times: int) -> str:
    """Give median and 99th percentile of a warm question, in milliseconds: by the wall, then of this thread alone."""
    ask()
    wall, own = [], []
    for _ in range(times):
        begun, began = time.perf_counter(), time.thread_time()
        ask()
        wall.append((time.perf_counter() - begun) * 1000)
        own.append((time.thread_time() - began) * 1000)
    return "".join(f"{sorted(t)[at]:9.2f}" for t in (wall, own) for at in (times // 2, times * 99 // 100))


def indexing(log: Log, batch: int = 1000) -> None:
    """Enter new texts into both indexes, a thousand in one transaction; nothing of them stays."""
    strange = Articles(77)
    texts = [strange.article() for _ in range(batch)]
    entries = [(fingerprints(text), terms(text)) for text in texts]
    first = log.db.execute("SELECT max(id) FROM snapshots").fetchone()[0] + 1
    log.db.execute("BEGIN IMMEDIATE")
    begun, began = time.perf_counter(), time.thread_time()
    for number, (words, found) in enumerate(entries, first):
        add(log.db, number, words, found)
    # What FTS5 holds back is written now, as a commit would.
    log.db.execute("SELECT rowid FROM term_index WHERE term_index MATCH '소식' LIMIT 1").fetchall()
    took, own = time.perf_counter() - begun, time.thread_time() - began
    log.db.execute("ROLLBACK")
    print(f"\nindexing: {batch / took:,.0f} pages a second ({batch / own:,.0f} by this thread's own time)")


def write(path: Path, stop: threading.Event, waits: list[float]) -> None:
    """Write as visits do, all over the log, until told to stop; say how long each write waited, in ms."""
    chance = random.Random(9)
    with open_log(path) as mine:
        pages = mine.db.execute("SELECT max(id) FROM pages").fetchone()[0]
        while not stop.wait(0.02):
            page = (chance.randint(1, pages),)
            begun = time.perf_counter()
            with mine.transaction() as db:
                db.execute("UPDATE pages SET last_checked = last_checked + 1, score = score + .001 WHERE id = ?", page)
                db.execute(
                    "INSERT INTO fetches (page_id, fetched_at) SELECT id, last_checked FROM pages WHERE id = ?",
                    page,
                )
            waits.append((time.perf_counter() - begun) * 1000)


def upkeep(log: Log, folder: Path) -> None:
    """Thin and back up while somebody else writes as visits do, all over the log; say how long that waited at most."""
    stop = threading.Event()
    waits: list[float] = []

    thread = threading.Thread(target=write, args=(log.path, stop, waits))
    thread.start()
    try:
        begun, after, batches = time.perf_counter(), 0, 0
        while batches < 400:
            with log.transaction() as db:
                done = thin_batch(db, after, NOW)
                optimize(db)
            if done.after is None:
                break
            after, batches = done.after, batches + 1
            time.sleep(0.005)
        took = time.perf_counter() - begun
        print(f"\nthinning: {batches * 500:,} pages in {took:.1f} s; others waited {max(waits):.0f} ms at most")
        waits.clear()
        begun = time.perf_counter()
        with open_log(log.path, write=False) as reader:
            size = back_up(reader, folder / "copy.db")
        took = time.perf_counter() - begun
        print(f"back-up: {size / 1e9:.2f} GB in {took:.1f} s; others waited {max(waits):.0f} ms at most")
        (folder / "copy.db").unlink()
    finally:
        stop.set()
        thread.join()


def main() -> None:
    """Make the log, or take the one that was kept, and ask."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1_000_000)
    parser.add_argument("--times", type=int, default=200, help="How often each question is asked.")
    parser.add_argument("--keep", type=Path, help="Keep the log here, and use it again where it is there already.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        path = asked.keep or Path(temporary) / "log.db"
        fresh = not path.exists()
        with open_log(path) as log:
            if fresh:
                fill(log, asked.pages)
            pages = log.db.execute("SELECT max(id) FROM pages").fetchone()[0]
            size = path.stat().st_size
            print(f"\n{pages:,} pages: {size / 1e9:.2f} GB, {size / pages:,.0f} bytes a page")
            print(f"\n{'milliseconds':58}{'p50':>9}{'p99':>9}{'CPU p50':>9}{'CPU p99':>9}")
            chance = random.Random(5)
            asking = page_questions(log.db, pages, chance) | pair_questions(log.db, chance)
            asking |= other_questions(log.db, pages, chance)
            with web_questions(path, pages, chance) as web:
                gc.collect()
                gc.freeze()  # as the server does
                for name, ask in (asking | web | memory_questions(log, pages)).items():
                    print(f"{name:58}{time_of(ask, asked.times)}", flush=True)
            indexing(log)
            upkeep(log, path.parent)


if __name__ == "__main__":
    main()
