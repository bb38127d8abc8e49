"""Alerts in Korean: the whole message, by configuration or by the machine's language; the log keeps English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from wonmun.translate import catalog, spoken_here
from wonmun.translate.words import SOURCES
from wonmun_monitor.alerts import message
from wonmun_monitor.intents import FeedState, Found, PageChange, PageState
from wonmun_monitor.log.alerts import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.monitor.conftest import Clock, World

KEPT = re.compile(
    r"https?://\S+|[\d-]+T[\d:]+Z|(?:page|feed):[\w:]+|HTTP|apprise|wonmun|127\.0\.0\.1\S*|Service Unavailable"
)
LATIN = re.compile("[A-Za-z]{2,}")


def english_in(said: str) -> list[str]:
    return LATIN.findall(KEPT.sub("", said))


def test_an_alert_is_wholly_korean_where_it_is_configured_so(world: World, mirror: Callable[..., str]) -> None:
    mirror()
    inbox: list[dict[str, Any]] = world.site.inbox()
    world.set("alerts", to=[world.site.target()], language="ko")
    world.round()
    assert inbox[0]["title"].startswith("스팸 삽입: “")
    assert "확실한 정도: " in inbox[0]["message"]
    assert not english_in(inbox[0]["title"] + inbox[0]["message"].replace("wonmun page", ""))
    assert str(world.value("SELECT subject FROM alerts")).startswith("Injected: “")


def test_a_digest_is_korean_too(world: World, mirror: Callable[..., str]) -> None:
    for number in (1, 2, 3):
        mirror(number, f"대박 카지노{number}번지")
    world.site.feed("/mirror.xml", *(world.site.url(f"/mirror/{number}") for number in (1, 2, 3)))
    world.site.feed("/genuine.xml", *(world.site.url(f"/genuine/{number}") for number in (1, 2, 3)))
    inbox: list[dict[str, Any]] = world.site.inbox()
    world.set("alerts", to=[world.site.target()], language="ko", digest=2)
    world.round()
    assert inbox[0]["title"].startswith("wonmun: 알림 ")
    assert not english_in(inbox[0]["title"] + inbox[0]["message"].replace("wonmun alerts", ""))


def test_a_failing_feed_is_told_in_korean(world: World, clock: Clock) -> None:
    world.site.fail("/feed.xml", 503)
    world.tree["feeds"] = [{"url": world.site.url("/feed.xml")}]
    inbox: list[dict[str, Any]] = world.site.inbox()
    world.set("alerts", to=[world.site.target()], language="ko", feed_failures=1)
    world.round()
    clock.forward(60)
    assert inbox[0]["title"].startswith("피드 오류: ")
    assert not english_in(inbox[0]["message"].replace("wonmun feeds", ""))


def record(kind: Any, /, **given: Any) -> Any:
    """Make a record of which a message reads these fields only."""
    return kind(**(dict.fromkeys(kind.__dataclass_fields__) | given))


FEED = record(FeedState, id=3, url="https://news.example/", failures=7)


@pytest.mark.parametrize("written", [message.feed_recovered(FEED, 0), message.feed_gone(FEED, 0)])
def test_every_line_of_the_other_messages_is_known(written: Any) -> None:
    korean = catalog("ko")
    for line in (written.subject, *filter(None, written.body.split("\n"))):
        assert korean.read(line) != line, line


@pytest.mark.parametrize("source", SOURCES)
def test_before_and_after_are_said_in_words_in_both_languages(source: str) -> None:
    """`(from: survivors)`, and `[]` where the phrase was taken out, was what an alert said until November 2026."""
    place = {
        "before": "어제 ", "after": "을 열었다", "found": "카지노", "replacement": "" if source == "insertion" else "시장",
        "source": source,
    }  # fmt: skip
    found = record(
        Found, phrase="카지노", kind="substitution", count=1, places=msgspec.json.encode([place]), cloaked=False
    )
    page = record(PageState, id=1, url="https://news.example/1", host="news.example")
    change = record(PageChange, score=0.9, reopened=0, state="injected")
    body = message.page_alert(page, change, [found], "", 0).body
    line = next(one for one in body.split("\n") if one.startswith("  Before: "))
    assert line.endswith(f"({'nothing stood there' if source == 'insertion' else 'from: ' + SOURCES[source]})")
    assert "[]" not in line
    assert not english_in(catalog("ko").read(line))


def test_a_digest_of_many_names_the_rest() -> None:
    waiting = record(Waiting, subject="Feed gone: https://news.example/", body="Feed: https://news.example/")
    _, body = message.digest([waiting] * (message.MOST_IN_DIGEST + 5), "")
    assert "- 그 밖에 5건" in map(catalog("ko").read, body.split("\n"))


@pytest.mark.parametrize(
    ("set_by", "configured", "spoken"),
    [
        ({"LANG": "ko_KR.UTF-8"}, "auto", "ko"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "en_US.UTF-8"}, "auto", "en"),
        ({"LC_MESSAGES": "ko_KR.UTF-8", "LANG": "C"}, "auto", "ko"),
        ({"LANG": "ko_KR.UTF-8"}, "en", "en"),
        ({"LANG": "fi_FI"}, "auto", "en"),
    ],
)
def test_the_machine_s_language_is_taken(
    monkeypatch: pytest.MonkeyPatch, set_by: dict[str, str], configured: str, spoken: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in set_by.items():
        monkeypatch.setenv(name, value)
    assert spoken_here(configured) == spoken
