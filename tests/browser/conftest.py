"""Fixtures of the browser tests: the browsers, the tests' site, and a fake server the extension is paired with."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

import pytest

from tests.browser.chromium import Chromium
from tests.browser.firefox import Firefox
from tests.browser.servers import TOKEN, FakeServer, Site

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from tests.browser.driver import Browser

EXTENSION: Final = Path(__file__).parents[2] / "extension"
AnyBrowser = TypeVar("AnyBrowser", bound="Browser")
BROWSERS: Final[tuple[type[Browser], ...]] = (Chromium, Firefox)


@pytest.fixture(scope="session")
def site() -> Generator[Site]:
    """The pages that the tests visit."""
    with Site() as running:
        yield running


@pytest.fixture(scope="session")
def fake() -> Generator[FakeServer]:
    """The server that the extension asks."""
    with FakeServer() as running:
        yield running


def require(kind: type[Browser]) -> None:
    """Skip where a browser is not installed."""
    if kind.binary() is None:
        absent = f"{kind.name} is not installed"
        # On CI a browser that is missing is a fault of the set-up, not a reason to test less.
        (pytest.fail if os.environ.get("CI") else pytest.skip)(absent)


def start(kind: type[AnyBrowser], make: Callable[[], AnyBrowser]) -> Generator[AnyBrowser]:
    """Run another browser than the one that is kept for all."""
    require(kind)
    browser = make()
    try:
        yield browser
    finally:
        browser.close()


class Keeper:
    """One browser for all tests: to start one for each module would take longer than the tests."""

    kept: ClassVar[list[Keeper]] = []

    def __init__(self, kind: type[Browser], proxy: str) -> None:
        self.kind, self.proxy = kind, proxy
        self.browser: Browser | None = None
        self.kept.append(self)

    def ready(self) -> Browser:
        """Give the browser with an empty page, a new one where the last test left it broken."""
        try:
            browser = self.browser or self.kind(EXTENSION, self.proxy)
            self.browser = browser
            browser.goto("about:blank")
        except Exception:  # noqa: BLE001 - whatever it was has failed its own test
            self.close()
            self.browser = browser = self.kind(EXTENSION, self.proxy)
        return browser

    def close(self) -> None:
        """End the browser, until it is asked for again."""
        browser, self.browser = self.browser, None
        if browser is not None:
            browser.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> Generator[None]:
    """End the browsers with the last of these tests in a row: beside Playwright's loop nothing else can run one."""
    yield
    if nextitem is None or not nextitem.path.is_relative_to(Path(__file__).parent):
        for keeper in Keeper.kept:
            keeper.close()


@pytest.fixture(scope="session", params=BROWSERS, ids=lambda kind: kind.name)
def keeper(request: pytest.FixtureRequest, site: Site) -> Generator[Keeper]:
    """Each browser in turn."""
    kind: type[Browser] = request.param
    require(kind)
    keeper = Keeper(kind, f"127.0.0.1:{site.port}")
    yield keeper
    keeper.close()


@pytest.fixture
def running(keeper: Keeper) -> Browser:
    """The browser as it is, on an empty page."""
    return keeper.ready()


@pytest.fixture
def browser(running: Browser, fake: FakeServer, site: Site) -> Browser:
    """The browser, paired with a fake server that finds nothing yet."""
    fake.reset()
    site.pages.clear()
    running.store(server=fake.url, token=TOKEN, automation=True)
    return running
