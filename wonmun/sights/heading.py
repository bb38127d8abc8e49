"""Lines that a doorway puts above an article which it leaves as it is: searches in the heading's columns, in a list.

`Bridge reopened_slots for free_code` twice, each time with another search; `NO.1: …`, `NO.2: …`; a row of searches for
one thing. Nobody's heading stands twice with another middle, and no article is silent on what its heading lists.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from wonmun.alike import shared_start
from wonmun.language.base import GLUED
from wonmun.sights.sight import Sight, quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wonmun.language.base import Language
    from wonmun.model import Page, Segment, Span

LINES, LONGEST = 8, 140
"""Lines of a page's beginning that are looked at, and characters of a heading."""
BELOW = 120
"""Characters of text below a heading from which on its silence says something."""
TWICE, ENTRIES, PIECES = 2, 3, 5
"""Searches behind a title, entries of a list, and pieces of a row, that there must be."""
COMMON = 2
"""Letters that the searches of a list have in common at least."""
MOSTLY = 0.8
"""Share of a row's pieces that must be searches."""
_COLUMNS = re.compile(
    r"(?P<title>[^_]{6,}?)(?P<added>\s*_\s*(?P<phrase>[^_\n]{2,60}?)\s*_\s*(?P<site>[^\s_]{2,20}))\s*$"
)
_CODE = re.compile("[a-z][a-z0-9]+")
"""What stands for a site whose searches need no word of spam; a paper's sections stand before its name."""
_RANKED = re.compile(r"\s*(?:NO|TOP)\s?[.．]?\s?\d{1,2}\s?[:.：)]\s*(?P<phrase>\S.{1,60}?)\s*$", re.IGNORECASE)
_DATED = re.compile(r"(?P<phrase>.{2,40}?)\s[-–|:]\s(?:\d{4}년 )?(?:실시간|최신) (?:업데이트|정보)\s*$")
_STOPS, _WORD = frozenset(",.\"”’'?!"), re.compile(r"\w")
"""What ends a clause before a search that was put in, and what stands behind it without a blank."""
_PIECE = re.compile(r"[^,，、|/\n]+")


class _Heading(NamedTuple):
    """A line above the article with a search in it."""

    phrase: str
    span: Span


def look(page: Page, speech: Language) -> list[Sight]:
    """Find them at the head of a page or of a plain text."""
    lines = _first(page)
    return [*_columns(page, speech), *_listed(page, lines, speech), *_row(page, lines, speech)]


def _first(page: Page) -> list[Segment]:
    """The title and the first lines that the page shows, in order."""
    shown = [*page.of("title"), *(s for s in page.of("text") if s.article)]
    return sorted(shown[: LINES + 1], key=lambda s: s.start)


def _columns(page: Page, speech: Language) -> Iterator[Sight]:
    """One title twice, between it and the site another search each time; a page tells its title oftener than that."""
    told = [s for s in page.of("title", "meta", "text") if s.end - s.start <= LONGEST] if "_" in page.text else []
    found = [(m, s.start) for s in told if (m := _COLUMNS.fullmatch(page.slice(s)))]
    same = {(m["title"].strip(), m["site"]) for m, _ in found}
    phrases = list(dict.fromkeys(m["phrase"] for m, _ in found))
    if len(same) != 1 or len(phrases) != TWICE:  # none, or a list of goods
        return
    site = found[0][0]["site"]
    spam = any(map(speech.lexicon.phrase_strong.search, phrases))
    if not spam and not (_CODE.fullmatch(site) and all(" " in phrase for phrase in phrases)):
        return
    reason = f"the title stands there twice, with '{quote(phrases[0])}' behind it and with '{quote(phrases[1])}'"
    others = [(m, s.start) for s in page.of("link") if (m := _COLUMNS.fullmatch(page.slice(s))) and m["site"] == site]
    for match, start in [*found, *others]:
        span = start + match.start("added"), start + match.end("added")
        yield Sight("insertion", (span,), match["phrase"], reason, sure=True, added=True)


def _listed(page: Page, lines: Sequence[Segment], speech: Language) -> Iterator[Sight]:
    """A list of searches, or one with the date of its last change, of which the text below says nothing."""
    ranked = [_heading(page, s, _RANKED) for s in lines]
    first = next((n for n, found in enumerate(ranked) if found), len(ranked))
    entries = [found for found in takewhile(lambda found: found is not None, ranked[first:]) if found]
    if 0 < len(entries) < ENTRIES and _glued_in(page, entries[0], speech):
        reason = f"'{entries[0].phrase}' stands above the article, and within it between a comma and the next word"
        for entry in entries:
            yield Sight("insertion", (entry.span,), entry.phrase, reason, sure=True, added=True)
        yield from _below(page, entries, reason)
        return
    dated = [found for s in lines[:2] if (found := _heading(page, s, _DATED))]
    for headings in ([entries] if len(entries) >= ENTRIES else []) + [[one] for one in dated]:
        word = _spam_in_all([h.phrase for h in headings], speech)
        if not word or not _silent(page, headings, word, speech):
            continue
        reason = f"'{headings[0].phrase}' stands above the article, which says nothing of it"
        for heading in headings:
            yield Sight("insertion", (heading.span,), heading.phrase, reason, sure=True, added=True)
        yield from _below(page, headings, reason)


def _glued_in(page: Page, heading: _Heading, speech: Language) -> bool:
    """Whether the search was put between a comma or a stop and the next word, without a blank on either side.

    A search with a strong word of spam may have one behind it.
    """
    place = re.compile(rf"(?<=[,.])(?:{_any_order(heading.phrase)})(?P<rest> ?\w+)")
    below = (page.text[s.start : s.end] for s in page.of("text") if s.article and s.start >= heading.span[1])
    strong = speech.lexicon.phrase_strong.search(heading.phrase) is not None
    rests = (m["rest"] for text in below for m in place.finditer(text))
    return any(strong if rest.startswith(" ") else speech.tail(rest).kind == GLUED for rest in rests)


def _below(page: Page, headings: Sequence[_Heading], reason: str) -> Iterator[Sight]:
    """The same searches within the article, put there, too: between a clause's end and the next word for certain."""
    search = re.compile("|".join(sorted({_any_order(h.phrase) for h in headings}, key=len, reverse=True)))
    shown = [(s.start, s.end) for s in page.of("text") if s.article and s.start >= headings[-1].span[1]]
    inside = [m.span() for a, b in shown for m in search.finditer(page.text, a, b)]
    glued = tuple(span for span in inside if page.text[span[0] - 1] in _STOPS and _WORD.match(page.text, span[1]))
    others = tuple(span for span in inside if span not in glued)
    for spans in filter(None, (glued, others)):
        yield Sight("insertion", spans, page.text[slice(*spans[0])], reason, sure=True, added=spans is glued)


def _any_order(phrase: str) -> str:
    """A pattern of a search that may begin with any of its words, and go round: `뉴욕 호텔`, `호텔 뉴욕`."""
    words = phrase.split(" ")
    return "|".join(re.escape(" ".join(words[n:] + words[:n])) for n in range(len(words)))


def _heading(page: Page, segment: Segment, pattern: re.Pattern[str]) -> _Heading | None:
    match = pattern.fullmatch(page.slice(segment)) if segment.end - segment.start <= LONGEST else None
    return _Heading(match["phrase"], (segment.start, segment.end)) if match else None


def _spam_in_all(phrases: Sequence[str], speech: Language) -> str:
    """A word of spam that all of them hold but one, a strong one where there are few; "" for none."""
    lexicon = speech.lexicon
    words = {m.group() for phrase in phrases for m in lexicon.phrase_any.finditer(phrase)} - lexicon.query
    found = [w for w in words if sum(w in phrase for phrase in phrases) >= max(1, len(phrases) - 1)]
    strong = [w for w in found if lexicon.phrase_strong.search(w)]
    return next(iter(sorted(strong or (found if len(phrases) >= ENTRIES else []))), "")


def _row(page: Page, lines: Sequence[Segment], speech: Language) -> Iterator[Sight]:
    """A row of searches for one thing."""
    for segment in lines[:2]:
        pieces = [piece.strip() for piece in _PIECE.findall(page.slice(segment)) if piece.strip()]
        if len(pieces) < PIECES or max(map(len, pieces)) > LONGEST // 4:
            continue
        searched = [piece for piece in pieces if len(speech.lexicon.any_pattern.findall(piece)) > 1]
        stem = shared_start(pieces).strip()
        heading = _Heading(stem, (segment.start, segment.end))
        if len(stem) < COMMON or len(searched) < MOSTLY * len(pieces) or not _silent(page, [heading], stem, speech):
            continue
        reason = f"a row of searches for '{stem}' stands above the article, which says nothing of it"
        yield Sight("insertion", (heading.span,), quote(page.slice(segment)), reason, sure=True, added=True)


def _silent(page: Page, headings: Sequence[_Heading], word: str, speech: Language) -> bool:
    """Whether the text below is long enough and has neither the searches' word nor any of their trade."""
    end = max(h.span[1] for h in headings)
    below = "\n".join(page.slice(s) for s in page.of("text") if s.article and s.start >= end)
    for heading in sorted(headings, key=lambda h: -len(h.phrase)):
        below = below.replace(heading.phrase, " ")
    if len(below) < BELOW:
        return False
    told = speech.lexicon.topic_pattern.findall(below)
    return word not in below and not any(speech.lexicon.same_theme(h.phrase, told) for h in headings)
