"""Fetching the article that a page leads to while its reader waits, and checking the page once more with it in hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import wonmun
from wonmun import __version__
from wonmun.errors import WonmunError
from wonmun.memory import Siblings
from wonmun.model import Article, Copy, Standing
from wonmun.net.client import fetch_once
from wonmun.net.publishers import host_key
from wonmun.net.response import Limits
from wonmun.originals import Originals, body
from wonmun.page.parse import parse_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wonmun.memory import Memory
    from wonmun.model import Page, Report
    from wonmun.net.leads import Lead
    from wonmun.settings import Settings


@dataclass(frozen=True, slots=True)
class WithArticle:
    """A memory that holds one article more than another one (`wonmun.Memory`)."""

    originals: Originals
    base: Memory

    def genuine(self, page: Page, limit: int = 3) -> Sequence[Copy]:
        """Give the article first where the page is a copy of it; it weighs little where it is no publisher's."""
        copies = self.originals.genuine(page, limit)
        weighed = [Copy(c.article, c.cover, "given" if c.article.trusted else "seen") for c in copies]
        return [*weighed, *self.base.genuine(page, limit)][:limit]

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


@dataclass(frozen=True, slots=True)
class Looking:
    """With what a page's leads are followed."""

    settings: Settings
    memory: Memory
    trusts: Callable[[str], bool]
    """Whether what stands at an address counts as a publisher's own article."""

    def check_again(self, page: Page, leads: Sequence[Lead]) -> Report | None:
        """Fetch what the leads name, one after the other; check the page against the first copy. None: none helped."""
        for lead in leads:
            try:
                article = self._article(lead.address, page)
            except WonmunError:
                continue  # no such page, refused by the guard, no text: the next one, or the answer stays as it was
            if article is None:
                continue
            report = wonmun.check(page, WithArticle(Originals([article]), self.memory))
            if report.genuine_url:
                return report
        return None

    def _article(self, address: str, page: Page) -> Article | None:
        """Fetch an address through the guard; None where it is no clean page, or on the page's own host after all."""
        monitor = self.settings.monitor
        got = fetch_once(
            address,
            limits=Limits(float(monitor.timeout), int(monitor.max_bytes)),
            allow_private=monitor.allow_private,
            user_agent=monitor.user_agent.replace("{version}", __version__),
        )
        if host_key(got.url) == host_key(page.url or ""):
            return None
        found = parse_page(got.body, url=got.url, content_type=got.content_type)
        if wonmun.check(found, self.memory).verdict != "clean":
            return None
        return Article(id=got.url, text=body(found), title=found.title, url=got.url, trusted=self.trusts(got.url))
