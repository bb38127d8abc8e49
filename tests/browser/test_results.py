"""Result pages of search engines: links to pages that the log knows as injected carry a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import INJECTED, page
from tests.browser.servers import TOKEN

if TYPE_CHECKING:
    from tests.browser.driver import Browser
    from tests.browser.servers import FakeServer, Site

pytestmark = pytest.mark.browser

RESULTS = "http://search.naver.com/search.naver"
MARKS = "[...document.querySelectorAll('wonmun-mark')].map((mark) => mark.previousElementSibling.id).join()"
LINKS = """<ul><li><a id=bad href="http://mirror.example/1">강변 도서관 소식</a> <a href="http://mirror.example/1">저장된 페이지</a>
<li><a id=good href="http://paper.example/1">강변 도서관 소식</a>
<li><a id=wrapped href="/go?url=http%3A%2F%2Fmirror.example%2F2">다른 소식</a><li><a href="/next">다음</a></ul>"""


def test_links_to_known_injected_pages_are_marked(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.known = {"http://mirror.example/1": "address", "http://mirror.example/2": "host"}
    site.hosts.add("search.naver.com")
    site.put("/search.naver", page(LINKS))
    browser.goto(RESULTS)
    browser.wait(f"{MARKS} === 'bad,wrapped'")
    assert [request.target for request in fake.asked] == ["/v1/known"]
    assert fake.asked[0].json["urls"] == [
        "http://mirror.example/1",
        "http://paper.example/1",
        "http://mirror.example/2",
    ]
    assert browser.eval("document.querySelector('wonmun-mark').shadowRoot.textContent") == "Injected page"
    browser.eval(
        "document.querySelector('ul').insertAdjacentHTML('beforeend', '<li><a id=later href=http://mirror.example/2>또 다른 소식</a>')"
    )
    browser.wait(f"{MARKS} === 'bad,wrapped,later'")
    assert len(fake.asked) == 2


def test_a_result_page_without_known_links_is_untouched(browser: Browser, site: Site, fake: FakeServer) -> None:
    site.hosts.add("search.naver.com")
    site.put("/search.naver", page(LINKS))
    assert browser.visit(RESULTS) == "clean"
    assert browser.eval("document.querySelectorAll('wonmun-mark').length") == 0


def test_other_pages_are_no_result_pages(browser: Browser, site: Site, fake: FakeServer) -> None:
    browser.visit(site.put("/search.naver", page(LINKS + INJECTED)))
    assert [request.target for request in fake.asked] == ["/v1/check"]


def test_a_silent_engine_is_not_asked_about(browser: Browser, site: Site, fake: FakeServer) -> None:
    browser.store(server=fake.url, token=TOKEN, automation=True, sites={"naver.com": "silent"})
    site.hosts.add("search.naver.com")
    site.put("/search.naver", page(LINKS))
    browser.goto(RESULTS)
    browser.popup("switched off on this site")
    assert fake.asked == []
