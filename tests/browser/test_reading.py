"""What of a page is sent to the server: its text by blocks, in roles, with links and what is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.pages import CORRECTION, HONEST, SPAM, page

if TYPE_CHECKING:
    from tests.browser.driver import Browser
    from tests.browser.servers import FakeServer, Site

pytestmark = pytest.mark.browser


def sent(browser: Browser, site: Site, fake: FakeServer, html: str) -> dict[str, Any]:
    """The body of the request that a page leads to."""
    browser.visit(site.put("/read/", html))
    body: dict[str, Any] = fake.checks[-1].json
    return body


def segments(body: dict[str, Any], *keys: str) -> list[tuple[Any, ...]]:
    return [tuple(segment.get(key) for key in ("role", "text", *keys)) for segment in body["segments"]]


def test_head_and_address(browser: Browser, site: Site, fake: FakeServer) -> None:
    head = """<meta name=description content="  짧은 소개  "><link rel=canonical href="/real">
        <meta property="og:title" content="진짜 제목"><meta name=keywords content="가, 나">"""
    body = sent(browser, site, fake, page("<p>본문이다.</p>", head=head))
    assert (body["url"], body["title"], body["lang"]) == (f"{site.url}/read/", "강변 도서관", "ko")
    meta = {"canonical": f"{site.url}/real", "description": "짧은 소개", "og:title": "진짜 제목", "keywords": "가, 나"}
    assert body["meta"] == meta
    assert segments(body) == [("title", "강변 도서관"), ("text", "본문이다.")]


def test_blocks_and_white_space(browser: Browser, site: Site, fake: FakeServer) -> None:
    html = "<div>앞 글<p>첫\n   문단 <b>굵은</b>\n<i>글</i>.</p>뒤 글</div><ul><li>하나<li>둘</ul>셋<br>넷<table><tr><td>칸 1<td>칸 2</table>"
    texts = ["앞 글", "첫 문단 굵은 글.", "뒤 글", "하나", "둘", "셋", "넷", "칸 1", "칸 2"]
    assert [text for _, text in segments(sent(browser, site, fake, page(html)))[1:]] == texts


def test_blocks_of_links_and_links_in_text(browser: Browser, site: Site, fake: FakeServer) -> None:
    html = "<p><a href='/1'>첫째</a> | <a href='/2'>둘째</a></p><p>글 속의 <a href='/3'>셋째</a> 고리</p><p><a>갈 곳 없음</a></p>"
    body = sent(browser, site, fake, page(html))
    assert segments(body, "href", "links")[1:] == [
        ("link", "첫째", f"{site.url}/1", None),
        ("link", "둘째", f"{site.url}/2", None),
        ("text", "글 속의 셋째 고리", None, [{"offset": 5, "length": 2, "href": f"{site.url}/3"}]),
        ("text", "갈 곳 없음", None, None),
    ]


def test_a_link_around_whole_blocks(browser: Browser, site: Site, fake: FakeServer) -> None:
    html = "<div><a href='/1'><h3>제목이다</h3><p>요약이다 <b>굵게</b></p></a> 뒤 글</div>"
    assert segments(sent(browser, site, fake, page(html)), "href")[1:] == [
        ("link", "제목이다", f"{site.url}/1"),
        ("link", "요약이다 굵게", f"{site.url}/1"),
        ("text", "뒤 글", None),
    ]


HIDDEN = {
    "display:none": "<div style='display:none'><p>{}</p></div>",
    "visibility:hidden": "<p class=gone>{}</p><style>.gone {{ visibility: hidden }}</style>",
    "opacity:0": "<section style='opacity:0'><p>{}</p></section>",
    "position outside the page": "<div style='position:absolute; left:-9999px'><p>{}</p></div>",
    "font-size:0": "<p style='font-size:0; line-height:0'>{}</p>",
    "size of nothing, overflow hidden": "<div style='height:0; overflow:hidden'><p>{}</p></div>",
    # These were read as if everybody saw them (seen from outside in November 2026).
    "clip:rect(0px, 0px, 0px, 0px)": "<div class=x><p>{}</p></div><style>.x {{position:absolute; clip:rect(0,0,0,0)}}</style>",
    "clip-path:inset(50%)": "<div style='clip-path:inset(50%)'><p>{}</p></div>",
    "filter:opacity(0)": "<div style='filter:opacity(0); height:0'><p>{}</p></div>",
    "transform:matrix(0, 0, 0, 0, 0, 0)": "<div style='transform:scale(0)'><p>{}</p></div>",
}


@pytest.mark.parametrize(("why", "html"), HIDDEN.items(), ids=HIDDEN)
def test_hidden_text(browser: Browser, site: Site, fake: FakeServer, why: str, html: str) -> None:
    body = sent(browser, site, fake, page(f"<p>앞 글</p>{html.format('숨은 글')}<p>뒤 글</p>"))
    assert segments(body, "hidden_by")[1:] == [
        ("text", "앞 글", None),
        ("hidden", "숨은 글", why),
        ("text", "뒤 글", None),
    ]


def test_what_a_reader_can_unfold_is_not_hidden(browser: Browser, site: Site, fake: FakeServer) -> None:
    html = "<details><summary>자주 묻는 말</summary><p class=x>답이다.</p></details><p hidden=until-found>찾으면 열린다.</p>"
    texts = [("text", "자주 묻는 말"), ("text", "답이다."), ("text", "찾으면 열린다.")]
    assert segments(sent(browser, site, fake, page(html)))[1:] == texts


def test_a_paragraph_goes_on_behind_what_is_hidden_in_it(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    html = "<p id=first>시는 무료 <span style='display:none'>숨은 글</span>슬롯 체험관을 열었다.</p>"
    body = sent(browser, site, fake, page(html))
    assert sorted(segments(body)[1:]) == [("hidden", "숨은 글"), ("text", f"시는 {SPAM}을 열었다.")]
    assert browser.text("#first") == f"시는 {HONEST}숨은 글을 열었다."


def test_what_surrounds_the_article(browser: Browser, site: Site, fake: FakeServer) -> None:
    html = "<nav><p>메뉴 글</p></nav><main><p>본문이다.</p></main><div role=complementary>곁글</div><footer>꼬리글</footer>"
    body = sent(browser, site, fake, page(html))
    around = [
        ("text", "메뉴 글", False),
        ("text", "본문이다.", None),
        ("text", "곁글", False),
        ("text", "꼬리글", False),
    ]
    assert segments(body, "article")[1:] == around


def test_a_very_deep_page(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    script = (
        "let at = document.body; for (let i = 0; i < 5000; i++) at = at.appendChild(document.createElement('span'));"
    )
    browser.visit(
        site.put("/deep", page(f"<script>{script} at.textContent = '{SPAM}을 열었다.'; at.id = 'first'</script>"))
    )
    assert browser.text("#first") == f"{HONEST}을 열었다."


def test_only_html_is_read(browser: Browser, site: Site, fake: FakeServer) -> None:
    site.put("/plain", "그냥 글이다.")
    site.kinds["/plain"] = "text/plain; charset=utf-8"
    browser.goto(f"{site.url}/plain")
    browser.visit(site.put("/read/", page("<p>본문이다.</p>")))
    assert [request.json["url"] for request in fake.checks] == [f"{site.url}/read/"]
