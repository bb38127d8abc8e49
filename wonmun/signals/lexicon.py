"""Spam words in the phrase, and whether the page, right around it or anywhere, is about such things."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import numpy as np

from wonmun.phrases.searches import others

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.language.finder import Finder
    from wonmun.language.lexicon import Lexicon
    from wonmun.phrases.occurrences import Occurrences

NAMES = (
    "strong", "spam_share", "spam_words", "searched", "query_share", "query_tail",
    "topic_words", "topic_near", "report_near", "strong_topic", "strong_elsewhere",
    "echo",
)  # fmt: skip
"""Holds a strong word · share of its letters in lexicon words · how many of those (≤ 4) · a strong one with a
word that
searches end in · share of such words (without spaces: of its letters) · ends in one (without spaces: or begins with
one) · topic words elsewhere on the page (≤ 6; only where the
phrase holds a
spam word) · shares of places with a topic word and with a word of crime reports nearby · topic words where it holds a
strong word · strong words elsewhere (≤ 4) · log of how often its own strong words stand apart from it. What the page
is about counts by the share of places that are not odd in form: no report on gambling writes `했다. X경찰은`."""
ABOUT = slice(NAMES.index("topic_words"), len(NAMES))
NEAR = 50
"""Characters on either side."""


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name."""
    lexicon, text = occ.batch.view.language.lexicon, occ.batch.view.text
    table = np.zeros((occ.batch.size, len(NAMES)))
    found = {n: hits for n, hits in _found(lexicon, occ.batch.phrases).items() if _says(occ, n, hits)}
    if not found:  # before the whole text is searched
        return table
    topics = [(m.group(), m.start()) for m in lexicon.topic_pattern.finditer(text)]
    reports = [(m.group(), m.start()) for m in lexicon.report_pattern.finditer(text)]
    fair = 1 - occ.rate(occ.odd)
    for index, hits in found.items():
        table[index] = _row(occ, index, hits, (topics, reports))
    table[:, ABOUT] *= fair[:, None]
    return table


def _found(lexicon: Lexicon, phrases: list[str]) -> dict[int, list[str]]:
    """The words of the lexicon in phrases, by the phrase's number: all are searched at once, none goes over a break."""
    text = "\n".join(phrases)
    found: dict[int, list[str]] = {}
    for match in lexicon.phrase_any.finditer(text):
        found.setdefault(text.count("\n", 0, match.start()), []).append(match.group())
    return found


def _says(occ: Occurrences, index: int, hits: list[str]) -> bool:
    """Whether a candidate's words of the lexicon say anything: a word that searches add does beside others only."""
    phrase, spaced = occ.batch.phrases[index], occ.batch.view.language.spaced
    alone = " " not in phrase and (spaced or len(hits[0]) == len(phrase))
    return not alone or _telling(occ.batch.view.language.lexicon, hits)


def _telling(lexicon: Lexicon, hits: list[str]) -> bool:
    """Whether one of them is a word of spam."""
    return any(h.lower() in lexicon.strong or h.lower() in lexicon.weak for h in hits)


def _row(occ: Occurrences, index: int, hits: list[str], around: tuple[list[tuple[str, int]], ...]) -> tuple[float, ...]:
    """Measure one candidate that holds a lexicon word."""
    lexicon, phrase = occ.batch.view.language.lexicon, occ.batch.phrases[index]
    words = phrase.split(" ")
    telling, spaced = _telling(lexicon, hits), occ.batch.view.language.spaced
    queries = [h for h in hits if h.lower() in lexicon.query]
    asked = sum(w in lexicon.query for w in words) / len(words) if spaced else sum(map(len, queries)) / len(phrase)
    strong = bool(lexicon.phrase_strong.search(phrase))
    starts = occ.batch.spans(index).tolist()
    topics, reports = (_outside(starts, len(phrase), found) for found in around)
    for other in others(occ, index):
        topics = _outside(occ.batch.spans(other).tolist(), len(occ.batch.phrases[other]), topics)
    related = lexicon.same_theme(phrase, {w for w, _ in topics})
    topics = [(w, at) for w, at in topics if w in related]
    apart = {w for w, _ in topics}
    inside = {h for h in hits if h in lexicon.strong}
    return (
        strong,
        min(1.0, sum(map(len, hits)) / (len(phrase) - len(words) + 1)) if telling else 0.0,
        min(4, len(hits)) if telling else 0,
        strong and bool(queries),
        asked,
        any(words[-1].endswith(q) or (not spaced and phrase.startswith(q)) for q in queries),
        min(6, len(apart)) if telling else 0,
        _near(starts, len(phrase), topics) if telling else 0.0,
        _near(starts, len(phrase), reports) if telling else 0.0,
        min(6, len(apart)) * strong,
        min(4, sum(t in lexicon.strong for t in apart)),
        math.log1p(sum(w in inside for w, _ in topics)),
    )


def _outside(starts: list[int], size: int, found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Those that are no part of the phrase."""
    kept = []
    for word, at in found:
        before = bisect_right(starts, at) - 1
        if before < 0 or at >= starts[before] + size:
            kept.append((word, at))
    return kept


def _near(starts: list[int], size: int, found: list[tuple[str, int]]) -> float:
    """Share of the places that have one of the words nearby."""
    places = [at for _, at in found]
    hits = 0
    for start in starts:
        first = bisect_left(places, start - NEAR)
        hits += first < len(places) and places[first] < start + size + NEAR
    return hits / len(starts)


def pattern_of(occ: Occurrences) -> Finder:
    """The strong words of the text's language."""
    return occ.batch.view.language.lexicon.phrase_strong


def explain(occ: Occurrences, index: int) -> str:
    """Name the spam words."""
    found = pattern_of(occ).findall(occ.batch.phrases[index])
    return f"it holds {', '.join(repr(w) for w in dict.fromkeys(found))}, a word of search spam" if found else ""
