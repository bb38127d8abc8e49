"""A log that refuses everything is told of once, and once that it takes everything again."""

from __future__ import annotations

import logging
import random
import sqlite3
from typing import TYPE_CHECKING

from wonmun.errors import LogError
from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.pages import add_page
from wonmun_monitor.trouble import ALL, CALM, LONGEST, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from tests.monitor.conftest import Clock, World


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [f"{r.levelname} {r.getMessage()}" for r in caplog.records if r.levelno >= logging.WARNING]


def test_trouble_is_told_when_it_begins_and_when_it_is_over(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    trouble = Trouble(clock)
    trouble.passed()
    assert told(caplog) == []
    for _ in range(3):
        trouble.met(LogError("log.db: the disk is full"))
        clock.forward(2)
        trouble.passed()  # something small still had room
    trouble.met(LogError("log.db: another program holds it"))
    assert told(caplog) == ["ERROR log.db: the disk is full", "ERROR log.db: another program holds it"]
    clock.forward(CALM)
    trouble.passed()
    trouble.passed()
    again = "WARNING the log takes everything again; what it refused 4 times is done anew"
    assert told(caplog)[2:] == [again]
    trouble.met(LogError("log.db: the disk is full"))
    assert told(caplog)[3:] == ["ERROR log.db: the disk is full"]


def test_a_full_disk_is_one_line_however_many_pages_are_due(
    world: World,
    texts: dict[str, str],
    inject: Callable[[str, str, str], str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """It was one a page, every minute."""
    with open_log(world.path) as log:
        for n in range(8):
            filler = random.Random(n).randbytes(60_000).hex()  # evidence of an infected page is kept whole
            text = inject(texts["bus"], "시내버스", "대박 카지노사이트")
            world.site.article(f"/{n}", f"노선 개편 {n}", text, f"<!-- {filler} -->")
            add_page(log, world.site.url(f"/{n}"), 0.0)
    world.fill_disk(monkeypatch)
    assert world.round().errors > 4
    assert len([line for line in told(caplog) if "disk is full" in line]) == 1


def test_while_the_log_refuses_everything_nothing_is_asked_for_but_one_page_now_and_then(clock: Clock) -> None:
    trouble, full = Trouble(clock), LogError("log.db: the disk is full")
    for _ in range(7):
        trouble.met(full)
        trouble.passed()
    assert trouble.room == ALL, "single pages were at fault"
    for _ in range(32):
        trouble.met(full)
    assert trouble.room == 0
    trouble.passed()
    assert trouble.room == 0, "something small still had room"
    waited = []
    for _ in range(6):
        begun = clock()
        while not trouble.room:
            clock.forward(1)
        waited.append(clock() - begun)
        assert trouble.room == 1
        trouble.met(full)
    assert waited == [CALM, 2 * CALM, 4 * CALM, 8 * CALM, LONGEST, LONGEST]
    clock.forward(LONGEST)
    for room in (2, 4, 8):
        trouble.passed()
        assert trouble.room == room
    trouble.met(full)
    assert trouble.room == 0, "full again already"
    clock.forward(LONGEST)
    for _ in range(10):
        trouble.passed()
    assert trouble.room == ALL


def test_what_is_due_is_not_all_fetched_for_nothing(
    world: World, texts: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each due page was, once a minute."""
    paths = [f"/{n}" for n in range(40)]
    with open_log(world.path) as log:
        for path in paths:
            world.site.article(path, "노선 개편", texts["bus"])
            add_page(log, world.site.url(path), 0.0)
    world.set("monitor", concurrency=1)

    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("wonmun_monitor.visit.apply_visit", refuse)
        assert world.round().errors >= 8
    assert sum(map(world.site.count, paths)) < 30
    assert world.round().errors == 0
    assert world.value("SELECT count(*) FROM pages WHERE state = 'clean'") == 40


def test_no_feed_is_polled_while_the_log_refuses_everything(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.tree["feeds"] = [{"url": world.site.feed("/rss")}]
    with monkeypatch.context() as patched:
        patched.setattr(Trouble, "room", 0)
        assert world.round().feeds == 0
    assert world.site.count("/rss") == 0
    assert world.round().feeds == 1
