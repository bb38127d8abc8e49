"""The monitor beside a server: it begins, takes up what comes in, and ends."""

from __future__ import annotations

import socket
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from wonmun.errors import LogError
from wonmun_monitor import schedule
from wonmun_monitor.clock import wall_clock
from wonmun_monitor.log.feeds import add_feed
from wonmun_monitor.log.pages import add_page
from wonmun_monitor.service import Monitor

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.monitor.conftest import World


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "TICK", 0.1)


def test_a_feed_and_a_page_added_while_it_runs_are_taken_up(
    world: World, texts: dict[str, str], wait_for: Callable[..., None]
) -> None:
    site = world.site
    site.article("/a", "도서관", texts["library"])
    site.article("/b", "노선", texts["bus"])
    site.feed("/feed.xml", site.url("/a"))
    monitor = Monitor(world.settings, world.path)
    monitor.start()
    try:
        with world.log() as log:
            add_feed(log, site.url("/feed.xml"), wall_clock())
            add_page(log, site.url("/b"), wall_clock())
        wait_for(lambda: site.count("/a") and site.count("/b"))
        wait_for(lambda: world.value("SELECT count(*) FROM pages WHERE state = 'clean'") == 2)
    finally:
        monitor.stop()
    assert not monitor.running


def test_it_ends_at_once_in_the_middle_of_slow_visits_and_loses_nothing(
    world: World, texts: dict[str, str], wait_for: Callable[..., None]
) -> None:
    site = world.site

    def slow(asked: object) -> None:
        time.sleep(3)

    for number in range(20):
        site.routes[f"/slow/{number}"] = slow
    quick = site.article("/quick", "도서관", texts["library"])
    site.feed("/feed.xml", quick, *(site.url(f"/slow/{n}") for n in range(20)))
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    monitor = Monitor(world.settings, world.path)
    monitor.start()
    wait_for(lambda: world.value("SELECT count(*) FROM fetches") == 1 and site.count("/slow/3"))
    begun = time.monotonic()
    monitor.stop()
    assert time.monotonic() - begun < 2
    assert not monitor.running
    assert world.value("PRAGMA integrity_check") == "ok"
    assert world.value("SELECT count(*) FROM fetches") == 1
    assert world.value("SELECT count(*) FROM pages WHERE state = 'new' AND next_check_at IS NOT NULL") == 20


def test_a_log_that_cannot_be_used_is_told_to_whoever_starts_it(world: World) -> None:
    world.path.write_text("no database", encoding="utf-8")
    with pytest.raises(LogError, match="is no wonmun log"):
        Monitor(world.settings, world.path).start()


def test_it_begins_again_after_its_end(world: World, wait_for: Callable[..., None]) -> None:
    site = world.site
    world.tree["feeds"] = [{"url": site.feed("/feed.xml", site.url("/a")), "interval": "1s"}]
    monitor = Monitor(world.settings, world.path)
    for _ in range(2):
        before = site.count("/feed.xml")
        monitor.start()
        wait_for(lambda before=before: site.count("/feed.xml") > before)
        monitor.stop()
        assert not monitor.running


def test_a_silent_name_server_does_not_delay_the_end(
    world: World, wait_for: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    real = socket.getaddrinfo

    def silent(host: Any, *args: Any, **more: Any) -> Any:
        if host == "127.0.0.1":
            return real(host, *args, **more)
        asked.append(host)
        time.sleep(6)
        raise OSError("no answer")

    monkeypatch.setattr(socket, "getaddrinfo", silent)
    world.tree["feeds"] = [{"url": "http://feed.example/rss"}]
    monitor = Monitor(world.settings, world.path)
    monitor.start()
    wait_for(lambda: asked)
    begun = time.monotonic()
    monitor.stop()
    assert time.monotonic() - begun < 3
    assert not monitor.running


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM that a program could answer")
def test_sigterm_ends_the_command_within_five_seconds_with_nothing_lost(
    world: World, texts: dict[str, str], wait_for: Callable[..., None]
) -> None:
    site = world.site
    site.feed("/feed.xml", site.article("/a", "도서관", texts["library"]))
    world.tree["feeds"] = [{"url": site.url("/feed.xml"), "interval": "1s"}]
    process = world.start("monitor")
    wait_for(lambda: site.count("/feed.xml") >= 2 and world.value("SELECT count(*) FROM fetches") == 1)
    begun = time.monotonic()
    process.terminate()
    _, err = process.communicate(timeout=20)
    assert time.monotonic() - begun < 5
    assert process.returncode == 0, err
    assert "Traceback" not in err
    assert world.value("PRAGMA integrity_check") == "ok"
