"""What the real log and real publishers add while a reader reads: marked search results, and exact text that comes later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.article import SPAM, article
from tests.browser.driver import wait_until
from tests.browser.pages import page
from tests.browser.real_server import RealServer
from tests.browser.servers import TOKEN, Site

if TYPE_CHECKING:
    from collections.abc import Generator

    from tests.browser.driver import Browser

pytestmark = pytest.mark.browser

MARKED = "[...document.querySelectorAll('wonmun-mark')].map((mark) => mark.previousElementSibling.id).join()"
SENTENCES = (
    "한라읍이 {} 축제를 다시 연다. 다섯 해 만이다.",
    "주민들은 마을 창고에 말려 둔 {}을 꺼내 손질하고 있다.",
    "올해는 {} 수확이 늘어 값이 내렸다.",
    "읍장은 “{}이 우리를 먹여 살렸다”며 “아이들에게 {} 밭을 보여 주고 싶다”고 말했다.",
)


def copy_of(term: str, head: str = "") -> str:
    """An article that no feed names; nothing in it tells what `term` was."""
    return page("<article>" + "".join(f"<p>{s.replace('{}', term)}</p>" for s in SENTENCES) + "</article>", head=head)


@pytest.fixture(scope="module")
def paper() -> Generator[Site]:
    with Site() as running:
        yield running


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, paper: Site) -> Generator[RealServer]:
    settings = f"sample: false\nmonitor:\n  allow_private: ['127.0.0.1:{paper.port}']\n"
    with RealServer(tmp_path_factory.mktemp("wonmun"), "serve", settings) as real:
        yield real


def test_results_that_lead_to_pages_of_the_log_are_marked(browser: Browser, site: Site, server: RealServer) -> None:
    browser.store(server=server.url, token=TOKEN, automation=True)
    injected = site.put("/copy", article(SPAM))
    assert browser.visit(injected) == "injected"
    wait_until(lambda: server.knows(injected))
    site.hosts.add("search.naver.com")
    site.put(
        "/search.naver",
        page(
            f"<ul><li><a id=bad href='{injected}'>돌봄 교실</a><li><a href='http://paper.example/1'>다른 소식</a></ul>"
        ),
    )
    browser.goto("http://search.naver.com/search.naver")
    browser.wait(f"{MARKED} === 'bad'")


def test_the_publishers_text_comes_after_the_first_answer(
    browser: Browser, site: Site, server: RealServer, paper: Site
) -> None:
    browser.store(server=server.url, token=TOKEN, automation=True)
    genuine = paper.put("/articles/7", copy_of("귤"))
    copy = site.put("/late", copy_of("실시간 카지노 추천", f'<link rel="canonical" href="{genuine}">'))
    assert browser.visit(copy) == "injected"
    browser.wait(
        "[...document.querySelectorAll('p')].map((one) => one.textContent).join(' ').includes('귤이 우리를 먹여 살렸다')"
    )
    read = "[...document.querySelectorAll('article p')].map((one) => one.textContent).join('|')"
    browser.wait(f"!{read}.includes('카지노')")
    assert browser.eval(read) == "|".join(s.replace("{}", "귤") for s in SENTENCES)
