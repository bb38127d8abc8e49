"""Fixtures of the browser tests: the browsers, the tests' site, and a fake server the extension is paired with."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

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


def start(kind: type[AnyBrowser], make: Callable[[], AnyBrowser]) -> Generator[AnyBrowser]:
    """Run a browser, or skip where it is not installed."""
    if kind.binary() is None:
        absent = f"{kind.name} is not installed"
        # On CI a browser that is missing is a fault of the set-up, not a reason to test less.
        (pytest.fail if os.environ.get("CI") else pytest.skip)(absent)
    browser = make()
    try:
        yield browser
    finally:
        browser.close()


@pytest.fixture(scope="module", params=BROWSERS, ids=lambda kind: kind.name)
def running(request: pytest.FixtureRequest, site: Site) -> Generator[Browser]:
    """A browser for the tests of one module."""
    kind: type[Browser] = request.param
    yield from start(kind, lambda: kind(EXTENSION, f"127.0.0.1:{site.port}"))


@pytest.fixture
def browser(running: Browser, fake: FakeServer, site: Site) -> Browser:
    """The module's browser, paired with a fake server that finds nothing yet."""
    fake.reset()
    site.pages.clear()
    running.goto("about:blank")
    running.store(server=fake.url, token=TOKEN, automation=True)
    return running
