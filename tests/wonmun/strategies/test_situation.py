"""Coverage of the event: less certainty is enough there, but not for a term that the page has elsewhere."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import numpy as np
import pytest

from tests.wonmun.comparing.test_retold import OURS, THEIRS
from tests.wonmun.written import MUSEUM
from wonmun.strategies.places.corpus import Corpus
from wonmun.strategies.places.situation import situation
from wonmun.strategies.weighed.decide import EVENT, Judgement, Limits, agreed, chosen

LIMITS = Limits((1.8,) * 4, (2.2, 2.2, 2.2, 0.5), 0.8, -4.0)


def test_less_is_enough_for_a_place_and_no_less_for_all_places_at_once() -> None:
    two = Judgement(np.array([0, 1]), 1.0, np.array([1.2, 1.0]), np.array([1, 1]), possible=True)
    here = LIMITS.at_most(inf, EVENT)
    assert here == Limits((1.8,) * 4, (1.1, 1.1, 1.1, 0.5), 0.8, -4.0)
    assert [chosen(two, limits).tolist() for limits in (LIMITS, here)] == [[-1, -1], [0, -1]]


def test_a_term_that_the_page_has_elsewhere_is_not_put_in_for_being_likeliest_everywhere() -> None:
    """Seen from outside in November 2026: the patients of a virus in its place, three times on three copies."""
    all_alike = Judgement(np.zeros(3, int), -6.0, np.full(3, 0.9), np.zeros(3, int), possible=True)
    spared = replace(all_alike, spared=frozenset({0}))
    assert agreed(all_alike, LIMITS)
    assert not agreed(spared, LIMITS)
    assert [chosen(j, LIMITS).tolist() for j in (all_alike, spared)] == [[0, 0, 0], [-1, -1, -1]]


@pytest.mark.parametrize(
    ("second", "nearness", "known"),
    [
        (THEIRS, (0.1, 0.09), "event"),
        (MUSEUM, (0.1, 0.09), "near"),
        (THEIRS, (0.1, 0.04), "near"),
        (THEIRS, (0.07, 0.09), "far"),
        (THEIRS, (0.2, 0.1), "event"),
    ],
)
def test_two_reports_on_one_event_cover_a_page_that_lacks_its_words(
    second: str, nearness: tuple[float, float], known: str
) -> None:
    """A phrase over two terms of a page takes what it had most in common with them."""
    corpus = Corpus("그날의 일이다.", (OURS, second), nearness)
    assert situation(corpus.known) == known
    assert corpus.known[0] == nearness[0]
