"""monitor.md, 4–8: one page, one alert; reopened; feeds that fail and recover."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.monitor.conftest import Clock, World


def test_04_same_page_in_two_feeds_one_page_one_alert(world: World, mirror: Callable[..., str]) -> None:
    site = world.site
    path = mirror()
    site.feed("/again.xml", site.url(path) + "?utm_source=again#top")
    world.tree["feeds"].append({"url": site.url("/again.xml")})
    inbox = site.inbox()
    world.set("alerts", to=[site.target()])
    world.round()
    assert world.value("SELECT count(*) FROM pages WHERE url LIKE '%/mirror/%'") == 1
    assert site.count(path) == 1
    assert len(inbox) == 1
    number = world.page(path)["id"]
    assert world.value("SELECT count(*) FROM feed_items WHERE page_id = ?", number) == 2


def test_04b_links_that_redirect_to_one_page_one_alert(world: World, mirror: Callable[..., str], clock: Clock) -> None:
    """Seen from outside in December 2026: each link of a feed that redirects to a page made another alert."""
    site = world.site
    path = mirror()
    site.feed(
        "/again.xml",
        *(site.fail(f"/out/{n}", 302, Location=site.url(path) + "#top") for n in range(3)),
    )
    world.tree["feeds"].append({"url": site.url("/again.xml")})
    inbox = site.inbox()
    world.set("alerts", to=[site.target()])
    world.round()
    assert world.value("SELECT count(*) FROM pages WHERE state = 'injected'") == 4
    assert len(inbox) == 1
    clock.forward(8 * 86400)
    world.round(everything=True)
    assert len(inbox) == 1


def test_05_guid_changed_same_url_no_new_page(world: World, texts: dict[str, str], clock: Clock) -> None:
    site = world.site
    page = site.article("/a", "도서관", texts["library"])
    site.feed("/feed.xml", (page, "guid-one"))
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    world.round()
    site.feed("/feed.xml", (page, "guid-two"))
    clock.forward(1800)
    world.round()
    assert world.value("SELECT count(*) FROM pages") == 1
    assert world.value("SELECT count(*) FROM feed_items") == 1
    assert site.count("/a") == 1, "nothing to visit again so soon"


def test_06_same_guid_different_links_both_kept(world: World, texts: dict[str, str]) -> None:
    site = world.site
    one = site.article("/one", "도서관", texts["library"])
    two = site.article("/two", "노선", texts["bus"])
    site.feed("/feed.xml", (one, "same"), (two, "same"))
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    world.round()
    assert {row[0] for row in world.rows("SELECT url FROM pages")} == {one, two}
    assert world.value("SELECT count(*) FROM feed_items") == 2


def test_07_infected_clean_infected_one_alert_within_the_cool_down_then_reopened(
    world: World,
    mirror: Callable[..., str],
    texts: dict[str, str],
    inject: Callable[[str, str, str], str],
    clock: Clock,
) -> None:
    site = world.site
    path = mirror()
    inbox = site.inbox()
    world.set("alerts", to=[site.target()], cool_down="24h")
    world.round()
    bad = inject(texts["bus"], "시내버스", "대박 카지노사이트")
    assert world.page(path)["state"] == "injected"

    for text, state in ((texts["bus"], "recovered"), (bad, "injected")):
        site.article(path, "노선 개편", text)
        clock.forward(8 * 3600)
        world.round()
        assert world.page(path)["state"] == state
    assert len(inbox) == 1, "within the cool-down"
    [(cleared, reopened)] = world.rows("SELECT cleared_at, reopened FROM findings")
    assert (cleared, reopened) == (None, 1)

    clock.forward(12 * 3600)
    world.round()
    assert [m["title"] for m in inbox][1:] == [f"Still injected: “대박 카지노사이트” on {site.host}"]
    world.round(everything=True)
    assert len(inbox) == 2

    site.article(path, "노선 개편", texts["bus"])
    clock.forward(30 * 3600)
    world.round()
    site.article(path, "노선 개편", bad)
    clock.forward(30 * 3600)
    world.round()
    assert len(inbox) == 3
    assert inbox[2]["title"].startswith("Injected again:")
    assert "reopened 2 time(s)" in inbox[2]["message"]


def test_08_failures_up_to_n_minus_1_silent_nth_alerts_once_recovery_once(
    world: World, clock: Clock, texts: dict[str, str]
) -> None:
    site = world.site
    url = site.fail("/feed.xml", 500)
    world.tree["feeds"] = [{"url": url}]
    inbox = site.inbox()
    world.set("alerts", to=[site.target()], feed_failures=3)
    titles: list[list[str]] = []
    for _ in range(5):
        world.round()
        titles.append([m["title"].split(":")[0] for m in inbox])
        clock.now = world.feed("/feed.xml")["next_check_at"]
    assert titles == [[], [], ["Feed failing"], ["Feed failing"], ["Feed failing"]]
    assert "500" in inbox[0]["message"]
    assert "Failures in a row: 3" in inbox[0]["message"]

    site.feed("/feed.xml", site.article("/a", "도서관", texts["library"]))
    for _ in range(3):
        world.round()
        clock.forward(3600)
    assert [m["title"].split(":")[0] for m in inbox] == ["Feed failing", "Feed works again"]

    site.fail("/feed.xml", 500)
    world.round()
    clock.now = world.feed("/feed.xml")["next_check_at"]
    site.feed("/feed.xml", site.url("/a"))
    world.round()
    assert len(inbox) == 2, "one failure is nobody's business"


def test_many_alerts_at_once_are_one_message(
    world: World, texts: dict[str, str], inject: Callable[[str, str, str], str]
) -> None:
    site = world.site
    phrases = ["대박 카지노", "먹튀 검증", "토토 사이트", "슬롯 추천"]
    for number, phrase in enumerate(phrases):
        site.article(f"/genuine/{number}", "노선", texts["bus"])
        site.article(f"/p/{number}", "노선", inject(texts["bus"], "시내버스", phrase))
    site.feed("/genuine.xml", *(site.url(f"/genuine/{n}") for n in range(len(phrases))))
    site.feed("/feed.xml", *(site.url(f"/p/{n}") for n in range(len(phrases))))
    world.tree["feeds"] = [{"url": site.url("/genuine.xml"), "trust": True}, {"url": site.url("/feed.xml")}]
    inbox = site.inbox()
    world.set("alerts", to=[site.target()], digest=3, dashboard="http://127.0.0.1:8765")
    world.round()
    assert world.value("SELECT count(*) FROM pages WHERE state = 'injected'") == len(phrases)
    assert [m["title"] for m in inbox] == [f"wonmun: {len(phrases)} alerts"]
    assert all(phrase in inbox[0]["message"] for phrase in phrases)
    for number in range(len(phrases)):  # it named an internal key instead (seen from outside, November 2026)
        look = f"http://127.0.0.1:8765/pages/{world.page(f'/p/{number}')['id']}"
        assert f"\n  {site.url(f'/p/{number}')} · {look}\n" in inbox[0]["message"]
    assert world.value("SELECT count(*) FROM alerts WHERE sent_at IS NULL") == 0


def test_an_alert_is_one_a_person_can_act_on(world: World, mirror: Callable[..., str]) -> None:
    site = world.site
    path = mirror()
    inbox = site.inbox()
    world.set("alerts", to=[site.target()], dashboard="http://127.0.0.1:8765/")
    world.round()
    [message] = inbox
    number = world.page(path)["id"]
    assert "대박 카지노사이트" in message["title"]
    for wanted in (site.url(path), "Sure: ", "Seen: ", "Genuine copy: ", "[대박 카지노사이트]", "[시내버스]",
                   f"http://127.0.0.1:8765/pages/{number}"):  # fmt: skip
        assert wanted in message["message"], wanted


def test_the_sample_sites_alerts_stay_at_home(
    world: World, texts: dict[str, str], inject: Callable[[str, str, str], str]
) -> None:
    """Whoever named a target was told of the sample's copies first (seen from outside, 2026-11-29)."""
    site = world.site
    copy = site.article("/sample/mirror/1", "노선", inject(texts["bus"], "시내버스", "대박 카지노사이트"))
    site.feed("/sample/mirror/feed.xml", copy)
    world.tree["feeds"] = [{"url": site.url("/sample/mirror/feed.xml")}]
    inbox = site.inbox()
    world.set("alerts", to=[site.target()])
    world.round()
    assert world.rows("SELECT sent_at, next_try_at FROM alerts") == [(None, None)]
    assert inbox == []
    real = site.article("/mirror/2", "도서관", inject(texts["library"], "도서관", "먹튀 토토사이트"))
    site.feed("/feed.xml", real)
    world.tree["feeds"].append({"url": site.url("/feed.xml")})
    world.round()
    assert ["먹튀 토토사이트" in message["title"] for message in inbox] == [True]
