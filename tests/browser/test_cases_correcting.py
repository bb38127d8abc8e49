"""Cases 1-8 of the design's list: a page that is read, corrected, explained and given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.driver import wait_until
from tests.browser.pages import CLEAN, CORRECTION, FIRST, HONEST, INJECTED, SPAM, UNSURE, page
from tests.browser.servers import TOKEN, Phrase

if TYPE_CHECKING:
    from tests.browser.driver import Browser
    from tests.browser.servers import FakeServer, Site

pytestmark = pytest.mark.browser


def test_1_clean_page_untouched_byte_for_byte(browser: Browser, site: Site, fake: FakeServer) -> None:
    url = site.put("/clean", page("<h1>열람실</h1>" + CLEAN))
    browser.store()
    browser.goto(url)
    untouched = browser.eval("document.documentElement.outerHTML")
    browser.store(server=fake.url, token=TOKEN)
    browser.goto(url)
    wait_until(lambda: "Nothing planted" in browser.button_title())
    assert len(fake.checks) == 1
    assert browser.eval("document.documentElement.outerHTML") == untouched
    assert browser.eval("CSS.highlights.size") == 0


def test_2_warning_banner_on_an_injected_page(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    assert browser.visit(site.put("/injected", page(INJECTED))) == "injected"
    assert SPAM in browser.banner_text()
    assert "2 of 2 places corrected" in browser.banner_text()
    wait_until(lambda: browser.badge() == "2")
    # The page itself cannot look into the banner unless a test asked for that.
    browser.store(server=fake.url, token=TOKEN)
    browser.goto(site.url + "/injected")
    browser.wait("document.querySelector('wonmun-banner')")
    assert browser.eval("document.querySelector('wonmun-banner').shadowRoot") is None
    assert browser.eval("document.documentElement.dataset.wonmun ?? ''") == ""


def test_2_places_are_counted_where_a_reader_sees_them(browser: Browser, site: Site, fake: FakeServer) -> None:
    """The document's title counted, too: nobody could step to the last of "3 of 3" (November 2026)."""
    fake.phrases = [CORRECTION]
    titled = page(INJECTED).replace("강변 도서관", f"강변 {SPAM}")
    assert browser.visit(site.put("/injected", titled)) == "injected"
    assert browser.eval("document.title") == f"강변 {HONEST}"
    assert "2 of 2 places corrected" in browser.banner_text()
    assert browser.visit(site.put("/title", page(CLEAN).replace("강변 도서관", f"강변 {SPAM}"))) == "injected"
    assert "1 of 1 places corrected" in browser.banner_text()


def test_3_phrase_corrected_and_its_highlight_seen(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    browser.visit(site.put("/injected", page(f"<div style='height:200px'></div>{INJECTED}")))
    assert browser.text("#first") == f"시는 지난주 {HONEST}을 새로 열었다고 밝혔다."
    assert browser.text("#second") == f"{HONEST}에는 좌석 사백 개가 있다."
    assert browser.eval("CSS.highlights.get('wonmun-corrected').size") == 2
    assert (200, 240, 210) in browser.colours("#second")


def test_3_unsure_correction_is_marked_and_the_text_left(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [UNSURE]
    browser.visit(site.put("/injected", page(f"<div style='height:200px'></div>{INJECTED}")))
    assert SPAM in browser.text("#second")
    assert browser.eval("CSS.highlights.get('wonmun-marked').size") == 2
    assert not browser.eval("CSS.highlights.has('wonmun-corrected')")
    assert (255, 227, 163) in browser.colours("#second")


@pytest.mark.parametrize(
    ("split", "after"),
    [
        ("시는 <b>무료 슬</b>롯 체험관을 열었다.", "시는 <b>열람실</b>을 열었다."),
        (
            '시는 무료 <a href="/x">슬롯 <i>체험</i></a>관을 열었다.',
            '시는 열람실<a href="/x"><i></i></a>을 열었다.',
        ),
        ("시는 무료\n      슬롯\n   체험관을 열었다.", "시는 열람실을 열었다."),
        ("시는 무료 <!-- x -->슬롯 체험관을 열었다.", "시는 열람실<!-- x -->을 열었다."),
    ],
)
def test_4_phrase_split_by_elements(browser: Browser, site: Site, fake: FakeServer, split: str, after: str) -> None:
    fake.phrases = [CORRECTION]
    browser.visit(site.put("/split", page(f"<p id=first>{split}</p>")))
    assert browser.eval("document.querySelector('#first').innerHTML") == after
    browser.press_button("Show original")
    assert browser.eval("document.querySelector('#first').innerHTML") == split


def test_5_emoji_before_the_phrase(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    browser.visit(site.put("/emoji", page(f"<p id=first>🏛️📚 새 소식: {SPAM}을 👏 열었다. {SPAM}은 넓다.</p>")))
    assert browser.text("#first") == f"🏛️📚 새 소식: {HONEST}을 👏 열었다. {HONEST}은 넓다."
    assert fake.checks[-1].json["segments"][1]["text"].startswith("🏛️📚")


def test_6_whole_link_text(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    body = (
        f"{FIRST}<p>더 보기: <a id=inline href='/more'>{SPAM}</a></p><ul><li><a id=alone href='/room'>{SPAM}</a></ul>"
    )
    browser.visit(site.put("/links", page(body)))
    assert browser.text("#inline") == browser.text("#alone") == HONEST
    segments = fake.checks[-1].json["segments"]
    inline = next(segment for segment in segments if "links" in segment)
    assert inline["links"] == [{"offset": 6, "length": len(SPAM), "href": f"{site.url}/more"}]
    assert {"role": "link", "text": SPAM, "href": f"{site.url}/room"}.items() <= segments[-1].items()


def test_7_hover_shows_what_stood_there_why_and_how_sure(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    browser.visit(site.put("/injected", page(f"<div style='height:200px'></div>{INJECTED}")))
    x, y, width, height = browser.highlight_box(0)
    browser.point(x + width / 2, y + height / 2)
    note = browser.wait(NOTE)
    assert SPAM in note
    assert HONEST in note
    assert "97%" in note
    assert "from this page itself" in note
    assert CORRECTION.evidence[0] in note
    box = "document.querySelector('wonmun-note').shadowRoot.querySelector('[role=tooltip]').getBoundingClientRect()"
    assert abs(browser.eval(f"{box}.left") - x) < 20
    assert abs(browser.eval(f"{box}.top") - (y + height)) < 20
    browser.press("Escape")
    browser.wait(f"!({NOTE})")


def test_7_keyboard_steps_from_place_to_place(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [UNSURE]
    body = f"<div style='height:3000px'></div><p>{SPAM}은 넓다.</p><p><a href='/x' id=link>{SPAM}</a></p>"
    browser.visit(site.put("/long", page(body)))
    browser.press_button("Next place")
    assert "40%" in browser.wait(NOTE)
    assert browser.eval("scrollY") > 1000
    browser.press("Escape")
    browser.wait(f"!({NOTE})")
    browser.eval("document.querySelector('#link').focus()")
    assert "Probably planted" in browser.wait(NOTE)


def test_where_nothing_was_corrected_the_marks_can_be_hidden(browser: Browser, site: Site, fake: FakeServer) -> None:
    """There the banner offered the page's original text, which it had all along."""
    fake.phrases = [UNSURE]
    browser.visit(site.put("/unsure", page(INJECTED)))
    browser.press_button("Hide the marks")
    assert browser.wait("CSS.highlights.size === 0")
    browser.press_button("Mark again")
    assert browser.wait("CSS.highlights.get('wonmun-marked')?.size > 0")


def test_2_the_keyboard_comes_upon_the_banner_first(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    browser.visit(site.put("/injected", page(f"<a href='/x'>첫 고리</a>{INJECTED}")))
    browser.banner_text()
    browser.press("Tab")
    assert browser.eval("document.activeElement.localName") == "wonmun-banner"
    browser.press("Enter")
    browser.wait(f"document.querySelector('#first').textContent.includes('{SPAM}')")
    browser.press("Enter")
    browser.wait(f"document.querySelector('#first').textContent.includes('{HONEST}')")


def test_8_undo_byte_identical(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION, Phrase("덧붙인 말", "", kind="insertion")]
    body = f"{INJECTED}<p>덧붙인 말시는 <b>덧붙인</b> 말을 지웠다.</p><p>{SPAM}{SPAM} {SPAM}</p>"
    url = site.put("/injected", page(body))
    browser.store()
    browser.goto(url)
    original = browser.eval("document.body.outerHTML + document.title")
    browser.store(server=fake.url, token=TOKEN, automation=True)
    browser.visit(url)
    corrected = browser.eval("document.body.outerHTML + document.title")
    assert SPAM not in corrected
    assert "덧붙인" not in corrected
    for _ in range(2):
        browser.press_button("Show original")
        assert browser.eval("document.body.outerHTML + document.title") == original
        assert browser.eval("CSS.highlights.size") == 0
        browser.press_button("Correct again")
        assert browser.eval("document.body.outerHTML + document.title") == corrected
        assert browser.eval("CSS.highlights.get('wonmun-corrected').size") == 6


NOTE = (
    "(() => { const note = document.querySelector('wonmun-note');"
    " return note && !note.hidden ? note.shadowRoot.querySelector('[role=tooltip]')?.textContent ?? '' : ''; })()"
)
