"""Where a page says its genuine copy is, and checking the page once more with that copy in hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

import wonmun
from wonmun import __version__
from wonmun.errors import WonmunError
from wonmun.memory import Siblings
from wonmun.model import Article, Standing
from wonmun.net.client import fetch_once
from wonmun.net.publishers import publishers_addresses
from wonmun.net.response import Limits
from wonmun.originals import Originals, body
from wonmun.page.parse import parse_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wonmun.memory import Memory
    from wonmun.model import Copy, Page, Report
    from wonmun.settings import Settings

MOST = 3
"""Addresses that are asked for one page."""
_HEADS = (
    "canonical",
    "og:url",
    "ld:url",
    "ld:mainentityofpage",
    "ld:isbasedon",
    "syndication-source",
    "original-source",
)
_SAYS_SOURCE = re.compile(r"원문|출처|기사\s*보기|original (?:article|story)|source|元記事|引用元", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![A-Za-z0-9])[A-Z]{0,4}\d{8,20}(?!\d)")
"""An article's number, as publishers write it: `20261124012300`, `AKR20261124000123`."""
_LONGEST_LABEL = 40
"""Characters; a longer link text is a sentence or a headline, not "원문 보기"."""


def addresses(page: Page, publishers: Sequence[str] = ()) -> tuple[str, ...]:
    """Give the addresses where a page's genuine copy may be, its own left out, the likeliest first.

    What the page says itself comes first. Then the article's number in the page's own address, which mirrors tend to
    keep: put into the `publishers`' addresses, then as big publishers are known to write it.
    """
    own = _same(page.url or "")
    found: dict[str, str] = {}
    for said in (*_said(page), *_by_number(page.url or "", publishers), *publishers_addresses(page)):
        address = _absolute(page.url or "", said.strip())
        if _is_web(address) and _same(address) != own:
            found.setdefault(_same(address), address)
    return tuple(found.values())[:MOST]


def _said(page: Page) -> Iterator[str]:
    for name in _HEADS:
        yield from (value for key, value in page.head if key == name)
    for link in page.links:
        label = page.text[link.start : link.end]
        if len(label) <= _LONGEST_LABEL and _SAYS_SOURCE.search(label):
            yield link.href
    for segment in page.of("link"):
        label = page.slice(segment)
        if segment.href and len(label) <= _LONGEST_LABEL and _SAYS_SOURCE.search(label):
            yield segment.href


def _by_number(url: str, publishers: Sequence[str]) -> Iterator[str]:
    """Put each article number of an address into publishers' addresses that hold a number of the same form."""
    numbers = {_form(n): n for n in _NUMBER.findall(url)}
    for known in publishers:
        theirs = _NUMBER.findall(known)
        if len(theirs) == 1 and (number := numbers.get(_form(theirs[0]))):
            yield known.replace(theirs[0], number)


def _form(number: str) -> str:
    return re.sub(r"\d", "0", number)


def _absolute(base: str, said: str) -> str:
    try:
        return urldefrag(urljoin(base, said)).url
    except ValueError:
        return ""


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _same(address: str) -> str:
    """Write an address so that two spellings of one article are equal: no scheme, www, m, query or last slash."""
    try:
        parts = urlsplit(address)
        host = re.sub(r"^(?:www|m|mobile|amp)\.", "", parts.netloc.lower())
    except ValueError:
        return address
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"


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
