"""What title, description and address keep of the genuine text where the body has a phrase; they speak for a finding.

Spammers rewrite the body and often the title; the description, the publisher's JSON-LD and the address they forget.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from wonmun.sights.sight import own_sites, site_of

if TYPE_CHECKING:
    from wonmun.model import Page, Span

_TITLES = ("title", "og:title", "ld:headline", "twitter:title")
_TOLD = ("og:description", "twitter:description", "ld:description", "ld:articleBody")
_WORD = re.compile(r"[^\W_]+")
_SLUG = re.compile(r"[^\W\d_a-zA-Z]{2,}")
_CONTEXT = 6
"""Characters on each side that a description must have in common with the body."""
_LONGEST = 24
"""Characters that may stand in the phrase's place there."""
_PLACES = 8
"""Occurrences that are looked at."""
_SPOKEN = 3
"""Words that an address must have before it says anything."""


def titles(page: Page) -> list[str]:
    """All that the page gives as its title."""
    return [page.slice(s) for s in page.of("title")] + [value for key, value in page.head if key in _TITLES]


def odd_title(page: Page, phrase: str) -> str:
    """A sentence where one title holds the phrase and another is the same but for it; "" where none is."""
    with_it = [t for t in titles(page) if phrase in t]
    without = [t for t in titles(page) if phrase not in t]
    for title in with_it:
        rest = _WORD.findall(title.replace(phrase, " "))
        for other in without:
            words = set(_WORD.findall(other))
            if rest and sum(w in words for w in rest) >= 0.7 * len(rest):
                return f"one title of the page has '{phrase}' where another has '{other}'"
    return ""


def odd_description(page: Page, phrase: str) -> str:
    """A sentence where the description repeats a place of the body with something else in the phrase's stead."""
    told = [page.slice(s) for s in page.of("meta")] + [v for k, v in page.head if k in _TOLD]
    told = [" ".join(t.split()) for t in told if phrase not in t]
    if not told:
        return ""
    for line in (" ".join(page.slice(s).split()) for s in page.of("text")):
        for match in list(re.finditer(re.escape(phrase), line))[:_PLACES]:
            if there := _told_instead(line, match.span(), told):
                return f"the description has '{there}' where the text has '{phrase}'"
    return ""


def _told_instead(line: str, span: Span, told: list[str]) -> str:
    """What stands between the same words in a description; the word before may be part of what was put there."""
    start, end = span
    right = line[end : end + _CONTEXT]
    for first in (start, line.rfind(" ", 0, max(0, start - 1)) + 1):
        left = line[max(0, first - _CONTEXT) : first]
        if len(right) < _CONTEXT:
            break
        edge = "" if len(left) == _CONTEXT else "^"
        pattern = re.compile(f"{edge}{re.escape(left)}(.{{0,{_LONGEST}}}?){re.escape(right)}")
        for text in told:
            if there := pattern.search(text):
                return there.group(1).strip() or "nothing"
    return ""


def slug_words(page: Page) -> list[str]:
    """The words of the longest part of the address's path, where it is written in the page's own script."""
    try:
        path = unquote(urlsplit(page.url or "").path)
    except ValueError:
        return []
    return _SLUG.findall(max(path.split("/"), key=len))


def odd_slug(page: Page, phrase: str) -> str:
    """A sentence where the address tells the article's words, and one that the text lacks, but not the phrase."""
    words = slug_words(page)
    if len(words) < _SPOKEN or any(w in words for w in _SLUG.findall(phrase)):
        return ""
    body = "\n".join(page.slice(s) for s in page.of("text"))
    lost = [w for w in words if not any(w[:k] in body for k in range(len(w), 1, -1))]
    if not lost or len(lost) > 0.4 * len(words):
        return ""
    return f"the page's address speaks of '{lost[0]}', its text of '{phrase}' instead"


def foreign_canonical(page: Page) -> str:
    """A sentence where the page says that its proper address is on another site; "" where it does not."""
    here = site_of(page.url or "")
    for key, value in page.head:
        there = site_of(value) if key == "canonical" else ""
        if here and there and there != here and own_sites(page):
            return f"the page says that its proper address is on {there}"
    return ""
