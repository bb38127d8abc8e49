"""What ties a finding to others of its campaign, and what must not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.monitor.web import BUS, LIBRARY, article
from wonmun.model import Finding
from wonmun.page.parse import parse_page
from wonmun_monitor.ties import campaign_keys, site

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.monitor.conftest import World


def block(links: dict[str, str], style: str = "position:absolute;left:-9999px") -> str:
    inside = " ".join(f'<a href="{url}">{text}</a>' for url, text in links.items())
    return f'<div style="{style}">{inside}</div>'


def ties(found: str, extra: str, text: str = BUS) -> set[str]:
    """Keys of a finding of which every occurrence in the page is a place."""
    page = parse_page(article("노선", text, extra).encode(), url="http://www.mirror.example/a")
    starts = [n for n in range(len(page.text)) if page.text.startswith(found, n)]
    places = [Finding(n, n + len(found), found, "insertion") for n in starts]
    assert places
    return set(campaign_keys("x", places, page)) - {"phrase:x"}


SPAM = BUS.replace("시내버스", "솔향기 카지노")


@pytest.mark.parametrize(
    ("url", "tie"),
    [
        ("http://go.evil.example/p/1", {"link:go.evil.example"}),
        ("https://t.me/solhyang?start=1", {"link:t.me/solhyang"}),
        ("https://open.kakao.com/o/abc123/x", {"link:open.kakao.com/o/abc123"}),
        ("https://t.me/", set()),
        ("https://www.facebook.com/sharer.php?u=1", set()),
        ("https://m.blog.naver.com/x", set()),
        ("http://mirror.example/b", set()),
        ("/b", set()),
        ("http://[::1", set()),
    ],
)
def test_a_link_ties_where_it_names_an_owner(url: str, tie: set[str]) -> None:
    found = ties("솔향기 카지노", f'<p><a href="{url}">솔향기 카지노</a></p>', SPAM)
    assert {key for key in found if key.startswith("link:")} == tie


def test_a_hidden_block_goes_with_the_finding_whose_words_it_repeats() -> None:
    mine = block({"http://go.evil.example/p/1": "솔향기 주소", "http://go.evil.example/p/22": "솔향기 가입"})
    menu = block(
        {"http://partner.example/press": "기사 제보", "http://partner.example/ad": "광고 문의"}, "display:none"
    )
    found = ties("솔향기 카지노", mine + menu, SPAM)
    assert "link:go.evil.example" in found
    assert not any("partner.example" in key for key in found)
    assert sum(key.startswith("form:") for key in found) == 1


def test_one_template_with_other_words_numbers_and_hosts_is_one_form() -> None:
    def form(words: list[str], host: str, path: str = "/board/{}.php?id=7", style: str = "left:-9999px") -> set[str]:
        hidden = block({f"http://{host}{path.format(n)}": w for n, w in enumerate(words)}, f"position:absolute;{style}")
        return {key for key in ties("솔향기 카지노", hidden, SPAM) if key.startswith("form:")}

    one = form(["솔향기 토토", "솔향기 주소"], "a.example")
    assert len(one) == 1
    assert form(["솔향기 슬롯", "솔향기 가입", "솔향기 총판"], "b.example", style="left:-8000px") == one
    assert form(["솔향기 토토", "솔향기 주소"], "a.example", path="/shop/item/{}") != one
    assert form(["솔향기 토토"], "a.example", path="/") == set(), "a path that says nothing"


def test_words_alone_are_no_template() -> None:
    hidden = '<div style="display:none">솔향기 가입 코드 안내 문의 환영 이벤트 상담 주소 모음 바로 가기</div>'
    assert ties("솔향기 카지노", hidden, SPAM) == set()


def test_site() -> None:
    assert [site(url) for url in ("http://www.a.example:80/x", "https://m.a.example", "nonsense", "http://[")] == [
        "a.example", "a.example", "", ""]  # fmt: skip


def test_two_phrases_that_lead_to_one_host_are_one_campaign_and_links_to_a_publisher_are_not(
    world: World, texts: dict[str, str], inject: Callable[[str, str, str], str]
) -> None:
    site_ = world.site
    genuine = [site_.article(f"/genuine/{which}", which, texts[which]) for which in ("bus", "library")]
    site_.feed("/genuine.xml", *genuine)
    spam = [("one", BUS, "시내버스", "대박 카지노사이트", "go.evil.example"),
            ("two", LIBRARY, "도서관", "먹튀검증 토토", "go.evil.example"),
            ("three", BUS, "시내버스", "바카라사이트 물결", "other.example")]  # fmt: skip
    for name, text, term, phrase, host in spam:
        bad = inject(text, term, phrase).replace("\n", " ")
        extra = block({f"http://{host}/{name}/main": phrase, f"{site_.url('/genuine/bus')}": f"{phrase} 원문"})
        site_.article(f"/{name}", name, bad, extra)
    site_.feed("/feed.xml", *(site_.url(f"/{name}") for name, *_ in spam))
    world.tree["feeds"] = [{"url": site_.url("/genuine.xml"), "trust": True}, {"url": site_.url("/feed.xml")}]
    world.round()
    campaign = dict(
        world.rows("SELECT p.url, min(f.campaign_id) FROM findings f JOIN pages p ON p.id = f.page_id GROUP BY p.id")
    )
    assert campaign[site_.url("/one")] == campaign[site_.url("/two")]
    assert campaign[site_.url("/three")] != campaign[site_.url("/one")]


def test_an_address_that_is_none_costs_no_visit(
    world: World, texts: dict[str, str], inject: Callable[[str, str, str], str]
) -> None:
    site_ = world.site
    bad = inject(texts["bus"], "시내버스", '<a href="http://[::1">대박 카지노사이트</a>')
    site_.feed("/feed.xml", site_.article("/a", "노선", bad, '<a href="//[x]/">x</a><a href="http://a:b/">y</a>'))
    world.tree["feeds"] = [{"url": site_.url("/feed.xml")}, {"url": "http://[::1/feed"}]
    world.set("monitor", profiles=["reader", "search", "crawler"])
    world.round()
    assert world.page("/a")["state"] == "injected"
