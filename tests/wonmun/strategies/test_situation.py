"""Papers that tell an event in the same words: less certainty is enough there."""

from __future__ import annotations

import numpy as np

from tests.wonmun.comparing.test_retold import OURS, THEIRS
from tests.wonmun.written import MUSEUM, PORT
from wonmun.strategies.places.situation import closely
from wonmun.strategies.weighed.decide import CLOSELY, Judgement, Limits, chosen


def test_reports_that_share_a_statement_are_close_and_others_are_not() -> None:
    assert closely(OURS, [MUSEUM, THEIRS])
    assert not closely(OURS, [MUSEUM, PORT])


def test_what_stands_beyond_the_nearest_articles_says_nothing() -> None:
    assert not closely(OURS, [MUSEUM] * 5 + [THEIRS])


def test_less_is_enough_for_a_place_beside_them_and_no_less_for_all_places_at_once() -> None:
    limits = Limits((1.8,) * 4, (2.2, 2.2, 2.2, 0.5), 0.8)
    one = Judgement(np.array([0, 0]), -3.0, np.array([1.1, 0.9]), np.array([1, 1]), possible=True)
    two = Judgement(np.array([0, 1]), 1.0, np.array([1.7, 1.1]), np.array([1, 1]), possible=True)
    assert limits.at_most(*CLOSELY) == Limits((1.0,) * 4, (1.6, 1.6, 1.6, 0.5), 0.8)
    assert [chosen(j, limits).tolist() for j in (one, two)] == [[-1, -1], [-1, -1]]
    assert [chosen(j, limits.at_most(*CLOSELY)).tolist() for j in (one, two)] == [[0, -1], [0, -1]]
