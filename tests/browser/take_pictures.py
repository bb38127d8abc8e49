"""Takes the pictures in docs/screenshots, with the real server and engine behind: python -m tests.browser.take_pictures."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

from tests.browser.article import SPAM, TERM, article, feed
from tests.browser.chromium import Chromium
from tests.browser.conftest import EXTENSION
from tests.browser.driver import wait_until
from tests.browser.real_server import RealServer
from tests.browser.servers import TOKEN, Site

INJECTED: Final = 7
"""Pages of the sample that are injected."""
PICTURES: Final = Path(__file__).parents[2] / "docs" / "screenshots"
LOOK: Final = """<style>
  body { margin: 0; background: #fff; color: #222; font: 17px/1.85 "Noto Serif CJK KR", serif; }
  body::before { content: "강 변 일 보"; display: block; text-align: center; font: 700 30px/1 "Noto Serif CJK KR", serif;
    letter-spacing: .2em; padding: 128px 0 18px; border-bottom: 3px double #222; }
  main { max-width: 720px; margin: 0 auto; padding: 12px 24px 60px; }
  h1 { font-size: 27px; line-height: 1.4; margin: 18px 0 12px; }
  p { margin: 0 0 16px; }
</style>"""


def main() -> None:
    """Write every picture."""
    with tempfile.TemporaryDirectory() as folder, Site() as site:
        genuine = site.put("/genuine/1", article(TERM))
        site.put("/feed.xml", feed(genuine))
        site.kinds["/feed.xml"] = "application/rss+xml"
        settings = (
            f"feeds:\n  - url: {site.url}/feed.xml\n    trust: true\n"
            f"monitor:\n  allow_private: ['127.0.0.1:{site.port}']\n"
        )
        with RealServer(Path(folder), "up", settings) as server:
            wait_until(lambda: server.knows(genuine), 60)
            browser = Chromium(EXTENSION, f"127.0.0.1:{site.port}")
            try:
                take_extension(browser, site, server.url)
            finally:
                browser.close()
    with tempfile.TemporaryDirectory() as folder, RealServer(Path(folder), "up") as server:
        wait_until(lambda: server.get("/v1/stats")["states"]["injected"] >= INJECTED, 120)
        browser = Chromium(EXTENSION, server.url.removeprefix("http://"))
        try:
            take_dashboard(browser, server)
        finally:
            browser.close()


def take_dashboard(browser: Chromium, server: RealServer) -> None:
    """Take the overview, wide and on a phone, a page's story, the alerts and a campaign, all of the sample."""
    page = browser.page
    page.goto(f"{server.url}/sign-in?code={server.post('/v1/pair/codes', {'purpose': 'sign_in'})['code']}")
    mirror = f"{server.url}/sample/mirror/iot-wells"
    (story,) = (p["id"] for p in server.get("/v1/pages?size=200")["pages"] if p["url"] == mirror)
    campaign = max(server.get("/v1/campaigns")["campaigns"], key=lambda c: c["pages"])["id"]
    for name, path, width, height in (
        ("dashboard", "/", 1280, 1240),
        ("story", f"/pages/{story}", 1280, 1120),
        ("alerts", "/alerts", 1280, 900),
        ("campaign", f"/campaigns/{campaign}", 1280, 900),
        ("phone", "/", 390, 844),
    ):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(server.url + path)
        page.screenshot(path=PICTURES / f"{name}.png")


def take_extension(browser: Chromium, site: Site, server: str) -> None:
    """Take a corrected page, the note at a word, the popup and the options page."""
    browser.store(server=server, token=TOKEN, automation=True)
    browser.page.set_viewport_size({"width": 960, "height": 720})
    site.put("/20261114", article(SPAM, LOOK))
    browser.visit("http://news.copies.example/20261114")
    browser.banner_text()
    browser.page.screenshot(path=PICTURES / "corrected.png")
    browser.own.set_viewport_size({"width": 340, "height": 300})
    browser.popup()
    browser.own.screenshot(path=PICTURES / "popup.png", full_page=True)
    left, top, width, height = browser.highlight_box(1)
    browser.page.bring_to_front()
    browser.point(left + width / 2, top + height / 2)
    browser.wait("document.querySelector('wonmun-note')?.shadowRoot.querySelector('[role=tooltip]')")
    browser.page.screenshot(
        path=PICTURES / "hover.png",
        clip={"x": 100, "y": max(0, top - 140), "width": 760, "height": 480},
    )
    browser.store(server=server, token=TOKEN, sites={"news.example": "mark", "shop.example": "silent"})
    browser.own.set_viewport_size({"width": 760, "height": 900})
    browser.open_inside("options/options.html")
    browser.wait("document.querySelector('#status').dataset.state === 'paired'", inside=True)
    browser.own.screenshot(path=PICTURES / "options.png", full_page=True)


if __name__ == "__main__":
    main()
