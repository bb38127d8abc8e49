"""The log at size: makes one of a million pages with their visits, then times every question of the contract.

    python -m bench.log_size [--pages 1000000] [--keep PATH]

Prints milliseconds at the median and the 99th percentile of warm questions, bytes a page, and how long others
waited for thinning and back-up.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.log_made import CAMPAIGNS, DAY, FEEDS, HOSTS, NOW, PHRASES, STOCK, Articles, fill, skewed
from wonmun.page.plain import plain_page
from wonmun_monitor.log.backup import back_up
from wonmun_monitor.log.connect import Log, open_log
from wonmun_monitor.log.index import LogMemory
from wonmun_monitor.log.pack import unpack
from wonmun_monitor.log.queries.alerts import list_alerts
from wonmun_monitor.log.queries.campaigns import get_campaign, list_campaigns
from wonmun_monitor.log.queries.feeds import list_feeds
from wonmun_monitor.log.queries.findings import list_findings
from wonmun_monitor.log.queries.page import get_page
from wonmun_monitor.log.queries.pages import PageQuery, list_pages
from wonmun_monitor.log.queries.stats import by_day, get_stats, injected_hosts
from wonmun_monitor.log.thin import optimize, thin_batch

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable


def page_questions(db: sqlite3.Connection, pages: int, chance: random.Random) -> dict[str, Callable[[], Any]]:
    """`wonmun pages` and `/v1/pages`, by each of their conditions and by some together."""

    def ask(**asked: Any) -> Callable[[], Any]:
        return lambda: list_pages(db, PageQuery(**{k: v() if callable(v) else v for k, v in asked.items()}))

    def host() -> str:
        return f"h{skewed(chance, HOSTS)}.example"

    def feed() -> int:
        return 1 + skewed(chance, FEEDS)

    def deep() -> str:
        return f"{NOW - chance.randrange(400 * DAY)}_{chance.randint(1, pages)}"

    sorts = {f"pages --sort {s}": ask(sort=s) for s in ("first_seen", "last_checked", "score")}
    states = {f"pages --state {s}": ask(state=s) for s in ("clean", "injected", "recovered")}
    return {
        **sorts,
        **states,
        "pages --state injected --sort score": ask(state="injected", sort="score"),
        "pages --host": ask(host=host),
        "pages --host --state injected --sort score": ask(host=host, state="injected", sort="score"),
        "pages --host (the largest) --sort score": ask(host="h0.example", sort="score"),
        "pages --phrase": ask(phrase=lambda: chance.choice(PHRASES)),
        "pages --campaign": ask(campaign=lambda: chance.randint(1, CAMPAIGNS)),
        "pages --feed": ask(feed=feed),
        "pages --feed --state injected": ask(feed=feed, state="injected"),
        "pages --since 7d": ask(since=NOW - 7 * DAY),
        "pages --since --until": ask(since=NOW - 200 * DAY, until=NOW - 199 * DAY),
        "pages --text 토토": ask(text="토토"),
        "pages --text 먹튀 카지노": ask(text="먹튀 카지노"),
        "pages, deep in the list": ask(after=deep),
    }


def other_questions(db: sqlite3.Connection, pages: int, chance: random.Random) -> dict[str, Callable[[], Any]]:
    """Everything else that is asked."""

    def front() -> None:
        get_stats(db)
        by_day(db, NOW)
        list_pages(db, PageQuery(state="injected", limit=20))
        list_alerts(db, limit=10)
        list_campaigns(db, limit=10)
        list_feeds(db)

    return {
        "page ID": lambda: get_page(db, chance.randint(1, pages)),
        "page ID (injected)": lambda: get_page(db, chance.randint(1, pages // 50) * 50),
        "alerts": lambda: list_alerts(db),
        "alerts --pending": lambda: list_alerts(db, pending=True),
        "campaigns": lambda: list_campaigns(db),
        "one campaign": lambda: get_campaign(db, chance.randint(1, CAMPAIGNS)),
        "feeds": lambda: list_feeds(db),
        "stats": lambda: get_stats(db),
        "blocklist": lambda: injected_hosts(db),
        "findings (atom)": lambda: list_findings(db),
        "front page (stats, days, pages, alerts, campaigns, feeds)": front,
    }


def memory_questions(log: Log, pages: int) -> dict[str, Callable[[], Any]]:
    """What a check asks."""
    memory, chance, strange = LogMemory(log), random.Random(6), Articles(99)
    clean = "SELECT z FROM snapshots WHERE page_id = ? AND verdict = 'clean'"
    genuine = [n for n in range(1, min(STOCK, pages)) if n % 50]
    numbers = chance.sample(genuine, 100)
    texts = [unpack(log.db.execute(clean, (n,)).fetchone()[0]) for n in numbers]

    def copy() -> None:
        text = chance.choice(texts).replace("다. ", "다. 먹튀카지노 ")
        found = memory.genuine(plain_page(text, url="http://x.example/"))
        assert found, "a copy that is there is found"

    return {
        "memory: genuine copy of an injected page": copy,
        "memory: genuine copy, none there": lambda: memory.genuine(plain_page(strange.article())),
        "memory: related coverage": lambda: memory.related(plain_page(chance.choice(texts)), []),
        "memory: standing of a phrase": lambda: memory.standing(chance.choice(PHRASES), plain_page("가")),
    }


def time_of(ask: Callable[[], Any], times: int = 200) -> str:
    """Give median and 99th percentile of a warm question, in milliseconds: by the wall, then of this thread alone."""
    ask()
    wall, own = [], []
    for _ in range(times):
        begun, began = time.perf_counter(), time.thread_time()
        ask()
        wall.append((time.perf_counter() - begun) * 1000)
        own.append((time.thread_time() - began) * 1000)
    return "".join(f"{sorted(t)[at]:9.2f}" for t in (wall, own) for at in (times // 2, times * 99 // 100))


def upkeep(log: Log, folder: Path) -> None:
    """Thin and back up while somebody else writes; say how long the other waited at most."""
    stop = threading.Event()
    waits: list[float] = []

    def write() -> None:
        with open_log(log.path) as mine:
            while not stop.wait(0.02):
                begun = time.perf_counter()
                with mine.transaction() as db:
                    db.execute("UPDATE pages SET interval = interval + 1 WHERE id = 77")
                waits.append((time.perf_counter() - begun) * 1000)

    thread = threading.Thread(target=write)
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
            asking = page_questions(log.db, pages, chance) | other_questions(log.db, pages, chance)
            for name, ask in (asking | memory_questions(log, pages)).items():
                print(f"{name:58}{time_of(ask)}", flush=True)
            upkeep(log, path.parent)


if __name__ == "__main__":
    main()
