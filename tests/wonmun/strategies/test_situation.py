"""Coverage of the event: less certainty is enough there, but not for a term that the page has elsewhere."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import numpy as np

from wonmun.strategies.weighed.decide import EVENT, Judgement, Limits, agreed, chosen

LIMITS = Limits((1.8,) * 4, (2.2, 2.2, 2.2, 0.5), 0.8)


def test_less_is_enough_for_a_place_and_no_less_for_all_places_at_once() -> None:
    two = Judgement(np.array([0, 1]), 1.0, np.array([0.9, 0.7]), np.array([1, 1]), possible=True)
    here = LIMITS.at_most(inf, EVENT)
    assert here == Limits((1.8,) * 4, (0.8, 0.8, 0.8, 0.5), 0.8)
    assert [chosen(two, limits).tolist() for limits in (LIMITS, here)] == [[-1, -1], [0, -1]]


def test_a_term_that_the_page_has_elsewhere_is_not_put_in_for_being_likeliest_everywhere() -> None:
    """Seen from outside in November 2026: the patients of a virus in its place, three times on three copies."""
    all_alike = Judgement(np.zeros(3, int), -6.0, np.full(3, 0.9), np.zeros(3, int), possible=True)
    spared = replace(all_alike, spared=frozenset({0}))
    assert agreed(all_alike, LIMITS)
    assert not agreed(spared, LIMITS)
    assert [chosen(j, LIMITS).tolist() for j in (all_alike, spared)] == [[0, 0, 0], [-1, -1, -1]]
