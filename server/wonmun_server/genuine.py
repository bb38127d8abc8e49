"""Fetching what may be a page's genuine copy, and checking the page once more with that copy in hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import wonmun
from wonmun import __version__
from wonmun.errors import WonmunError
from wonmun.memory import Siblings
from wonmun.model import Article, Standing
from wonmun.net.client import fetch_once
from wonmun.net.response import Limits
from wonmun.originals import Originals, body
from wonmun.page.parse import parse_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.memory import Memory
    from wonmun.model import Copy, Page, Report
    from wonmun.settings import Settings


def fetch_article(address: str, settings: Settings, memory: Memory | None) -> Article | None:
    """Fetch an address through the guard; None where it is no clean page. Raises `FetchError` or `InputError`."""
    monitor = settings.monitor
    got = fetch_once(
        address,
        limits=Limits(float(monitor.timeout), int(monitor.max_bytes)),
        allow_private=monitor.allow_private,
        user_agent=monitor.user_agent.replace("{version}", __version__),
    )
    page = parse_page(got.body, url=got.url, content_type=got.content_type)
    if wonmun.check(page, memory).verdict != "clean":
        return None
    return Article(id=got.url, text=body(page), title=page.title, url=got.url)


@dataclass(frozen=True, slots=True)
class WithArticle:
    """A memory that holds one article more than another one (`wonmun.Memory`)."""

    originals: Originals
    base: Memory

    def genuine(self, page: Page, limit: int = 3) -> Sequence[Copy]:
        """Give the article first where the page is a copy of it."""
        return [*self.originals.genuine(page, limit), *self.base.genuine(page, limit)][:limit]

    def related(self, page: Page, phrases: Sequence[str], limit: int = 25) -> Sequence[Article]:
        """Ask the other memory."""
        return self.base.related(page, phrases, limit)

    def siblings(self, page: Page) -> Sequence[Copy]:
        """Ask the other memory, where it knows any."""
        return self.base.siblings(page) if isinstance(self.base, Siblings) else ()

    def standing(self, phrase: str, page: Page) -> Standing:
        """Ask the other memory, and count the article."""
        known = self.base.standing(phrase, page)
        return Standing(known.genuine + self.originals.standing(phrase, page).genuine, known.injected)


def check_again(page: Page, asked: Sequence[str], settings: Settings, memory: Memory) -> Report | None:
    """Fetch the addresses, one after the other, and check the page against the first copy; None where none helped."""
    for address in asked:
        try:
            article = fetch_article(address, settings, memory)
        except WonmunError:
            continue  # no such page, refused by the guard, no text: the next address, or the answer stays as it was
        if article is None:
            continue
        report = wonmun.check(page, WithArticle(Originals([article]), memory))
        if report.genuine_url:
            return report
    return None
