"""Debian's Chromium through Playwright, with an unpacked extension."""

from __future__ import annotations

import shutil
import tempfile
from typing import TYPE_CHECKING, Any, ClassVar, cast

from playwright.sync_api import sync_playwright

from tests.browser.driver import PATIENCE, Browser

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import FloatRect, Playwright

_API = "const api = globalThis.browser ?? globalThis.chrome;"
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--enable-unsafe-extension-debugging",
)
_INTERVAL = 200
_MOST_BETWEEN = 600
"""Microseconds between two samples of the profiler, as asked for and at most."""


class Chromium(Browser):
    """See `Browser`."""

    name = "chromium"

    @classmethod
    def binary(cls) -> str | None:
        return shutil.which("chromium") or shutil.which("chromium-browser")

    _playwright: ClassVar[Playwright | None] = None
    _users: ClassVar[int] = 0

    @classmethod
    def _share(cls) -> Playwright:
        """Give the one Playwright that may run in a thread, however many browsers it drives."""
        playwright = Chromium._playwright or sync_playwright().start()
        Chromium._playwright = playwright
        Chromium._users += 1
        return playwright

    def __init__(self, extension: Path, proxy: str) -> None:
        playwright = self._share()
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._context = playwright.chromium.launch_persistent_context(
            self._profile.name,
            executable_path=self.binary(),
            headless=False,
            locale="en-US",
            viewport={"width": 1000, "height": 700},
            args=[
                *_FLAGS,
                f"--proxy-server=http://{proxy}",
                f"--disable-extensions-except={extension}",
                f"--load-extension={extension}",
            ],
        )
        self._context.set_default_timeout(PATIENCE * 1000)
        workers = self._context.service_workers or [self._context.wait_for_event("serviceworker")]
        self.base = "/".join(workers[0].url.split("/")[:3])
        self.page = self._context.pages[0]
        self.own = self._context.new_page()
        self.open_inside("options/options.html")
        self.page.bring_to_front()

    def goto(self, url: str) -> None:
        self.page.goto(url)

    def eval(self, script: str) -> Any:
        return self.page.evaluate(script)

    def inside(self, script: str) -> Any:
        return self.own.evaluate(f"() => {{ {_API} return {script} }}")

    def open_inside(self, path: str) -> None:
        self.own.goto(f"{self.base}/{path}")

    def tabs(self) -> list[str]:
        return [page.url for page in self._context.pages]

    def point(self, x: float, y: float) -> None:
        self.page.mouse.move(x - 2, y)
        self.page.mouse.move(x, y)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def click(self, x: float, y: float) -> None:
        self.page.mouse.click(x, y)

    def click_inside(self, selector: str) -> None:
        self.own.click(selector)

    def picture(self, area: dict[str, int]) -> bytes:
        return self.page.screenshot(clip=cast("FloatRect", area))

    def medium(self, name: str) -> None:
        self.page.emulate_media(media="print" if name == "print" else "screen")

    def theme(self, name: str) -> None:
        for page in (self.page, self.own):
            page.emulate_media(color_scheme="dark" if name == "dark" else "light")

    def kill_background(self) -> None:
        browser = self._context.browser
        assert browser is not None
        session = browser.new_browser_cdp_session()
        targets = session.send("Target.getTargets", {"filter": [{"type": "service_worker"}]})["targetInfos"]
        for target in targets:
            session.send("Target.closeTarget", {"targetId": target["targetId"]})
        session.detach()

    def spent(self, visit: Callable[[], None]) -> float:
        """Give the seconds of the main thread's time that code of the extension, and what it called, took in a visit.

        From the sampling profiler, which tells the extension's share from the page's own; the difference of two whole
        loads tells less, since loads of one page differ by more than the extension takes. What lies between two
        samples counts `_MOST_BETWEEN` at most: beyond it the thread was not running.
        """
        session = self._context.new_cdp_session(self.page)
        session.send("Profiler.enable")
        session.send("Profiler.setSamplingInterval", {"interval": _INTERVAL})
        session.send("Profiler.start")
        visit()
        profile = session.send("Profiler.stop")["profile"]
        session.detach()
        own: dict[int, bool] = {}
        for node in profile["nodes"]:  # parents stand before their children
            mine = own.get(node["id"], False) or node["callFrame"]["url"].startswith(self.base)
            own |= dict.fromkeys([node["id"], *node.get("children", [])], mine)
        pairs = zip(profile["samples"], profile["timeDeltas"], strict=True)
        return float(sum(min(delta, _MOST_BETWEEN) for node, delta in pairs if own[node])) / 1e6

    def close(self) -> None:
        self._context.close()
        self._profile.cleanup()
        Chromium._users -= 1
        if not Chromium._users and Chromium._playwright:
            Chromium._playwright.stop()
            Chromium._playwright = None
