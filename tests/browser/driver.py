"""What the tests ask of a browser: the same few calls for Chromium and Firefox."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Final

from tests.browser.png import colours

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE: Final = 60.0
"""Seconds that anything may take on a busy machine; nothing waits longer than it must. The first injected page that a
server reads took 22 at a load of 13, and the extension itself gives a check 21 before it asks once more."""


def wait_until(condition: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait until a condition of the test's own servers holds."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("what the test waited for did not happen")
        time.sleep(0.02)


class Browser(ABC):
    """A headless browser with the extension loaded unpacked and two tabs: the page, and one of the extension's own."""

    name: ClassVar[str]
    base: str
    """Address of the extension's files, without a slash at the end."""

    @classmethod
    @abstractmethod
    def binary(cls) -> str | None:
        """Where this browser is installed; None where it is not."""

    @abstractmethod
    def __init__(self, extension: Path, proxy: str) -> None:
        """Start with the extension loaded; everything that is not loopback goes to `proxy` (host:port)."""

    @abstractmethod
    def goto(self, url: str) -> None:
        """Load an address in the page's tab."""

    @abstractmethod
    def eval(self, script: str) -> Any:
        """Value of an expression (awaited) in the page."""

    @abstractmethod
    def inside(self, script: str) -> Any:
        """Value of an expression (awaited) in the extension's own tab, where `api` is the extension's API."""

    @abstractmethod
    def open_inside(self, path: str) -> None:
        """Load one of the extension's own pages in the extension's tab."""

    @abstractmethod
    def tabs(self) -> list[str]:
        """Addresses of all open tabs."""

    @abstractmethod
    def point(self, x: float, y: float) -> None:
        """Move the mouse over a place of the page (pixels of the viewport)."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press a key in the page: one character, or Tab, Enter, Escape."""

    @abstractmethod
    def click(self, x: float, y: float) -> None:
        """Click a place of the page."""

    @abstractmethod
    def click_inside(self, selector: str) -> None:
        """Click an element of the extension's own tab with the mouse: some calls want a real click."""

    @abstractmethod
    def picture(self, area: dict[str, int]) -> bytes:
        """A rectangle of the page's viewport (`x`, `y`, `width`, `height`, in pixels) as PNG."""

    @abstractmethod
    def medium(self, name: str) -> None:
        """Draw the page for "print", or "" for the screen again."""

    @abstractmethod
    def theme(self, name: str) -> None:
        """Let every page see a "light" or "dark" theme."""

    @abstractmethod
    def kill_background(self) -> None:
        """End the extension's background as the browser does when memory is short."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    def wait(self, script: str, seconds: float = PATIENCE, *, inside: bool = False) -> Any:
        """Wait until an expression of the page is true, and give its value."""
        end = time.monotonic() + seconds
        while True:
            if value := (self.inside if inside else self.eval)(script):
                return value
            if time.monotonic() > end:
                state = (self.inside if inside else self.eval)("document.documentElement.outerHTML.slice(0, 1500)")
                raise TimeoutError(f"{self.name}: {script} stayed false; the page is {state}")
            time.sleep(0.03)

    def store(self, **settings: object) -> None:
        """Write settings of the extension, as automation does; every other setting is forgotten."""
        self.inside(
            f"(async () => {{ await api.storage.local.clear(); await api.storage.local.set({json.dumps(settings)}); return 1 }})()"
        )

    def stored(self, key: str) -> Any:
        """One setting of the extension."""
        return json.loads(
            self.inside(f"api.storage.local.get('{key}').then((all) => JSON.stringify(all['{key}'] ?? null))")
        )

    def state(self) -> str:
        """What the extension says of the page, once it has looked."""
        return str(
            self.wait(
                "['clean', 'suspicious', 'injected', 'error'].find((s) => s === document.documentElement.dataset.wonmun)"
            )
        )

    def visit(self, url: str) -> str:
        """Load a page and wait until the extension has looked at it."""
        self.goto(url)
        return self.state()

    def press_button(self, name: str) -> None:
        """Press a button of the banner, found by its accessible name."""
        buttons = "[...document.querySelector('wonmun-banner').shadowRoot.querySelectorAll('button')]"
        named = f"{buttons}.find((b) => (b.ariaLabel ?? b.textContent) === {json.dumps(name)})"
        self.wait(f"document.querySelector('wonmun-banner') && {named}")
        self.eval(f"{named}.click()")

    def banner_text(self) -> str:
        """What the banner says."""
        return str(self.wait("document.querySelector('wonmun-banner')?.shadowRoot.querySelector('.text').textContent"))

    def text(self, selector: str) -> str:
        """Text of the first element that a selector names."""
        return str(self.eval(f"document.querySelector({json.dumps(selector)}).textContent"))

    def highlight_box(self, index: int, name: str = "wonmun-corrected") -> tuple[float, float, float, float]:
        """Where the n-th range of a highlight is drawn: left, top, width, height in pixels of the viewport.

        The banner, where there is one, has made its room by then: it moves the page when its height is known.
        """
        self.wait("(document.querySelector('wonmun-banner')?.style.getPropertyValue('--room') ?? 'none') !== ''")
        box = f"[...CSS.highlights.get('{name}')][{index}].getBoundingClientRect()"
        left, top, width, height = json.loads(
            self.eval(f"(() => {{ const b = {box}; return JSON.stringify([b.x, b.y, b.width, b.height]) }})()")
        )
        return left, top, width, height

    def colours(self, selector: str) -> set[tuple[int, int, int]]:
        """Every colour of the pixels that an element's box covers in a screenshot."""
        box = f"document.querySelector({json.dumps(selector)}).getBoundingClientRect()"
        edges = "Object.fromEntries(['x', 'y', 'width', 'height'].map((edge) => [edge, Math.round(b[edge])]))"
        script = f"(() => {{ const b = {box}; return JSON.stringify({edges}) }})()"
        while True:
            area = self.eval(script)
            picture = self.picture(json.loads(area))
            if self.eval(script) == area:  # else the page moved (the banner had come) while the picture was taken
                return colours(picture)

    def tab_id(self) -> int:
        """The number under which extensions know the page's tab."""
        own = json.dumps(self.base)
        tabs = f"api.tabs.query({{}}).then((all) => all.find((tab) => !(tab.url ?? {own}).startsWith({own}))?.id ?? -1)"
        return int(self.inside(tabs))

    def button_title(self) -> str:
        """Title of the toolbar button for the page's tab."""
        return str(self.inside(f"api.action.getTitle({{ tabId: {self.tab_id()} }})"))

    def badge(self) -> str:
        """Text on the toolbar button for the page's tab; the background draws it after the page has its answer."""
        return str(self.inside(f"api.action.getBadgeText({{ tabId: {self.tab_id()} }})"))

    def choose(self, selector: str, value: str) -> None:
        """Choose an option in a page of the extension."""
        chosen = f"Object.assign(document.querySelector({json.dumps(selector)}), {{ value: {json.dumps(value)} }})"
        self.inside(f"{chosen}.dispatchEvent(new Event('change', {{ bubbles: true }}))")

    def open_options(self) -> None:
        """Open the options page in the extension's tab and wait until it shows what holds."""
        self.open_inside("options/options.html")
        self.wait("document.querySelector('#status').textContent", inside=True)

    def pair(self, server: str, code: str) -> None:
        """Fill in the options page, which is open in the extension's tab, and send it off."""
        self.wait("document.querySelector('#status').textContent", inside=True)
        for field, value in (("#server", server), ("#code", code)):
            self.inside(f"document.querySelector('{field}').value = {json.dumps(value)}")
        self.inside("document.querySelector('#pairing').requestSubmit()")

    def popup(self, says: str = "") -> str:
        """Open the popup for the page's tab in the extension's tab, and give what it says once that holds `says`.

        It may be open before the content script has looked at the page, and draws itself again then.
        """
        self.open_inside(f"popup/popup.html?tab={self.tab_id()}")
        ready = "document.querySelector('#options').textContent && document.querySelector('#site').dataset.site !== undefined"
        self.wait(f"{ready} && document.body.innerText.includes({json.dumps(says)})", inside=True)
        return str(self.inside("document.body.innerText"))
