"""How hosts are treated."""

from __future__ import annotations

import asyncio
import threading
import time
from contextlib import suppress
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from wonmun_monitor import pump
from wonmun_monitor.log.pages import add_page, put_off
from wonmun_monitor.polite import Hosts
from wonmun_monitor.tools import open_tools

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from tests.monitor.conftest import World
    from wonmun_monitor.intents import PageState
    from wonmun_monitor.tools import Tools


def watch(world: World, *paths: str) -> None:
    world.site.serve("/list", "\n".join(world.site.url(p) for p in paths), "text/plain")
    world.tree["lists"] = [{"url": world.site.url("/list")}]


def test_robots_txt_is_obeyed_by_name_and_asked_once(world: World, texts: dict[str, str]) -> None:
    site = world.site
    site.serve("/robots.txt", "User-agent: wonmun\nDisallow: /closed\n\nUser-agent: *\nDisallow: /\n", "text/plain")
    for path in ("/open", "/closed/1", "/open2"):
        site.article(path, "도서관", texts["library"])
    watch(world, "/open", "/closed/1", "/open2")
    world.round()
    assert site.count("/robots.txt") == 1
    assert site.count("/closed/1") == 0
    assert world.page("/open")["state"] == world.page("/open2")["state"] == "clean"
    row = world.page("/closed/1")
    assert row["state"] == "failed"
    assert "robots.txt forbids it" in row["last_error"]
    world.clock.forward(3 * 3600)
    world.round(everything=True)
    assert site.count("/robots.txt") == 1
    world.clock.forward(2 * 86_400)
    world.round(everything=True)
    assert site.count("/robots.txt") == 2


def test_robots_txt_is_ignored_where_the_user_says_so(world: World, texts: dict[str, str]) -> None:
    site = world.site
    site.serve("/robots.txt", "User-agent: *\nDisallow: /\n", "text/plain")
    site.article("/a", "도서관", texts["library"])
    watch(world, "/a")
    world.set("monitor", robots="ignore")
    world.round()
    assert site.count("/robots.txt") == 0
    assert world.page("/a")["state"] == "clean"


def test_no_robots_txt_allows_a_failing_server_does_not_hold_a_page_up_for_good(
    world: World, texts: dict[str, str]
) -> None:
    site = world.site
    site.fail("/robots.txt", 500)
    site.article("/a", "도서관", texts["library"])
    watch(world, "/a")
    world.round()
    assert world.page("/a")["state"] == "clean"
    assert world.value("SELECT count(*) FROM hosts WHERE robots_at IS NOT NULL") == 0


def test_a_strange_host_is_asked_with_pauses_and_few_at_a_time(world: World) -> None:
    world.set("monitor", allow_private=[], per_host=2, delay="1s")
    begun: list[float] = []

    async def run() -> None:
        async with open_tools(world.settings, world.path, clock=world.clock) as tools:
            hosts = Hosts(tools)
            host = hosts.of("news.example")
            host.delay = 0.1

            async def one() -> None:
                async with hosts.turn("news.example"):
                    begun.append(time.monotonic())
                    await asyncio.sleep(0.35)

            await asyncio.gather(*(one() for _ in range(5)))

    asyncio.run(run())
    gaps = [b - a for a, b in pairwise(begun)]
    assert min(gaps) > 0.08
    assert begun[4] - begun[0] > 0.65, "two at a time"


def test_at_most_so_many_at_once_and_all_of_them(world: World, texts: dict[str, str]) -> None:
    site = world.site
    now, most, lock = 0, 0, threading.Lock()

    def slow(asked: Any) -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.05)
        with lock:
            now -= 1
        asked.answer(200, b"<p>hello</p>", Content_Type="text/html")

    paths = [f"/p/{n}" for n in range(30)]
    for path in paths:
        site.routes[path] = slow
    watch(world, *paths)
    world.set("monitor", concurrency=5)
    counts = world.round()
    assert counts.pages == 30
    assert 2 <= most <= 5


def test_a_host_with_many_pages_due_does_not_hide_the_others(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pump, "WINDOW", 20)
    monkeypatch.setattr(pump, "HOST_SHARE", 5)
    visited: list[str] = []
    small, passed, seen = {f"small{number}.example" for number in range(3)}, list[float](), asyncio.Event()

    async def visit(tools: Tools, hosts: Hosts, page: PageState, come: Callable[[], None]) -> None:
        del come
        async with hosts.turn(page.host):
            visited.append(page.host)
            if small <= set(visited):
                seen.set()
            await tools.write(lambda log: put_off(log, page.id, tools.clock() + 10))

    monkeypatch.setattr(pump, "visit", visit)
    world.set("monitor", delay="1s", per_host=1, allow_private=[])

    async def run() -> None:
        async with open_tools(world.settings, world.path, clock=world.clock) as tools:
            for number in range(40):
                at = world.clock.now - 100 + number
                await tools.write(partial(add_page, url=f"http://big.example/{number}", now=at))
            for number in range(3):
                await tools.write(partial(add_page, url=f"http://small{number}.example/", now=world.clock.now))
            pumping, begun = asyncio.create_task(pump.Pump(tools).run()), time.monotonic()
            await asyncio.wait_for(seen.wait(), 30)
            passed.append(time.monotonic() - begun)
            pumping.cancel()
            with suppress(asyncio.CancelledError):
                await pumping

    asyncio.run(run())
    assert visited.count("big.example") <= 2 + passed[0], "one a second"
