"""A head at odds with the body or with itself: a spam phrase in the title that the article does not know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.sights.sight import Sight, own_sites, site_of, spam_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.language.base import Language
    from wonmun.model import Page, Span

_TITLES = ("title", "og:title", "ld:headline", "twitter:title")
_TOPICS = 2
"""More topic words, or words of reports on crime beside one, and the title may well be about them."""
_WORD = re.compile(r"[^\W_]+")


def look(page: Page, speech: Language) -> list[Sight]:
    """Find runs of spam words in title or description that the article, about other things, holds nowhere."""
    if not page.html:
        return []
    body = "\n".join(page.slice(s) for s in page.of("text") if s.article)
    topics = {m.lower() for m in speech.lexicon.topic_pattern.findall(body)}
    reports = {m.lower() for m in speech.lexicon.report_pattern.findall(body)}
    if not body or (topics and len(topics | reports) > _TOPICS):
        return []
    found: dict[str, list[Span]] = {}
    for start, end in _runs(page, speech):
        phrase = page.text[start:end]
        if phrase not in body:
            found.setdefault(phrase, []).append((start, end))
    told = [title for title in titles(page) if title]
    sights = []
    for phrase, spans in found.items():
        clean = [t for t in told if phrase not in t]
        reason = f"'{phrase}' stands in the page's head, and the article says nothing of it"
        if clean:
            reason += f"; elsewhere the head gives the title as '{clean[0]}'"
        sights.append(Sight("insertion", tuple(spans), phrase, reason, bool(clean) or len(spans) >= 3))
    return sights


def titles(page: Page) -> list[str]:
    """All that the page gives as its title."""
    return [page.slice(s) for s in page.of("title")] + [value for key, value in page.head if key in _TITLES]


def _runs(page: Page, speech: Language) -> Iterator[Span]:
    """Runs of spam words, a strong one with a word that searches end in among them, in title and description."""
    lexicon = speech.lexicon
    for segment in page.of("title", "meta"):
        run: Span | None = None
        text = page.slice(segment)
        spans = [m.span() for m in lexicon.any_pattern.finditer(text)] + [(len(text) + 9, len(text) + 9)]
        for start, end in spans:
            if run and text[run[1] : start].strip() == "" and start - run[1] <= 1:
                run = (run[0], end)
                continue
            if run and _telling(text[run[0] : run[1]], speech):
                yield segment.start + run[0], segment.start + run[1]
            run = (start, end)


def _telling(run: str, speech: Language) -> bool:
    words = speech.lexicon.any_pattern.findall(run)
    return len(words) >= 2 and spam_of(run, speech).strong >= 1


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


def foreign_canonical(page: Page) -> str:
    """A sentence where the page says that its proper address is on another site; "" where it does not."""
    here = site_of(page.url or "")
    for key, value in page.head:
        there = site_of(value) if key == "canonical" else ""
        if here and there and there != here and own_sites(page):
            return f"the page says that its proper address is on {there}"
    return ""
