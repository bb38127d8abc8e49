"""Two programs at one log: each alert goes out once; a sender that dies holds nothing up for long."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from wonmun_monitor.alerts.holder import is_gone, new_holder
from wonmun_monitor.log import alerts as rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.monitor.conftest import Clock, World

ALERTS = 6


@pytest.fixture
def waiting(world: World, mirror: Callable[..., str]) -> World:
    """A log with alerts that no target has taken yet."""
    site = world.site
    for number in range(ALERTS):
        mirror(number, "대박 카지노사이트")
    site.feed("/genuine.xml", *(site.url(f"/genuine/{n}") for n in range(ALERTS)))
    site.feed("/mirror.xml", *(site.url(f"/mirror/{n}") for n in range(ALERTS)))
    world.set("alerts", to=[site.target()], digest=1000)
    site.fail("/hook", 503)
    world.round()
    assert world.value("SELECT count(*) FROM alerts WHERE sent_at IS NULL") == ALERTS
    return world


def test_two_programs_at_the_same_instant_send_each_alert_once(waiting: World) -> None:
    world, keys = waiting, []

    def slowly(asked: Any) -> None:
        keys.append(re.search(r"Alert: (\S+)", asked.body.decode().replace("\\n", "\n").replace('"', " ")))
        time.sleep(0.3)
        asked.answer(200)

    world.site.routes["/hook"] = slowly
    both = [world.start("monitor", "--once", "--due", "all") for _ in range(2)]
    for process in both:
        _, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
    sent = [found.group(1) for found in keys if found]
    assert len(keys) == ALERTS, "each is sent once"
    assert len(set(sent)) == ALERTS
    assert world.value("SELECT count(*) FROM alerts WHERE sent_at IS NULL") == 0
    assert world.value("SELECT count(*) FROM alerts WHERE holder <> ''") == 0, "nothing stays held"


def test_what_somebody_else_holds_is_left_alone_until_the_lease_ends(waiting: World, clock: Clock) -> None:
    world = waiting
    inbox = world.site.inbox()
    with world.log() as log, log.transaction() as db:
        db.execute("UPDATE alerts SET holder = 'another-machine 1 x', held_until = ?", (clock.now + rows.LEASE,))
    world.round(everything=True)
    assert inbox == []
    clock.forward(rows.LEASE)
    world.round(everything=True)
    assert len(inbox) == ALERTS


def test_a_lease_by_a_clock_that_was_set_back_since_counts_as_over(waiting: World, clock: Clock) -> None:
    world = waiting
    inbox = world.site.inbox()
    with world.log() as log, log.transaction() as db:
        db.execute("UPDATE alerts SET holder = 'another-machine 1 x', held_until = ?", (clock.now + 86_400,))
    world.round(everything=True)
    assert len(inbox) == ALERTS


def test_a_sender_whose_alerts_were_taken_over_sends_none_of_them(waiting: World, clock: Clock) -> None:
    first, second = (rows.Hold(name, lambda _: False) for name in ("a 1 x", "b 2 y"))
    with waiting.log() as log:
        mine = rows.claim(log, first, clock.now, everything=True)
        numbers = [one.id for one in mine]
        assert len(mine) == ALERTS
        assert rows.claim(log, second, clock.now, everything=True) == []
        assert len(rows.claim(log, second, clock.now + rows.LEASE, everything=True)) == ALERTS
        assert rows.renew(log, first, numbers, "t", clock.now) == set()
        assert rows.renew(log, second, numbers, "t", clock.now) == set(numbers)
        rows.release(log, first, numbers)
        assert rows.claim(log, first, clock.now, everything=True) == [], "nobody lets go of another's"


@pytest.mark.skipif(os.name != "posix", reason="whether a process lives is only asked where that does not end it")
def test_a_process_that_was_killed_is_known_to_be_gone() -> None:
    mine = new_holder()
    assert not is_gone(mine)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        named = mine.replace(f" {os.getpid()} ", f" {other.pid} ")
        assert not is_gone(named)
        other.kill()
        other.wait()
    assert is_gone(named)
    assert not is_gone(f"another-machine {other.pid} x"), "its processes are not seen from here"
    assert not is_gone("nonsense")


def test_a_name_of_this_process_that_it_did_not_give_is_of_one_before_it() -> None:
    first, second = new_holder(), new_holder()
    assert first != second
    assert not is_gone(first)
    place, number, word, turn = first.split(" ")
    assert is_gone(f"{place} {number} x{word} {turn}"), "a container that was started again"
