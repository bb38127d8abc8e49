"""An infected page leads to its publisher's article: visited once, politely, trusted only where that is earned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wonmun_monitor.log.queries.stats import get_stats

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.monitor.conftest import World
    from tests.monitor.web import Site


@pytest.fixture
def infect(world: World, texts: dict[str, str], inject: Callable[[str, str, str], str]) -> Callable[..., str]:
    """Put an injected mirror on the first site, watched by a feed; `says` goes into its body."""
    world.tree["feeds"] = [{"url": world.site.url("/feed.xml")}]

    def put(says: str, path: str = "/mirror/1", phrase: str = "대박 카지노사이트") -> str:
        site = world.site
        site.feed("/feed.xml", site.article(path, "노선", inject(texts["bus"], "시내버스", phrase), says))
        return path

    return put


def names(address: str) -> str:
    return f'<p>출처: <a href="{address}">한빛일보</a></p>'


def known(world: World, url: str) -> tuple[object, ...]:
    return world.rows("SELECT state, trusted, origin, next_check_at FROM pages WHERE url = ?", url)[0]


def test_a_named_article_is_visited_once_and_keeps_its_reason(
    world: World, elsewhere: Site, infect: Callable[..., str], texts: dict[str, str]
) -> None:
    genuine = elsewhere.article("/view/1", "노선", texts["bus"])
    mirror = infect(names(genuine))
    world.round()
    assert known(world, genuine)[:3] == ("clean", 0, "lead")
    assert world.rows("SELECT url, reason FROM leads") == [(genuine, "it links to it as its source (“한빛일보”)")]
    for number in (2, 3):
        infect(names(genuine), f"/mirror/{number}", "먹튀 토토사이트")
        world.clock.forward(1000)
        world.round()
    assert world.value("SELECT count(*) FROM pages WHERE origin = 'feed'") == 3
    assert elsewhere.count("/view/1") == 1
    assert elsewhere.count("/robots.txt") == 1
    assert world.page(mirror)["state"] == "injected"


def test_a_setting_switches_leads_off(
    world: World, elsewhere: Site, infect: Callable[..., str], texts: dict[str, str]
) -> None:
    infect(names(elsewhere.article("/view/1", "노선", texts["bus"])))
    world.set("monitor", fetch_genuine=False)
    world.round()
    assert elsewhere.asked == []
    assert world.value("SELECT count(*) FROM leads") == 0


def test_a_clean_page_leads_nowhere(world: World, elsewhere: Site, texts: dict[str, str]) -> None:
    site = world.site
    page = site.article("/a", "노선", texts["bus"], names(elsewhere.article("/view/1", "노선", texts["bus"])))
    site.feed("/feed.xml", page)
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    world.round()
    assert elsewhere.asked == []


def test_an_article_on_a_trusted_feeds_host_is_trusted_and_restores_the_next_copy(
    world: World, elsewhere: Site, infect: Callable[..., str], texts: dict[str, str]
) -> None:
    elsewhere.feed("/feed.xml", elsewhere.article("/view/2", "도서관", texts["library"]))
    genuine = elsewhere.article("/view/1", "노선", texts["bus"])
    infect(names(genuine))
    world.tree["feeds"].append({"url": elsewhere.url("/feed.xml"), "trust": True})
    world.round()
    assert known(world, genuine)[:3] == ("clean", 1, "lead")
    world.clock.forward(1000)
    infect("", "/mirror/2", "가람모두")
    world.round()
    assert world.page("/mirror/2")["genuine_url"] == genuine


def test_a_host_with_an_injected_page_earns_no_trust(
    world: World, elsewhere: Site, infect: Callable[..., str], texts: dict[str, str], inject: Callable[..., str]
) -> None:
    hacked = elsewhere.article("/view/2", "노선", inject(texts["bus"], "개편", "먹튀 토토사이트"))
    elsewhere.feed("/feed.xml", hacked)
    world.tree["feeds"] = [{"url": elsewhere.url("/feed.xml"), "trust": True}]
    world.round()
    assert world.value("SELECT state FROM pages WHERE url = ?", hacked) == "injected"
    genuine = elsewhere.article("/view/1", "노선", texts["library"])
    infect(names(genuine))
    world.tree["feeds"].append({"url": world.site.url("/feed.xml")})
    world.round()
    assert known(world, genuine)[1:3] == (0, "lead")


def test_a_trusted_address_that_leads_on_to_another_host_is_refused(
    world: World, elsewhere: Site, infect: Callable[..., str], texts: dict[str, str]
) -> None:
    """A publisher's open redirect must not make an attacker's page a genuine copy."""
    site = world.site
    elsewhere.feed("/feed.xml", elsewhere.article("/view/2", "도서관", texts["library"]))
    forged = site.article("/forged", "노선", texts["bus"].replace("시내버스", "가람모두"))
    lure = elsewhere.fail("/go?to=x", 302, Location=forged)
    infect(names(lure))
    world.tree["feeds"].append({"url": elsewhere.url("/feed.xml"), "trust": True})
    world.round()
    state, _, origin, again = known(world, lure)
    assert (state, origin, again) == ("failed", "lead", None)
    assert site.count("/forged") == 1


@pytest.mark.parametrize("how", ["missing", "robots", "private"])
def test_an_address_that_leads_nowhere_is_never_asked_again(
    world: World, elsewhere: Site, infect: Callable[..., str], texts: dict[str, str], how: str
) -> None:
    genuine = elsewhere.article("/view/1", "노선", texts["bus"])
    if how == "missing":
        elsewhere.fail("/view/1", 404)
    elif how == "robots":
        elsewhere.serve("/robots.txt", "User-agent: *\nDisallow: /view", "text/plain")
    else:
        world.tree["monitor"]["allow_private"].remove(elsewhere.host)
    infect(names(genuine))
    world.round()
    assert known(world, genuine) == ("failed", 0, "lead", None)
    before = len(elsewhere.asked)
    world.clock.forward(90 * 86400)
    world.round()
    assert len(elsewhere.asked) == before
    assert elsewhere.count("/view/1") == (how == "missing")


def test_a_chain_of_mirrors_is_followed_two_steps(
    world: World, elsewhere: Site, infect: Callable[..., str], texts: dict[str, str], inject: Callable[..., str]
) -> None:
    bad = inject(texts["bus"], "개편", "먹튀 토토사이트")
    site = world.site
    last = elsewhere.article("/3", "노선", bad, names(site.url("/4")))
    second = site.article("/2", "노선", bad, names(last))
    first = elsewhere.article("/1", "노선", bad, names(second))
    site.article("/4", "노선", texts["bus"])
    infect(names(first))
    world.round()
    assert (elsewhere.count("/1"), site.count("/2"), elsewhere.count("/3")) == (1, 1, 0)


def test_a_lead_that_fails_is_no_page_of_ours_that_failed(
    world: World, elsewhere: Site, infect: Callable[..., str]
) -> None:
    """Of a trial of 2026-11-29: every link that led nowhere made one more "failed" page in the numbers."""
    infect(names(elsewhere.fail("/view/1", 404)))
    world.round()
    assert world.value("SELECT count(*) FROM pages WHERE state = 'failed'") == 1
    with world.log() as log:
        stats = get_stats(log.db)
    assert (stats.states["failed"], stats.pages) == (0, 1)
