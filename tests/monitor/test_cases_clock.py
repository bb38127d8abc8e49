"""monitor.md, 9 and 10: the clock is set while the scheduler runs."""

from __future__ import annotations

import time
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Self

import pytest
from apscheduler.schedulers import base

from wonmun_monitor import schedule
from wonmun_monitor.service import Monitor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.monitor.conftest import Clock, World


class Shifted:
    """The real clock, moved by what the test says; APScheduler and the monitor both go by it."""

    offset = 0.0

    def __call__(self) -> float:
        return time.time() + self.offset


@pytest.fixture
def shifted(monkeypatch: pytest.MonkeyPatch) -> Shifted:
    clock = Shifted()

    class Moved(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls.fromtimestamp(clock(), tz)

    monkeypatch.setattr(base, "datetime", Moved)
    monkeypatch.setattr(schedule, "datetime", Moved)
    monkeypatch.setattr(schedule, "TICK", 0.1)
    return clock


@pytest.fixture
def running(world: World, shifted: Shifted, texts: dict[str, str]) -> Iterator[Monitor]:
    site = world.site
    site.feed("/feed.xml", site.article("/a", "도서관", texts["library"]))
    world.tree["feeds"] = [{"url": site.url("/feed.xml"), "interval": "1s"}]
    monitor = Monitor(world.settings, world.path, clock=shifted)
    monitor.start()
    yield monitor
    begun = time.monotonic()
    monitor.stop()
    assert time.monotonic() - begun < 5
    assert not monitor.running


def test_09_clock_minus_one_hour_polling_goes_on(
    world: World, running: Monitor, shifted: Shifted, wait_for: Callable[..., None]
) -> None:
    wait_for(lambda: world.site.count("/feed.xml") >= 2 and world.value("SELECT count(*) FROM fetches") == 1)
    shifted.offset = -3600.0
    before = world.site.count("/feed.xml")
    wait_for(lambda: world.site.count("/feed.xml") >= before + 3)
    assert world.feed("/feed.xml")["next_check_at"] < shifted() + 10
    assert world.page("/a")["next_check_at"] < shifted() + 2 * 3600


def test_09b_a_clock_set_back_between_two_runs_delays_nothing(
    world: World, clock: Clock, texts: dict[str, str], wait_for: Callable[..., None]
) -> None:
    site = world.site
    site.feed("/feed.xml", site.article("/a", "도서관", texts["library"]))
    world.tree["feeds"] = [{"url": site.url("/feed.xml"), "interval": "15m"}]
    first = Monitor(world.settings, world.path, clock=clock)
    first.start()
    wait_for(lambda: site.count("/a") == 1)
    first.stop()
    planned = world.feed("/feed.xml")["next_check_at"] - clock.now
    clock.forward(-86_400)
    second = Monitor(world.settings, world.path, clock=clock)
    second.start()
    second.stop()
    assert world.feed("/feed.xml")["next_check_at"] - clock.now == pytest.approx(planned, abs=2)


def test_10_clock_plus_one_day_one_run_coalesced(
    world: World, running: Monitor, shifted: Shifted, wait_for: Callable[..., None]
) -> None:
    site = world.site
    wait_for(lambda: site.count("/feed.xml") >= 2 and world.value("SELECT count(*) FROM fetches") == 1)
    before = site.count("/feed.xml")
    shifted.offset = 86_400.0
    begun = time.monotonic()
    wait_for(lambda: site.count("/feed.xml") > before)
    time.sleep(max(0.0, begun + 3 - time.monotonic()))
    polls, passed = site.count("/feed.xml") - before, time.monotonic() - begun
    assert polls <= 2 + passed, (
        f"{polls} polls in {passed:.1f} s at an interval of 1 s: the missed ones were made up for"
    )
    wait_for(lambda: site.count("/a") >= 2)
    assert site.count("/a") == 2, "the page was due once"
