"""What only some visitors get is a finding of its own; what changes by itself is not."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from wonmun_monitor.log.queries.page import get_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.monitor.conftest import World


@pytest.fixture
def watched(world: World, texts: dict[str, str]) -> Any:
    """A genuine article, trusted, and a copy of it whose answer each test makes; all three visitors."""
    site = world.site
    site.feed("/genuine.xml", site.article("/genuine", "노선", texts["bus"]))
    site.feed("/feed.xml", site.url("/a"))
    world.tree["feeds"] = [{"url": site.url("/genuine.xml"), "trust": True}, {"url": site.url("/feed.xml")}]
    world.set("monitor", profiles=["reader", "search", "crawler"])

    def who(asked: Any) -> str:
        if "Googlebot" in asked.headers.get("user-agent", ""):
            return "crawler"
        return "search" if "google" in asked.headers.get("referer", "") else "reader"

    def serve(make: Any) -> None:
        site.routes["/a"] = lambda asked: asked.answer(
            200, make(who(asked)).encode(), Content_Type="text/html; charset=utf-8"
        )

    return serve


def story(world: World) -> Any:
    with world.log() as log:
        told = get_page(log.db, world.site.url("/a"))
    assert told is not None
    return told


def test_text_that_only_a_crawler_gets(
    world: World,
    watched: Callable[..., None],
    texts: dict[str, str],
    inject: Callable[[str, str, str], str],
    as_article: Callable[..., str],
) -> None:
    bad = inject(texts["bus"], "시내버스", "대박 카지노사이트")
    watched(lambda who: as_article("노선", bad if who == "crawler" else texts["bus"]))
    world.round()
    told = story(world)
    assert told.page.state == "injected"
    [finding] = told.findings
    assert (finding.cloaked, finding.phrase, finding.profiles) == (True, "대박 카지노사이트", ("crawler",))
    assert "only a search engine’s crawler is shown “대박 카지노사이트”" in told.reasons[0]
    shown = dict(told.shown)
    assert "대박 카지노사이트" not in shown["reader"]
    assert "대박 카지노사이트" not in shown["search"]
    assert "대박 카지노사이트" in shown["crawler"]
    assert world.site.count("/a") == 6, "twice as each visitor"


def test_what_everybody_gets_is_no_cloaking(
    world: World,
    watched: Callable[..., None],
    texts: dict[str, str],
    inject: Callable[[str, str, str], str],
    as_article: Callable[..., str],
) -> None:
    bad = inject(texts["bus"], "시내버스", "대박 카지노사이트")
    watched(lambda _: as_article("노선", bad))
    world.round()
    told = story(world)
    assert told.page.state == "injected"
    assert [f.profiles for f in told.findings] == [("reader", "search", "crawler")]
    assert not any(f.cloaked for f in told.findings)


def test_what_changes_from_visit_to_visit_does_not_count(
    world: World,
    watched: Callable[..., None],
    texts: dict[str, str],
    inject: Callable[[str, str, str], str],
    as_article: Callable[..., str],
) -> None:
    bad = inject(texts["bus"], "시내버스", "대박 카지노사이트")
    turns = count()
    watched(lambda _: as_article("노선", bad if next(turns) in {2, 3} else texts["bus"]))
    world.round()
    told = story(world)
    assert world.site.count("/a") == 6
    assert not any(f.cloaked for f in told.findings)


def links(names: list[str]) -> str:
    return "<ul>" + "".join(f'<li><a href="http://{n}.example/">{n} 바로가기</a></li>' for n in names) + "</ul>"


def test_links_that_only_a_search_visitor_gets(
    world: World, watched: Callable[..., None], texts: dict[str, str], as_article: Callable[..., str]
) -> None:
    block = links(["sports-one", "sports-two", "sports-three", "sports-four"])
    watched(lambda who: as_article("노선", texts["bus"], block if who == "search" else ""))
    world.round()
    told = story(world)
    [finding] = [f for f in told.findings if f.cloaked]
    assert (finding.kind, finding.profiles) == ("link", ("search",))
    assert "sports-one.example" in finding.phrase
    assert told.page.state == "injected"


def test_rotating_advertisements_are_no_cloaking(
    world: World, watched: Callable[..., None], texts: dict[str, str], as_article: Callable[..., str]
) -> None:
    turns = count()
    watched(lambda _: as_article("노선", texts["bus"], links([f"ad{next(turns)}-{n}" for n in range(5)])))
    world.round()
    told = story(world)
    assert told.findings == ()
    assert told.page.state == "clean"
