"""A page as a browser shows it gets the answer that `wonmun check` gives its HTML: doorways, footers, heads, hidden parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.browser.real_server import RealServer
from tests.browser.servers import TOKEN
from tests.wonmun.rules.test_scattered import SEARCHES
from tests.wonmun.rules.test_scattered import strewn as strewn_headlines
from tests.wonmun.sights.test_senseless import salad
from wonmun.detect import detect
from wonmun.page.parse import parse_page

if TYPE_CHECKING:
    from collections.abc import Generator

    from tests.browser.driver import Browser
    from tests.browser.servers import Site

pytestmark = pytest.mark.browser

SPAM: Final = ("골드 카지노 추천", "바카라 먹튀 검증", "급전 당일 대출", "시알리스 정품 구매", "슬롯 무료 쿠폰")
LINKS: Final = " | ".join(f'<a href="https://s{n}.example/x">{text}</a>' for n, text in enumerate(SPAM))
NEXT_LINE: Final = "\n\n    "
BRIDGE: Final = (
    "<p>강변 공원에 새 나무다리가 놓였다. 시는 나무다리를 오가는 주민이 하루 삼천 명이라고 밝혔다.</p>"
    "<p>나무다리는 지난봄 큰비에 떠내려간 옛 다리를 대신한다. 주민들은 밤에도 건널 수 있게 등을 달아 달라고 했다.</p>"
    "<p>시장은 다음 달 다리 이름을 주민 투표로 정하겠다고 말했다. 공사에는 열한 달이 걸렸다.</p>"
)
DIARIES: Final = (
    "<p>The history faculty has put the diaries of a ship's doctor online. They cover eleven voyages between 1831 and 1849.</p>"
    "<p>Students copied the pages by hand for three years. The doctor wrote about storms, teeth and the price of lemons.</p>"
)
ADVERT: Final = "{} 이용 방법을 안내해 드립니다. {} 가입은 무료입니다. 지금 {} 혜택을 확인하세요. {} 후기도 많습니다."
SIDEBAR: Final = "".join(
    f'<li><a href="/a/{n}">강변 소식 {n}호: 마을 도서관이 저녁 문을 엽니다</a> <span>2026-11-{n:02}</span></li>'
    for n in range(1, 21)
)


def strewn(piece: str) -> str:
    """The article with a piece of markup behind the second word of each paragraph."""
    parts = [text.split(" ", 2) for text in BRIDGE.split("<p>")[1:]]
    return "".join(f"<p>{one} {two}{piece.replace('@', str(n))} {rest}" for n, (one, two, rest) in enumerate(parts))


def page(
    inner: str, after: str = "", *, lang: str = "ko", title: str = "강변 공원에 새 나무다리", head: str = ""
) -> str:
    """A page of a site with menus and a list of other articles around what it shows."""
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        '<div id="wrap"><div id="header"><ul class="gnb"><li><a href="/1">정치</a></li><li><a href="/2">경제</a></li></ul></div>'
        f'<div class="col">{inner}</div><div class="sidebar"><ul>{SIDEBAR}</ul></div></div>{after}'
        '<div class="footer">등록번호 강변 가00001 | 무단 전재 금지</div></body></html>'
    )


FADING: Final = "<style>#wrap { opacity: 0 }</style>"
ELSEWHERE: Final = "".join(f'<a href="https://{n}.example/">{n}</a>' for n in ("legal", "finance", "agency", "advice"))
WALK_TO_SCHOOL: Final = (
    "<p>한 주민은 나무다리 덕분에 아침마다 학교까지 걷는 길이 절반으로 줄었고 아이들도 좋아한다고 말했다.</p>"
)


def front_page(searches: list[str]) -> str:
    """A newspaper's front page, some headlines with a search in place of a noun."""
    lines = strewn_headlines(searches)
    items = "".join(f'<li><a href="/n/{n}">{line}</a></li>' for n, line in enumerate(lines))
    return f'<html lang="ko"><head><meta charset="utf-8"><title>들녘일보</title></head><body><ul>{items}</ul></body></html>'


PAGES: Final = {
    "a front page": (front_page([]), "clean"),
    "a front page with another search in each headline": (front_page(SEARCHES), "injected"),
    "clean": (page(BRIDGE), "clean"),
    "clean, and still fading in": (page(f"<div>{ELSEWHERE}</div>{BRIDGE}{WALK_TO_SCHOOL}", head=FADING), "clean"),
    "injected, and still fading in": (page((BRIDGE + WALK_TO_SCHOOL).replace("나무다리", SPAM[0]), head=FADING), "injected"),
    "a doorway of templates": (page("".join(f"<p>{ADVERT.replace('{}', k)}</p>" for k in SPAM)), "injected"),
    "a doorway of words in no order": (page("".join(f"<p>{salad('ko', n, 150)}</p>" for n in range(3))), "injected"),
    "links in the footer": (page(BRIDGE, f"<footer>{LINKS}</footer>"), "injected"),
    "links below a page of another language than its menus": (
        page(
            DIARIES,
            "<footer><a href='https://a.example/'>buy viagra online</a> <a href='https://b.example/'>payday loans no credit check"
            "</a> <a href='https://c.example/'>best online casino bonus</a></footer>",
            lang="en",
            title="Diaries of a ship's doctor",
        ),
        "injected",
    ),
    "keywords and og:title only": (
        page(
            BRIDGE,
            head=f'<meta name="keywords" content="{SPAM[0]}, 공원"><meta property="og:title" content="{SPAM[0]} 강변 공원">',
        ),
        "injected",
    ),
    "JSON-LD and twitter:title only": (
        page(
            BRIDGE,
            head=f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{SPAM[1]}"}}</script>'
            f'<meta name="twitter:title" content="{SPAM[1]}">',
        ),
        "injected",
    ),
    "white on white": (page(BRIDGE, f'<div style="color:#fff">{" ".join(SPAM)}</div>'), "injected"),
    "nearly transparent": (page(BRIDGE, f'<div style="opacity:.01">{" ".join(SPAM)}</div>'), "injected"),
    "a plain phrase undrawn in sentences": (page(strewn('<span style="display:none">포장이사 견적</span>')), "injected"),
    "a plain phrase in white in sentences": (page(strewn('<span style="color:#fff">포장이사 견적</span>')), "injected"),
    "notes undrawn in sentences": (page(strewn('<span style="display:none">옮긴이 주 @</span>')), "clean"),
    "white on a picture": (
        page(BRIDGE, '<div style="color:#fff;background:#333 url(/x.png)"><p class="x">나무다리 사진</p></div>'),
        "clean",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Generator[RealServer]:
    """A server that knows nothing but the page."""
    with RealServer(tmp_path_factory.mktemp("wonmun"), "serve") as real:
        yield real


@pytest.mark.parametrize("name", PAGES)
def test_page_as_shown_and_as_html(browser: Browser, site: Site, server: RealServer, name: str) -> None:
    """Of a trial of 2026-11-29: doorways and footers that `wonmun check` finds were clean in the browser."""
    html, verdict = PAGES[name]
    url = site.put("/page", html)
    assert detect(parse_page(html, url=url)).verdict == verdict
    browser.store(server=server.url, token=TOKEN, automation=True)
    assert browser.visit(url) == verdict


def test_what_only_machines_read_is_said_to_be_unseen(browser: Browser, site: Site, server: RealServer) -> None:
    browser.store(server=server.url, token=TOKEN, automation=True)
    for name in ("keywords and og:title only", "nearly transparent"):
        assert browser.visit(site.put("/unseen", PAGES[name][0])) == "injected"
        said = browser.banner_text()
        assert "Readers of this page see nothing of it." in said
        assert "places" not in said
        assert "is hidden here for search engines to find" in said
        assert browser.badge() == ""


def test_a_hidden_block_is_named_by_its_first_link(browser: Browser, site: Site, server: RealServer) -> None:
    """The banner read out the texts of all its links as one phrase."""
    browser.store(server=server.url, token=TOKEN, automation=True)
    block = f'<div style="position:absolute;left:-9999px">{LINKS.replace(" | ", NEXT_LINE)}</div>'
    assert browser.visit(site.put("/block", page(BRIDGE, block))) == "injected"
    assert f"“{SPAM[0]} +{len(SPAM) - 1}” is hidden here for search engines to find" in browser.banner_text()
