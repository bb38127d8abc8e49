"""Cases 9, 14, 17, 18: what the reader has switched off, what the reader types, how a page is written and printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.driver import wait_until
from tests.browser.pages import CORRECTION, HONEST, INJECTED, SPAM, page
from tests.browser.servers import TOKEN

if TYPE_CHECKING:
    from tests.browser.driver import Browser
    from tests.browser.servers import FakeServer, Site

pytestmark = pytest.mark.browser

MAKERS = re.compile(r"(^|[./])(googleapis|google|gvt1|mozilla|firefox)\.(com|net|org)[:/]")
KEPT = f"""<form><label>찾기 <input id=input value="{SPAM}"></label><textarea id=area>{SPAM}</textarea>
<select><option id=option>{SPAM}</option></select><button id=button type=button>{SPAM}</button></form>
<div id=editor contenteditable><p>{SPAM} <b>쓰는 중</b></p></div><div id=box role=textbox>{SPAM}</div>
<pre id=pre>{SPAM}</pre><p>명령 <code id=code>{SPAM}</code></p><script type="text/plain" id=script>{SPAM}</script>"""


def test_9_site_switched_off_persists_and_is_fully_silent(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    url = site.put("/injected", page(INJECTED)).replace("127.0.0.1", "localhost")
    other = site.url + "/injected"
    browser.visit(url)
    browser.press_button("Switch off on this site")
    browser.wait("!document.querySelector('wonmun-banner')")
    assert browser.text("#first") == f"시는 지난주 {SPAM}을 새로 열었다고 밝혔다."
    wait_until(lambda: browser.stored("sites") == {"localhost": "silent"})
    fake.asked.clear()
    browser.goto(url)
    browser.popup("switched off on this site")
    browser.eval("document.body.insertAdjacentHTML('beforeend', '<p>셋째 문단이 나중에 왔다.</p>')")
    # Another site is still checked, and that is the first request that the server has seen since.
    assert browser.visit(other) == "injected"
    assert [request.json["url"] for request in fake.asked] == [other]


def test_9_a_site_takes_its_subdomains_along(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    site.put("/injected", page(INJECTED))
    sites = {"quiet.example": "silent", "loud.quiet.example": "warn"}
    browser.store(server=fake.url, token=TOKEN, automation=True, sites=sites)
    browser.goto("http://www.quiet.example/injected")
    browser.popup("switched off on this site")
    browser.goto("http://deep.below.quiet.example/injected")
    browser.popup("switched off on this site")
    assert fake.asked == []
    assert browser.visit("http://loud.quiet.example/injected") == "injected"
    assert SPAM in browser.text("#first")
    assert browser.visit("http://notquiet.example/injected") == "injected"
    assert HONEST in browser.text("#first")


def test_9_only_on_sites_i_pick(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    site.put("/injected", page(INJECTED))
    browser.store(server=fake.url, token=TOKEN, automation=True, scope="picked", sites={"picked.example": "correct"})
    browser.goto("http://other.example/injected")
    browser.popup("switched off on this site")
    assert fake.asked == []
    assert browser.visit("http://news.picked.example/injected") == "injected"
    assert HONEST in browser.text("#first")


def test_9_only_on_sites_i_pick_gives_access_back_where_the_browser_takes_it(
    browser: Browser, site: Site, fake: FakeServer
) -> None:
    fake.phrases = [CORRECTION]
    site.put("/injected", page(INJECTED))
    broad = "api.permissions.contains({ origins: ['https://*/*'] })"
    browser.open_options()
    browser.click_inside("input[value=picked]")
    wait_until(lambda: browser.stored("scope") == "picked")
    try:
        # Chromium holds on to what the manifest requires: there the extension's own rule must do.
        assert browser.inside(broad) is (browser.name == "chromium")
        browser.goto("http://other.example/injected")
        browser.inside("document.querySelector('#new-site').value = 'picked.example'")
        browser.click_inside("#add-site button")
        wait_until(lambda: browser.stored("sites") == {"picked.example": "correct"})
        assert browser.visit("http://news.picked.example/injected") == "injected"
        assert [request.json["url"] for request in fake.checks] == ["http://news.picked.example/injected"]
    finally:
        browser.click_inside("input[value=all]")
        wait_until(lambda: browser.stored("scope") == "all")
    assert browser.inside(broad)
    assert browser.visit("http://other.example/injected") == "injected"


def test_9_modes_mark_and_warn_leave_the_text_alone(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    url = site.put("/injected", page(INJECTED))
    for mode, marked in (("mark", True), ("warn", False)):
        browser.store(server=fake.url, token=TOKEN, automation=True, mode=mode)
        assert browser.visit(url) == "injected"
        assert SPAM in browser.banner_text()
        assert browser.text("#first") == f"시는 지난주 {SPAM}을 새로 열었다고 밝혔다."
        assert browser.eval("CSS.highlights.has('wonmun-marked')") is marked


def test_9_switched_on_again_in_the_popup(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    browser.store(server=fake.url, token=TOKEN, automation=True, sites={"127.0.0.1": "silent"})
    browser.goto(site.put("/injected", page(INJECTED)))
    browser.popup()
    browser.choose("#mode", "correct")
    assert browser.state() == "injected"
    assert HONEST in browser.text("#first")
    browser.choose("#mode", "silent")
    browser.wait(f"document.querySelector('#first').textContent.includes('{SPAM}')")
    browser.wait("!document.querySelector('wonmun-banner')")


def test_14_forms_editors_and_code_untouched(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    body = INJECTED + KEPT
    url = site.put("/forms", page(body))
    browser.store()
    browser.goto(url)
    kept = (
        "[...document.querySelectorAll('form, #editor, #box, #pre, #code, #script')].map((one) => one.outerHTML).join()"
    )
    before = browser.eval(kept)
    browser.store(server=fake.url, token=TOKEN, automation=True)
    browser.goto(url)
    browser.eval("document.querySelector('#input').focus(), document.querySelector('#input').setSelectionRange(3, 5)")
    assert browser.state() == "injected"
    assert HONEST in browser.text("#first")
    assert browser.eval(kept) == before
    assert browser.eval("document.querySelector('#input').value + document.querySelector('#area').value") == SPAM * 2
    assert browser.eval("document.querySelector('#input').selectionStart") == 3
    sent = [segment["text"] for segment in fake.checks[-1].json["segments"]]
    assert not [text for text in sent if text == SPAM or "쓰는 중" in text]
    # Text that is being written later stays as it is, too.
    browser.eval(f"document.querySelector('#editor p').firstChild.data = '{SPAM}을 열었다.'")
    browser.eval(f"document.body.insertAdjacentHTML('beforeend', '<p id=new>{SPAM}에는 좌석 사백 개가 있다.</p>')")
    browser.wait(f"document.querySelector('#new').textContent.includes('{HONEST}')")
    assert SPAM in browser.text("#editor")


def test_14_a_document_in_design_mode_is_left_alone(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    url = site.put("/design", page(f"{INJECTED}<script>document.designMode = 'on'</script>"))
    assert browser.visit(url) == "clean"
    assert fake.checks == []


def test_17_right_to_left_page(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    body = f"<p id=first>افتتحت المدينة {SPAM} الأسبوع الماضي.</p>"
    browser.visit(site.put("/rtl", page(f"<div style='height:300px'></div>{body}", html='lang="ar" dir="rtl"')))
    assert browser.text("#first") == f"افتتحت المدينة {HONEST} الأسبوع الماضي."
    assert browser.eval("getComputedStyle(document.querySelector('wonmun-banner')).direction") == "ltr"
    left, top, width, height = browser.highlight_box(0)
    browser.point(left + width / 2, top + height / 2)
    browser.wait("document.querySelector('wonmun-note')")
    note = "document.querySelector('wonmun-note').shadowRoot.querySelector('[role=tooltip]').getBoundingClientRect()"
    assert browser.wait(f"{note}.width > 0 && {note}.left >= 0 && {note}.right <= innerWidth")


def test_18_print(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    browser.visit(site.put("/print", page(f"<div style='height:300px'></div>{INJECTED}")))
    browser.banner_text()
    assert (200, 240, 210) in browser.colours("#first")
    browser.medium("print")
    try:
        browser.wait("matchMedia('print').matches")
        assert browser.eval("getComputedStyle(document.querySelector('wonmun-banner')).display") == "none"
        assert (200, 240, 210) not in browser.colours("#first")
        assert HONEST in browser.text("#first")
    finally:
        browser.medium("")


def test_no_traffic_off_loopback(browser: Browser, site: Site, fake: FakeServer) -> None:
    """Everything that is not loopback goes to the tests' proxy, which has noted it since the browser began."""
    fake.phrases = [CORRECTION]
    browser.visit(site.put("/injected", page(INJECTED)))
    # Browsers ask their makers for updates whatever one tells them; nobody else may be asked anything.
    assert [target for target in site.strangers if not MAKERS.search(target)] == []
    assert [target for target in site.strangers if "wonmun" in target] == []
