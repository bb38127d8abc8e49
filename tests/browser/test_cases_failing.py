"""Cases 19 and 20: servers that are down, refuse, or answer late, and a background that dies."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.browser.driver import wait_until
from tests.browser.pages import CORRECTION, HONEST, INJECTED, SPAM, page
from tests.browser.servers import TOKEN, FakeServer
from tests.ports import free_port

if TYPE_CHECKING:
    from tests.browser.driver import Browser
    from tests.browser.servers import Site

pytestmark = pytest.mark.browser


FAILURES = {
    "server down": ({}, "does not answer"),
    "wrong token": ({"token": "another"}, "does not accept this extension's token"),
    "wrong version": ({"api": 2}, "different versions"),
    "no such call": ({"status": 404}, "different versions"),
    "413": ({"status": 413}, "too large"),
    "429": ({"status": 429}, "too much to do"),
    "500": ({"status": 500}, "failed while checking"),
}


@pytest.mark.parametrize(("fault", "words"), FAILURES.values(), ids=FAILURES)
def test_19_the_popup_says_what_is_wrong_and_the_page_is_untouched(
    browser: Browser, site: Site, fake: FakeServer, fault: dict[str, object], words: str
) -> None:
    url = site.put("/injected", page(INJECTED))
    fake.phrases = [CORRECTION]
    fake.status = int(str(fault.get("status", 200)))
    fake.api = int(str(fault.get("api", 1)))
    server = fake.url if fault else f"http://127.0.0.1:{free_port()}"
    browser.store(server=server, token=fault.get("token", TOKEN), automation=True)
    assert browser.visit(url) == "error"
    browser.popup(words)
    wait_until(lambda: browser.badge() == "!")
    assert browser.text("#first") == f"시는 지난주 {SPAM}을 새로 열었다고 밝혔다."
    assert browser.eval("!document.querySelector('wonmun-banner') && CSS.highlights.size === 0")


@pytest.mark.parametrize(("fault", "words"), FAILURES.values(), ids=FAILURES)
def test_19_the_popup_says_so_without_a_page_to_speak_of(
    browser: Browser, site: Site, fake: FakeServer, fault: dict[str, object], words: str
) -> None:
    """As where somebody opens the popup's own address in the tab, or looks at a page that no extension may read."""
    fake.status = int(str(fault.get("status", 200)))
    fake.api = int(str(fault.get("api", 1)))
    server = fake.url if fault else f"http://127.0.0.1:{free_port()}"
    browser.store(server=server, token=fault.get("token", TOKEN), automation=True)
    assert browser.visit(site.put("/injected", page(INJECTED))) == "error"
    browser.goto(f"{browser.base}/popup/popup.html")
    browser.wait(f"document.body.innerText.includes({words!r})")


def test_19_not_paired_yet(browser: Browser, site: Site, fake: FakeServer) -> None:
    browser.store()
    browser.goto(site.put("/injected", page(INJECTED)))
    browser.popup("Not connected yet")
    assert fake.asked == []


def test_19_try_again_from_the_popup(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    fake.status = 500
    assert browser.visit(site.put("/injected", page(INJECTED))) == "error"
    browser.popup()
    fake.status = 200
    browser.inside("document.querySelector('#again').click()")
    browser.wait("document.documentElement.dataset.wonmun === 'injected'")
    assert HONEST in browser.text("#first")


def test_20_background_killed_mid_request(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    fake.hold = threading.Event()
    try:
        browser.goto(site.put("/injected", page(INJECTED)))
        wait_until(lambda: len(fake.checks) == 1)
        browser.kill_background()
    finally:
        fake.hold.set()
        fake.hold = None
    assert browser.state() == "injected"
    assert HONEST in browser.text("#first")


def test_20_background_killed_before_the_page(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    url = site.put("/injected", page(INJECTED))
    for _ in range(5):
        browser.kill_background()
        assert browser.visit(url) == "injected"
        browser.press_button("Next place")


def test_pending_genuine_copy_is_asked_for_again(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    later = threading.Event()
    page_sent: dict[str, object] = {}

    def better() -> dict[str, object]:
        answer = fake.found_in(page_sent)
        how = (
            {"how": "genuine", "genuine_url": "https://paper.example/1"}
            if later.is_set()
            else {"how": "pending", "id": "c1"}
        )
        later.set()
        return {**answer, "source": how}

    fake.later["c1"] = better
    fake.source = {"how": "pending", "id": "c1"}
    fake.phrases[0].apply = False
    try:
        browser.visit(site.put("/injected", page(INJECTED)))
        assert SPAM in browser.text("#first")
        page_sent.update(fake.checks[-1].json)
        fake.phrases[0].apply = True
        browser.wait(f"document.querySelector('#first').textContent.includes('{HONEST}')")
        link = "document.querySelector('wonmun-banner').shadowRoot.querySelector('a')?.href"
        assert browser.wait(link) == "https://paper.example/1"
        assert len(fake.checks) == 1
    finally:
        CORRECTION.apply = True
