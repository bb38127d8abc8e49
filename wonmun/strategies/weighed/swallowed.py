"""A term that coverage says mostly within a longer word which the page lacks: that one may stand behind the phrase."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.places.slots import Group
    from wonmun.strategies.weighed.facts import Facts

_MOSTLY = 0.5
"""How often the longer word is expected for each time that the term is. Seen from outside in November 2026: 6 of 14
wrong words were 행성 for 외계행성 and another term; of copies for fitting 3 right and 3 wrong ones are held back."""
_READING, _ENOUGH = -3.0, 0.25
"""How far behind the term the longer word may read at the term's places, in the mean, where it is enough that it is
expected so often: of copies of 12 sets 4 right ones and 8 wrong ones are held back (출산율 for 합계출산율); those of
others read 3.5 worse and more."""
_CERTAIN = 2.0
"""Mean logit at its places of the one term behind a phrase from which on no longer word is thought of: 경기 at seven
places, where 홈경기 stood in the coverage, too. Of four such terms on open events, at 17 places, none was wrong."""


def swallowed(facts: Facts, terms: Iterable[int]) -> frozenset[int]:
    """Name those of the terms that are mostly said within a longer one, whose rest stands beside no place.

    Where that rest stands (외계[X]), it was the term that was replaced, in the longer word too.
    """
    return frozenset(t for t in terms if any(not _rest_stands(facts, t, w) for w in _longer(facts, t)))


def unsure(tops: Numbers, places: Numbers) -> list[int]:
    """Give those of the likeliest terms, where one surely stands behind all places, that may be part of a longer one.

    `tops`: the likeliest term of each place, whose logits `places` are.

    >>> unsure(np.array([4, 4, 7]), np.array([2.5, 1.7, 1.9]))
    [7]
    """
    return [t for t in np.unique(tops).tolist() if places[tops == t].mean() < _CERTAIN]


def _longer(facts: Facts, term: int) -> list[int]:
    """Number the candidates that hold the term, are expected as often or read as well, and are not in the page."""
    name, expected, reads = facts.terms[term], facts.page("expected_log"), facts.place("reads").mean(1)
    return [
        number
        for number, word in enumerate(facts.terms)
        if number != term
        and name in word
        and exp(float(expected[number] - expected[term]))
        >= (_ENOUGH if reads[number] >= reads[term] + _READING else _MOSTLY)
        and word not in facts.group.rest
    ]


def _rest_stands(facts: Facts, term: int, longer: int) -> bool:
    before, _, after = facts.terms[longer].partition(facts.terms[term])
    return _stands(facts.group, before, after)


def _stands(group: Group, before: str, after: str) -> bool:
    return any(s.left.endswith(before) and s.right.startswith(after) for s in group.slots)
