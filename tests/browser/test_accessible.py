"""axe-core finds nothing serious in banner, note, popup and options page, in both themes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.browser import npm
from tests.browser.pages import CORRECTION, INJECTED, page

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from tests.browser.driver import Browser
    from tests.browser.servers import FakeServer, Site

pytestmark = pytest.mark.browser

RUN = """axe.run(INCLUDED, { resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, ...nodes.map(({ html, failureSummary }) => html + failureSummary)])))"""


@pytest.fixture
def themes(browser: Browser) -> Generator[Callable[[], Iterator[str]]]:
    """Gives each theme in turn, once pages are drawn in it."""

    def both() -> Iterator[str]:
        for theme in ("light", "dark"):
            browser.theme(theme)
            for inside in (False, True):
                browser.wait(f"matchMedia('(prefers-color-scheme: {theme})').matches", inside=inside)
            yield theme

    yield both
    browser.theme("light")


def _prepared(evaluate: Callable[[str], object], included: str) -> Callable[[], list[object]]:
    """Bring axe into a page; give what looks through a part of it."""
    evaluate(f"(() => {{ {npm.source('axe-core/axe.min.js')} }})() ?? 1")

    def serious() -> list[object]:
        found: list[object] = json.loads(str(evaluate(RUN.replace("INCLUDED", included))))
        return found

    return serious


def test_banner_and_note(browser: Browser, site: Site, fake: FakeServer, themes: Callable[[], Iterator[str]]) -> None:
    fake.phrases = [CORRECTION]
    browser.visit(site.put("/injected", page(f"<main><h1>강변 도서관</h1>{INJECTED}</main>")))
    browser.press_button("Next place")
    browser.wait("document.querySelector('wonmun-note') && !document.querySelector('wonmun-note').hidden")
    serious = _prepared(browser.eval, "{ include: [['wonmun-banner'], ['wonmun-note']] }")
    assert {theme: serious() for theme in themes()} == {"light": [], "dark": []}


def test_popup(browser: Browser, site: Site, fake: FakeServer, themes: Callable[[], Iterator[str]]) -> None:
    fake.phrases = [CORRECTION]
    browser.visit(site.put("/injected", page(INJECTED)))
    browser.popup()
    browser.inside("document.querySelector('details').open = true")
    serious = _prepared(browser.inside, "document")
    assert {theme: serious() for theme in themes()} == {"light": [], "dark": []}


def test_options(browser: Browser, themes: Callable[[], Iterator[str]]) -> None:
    browser.store(sites={"news.example": "silent"})
    browser.open_inside("options/options.html#welcome")
    browser.wait("document.querySelector('#sites li') && document.querySelector('#status').textContent", inside=True)
    serious = _prepared(browser.inside, "document")
    assert {theme: serious() for theme in themes()} == {"light": [], "dark": []}
