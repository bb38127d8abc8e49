"""The cases of a page that is read and corrected: numbers and names as in the design's list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.driver import wait_until
from tests.browser.servers import TOKEN, Phrase

if TYPE_CHECKING:
    from tests.browser.driver import Browser
    from tests.browser.servers import FakeServer, Site

pytestmark = pytest.mark.browser

SPAM = "무료 슬롯 체험관"
PAGE = """<!doctype html><html lang="ko"><meta charset="utf-8"><title>{title}</title>
<body><h1>강변 도서관, 새 열람실을 열다</h1>{body}</body></html>"""
BODY = f"<p id=p>시는 지난주 {SPAM}을 새로 열었다고 밝혔다.</p><p>{SPAM}에는 좌석 사백 개가 있다.</p>"


def page(body: str, title: str = "강변 도서관") -> str:
    return PAGE.format(title=title, body=body)


def test_1_clean_page_untouched_byte_for_byte(browser: Browser, site: Site, fake: FakeServer) -> None:
    url = site.put("/clean", page("<p>시는 지난주 새 열람실을 열었다고 밝혔다.</p>"))
    browser.store()
    browser.goto(url)
    untouched = browser.eval("document.documentElement.outerHTML")
    browser.store(server=fake.url, token=TOKEN)
    browser.goto(url)
    wait_until(lambda: len(fake.checks) == 1)
    browser.inside("api.tabs.query({}).then(() => 1)")
    assert browser.eval("document.documentElement.outerHTML") == untouched
    assert browser.eval("CSS.highlights.size") == 0


def test_2_warning_banner_on_an_injected_page(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [Phrase(SPAM, "열람실")]
    assert browser.visit(site.put("/injected", page(BODY))) == "injected"
    assert SPAM in browser.wait("document.querySelector('wonmun-banner').shadowRoot.textContent")


def test_3_phrase_corrected(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [Phrase(SPAM, "열람실")]
    browser.visit(site.put("/injected", page(BODY)))
    assert (
        browser.eval("document.querySelector('#p').textContent")
        == "시는 지난주 열람실을 새로 열었다고 밝혔다."
    )
    assert browser.eval("CSS.highlights.get('wonmun-corrected').size") == 2


def test_8_undo_byte_identical(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [Phrase(SPAM, "열람실")]
    browser.visit(site.put("/injected", page(BODY)))
    browser.press_button("Show original")
    assert (
        browser.eval("document.querySelector('#p').innerHTML")
        == f"시는 지난주 {SPAM}을 새로 열었다고 밝혔다."
    )
    browser.press_button("Correct again")
    assert (
        browser.eval("document.querySelector('#p').textContent")
        == "시는 지난주 열람실을 새로 열었다고 밝혔다."
    )
