"""A head at odds with the body: a spam phrase in title or description that the page itself does not know."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from wonmun.phrases.headlines import headlines
from wonmun.phrases.runs import side_by_side
from wonmun.sights.clash import titles
from wonmun.sights.sight import Sight, spam_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.language.base import Language
    from wonmun.language.finder import Finder
    from wonmun.model import Page, Segment, Span

_TOPICS = 2
"""More topic words, or words of reports on crime beside one, and the title may well be about them."""
_NEAR = 3
"""Different words near its trade, with which a phrase in the head leaves a doubt."""
_SENTENCE = re.compile(r"[^\W\d_][”’\"')]?[.。．]")
_WORD = re.compile(r"[^\W_]+")
_FULL = 0.6
"""Share of spam words in two phrases of the head, title and description, that leaves no other title."""
_HEADING = 140
"""Characters of the longest heading."""
_REST = 3
"""Words of the title beside the phrase that the heading must have, too."""
_PARTED = re.compile(r"\s[^\w\s]+\s")
"""What sets a title's parts off: of 265 saved pages of other people four had words around such a mark that the page
shows nowhere (`Blog | Managing …`), all genuine."""


def look(page: Page, speech: Language) -> list[Sight]:
    """Find what title or description hold and the article, about other things, holds nowhere: spam, or words put in.

    Without a spam word it is suspicious only, where the page's own heading is the title but for these words.
    """
    body = "\n".join(page.slice(s) for s in page.of("text") if s.article)
    body += "".join("\n" + page.slice(s) for s in headlines(page, spaced=speech.spaced)) if body else ""
    if not page.html or not body:
        return []
    found: dict[str, list[Span]] = {}
    for start, end in [*_told(page, speech), *_added(page)]:
        phrase = page.text[start:end]
        if phrase not in body:
            found.setdefault(phrase, []).append((start, end))
    told = [title for title in titles(page) if title] + _headings(page)
    swapped = sum(spam_of(phrase, speech).share >= _FULL for phrase in found) > 1 and not spam_of(body, speech).strong
    sights = []
    for phrase, spans in found.items():
        strong = spam_of(phrase, speech).strong > 0
        if any(phrase != other and phrase in other for other in found) or not (strong or _put_before(page, spans[0])):
            continue
        clean = [t for t in told if not _holds(t, phrase, speech) and _same(page, spans[0], t)]
        if (not strong and not any(_within(page, spans[0], t) for t in clean)) or spoken_of(phrase, body, speech):
            continue
        reason = f"'{phrase}' stands in the page's head, and the article says nothing of it"
        if clean:
            reason += f"; elsewhere the page gives the title as '{clean[0]}'"
        sure = strong and (bool(clean) or len(spans) >= 3 or swapped) and not _near(phrase, body, speech)
        sights.append(Sight("insertion", tuple(spans), phrase, reason, sure))
    return sights


def _holds(title: str, phrase: str, speech: Language) -> bool:
    """Whether another title has the phrase or its word of spam, too: a shop says in two ways what it sells."""
    low = title.lower()
    return phrase in title or any(word.lower() in low for word in speech.lexicon.strong_pattern.findall(phrase))


def _near(phrase: str, body: str, speech: Language) -> bool:
    """The article has no sentence, or outside of Korean several words near the phrase's trade: the trade's own page."""
    return not _SENTENCE.search(body) or len(speech.lexicon.kindred(phrase, body) or ()) >= _NEAR


def spoken_of(phrase: str, body: str, speech: Language) -> bool:
    """The article is about the phrase's subject: several topic words of it, or one among words of crime reports."""
    lexicon = speech.lexicon
    topics = lexicon.same_theme(phrase, _words_of(body, lexicon.topic_pattern))
    reports = _words_of(body, lexicon.report_pattern)
    return bool(topics) and len(topics | reports) > _TOPICS


@lru_cache(4)
def _words_of(body: str, pattern: Finder) -> frozenset[str]:
    """Which words of a list an article holds: asked for each phrase of its head."""
    return frozenset(word.lower() for word in pattern.findall(body))


def _within(page: Page, span: Span, other: str) -> bool:
    """Nearly all words of the other title stand in this one: a heading, no first paragraph that says the same."""
    segment = next(s for s in page.of("title", "meta") if s.start <= span[0] < s.end)
    words, mine = _WORD.findall(other), set(_WORD.findall(page.slice(segment)))
    return len(words) >= _REST and sum(w in mine for w in words) >= 0.8 * len(words)


def _put_before(page: Page, span: Span) -> bool:
    """Two words or more, with only a space between them and the rest of the title: no column, no site's name."""
    segment = next(s for s in page.of("title", "meta") if s.start <= span[0] < s.end)
    before, after = page.text[segment.start : span[0]].rstrip(" "), page.text[span[1] : segment.end].lstrip(" ")
    joined = all(not side or side[0 if side is after else -1].isalnum() for side in (before, after))
    phrase = page.text[slice(*span)]
    return " " in phrase and not _PARTED.search(phrase) and joined


def _headings(page: Page) -> list[str]:
    """Short lines that the page shows: one of them is its heading."""
    return [text for s in page.of("text") if len(text := page.slice(s)) <= _HEADING]


def _same(page: Page, span: Span, other: str) -> bool:
    """Whether the rest of the title (or description) around a phrase stands in another one, too."""
    segment = next(s for s in page.of("title", "meta") if s.start <= span[0] < s.end)
    rest = _WORD.findall(page.text[segment.start : span[0]] + " " + page.text[span[1] : segment.end])
    words = set(_WORD.findall(other))
    return len(rest) >= _REST and sum(w in words for w in rest) >= 0.6 * min(len(rest), max(_REST, len(words)))


def _added(page: Page) -> Iterator[Span]:
    """Yield runs of words in the title that the page shows nowhere."""
    shown = "\n".join(page.slice(s) for s in page.of("text", "link"))
    for segment in page.of("title"):
        run: Span | None = None
        for match in [*_WORD.finditer(page.slice(segment)), None]:
            if match and not any(match.group()[:k] in shown for k in range(len(match.group()), 1, -1)):
                run = (run[0] if run else match.start(), match.end())
                continue
            if run:
                yield segment.start + run[0], segment.start + run[1]
            run = None


def _told(page: Page, speech: Language) -> Iterator[Span]:
    """Runs of spam words in title and description."""
    for segment in page.of("title", "meta"):
        yield from runs(page, segment, speech)


def runs(page: Page, segment: Segment, speech: Language) -> Iterator[Span]:
    """Runs of spam words in a segment, a strong one with a word that searches end in among them."""
    text = page.slice(segment)
    for spans in side_by_side(text, speech.lexicon):
        start, end = spans[0][0], spans[-1][1]
        if _telling(text[start:end], speech):
            yield segment.start + start, segment.start + end


def _telling(run: str, speech: Language) -> bool:
    words = speech.lexicon.any_pattern.findall(run)
    return len(words) >= 2 and spam_of(run, speech).strong >= 1
