"""A term that is mostly said within a longer word is not put in where the longer one may have stood."""

from __future__ import annotations

import numpy as np

from tests.wonmun.strategies.test_page_itself import grouped
from wonmun.strategies.weighed.facts import AT_PLACE, OF_PAGE, Facts
from wonmun.strategies.weighed.swallowed import swallowed, unsure

PHRASE = "골드문 바카라"
NAMES = ("행성", "외계행성", "망원경", "우주망원경")
PAGE = (
    f"연구진은 {PHRASE}을 찾았다. 사람들은 {PHRASE}이 멀다고 했다. 우주망원경은 쉬지 않는다. 관측은 내년까지 이어진다."
)


def facts(text: str, expected: tuple[float, ...] = (4.0, 3.0, 4.0, 3.0), reads: float = -10.0) -> Facts:
    """`reads`: how much worse than the term the longer word reads."""
    of_page = np.zeros((len(NAMES), len(OF_PAGE)))
    of_page[:, OF_PAGE.index("expected_log")] = np.log(expected)
    found = grouped(text, PHRASE)
    at_place = np.zeros((len(NAMES), len(found.slots), len(AT_PLACE)))
    at_place[1, :, AT_PLACE.index("reads")] = reads
    return Facts(found, NAMES, at_place, of_page, (0.4, 0.3, 0.3, 1.4))


def test_a_term_within_a_longer_one_that_the_page_lacks_is_held() -> None:
    assert swallowed(facts(PAGE), range(4)) == {0}


def test_where_the_rest_of_the_longer_one_stands_the_term_was_replaced() -> None:
    assert swallowed(facts(PAGE.replace(f"은 {PHRASE}", f"은 외계{PHRASE}")), range(4)) == frozenset()


def test_a_longer_one_that_is_seldom_said_changes_nothing() -> None:
    assert swallowed(facts(PAGE, (4.0, 1.0, 4.0, 3.0)), range(4)) == frozenset()


def test_a_longer_one_that_reads_as_well_need_not_be_said_so_often() -> None:
    """Seen from outside in November 2026: 출산율 in all three places of 합계출산율."""
    assert swallowed(facts(PAGE, (4.0, 1.5, 4.0, 3.0), -2.0), range(4)) == {0}
    assert swallowed(facts(PAGE, (4.0, 1.5, 4.0, 3.0), -4.0), range(4)) == frozenset()
    assert swallowed(facts(PAGE, (4.0, 0.9, 4.0, 3.0), -2.0), range(4)) == frozenset()


def test_only_terms_that_are_asked_about_are_named() -> None:
    assert swallowed(facts(PAGE), (1, 2)) == frozenset()


def test_of_a_term_that_is_likely_at_all_its_places_it_is_not_asked() -> None:
    tops = np.array([0, 0, 2])
    assert unsure(tops, np.array([1.9, 2.3, 2.0])) == []
    assert unsure(tops, np.array([1.2, 2.3, 1.9])) == [0, 2]
