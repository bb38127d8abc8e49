"""Popup, options and first-run page, as a person uses them; and the interface in Korean."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import Chromium
from tests.browser.conftest import EXTENSION, start
from tests.browser.driver import wait_until
from tests.browser.pages import CORRECTION, HONEST, INJECTED, SPAM, page
from tests.browser.servers import TOKEN, Phrase

if TYPE_CHECKING:
    from collections.abc import Generator

    from tests.browser.driver import Browser
    from tests.browser.servers import FakeServer, Site

pytestmark = pytest.mark.browser

SECTION = "document.querySelector('wonmun-banner').shadowRoot.querySelector('section')"


def test_first_run_page_opened_by_itself(browser: Browser) -> None:
    wait_until(lambda: [url for url in browser.tabs() if url.endswith("options/options.html#welcome")])
    browser.store()
    browser.open_inside("options/options.html")
    browser.wait("document.querySelector('#status').dataset.state === 'unpaired'", inside=True)
    text = browser.inside("document.body.innerText")
    for step in ("wonmun up", "wonmun pair", "the sample newspaper", "Connect the extension"):
        assert step in text


def test_pairing_says_what_went_wrong(browser: Browser, fake: FakeServer) -> None:
    browser.store(automation=True)
    browser.open_inside("options/options.html")
    for server, code, words in (
        ("no address at all", "CODE-1", "That is no address"),
        (fake.url, "CODE-9", "does not know this code"),
        (fake.url, "CODE-1", f"Connected to {fake.url}"),
    ):
        browser.pair(server, code)
        browser.wait(f"document.querySelector('#status').textContent.includes('{words}')", inside=True)
    assert (browser.stored("server"), browser.stored("token")) == (fake.url, TOKEN)
    browser.inside("document.querySelector('#unpair').click()")
    wait_until(lambda: browser.stored("token") == "")


def test_options_are_kept(browser: Browser, fake: FakeServer) -> None:
    browser.open_options()
    browser.inside("document.querySelector('input[value=mark]').click()")
    wait_until(lambda: browser.stored("mode") == "mark")
    browser.click_inside("input[value=picked]")
    wait_until(lambda: browser.stored("scope") == "picked")
    browser.inside("document.querySelector('#new-site').value = 'https://www.news.example/a'")
    browser.click_inside("#add-site button")
    wait_until(lambda: browser.stored("sites") == {"news.example": "mark"})
    browser.wait("document.querySelector('#sites li')", inside=True)
    browser.choose("#sites select", "warn")
    wait_until(lambda: browser.stored("sites") == {"news.example": "warn"})
    browser.wait("document.querySelector('#sites select').value === 'warn'", inside=True)
    browser.inside("document.querySelector('#sites button').click()")
    wait_until(lambda: browser.stored("sites") == {})
    browser.click_inside("input[value=all]")
    wait_until(lambda: browser.stored("scope") == "all")
    assert browser.stored("server") == fake.url


def test_popup_of_an_injected_page(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    fake.source = {"how": "genuine", "genuine_url": "https://paper.example/1"}
    browser.visit(site.put("/injected", page(INJECTED)))
    text = browser.popup()
    for words in ("Spam was planted in this page", "2 of 2 places corrected", SPAM, "2×", "Read the genuine article"):
        assert words in text
    assert browser.inside("document.querySelector('#genuine').href") == "https://paper.example/1"
    browser.inside("document.querySelector('#show').click()")
    browser.wait(f"document.querySelector('#first').textContent.includes('{SPAM}')")
    browser.wait("document.querySelector('#show').textContent === 'Correct again'", inside=True)
    browser.inside("document.querySelector('#show').click()")
    browser.wait(f"document.querySelector('#first').textContent.includes('{HONEST}')")
    browser.inside("document.querySelector('button[value=false_alarm]').click()")
    browser.wait("document.querySelector('#thanks').textContent.includes('Noted')", inside=True)
    wanted = {"url": f"{site.url}/injected", "wrong": "false_alarm"}
    assert [request.json for request in fake.asked if request.target == "/v1/reports"] == [wanted]


def test_popup_counts_what_stands_beside_the_text(browser: Browser, site: Site, fake: FakeServer) -> None:
    """It said "6 of 6 places corrected" beside "8 places differ from the genuine copy" (seen from outside, 2026-11-30)."""
    fake.phrases = [CORRECTION]
    body = f'{INJECTED}<p style="display:none">{SPAM}</p>'
    browser.visit(site.put("/injected", page(body).replace("강변 도서관", f"강변 {SPAM}")))
    told = "2 of 2 places corrected. 2 more in its title, description or hidden parts."
    assert told in browser.popup(told)


def test_popup_opened_as_a_tab_speaks_of_the_tab_before_it(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    browser.visit(site.put("/injected", page(INJECTED)))
    # As the welcome page may, late:
    browser.inside("browser.tabs.create({ url: 'options/options.html', active: true })")
    browser.open_inside("popup/popup.html")
    browser.wait("document.body.innerText.includes('2 of 2 places corrected')", inside=True)
    assert browser.inside("document.querySelector('#phrases bdi').textContent") == SPAM


def test_popup_of_a_clean_and_of_a_suspicious_page(browser: Browser, site: Site, fake: FakeServer) -> None:
    browser.visit(site.put("/clean", page("<p>시는 새 열람실을 열었다.</p>")))
    browser.popup("Nothing planted in this page")
    fake.phrases = [Phrase(SPAM, None)]
    fake.verdict = "suspicious"
    assert browser.visit(site.put("/injected", page(INJECTED))) == "suspicious"
    browser.popup("Parts of this page look planted")
    assert browser.eval("CSS.highlights.get('wonmun-marked').size") == 2
    assert browser.eval("document.querySelector('wonmun-banner')") is None


def test_a_genuine_address_that_is_no_web_address_is_not_shown(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    fake.source = {"how": "genuine", "genuine_url": "javascript:alert(1)"}
    browser.visit(site.put("/injected", page(INJECTED)))
    browser.banner_text()
    assert browser.eval("document.querySelector('wonmun-banner').shadowRoot.querySelectorAll('a').length") == 0


def test_planted_links_lead_nowhere_until_the_original_is_shown(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [Phrase("슬롯 사이트 모음", "", kind="link", apply=False), CORRECTION]
    links = "<p>제휴: <a id=planted href='#planted'>슬롯 사이트 모음</a></p><p><a id=honest href='#honest'>시청 누리집</a></p>"
    browser.visit(site.put("/links", page(INJECTED + links)))
    browser.eval("document.querySelector('#honest').click()")
    assert browser.eval("location.hash") == "#honest"
    browser.eval("document.querySelector('#planted').click()")
    browser.wait("document.querySelector('wonmun-note')?.shadowRoot.textContent.includes('stopped this planted link')")
    assert browser.eval("location.hash") == "#honest"
    browser.press_button("Show original")
    browser.eval("document.querySelector('#planted').click()")
    assert browser.eval("location.hash") == "#planted"


def test_a_page_with_a_strict_policy_cannot_keep_the_banner_from_being_styled(
    browser: Browser, site: Site, fake: FakeServer
) -> None:
    fake.phrases = [CORRECTION]
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\"><style>wonmun-banner { display: none !important }</style>"
    browser.visit(site.put("/strict", page(INJECTED, head=policy)))
    browser.banner_text()
    assert browser.eval(f"getComputedStyle({SECTION}).position") == "fixed"
    assert browser.eval(f"{SECTION}.getBoundingClientRect().height") > 20


def test_the_banner_covers_no_headline_and_gives_its_room_back(browser: Browser, site: Site, fake: FakeServer) -> None:
    # Seen on a bare AMP page: the corrected headline lay beneath the banner and could not be scrolled into view.
    fake.phrases = [CORRECTION]
    browser.visit(
        site.put(
            "/bare", page("<h1 style='margin: 0'>열람실</h1>" + INJECTED, head="<style>body { margin: 0 }</style>")
        )
    )
    top, bottom = (
        "document.querySelector('h1').getBoundingClientRect().top",
        f"{SECTION}.getBoundingClientRect().bottom",
    )
    browser.banner_text()
    browser.wait(f"{bottom} > 20 && {top} >= {bottom}")
    before = browser.eval(top)
    browser.press_button("Close")
    browser.wait(f"!document.querySelector('wonmun-banner') && {top} < 20")
    assert browser.eval(top) == 0 < before


def test_a_note_at_the_right_edge_is_not_under_the_scroll_bar(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    style = "<style>body { margin: 0; text-align: right } main { height: 3000px; padding-top: 150px }</style>"
    browser.visit(site.put("/right", page(f"<main>{INJECTED}</main>", head=style)))
    browser.press_button("Next place")
    note = "document.querySelector('wonmun-note')?.shadowRoot.querySelector('[role=tooltip]')?.getBoundingClientRect()"
    browser.wait(f"{note}?.width > 0")
    assert browser.eval(f"{note}.right <= document.documentElement.clientWidth")


@pytest.fixture(scope="module")
def korean(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Generator[Browser]:
    """A browser that speaks Korean: Debian's have English only, so the extension's English is its Korean here."""
    copy = tmp_path_factory.mktemp("korean") / "extension"
    shutil.copytree(EXTENSION, copy)
    shutil.copy(copy / "_locales/ko/messages.json", copy / "_locales/en/messages.json")
    yield from start(Chromium, lambda: Chromium(copy, f"127.0.0.1:{site.port}"))


def test_the_interface_in_korean(korean: Browser, site: Site, fake: FakeServer) -> None:
    fake.reset()
    fake.phrases = [CORRECTION]
    korean.store(server=fake.url, token=TOKEN, automation=True)
    korean.visit(site.put("/injected", page(INJECTED)))
    assert "2곳 가운데 2곳을 바로잡았습니다" in korean.banner_text()
    korean.press_button("받은 그대로 보기")
    assert SPAM in korean.text("#first")
    korean.popup("스팸 문구가 끼워 넣어진 페이지입니다")
    korean.open_inside("options/options.html")
    korean.wait("document.body.innerText.includes('일회용 코드')", inside=True)
