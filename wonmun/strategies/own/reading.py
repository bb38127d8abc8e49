"""How Korean reads with each candidate in its place: what Kiwi expects there, how the words score, what is akin.

Kiwi's language model predicts the noun that follows the words on the left, scores a reading of the words around
the place with a candidate in it, and knows which nouns are used alike. It needs no coverage.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.kiwi import kiwi

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.places.slots import Slot

_ASKED = 10
"""Different surroundings that predictions are asked for; a page's other places say the same again."""
_PREDICTED = 150
"""Morphemes that are asked for at each; some two thirds are nouns."""
_FLOOR = -14.0
"""Log probability below which a prediction says nothing."""
_NOUNS = frozenset({"NNG", "NNP", "SL"})
_WORDS_BEFORE = 4
OWN_SCORE = 0.8
"""Share of a candidate's own score that is taken off: rare words cost wherever they stand."""
_SAME = 0.9
"""Likeness of a noun to itself; what Kiwi lists and has not learnt gives none."""
_AKIN = 3
"""A candidate is as near to the page as to the nearest of its words, so many of them."""


@dataclass(frozen=True, slots=True)
class Wide:
    """In how many different surroundings candidates are read, and with how many words on either side."""

    places: int
    left: int
    right: int


NARROW = Wide(places=5, left=3, right=3)
"""For many candidates."""
THOROUGH = Wide(places=12, left=3, right=3)
"""For the candidates of an event that is covered: which of two terms stood at a place its own words say, not the mean
of others. Of the places on pages with more than five, in copies of events that the weights never saw, the likeliest
term is right at .73 so, at .69 with five."""


def expected(slots: Sequence[Slot]) -> list[dict[str, float]]:
    """Give, for each place, nouns that may follow what stands left, with log probability over the least that counts."""
    asked: dict[str, dict[str, float]] = {}
    out = []
    for slot in slots:
        before = " ".join(slot.left.rsplit(". ", 1)[-1].split(" ")[-_WORDS_BEFORE:]).strip()
        if before not in asked:
            asked[before] = dict(_next(before)) if len(before) >= 2 and len(asked) < _ASKED else {}
        out.append(asked[before])
    return out


@lru_cache(maxsize=512)
def _next(before: str) -> tuple[tuple[str, float], ...]:
    found: dict[str, float] = {}
    for m in kiwi().predict_next_morpheme(before, top_n=_PREDICTED):
        if m.tag in _NOUNS and len(m.form) >= 2 and m.score > _FLOOR:
            found.setdefault(m.form, m.score - _FLOOR)
    return tuple(found.items())


def readings(slots: Sequence[Slot], terms: Sequence[str], wide: Wide = NARROW) -> tuple[Numbers, Numbers]:
    """Score terms × places: log probability of the words around each place with the term, and without its own share.

    Places beyond the first few surroundings get the mean of those.
    """
    around: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, slot in enumerate(slots):
        left = " ".join(slot.left.split(" ")[-wide.left :])
        around[left, " ".join(slot.right.split(" ")[: wide.right])].append(number)
    step = max(1, len(around) // wide.places)
    scores = np.full((len(terms), len(slots)), np.nan)
    for left, right in list(around)[::step][: wide.places]:
        scores[:, around[left, right]] = [[_score(f"{left}{t}{right}".strip())] for t in terms]
    known = ~np.isnan(scores[0]) if len(terms) else np.zeros(len(slots), bool)
    scores[:, ~known] = scores[:, known].mean(1, keepdims=True)
    alone = np.array([[_alone(t)] for t in terms])
    return scores, scores - OWN_SCORE * alone


def surroundings(slots: Sequence[Slot], wide: Wide) -> list[tuple[str, str]]:
    """Give the words left and right of the places, different ones, from all over the page."""
    found = dict.fromkeys(
        (" ".join(s.left.split(" ")[-wide.left :]), " ".join(s.right.split(" ")[: wide.right])) for s in slots
    )
    step, every = max(1.0, len(found) / wide.places), list(found)
    return [every[int(n * step)] for n in range(min(wide.places, len(every)))]


def read_between(around: Sequence[tuple[str, str]], terms: Sequence[str]) -> Numbers:
    """Score terms × surroundings: log probability of the words around with the term."""
    found = [[_score(f"{left}{t}{right}".strip()) for left, right in around] for t in terms]
    return np.array(found).reshape(len(terms), len(around))


def read_alone(terms: Sequence[str]) -> Numbers:
    """Score terms by themselves."""
    return np.array([_alone(t) for t in terms])


@lru_cache(maxsize=4096)
def _score(text: str) -> float:
    return float(kiwi().analyze(text)[0][1])


@lru_cache(maxsize=16384)
def _alone(term: str) -> float:
    """Score a term, which many pages may ask about: kept apart from the surroundings that fill `_score`."""
    return _score(term)


def akin(terms: Sequence[str], words: Sequence[str]) -> Numbers:
    """Give how alike (-1..1) each term is to the page's words nearest to it; 0 where Kiwi knows no such noun."""
    known = [w for w in words if _known(w)]
    out = np.zeros(len(terms))
    for number, term in enumerate(terms):
        noun = term if _known(term) else next((term[i:] for i in range(1, len(term) - 1) if _known(term[i:])), "")
        if noun:
            near = sorted((_alike(noun, w) for w in known if w not in term and term not in w), reverse=True)[:_AKIN]
            out[number] = sum(near) / _AKIN
    return out


@lru_cache(maxsize=65536)
def _known(word: str) -> bool:
    """Say whether Kiwi knows how a noun is used; of some of its nouns it does not."""
    try:
        return bool(kiwi().morpheme_similarity(word, word) > _SAME)
    except ValueError:
        return False


@lru_cache(maxsize=65536)
def _alike(one: str, other: str) -> float:
    return float(kiwi().morpheme_similarity(one, other))
