"""The record of one odd thing about a page, and what all of them share: hosts, spam words by density."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from wonmun.language.load import lexicon

if TYPE_CHECKING:
    from wonmun.language.base import Language
    from wonmun.model import Kind, Page, Span

_SHARED = frozenset(
    [
        "facebook.com",
        "twitter.com",
        "x.com",
        "instagram.com",
        "youtube.com",
        "kakao.com",
        "naver.com",
        "daum.net",
        "band.us",
        "linkedin.com",
        "line.me",
        "google.com",
        "pinterest.com",
        "reddit.com",
        "whatsapp.com",
        "t.me",
        "telegram.org",
        "tumblr.com",
        "apple.com",
        "wa.me",
        "hatena.ne.jp",
        "getpocket.com",
    ]
)
"""Where share buttons lead."""
_FOREIGN = re.compile("[A-Za-z\u0400-\u04ff\u3041-\u30ff\u4e00-\u9fff]{2}")
_SECOND_LEVEL = frozenset(["co", "or", "go", "ac", "ne", "re", "pe", "com", "net", "org"])
_SHORT = 300
"""Characters of an address that is remembered."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One odd thing: which stretches it is about, whether it is enough to call the page injected, and a sentence."""

    kind: Kind
    spans: tuple[Span, ...]
    phrase: str
    reason: str
    sure: bool
    added: bool = False
    """Whether it stands beside what it was put to, in the place of nothing: taking it out restores the page."""


@dataclass(frozen=True, slots=True)
class Spam:
    """How much of a text is spam words."""

    strong: int
    """Strong words in it."""
    kinds: int
    """Different ones."""
    share: float
    """Share of its letters that stand in lexicon words, where a strong one is among them."""


def spam_of(text: str, speech: Language) -> Spam:
    """Measure a text by the lexicon; in Korean by that of other scripts, too, where two different words stand in it."""
    known = speech.lexicon
    found = Counter(m.group().lower() for m in known.strong_pattern.finditer(text))
    if not found and speech.code == "ko" and _FOREIGN.search(text):
        known = lexicon("abroad")
        several = len({m.group().lower() for m in known.any_pattern.finditer(text)}) > 1
        found = Counter(m.group().lower() for m in known.strong_pattern.finditer(text) if several)
    if not found:
        return Spam(0, 0, 0.0)
    letters = sum(_letters(m.group()) for m in known.any_pattern.finditer(text))
    return Spam(found.total(), len(found), letters / max(1, _letters(text)))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def site_of(address: str) -> str:
    """The registrable part of an address's host, roughly; "" for a relative one.

    >>> site_of("https://m.news.example.co.kr/1"), site_of("/1")
    ('example.co.kr', '')
    >>> site_of("http://192.0.2.7/1"), site_of("http://localhost:8765/1")
    ('192.0.2.7', 'localhost')
    """
    return _site(address) if len(address) <= _SHORT else _site.__wrapped__(address)


@lru_cache(2048)
def _site(address: str) -> str:
    """Work it out: a page's links are asked about by several sights, a site's menu on each of its pages."""
    try:
        host = (urlsplit(address).hostname or "").lower().rstrip(".")
    except ValueError:
        return ""
    labels = host.split(".")
    if len(labels) < 2 or host.replace(".", "").isdigit():
        return host
    size = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-size:])


def own_sites(page: Page) -> frozenset[str]:
    """The sites that the page belongs to: its address and what its head says of it."""
    named = [page.url or "", *(v for k, v in page.head if k in ("canonical", "og:url"))]
    return frozenset(s for s in map(site_of, named) if s)


def foreign(address: str, own: frozenset[str]) -> str:
    """The other site that an address leads to; "" for the page's own, for relative ones and for share buttons."""
    site = site_of(address)
    return "" if not site or site in own or site in _SHARED else site


def quote(text: str, size: int = 40) -> str:
    """A text's beginning on one line."""
    line = " ".join(text.split(maxsplit=size + 1))
    return line if len(line) <= size else line[: size - 1] + "…"
