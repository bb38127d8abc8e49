"""Where a page's genuine copy may be: the addresses that it gives away, each with the reason.

Fetches nothing: server and monitor ask for what comes out, through the guard. A hostile page may write anything here,
so that an address is worth a look and no more: whom to trust is asked of the publishers' table, never of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from wonmun.net.publishers import host_key, publishers_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wonmun.model import Page

MOST = 3
"""Addresses that are given for one page."""
_HEADS = (
    "canonical",
    "og:url",
    "ld:url",
    "mainentityofpage",
    "isbasedon",
    "syndication-source",
    "original-source",
)
_WORD = r"원문|출처|기사\s*보기|original (?:article|story)|\bsources?\b|元記事|引用元"
_SAYS_SOURCE = re.compile(_WORD, re.IGNORECASE)
_SOURCE_BEFORE = re.compile(rf"(?:{_WORD})[\s:：|=\-–—▶\])]{{0,5}}$", re.IGNORECASE)
_WRITTEN = re.compile(rf"({_WORD})[^\n.]{{0,15}}?(https?://[^\s<>\"'()\[\]]+)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![A-Za-z0-9])[A-Z]{0,4}\d{8,20}(?!\d)")
"""An article's number, as publishers write it: `20261124012300`, `AKR20261124000123`."""
_LONGEST_LABEL = 40
"""Characters; a longer link text is a sentence or a headline, not "원문 보기"."""


@dataclass(frozen=True, slots=True)
class Lead:
    """An address where a page's genuine copy may be, and why."""

    address: str
    reason: str


def find_leads(page: Page, publishers: Sequence[str] = ()) -> tuple[Lead, ...]:
    """Give the addresses where a page's genuine copy may be, the likeliest first, at most three.

    None is on the page's own host. What the page says itself comes first: its head, then its links and lines that
    name a source. Then the article's number in the page's own address, which mirrors tend to keep: put into the
    `publishers`' addresses, then as big publishers are known to write it.
    """
    own = host_key(page.url or "")
    found: dict[str, Lead] = {}
    for address, reason in _said(page, publishers):
        whole = _absolute(page.url or "", address.strip())
        if _is_article(whole) and host_key(whole) != own:
            found.setdefault(_key(whole), Lead(whole, reason))
    return tuple(found.values())[:MOST]


def _said(page: Page, publishers: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name in _HEADS:
        yield from ((value, f"its head names it ({name})") for key, value in page.head if key.lower() == name)
    yield from _linked(page)
    yield from ((m[2].rstrip(".,"), f"it names it as its source (“{m[1]}”)") for m in _WRITTEN.finditer(page.text))
    kept = "its own address keeps the article's number"
    yield from ((address, kept) for address in (*_by_number(page.url or "", publishers), *publishers_addresses(page)))


def _linked(page: Page) -> Iterator[tuple[str, str]]:
    """Give the targets of links that are called a source, or stand behind that word; the page's last come first."""
    links = [(k.start, k.end, k.href) for k in page.links]
    blocks = [(s.start, s.end, s.href) for s in page.of("link") if s.href]
    for start, end, href in sorted((*links, *blocks), reverse=True):
        label = page.text[start:end].strip()
        before = _SOURCE_BEFORE.search(page.text, max(0, start - 25), start)
        if len(label) <= _LONGEST_LABEL and (before or _SAYS_SOURCE.search(label)):
            yield href, f"it links to it as its source (“{label}”)"


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


def _is_article(address: str) -> bool:
    """Say whether an address can be fetched and is no front page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and bool(parts.path.strip("/") or parts.query)


def _key(address: str) -> str:
    """Write an address so that two spellings of one article are equal: no scheme, `www.` or last slash."""
    parts = urlsplit(address)
    return f"{host_key(address)}{parts.path.rstrip('/')}?{parts.query}"
