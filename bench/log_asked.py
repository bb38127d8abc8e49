"""Every question that is asked of a log, with words, hosts and feeds drawn as they lie in a made one."""

from __future__ import annotations

import random
import tempfile
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from bench.log_made import CAMPAIGNS, DAY, EVER, FEEDS, HOSTS, NOW, PHRASES, STOCK, Articles, skewed
from wonmun.page.plain import plain_page
from wonmun.settings import Settings
from wonmun_monitor.log.index import LogMemory
from wonmun_monitor.log.pack import unpack
from wonmun_monitor.log.queries.alerts import list_alerts
from wonmun_monitor.log.queries.campaigns import get_campaign, list_campaigns
from wonmun_monitor.log.queries.feeds import list_feeds
from wonmun_monitor.log.queries.findings import list_findings
from wonmun_monitor.log.queries.page import get_page
from wonmun_monitor.log.queries.pages import SORTS, STATES, PageQuery, list_pages
from wonmun_monitor.log.queries.stats import get_stats, injected_hosts
from wonmun_server.app import create_app
from wonmun_server.context import Context
from wonmun_server.store import Store
from wonmun_server.token import Tokens

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from wonmun_monitor.log.connect import Log

TOKEN = "a-token-of-this-benchmark"  # noqa: S105 (guards a made log)


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
        "pages --phrase (a part of thousands)": ask(phrase="카지노"),
        "pages --phrase (a part) --state clean": ask(phrase="카지노", state="clean"),
        "pages --campaign": ask(campaign=lambda: chance.randint(1, CAMPAIGNS)),
        "pages --feed": ask(feed=feed),
        "pages --feed --state injected": ask(feed=feed, state="injected"),
        "pages --since 7d": ask(since=NOW - 7 * DAY),
        "pages --since --until": ask(since=NOW - 200 * DAY, until=NOW - 199 * DAY),
        "pages --text 토토": ask(text="토토"),
        "pages --text 먹튀 카지노": ask(text="먹튀 카지노"),
        "pages, deep in the list": ask(after=deep),
        "pages, conditions, order and place at random": lambda: list_pages(db, at_random(pages, chance)),
    }


def pair_questions(db: sqlite3.Connection, chance: random.Random) -> dict[str, Callable[[], Any]]:
    """`wonmun pages` by each two of its conditions together, in an order drawn at random."""
    draw: dict[str, Callable[[], Any]] = {
        "state": lambda: chance.choice(STATES),
        "host": lambda: chance.choice((f"h{skewed(chance, HOSTS)}.example", "h0.example")),
        "phrase": lambda: chance.choice((chance.choice(PHRASES), "카지노", "먹튀", "카지노1", "없는말")),
        "campaign": lambda: chance.randint(1, CAMPAIGNS),
        "feed": lambda: chance.choice((1 + skewed(chance, FEEDS), 1)),
        "since": lambda: NOW - chance.randrange(400 * DAY),
        "until": lambda: NOW - chance.randrange(400 * DAY),
        "text": lambda: chance.choice(("토토", "먹튀 카지노", "안전", "없는말이다")),
    }

    def ask(*names: str) -> Callable[[], Any]:
        return lambda: list_pages(db, PageQuery(**{n: draw[n]() for n in names}, sort=chance.choice(SORTS)))

    return {f"pages --{one} --{other}, any order": ask(one, other) for one, other in combinations(draw, 2)}


def at_random(pages: int, chance: random.Random) -> PageQuery:
    """Draw a question with any conditions together, deep in the list now and then."""

    def maybe(share: float, *values: Any) -> Any:
        return chance.choice(values) if chance.random() < share else None

    sort = chance.choice(SORTS)
    since = maybe(0.4, NOW - chance.randrange(400 * DAY))
    edge = chance.random() if sort == "score" else NOW - chance.randrange(400 * DAY)
    return PageQuery(
        state=maybe(0.6, *STATES),
        host=maybe(0.4, f"h{skewed(chance, HOSTS)}.example", "h0.example"),
        feed=maybe(0.3, 1 + skewed(chance, FEEDS)),
        phrase=maybe(0.3, chance.choice(PHRASES), "카지노", "먹튀"),
        campaign=maybe(0.15, chance.randint(1, CAMPAIGNS)),
        text=maybe(0.2, "토토", "먹튀 카지노", "안전", "없는말이다"),
        since=since,
        until=maybe(0.3, (since or NOW - chance.randrange(400 * DAY)) + chance.choice((DAY, 30 * DAY))),
        sort=sort,
        after=maybe(0.3, f"{edge}_{chance.randint(1, pages)}"),
    )


def other_questions(db: sqlite3.Connection, pages: int, chance: random.Random) -> dict[str, Callable[[], Any]]:
    """Everything else that is asked."""
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
    }


def memory_questions(log: Log, pages: int) -> dict[str, Callable[[], Any]]:
    """What a check asks."""
    memory, chance, strange = LogMemory(log), random.Random(6), Articles(99)
    clean = "SELECT z FROM snapshots WHERE page_id = ? AND verdict = 'clean'"
    genuine = [n for n in range(1, min(STOCK, pages)) if n % EVER]
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


@contextmanager
def web_questions(path: Path, pages: int, chance: random.Random) -> Iterator[dict[str, Callable[[], Any]]]:
    """Pages of the dashboard and the API, as the server answers them, without the network."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(path)
        try:
            client = create_app(Context(Tokens(TOKEN, TOKEN, Path(folder)), store, _unhurried())).test_client()
            client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {TOKEN}"

            def get(address: str) -> Callable[[], Any]:
                def ask() -> None:
                    answer = client.get(address.replace("NUMBER", str(chance.randint(1, pages // 50) * 50)))
                    assert answer.status_code == 200, (address, answer.status_code)

                return ask

            addresses = (
                "/",
                "/pages?state=injected",
                "/pages/NUMBER",
                "/campaigns",
                "/v1/stats",
                "/v1/pages?text=토토",
            )
            yield {f"GET {address}": get(address) for address in addresses}
        finally:
            store.close()


def _unhurried() -> Settings:
    return msgspec.convert({"server": {"rate": 1_000_000}}, Settings)
