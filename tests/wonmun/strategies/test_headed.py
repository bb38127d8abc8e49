"""What the page's own head says of a phrase's places: a term that begins one of its words, where one term it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from wonmun.strategies.own.headed import headed
from wonmun.strategies.weighed.decide import HEADED, HEADED_FEW, SURELY_ONE, Judgement, Limits, chosen

if TYPE_CHECKING:
    from collections.abc import Sequence

NEVER = Limits((99.0,) * 4, (99.0,) * 4)


def judged(two: float, places: Sequence[float], *, possible: bool = True) -> Judgement:
    count = len(places)
    return Judgement(np.zeros(count, int), two, np.array(places), np.zeros(count, int), possible)


@pytest.mark.parametrize(
    ("two", "likely", "headed", "found"),
    [
        (SURELY_ONE, HEADED, {0}, 0),
        (SURELY_ONE, HEADED - 0.1, {0}, -1),
        (SURELY_ONE + 0.1, HEADED, {0}, -1),
        (SURELY_ONE, HEADED, {1}, -1),
        (SURELY_ONE, HEADED, set(), -1),
    ],
)
def test_a_term_that_the_head_speaks_for(two: float, likely: float, headed: set[int], found: int) -> None:
    assert chosen(judged(two, [likely] * 3), NEVER, frozenset(headed)).tolist() == [found] * 3


@pytest.mark.parametrize(("likely", "found"), [(HEADED_FEW, 0), (HEADED_FEW - 0.1, -1)])
def test_two_places_ask_for_more_than_a_word_of_the_head(likely: float, found: int) -> None:
    """Seen from outside in November 2026: 설비 twice for 여수, both of which the title named."""
    assert chosen(judged(SURELY_ONE, [likely] * 2), NEVER, frozenset({0})).tolist() == [found] * 2


def test_no_term_of_the_head_where_no_single_one_fits_the_particles() -> None:
    assert chosen(judged(SURELY_ONE, [5.0], possible=False), NEVER, frozenset({0})).tolist() == [-1]


@pytest.mark.parametrize(
    ("head", "rest", "places", "said"),
    [
        ("사람을 빌려주는 도서관", "이야기를 주민에게서 들었다", 6, True),
        ("사람을 빌려주는 도서관", "이야기를 사람에게서 들었다", 6, False),
        ("사람을 빌려주는 도서관", "이야기를 사람에게서 들었다", 2, True),
        ("옛사람을 만나는 도서관", "이야기를 주민에게서 들었다", 2, False),
    ],
)
def test_a_head_speaks_for_what_the_article_has_lost(head: str, rest: str, places: int, *, said: bool) -> None:
    """At many places 사람 was put in for a longer word: the article had it, and so had its title."""
    assert headed("사람", ["소식", head], rest, places) is said
