"""A head at odds with the body: a spam phrase in title or description that the page itself does not know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.sights.clash import titles
from wonmun.sights.sight import Sight, spam_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.language.base import Language
    from wonmun.model import Page, Span

_TOPICS = 2
"""More topic words, or words of reports on crime beside one, and the title may well be about them."""
_WORD = re.compile(r"[^\W_]+")
_HEADING = 140
"""Characters of the longest heading."""
_REST = 3
"""Words of the title beside the phrase that the heading must have, too."""


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
    for start, end in [*_runs(page, speech), *_added(page, speech)]:
        phrase = page.text[start:end]
        if phrase not in body:
            found.setdefault(phrase, []).append((start, end))
    found = {p: spans for p, spans in found.items() if not any(p != q and p in q for q in found)}
    told = [title for title in titles(page) if title] + _headings(page)
    sights = []
    for phrase, spans in found.items():
        clean = [t for t in told if phrase not in t and _same(page, spans[0], t)]
        reason = f"'{phrase}' stands in the page's head, and the article says nothing of it"
        if clean:
            reason += f"; elsewhere the page gives the title as '{clean[0]}'"
        sights.append(Sight("insertion", tuple(spans), phrase, reason, bool(clean) or len(spans) >= 3))
    return sights


def _headings(page: Page) -> list[str]:
    """Short lines that the page shows: one of them is its heading."""
    return [text for s in page.of("text") if len(text := page.slice(s)) <= _HEADING]


def _same(page: Page, span: Span, other: str) -> bool:
    """Whether the rest of the title (or description) around a phrase stands in another one, too."""
    segment = next(s for s in page.of("title", "meta") if s.start <= span[0] < s.end)
    rest = _WORD.findall(page.text[segment.start : span[0]] + " " + page.text[span[1] : segment.end])
    words = set(_WORD.findall(other))
    return len(rest) >= _REST and sum(w in words for w in rest) >= 0.6 * min(len(rest), max(_REST, len(words)))


def _added(page: Page, speech: Language) -> Iterator[Span]:
    """Yield runs of words in the title that the page shows nowhere, a strong spam word among them."""
    shown = "\n".join(page.slice(s) for s in page.of("text", "link"))
    for segment in page.of("title"):
        run: Span | None = None
        for match in [*_WORD.finditer(page.slice(segment)), None]:
            if match and not any(match.group()[:k] in shown for k in range(len(match.group()), 1, -1)):
                run = (run[0] if run else match.start(), match.end())
                continue
            if run and speech.lexicon.strong_pattern.search(page.slice(segment)[slice(*run)]):
                yield segment.start + run[0], segment.start + run[1]
            run = None


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
