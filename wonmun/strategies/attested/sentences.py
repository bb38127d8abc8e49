"""What sentences of related coverage that say nearly the same have: the share of them that hold each candidate."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.particles import stems
from wonmun.strategies.places.likeness import rarity
from wonmun.strategies.places.slots import MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.places.corpus import Corpus
    from wonmun.strategies.places.slots import Slot

_END = re.compile(r"[.?!][\"'”’]?\s+")
_SHORTEST = 12
_KEPT = 20
_SEARCHED = 60
"""Articles whose sentences are looked through, the nearest ones."""


@lru_cache(maxsize=4 * _SEARCHED)
def _sentences(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((s, frozenset(w for w in stems(s) if len(w) >= 2)) for s in _END.split(text) if len(s) >= _SHORTEST)


def said(slots: Sequence[Slot], terms: Sequence[str], corpus: Corpus) -> Numbers:
    """Give terms × places: the share (0..1), weighted by likeness, of the likest sentences that hold the term."""
    known = [pair for text in corpus.texts[:_SEARCHED] for pair in _sentences(text)]
    postings: dict[str, list[int]] = defaultdict(list)
    for number, (_, words) in enumerate(known):
        for word in words:
            postings[word].append(number)
    out = np.zeros((len(terms), len(slots)))
    seen: dict[tuple[int, int], Numbers] = {}
    ends = [m.end() for m in _END.finditer(corpus.page)]
    for column, slot in enumerate(slots):
        if not 0 <= slot.at < len(corpus.page):
            continue
        start = max((e for e in ends if e <= slot.at), default=0)
        end = min((e for e in ends if e > slot.at), default=len(corpus.page))
        if (start, end) not in seen:
            near = _nearest(corpus.page[start:end].replace(MARK, " "), known, postings)
            seen[start, end] = _shares(near, terms)
        out[:, column] = seen[start, end]
    return out


def _nearest(
    sentence: str, known: Sequence[tuple[str, frozenset[str]]], postings: dict[str, list[int]]
) -> list[tuple[float, str]]:
    scores: Counter[int] = Counter()
    for word in {w for w in stems(sentence) if len(w) >= 2}:
        weight = max(0.1, rarity(word)) ** 2
        for number in postings.get(word, ()):
            scores[number] += weight  # type: ignore[assignment] # Counter is typed for whole numbers only
    likeness = [(score / sqrt(len(known[n][1]) + 4), known[n][0]) for n, score in scores.most_common(60)]
    return sorted(likeness, reverse=True)[:_KEPT]


def _shares(near: Sequence[tuple[float, str]], terms: Sequence[str]) -> Numbers:
    total = sum(weight for weight, _ in near) or 1.0
    return np.array([sum(weight for weight, text in near if term in text) / total for term in terms])
