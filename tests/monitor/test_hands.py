"""Work that ends its process, or never ends, costs itself and nothing else."""

from __future__ import annotations

import multiprocessing
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.monitor.tasks import shouted, treacherous
from wonmun_monitor import checking, tools
from wonmun_monitor import hands as hands_module
from wonmun_monitor.checking import Checker
from wonmun_monitor.hands import Hands, LostError, NoProcessError, ProcessHand
from wonmun_monitor.parcel import Work, packed_work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.monitor.conftest import World


@pytest.fixture
def two() -> Iterator[Hands]:
    hands = Hands(lambda: ProcessHand(shouted, patience=1.0))
    hands.want(2)
    yield hands
    hands.close()


def test_pieces_are_done_by_processes_each_with_its_own_answer(two: Hands) -> None:
    asked = [f"piece {n}".encode() for n in range(50)]
    assert [two.put(piece).result(30) for piece in asked] == [piece.upper() for piece in asked]


def test_a_piece_that_ends_its_process_is_told_and_the_others_go_on(two: Hands) -> None:
    bad = two.put(b"die")
    others = [two.put(b"x") for _ in range(10)]
    assert [other.result(30) for other in others] == [b"X"] * 10
    with pytest.raises(LostError, match=r"ended the process .*exit 7"):
        bad.result(30)


def test_a_process_that_is_ended_from_outside_costs_nothing(two: Hands, tmp_path: Path) -> None:
    assert two.put(b"once " + bytes(tmp_path / "been")).result(30) == b"SECOND TIME"


def test_a_piece_that_never_ends_is_ended_and_the_others_go_on(two: Hands) -> None:
    bad = [two.put(b"hang"), two.put(b"hang")]
    good = two.put(b"x")
    for hanging in bad:
        with pytest.raises(LostError, match="longer than 1 s"):
            hanging.result(30)
    assert good.result(30) == b"X"


def test_a_process_makes_room_for_a_new_one_after_so_much_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands_module, "LIFE", 3)
    hands = Hands(lambda: ProcessHand(shouted))
    hands.want(1)
    who = [hands.put(b"who").result(30) for _ in range(7)]
    hands.close()
    assert [who.count(one) for one in dict.fromkeys(who)] == [3, 3, 1]


def test_closing_ends_processes_in_the_middle_of_their_work() -> None:
    hands = Hands(lambda: ProcessHand(shouted))
    hands.want(1)
    assert hands.put(b"x").result(30) == b"X"
    hanging, waiting = hands.put(b"hang"), hands.put(b"x")
    while not hanging.running():
        time.sleep(0.01)
    hands.close()
    with pytest.raises((LostError, NoProcessError)):
        hanging.result(10)
    assert waiting.cancelled()
    deadline = time.monotonic() + 10
    while any(p.is_alive() for p in multiprocessing.active_children()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not multiprocessing.active_children()


def test_a_process_that_cannot_be_started_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    hand = ProcessHand(shouted)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(11, "no more processes")

    monkeypatch.setattr(hand._context, "Process", refuse, raising=False)
    with pytest.raises(NoProcessError, match="cannot be started"):
        hand.work(b"x")


def patience_for(page: str) -> float:
    """Seconds that no honest page takes in a new process, however busy this machine is just now."""
    hand = ProcessHand(treacherous, load=("wonmun_monitor.loaded",))
    hand.begin()
    began = time.monotonic()
    hand.work(packed_work(Work("", "https://a.example/", page.encode(), "text/html")))
    hand.rest()
    return round(2 + 5 * (time.monotonic() - began))


def test_pages_that_kill_or_hang_a_worker_are_stored_as_failures_and_the_round_goes_on(
    world: World, texts: dict[str, str], as_article: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "check_parcel", treacherous)
    monkeypatch.setattr(checking, "MANY", 1)
    patience = patience_for(texts["library"])
    monkeypatch.setattr(tools, "Checker", partial(Checker, patience=patience))
    site = world.site
    for number, title in enumerate(["소식", "worker dies", "소식 2", "worker hangs", "소식 3", "소식 4"]):
        site.article(f"/p/{number}", title, texts["library"])
    site.feed("/feed.xml", *(site.url(f"/p/{n}") for n in range(6)))
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    counts = world.round()
    assert (counts.pages, counts.errors) == (6, 2)
    assert world.value("SELECT count(*) FROM pages WHERE state = 'clean'") == 4
    assert "ended the process" in world.page("/p/1")["last_error"]
    assert f"longer than {patience} s" in world.page("/p/3")["last_error"]
    assert world.page("/p/3")["next_check_at"] > world.clock.now
    assert not [t for t in threading.enumerate() if t.name == "wonmun-check" and not t.daemon]
