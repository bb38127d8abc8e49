"""axe-core finds nothing serious in banner, note, popup and options page, in both themes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.browser import npm
from tests.browser.pages import CORRECTION, INJECTED, page

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from tests.browser.driver import Browser
    from tests.browser.servers import FakeServer, Site

pytestmark = pytest.mark.browser

RUN = """axe.run(INCLUDED, { resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, ...nodes.map(({ html, failureSummary }) => html + failureSummary)])))"""


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, browser: Browser) -> Generator[str]:
    browser.theme(request.param)
    yield request.param
    browser.theme("light")


def _serious(evaluate: Callable[[str], object], included: str) -> list[object]:
    evaluate(f"(() => {{ {npm.source('axe-core/axe.min.js')} }})() ?? 1")
    found: list[object] = json.loads(str(evaluate(RUN.replace("INCLUDED", included))))
    return found


@pytest.mark.usefixtures("theme")
def test_banner_and_note(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    browser.visit(site.put("/injected", page(f"<main><h1>강변 도서관</h1>{INJECTED}</main>")))
    browser.press_button("Next place")
    browser.wait("document.querySelector('wonmun-note') && !document.querySelector('wonmun-note').hidden")
    assert _serious(browser.eval, "{ include: [['wonmun-banner'], ['wonmun-note']] }") == []


@pytest.mark.usefixtures("theme")
def test_popup(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    browser.visit(site.put("/injected", page(INJECTED)))
    browser.popup()
    browser.inside("document.querySelector('details').open = true")
    assert _serious(browser.inside, "document") == []


@pytest.mark.usefixtures("theme")
def test_options(browser: Browser) -> None:
    browser.store(sites={"news.example": "silent"})
    browser.open_inside("options/options.html#welcome")
    browser.wait("document.querySelector('#sites li') && document.querySelector('#status').textContent", inside=True)
    assert _serious(browser.inside, "document") == []
