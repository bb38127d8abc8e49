"""A term of an event's coverage is less sure where no place attests it, one paper knows it or two terms are open."""

from __future__ import annotations

import numpy as np

from tests.wonmun.strategies.test_page_itself import grouped
from wonmun.strategies.weighed.doubts import doubts, unsettled
from wonmun.strategies.weighed.facts import AT_PLACE, OF_PAGE, Facts

PHRASE = "골드문 바카라"
NAMES = ("안전줄", "작업줄", "외벽")
OPEN = 0.0
"""Logit of two terms at which it may be two."""
PAGE = f"청소원은 {PHRASE}을 맸다. 사람들은 {PHRASE}이 끊어졌다고 했다. 건물은 높다. 조사는 내년까지 이어진다."


def facts(deep: float = 6.0, second: float = 0.3) -> Facts:
    """`deep`: letters in common at the second place; `second`: how near the second paper is."""
    of_page = np.zeros((len(NAMES), len(OF_PAGE)))
    found = grouped(PAGE, PHRASE)
    at_place = np.zeros((len(NAMES), len(found.slots), len(AT_PLACE)))
    at_place[:, 1, AT_PLACE.index("deep")] = deep
    return Facts(found, NAMES, at_place, of_page, (0.4, second, 0.0, 1.4))


def test_a_term_that_no_place_attests_is_less_sure_at_all_of_them() -> None:
    assert doubts(facts(deep=3.0), np.array([2, 2]), OPEN).tolist() == [1.0, 1.0]
    assert doubts(facts(deep=6.0), np.array([2, 1]), OPEN).tolist() == [1.0, 0.0]


def test_what_one_paper_alone_says_elsewhere_than_between_such_letters_is_less_sure() -> None:
    """갈매기 for 꽁치: the one article near was about gulls."""
    lone = facts(second=0.05)
    assert doubts(lone, np.array([2, 2]), OPEN).tolist() == [0.8, 0.8]
    lone.at_place[2, 1, AT_PLACE.index("both")] = 0.7
    assert doubts(lone, np.array([2, 2]), OPEN).tolist() == [0.0, 0.0]


def test_places_of_one_term_speak_for_each_other() -> None:
    assert doubts(facts(deep=3.0, second=0.05), np.array([2, 2]), -3.0).tolist() == [0.9, 0.9]


def test_what_two_terms_leave_open_at_a_place_is_less_sure() -> None:
    """Of one term it is not asked: there the shares say how likely it is that coverage knows it."""
    share = np.array([0.95, 0.85])
    assert unsettled(share, -1.9).tolist() == [0.0, 1.0]
    assert unsettled(share, -2.0).tolist() == [0.0, 0.0]
