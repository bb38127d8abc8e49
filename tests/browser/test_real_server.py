"""The extension with the real server and engine behind it: pairing, an injected page, a clean one, the sample site."""

from __future__ import annotations

import re
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests.browser.article import PARAGRAPHS, SPAM, TERM, TITLE, article, feed
from tests.browser.driver import wait_until
from tests.browser.real_server import RealServer
from tests.browser.servers import TOKEN, Site

if TYPE_CHECKING:
    from collections.abc import Generator

    from tests.browser.driver import Browser

pytestmark = pytest.mark.browser

COPIES = 6
"""Copies of the sample's mirror that hold a phrase for a term."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Generator[RealServer]:
    """The whole of `wonmun up`; it watches its own sample and the feed of a newspaper that it trusts."""
    with Site() as paper:
        genuine = paper.put("/articles/1", article(TERM))
        paper.put("/feed.xml", feed(genuine))
        paper.kinds["/feed.xml"] = "application/rss+xml"
        settings = (
            f"feeds:\n  - url: {paper.url}/feed.xml\n    trust: true\n"
            f"monitor:\n  allow_private: ['127.0.0.1:{paper.port}']\n"
        )
        with RealServer(tmp_path_factory.mktemp("wonmun"), "up", settings) as real:
            wait_until(lambda: real.knows(genuine), 60)
            yield real


def test_paired_from_the_options_page(browser: Browser, site: Site, server: RealServer) -> None:
    browser.store(automation=True)
    browser.open_inside("options/options.html")
    browser.pair(server.url, "WRONG-CODE")
    browser.wait("document.querySelector('#status').textContent.includes('does not know this code')", inside=True)
    browser.pair(server.url, server.post("/v1/pair/codes", {"purpose": "extension"})["code"])
    browser.wait("document.querySelector('#status').dataset.state === 'paired'", inside=True)
    assert browser.stored("server") == server.url
    assert browser.stored("token") == TOKEN
    assert browser.visit(site.put("/copy", article(SPAM))) == "injected"


def test_injected_page_corrected_from_the_genuine_copy(browser: Browser, site: Site, server: RealServer) -> None:
    browser.store(server=server.url, token=TOKEN, automation=True)
    assert browser.visit(site.put("/copy", article(SPAM))) == "injected"
    browser.wait("CSS.highlights.get('wonmun-corrected')?.size === 9")
    read = "[...document.querySelectorAll('h1, p')].map((one) => one.textContent).join()"
    assert browser.eval(read) == ",".join([TITLE.format(TERM), *(text.replace("{}", TERM) for text in PARAGRAPHS)])
    assert SPAM in browser.banner_text()
    browser.press_button("Show original")
    assert browser.eval(read).count(SPAM) == 9


def test_genuine_article_left_alone(browser: Browser, site: Site, server: RealServer) -> None:
    url = site.put("/genuine", article(TERM))
    browser.store()
    browser.goto(url)
    untouched = browser.eval("document.documentElement.outerHTML")
    browser.store(server=server.url, token=TOKEN)
    browser.goto(url)
    wait_until(lambda: "Nothing planted" in browser.button_title())
    assert browser.eval("document.documentElement.outerHTML") == untouched


def test_sample_site_is_corrected_and_the_dashboard_left_alone(browser: Browser, server: RealServer) -> None:
    def found() -> list[str]:
        # Pages that a browser asked about are in the log, too; the mirror's front page only begins its copies.
        pages = server.get("/v1/pages?state=injected&size=200")["pages"]
        return [page["url"] for page in pages if re.match(rf"{server.url}/sample/mirror/.", page["url"])]

    wait_until(lambda: len(found()) >= COPIES, 60)  # of the first one found none may be put right
    urls = found()
    browser.store(server=server.url, token=TOKEN, automation=True)
    corrected = 0
    for url in urls[:COPIES]:
        assert browser.visit(url) == "injected"
        browser.banner_text()
        corrected += browser.eval("CSS.highlights.get('wonmun-corrected')?.size ?? 0")
    assert corrected > 0
    browser.goto(f"{server.url}/")
    browser.popup("wonmun's own page")
    assert browser.eval("document.documentElement.dataset.wonmun ?? ''") == ""


def test_report_from_the_banner_is_kept(browser: Browser, site: Site, server: RealServer) -> None:
    browser.store(server=server.url, token=TOKEN, automation=True)
    url = site.put("/copy", article(SPAM))
    browser.visit(url)
    browser.press_button("Report")
    browser.press_button("A correction is wrong")
    browser.wait("document.querySelector('wonmun-banner').shadowRoot.textContent.includes('Noted')")
    reports = server.get("/v1/reports")["reports"]
    assert {"url": url, "wrong": "bad_correction"}.items() <= reports[0].items()


def test_too_large_a_page_says_so(browser: Browser, site: Site, server: RealServer) -> None:
    browser.store(server=server.url, token=TOKEN, automation=True)
    long = "".join(f"<p>{number}번째 문단은 한도를 넘길 만큼 길게 이어지는 글이다.</p>" * 40 for number in range(200))
    assert browser.visit(site.put("/long", f"<!doctype html><meta charset=utf-8><title>긴 글</title>{long}")) == "error"
    browser.popup("too large")


@pytest.mark.usefixtures("keeper")  # no browser is needed, but so it stands in a row where this server runs
def test_the_server_sends_no_cors_headers(server: RealServer) -> None:
    request = urllib.request.Request(f"{server.url}/v1/health", headers={"Origin": "http://evil.example"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert not [name for name in answer.headers if name.lower().startswith("access-control")]
