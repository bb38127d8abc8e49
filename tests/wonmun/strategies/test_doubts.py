"""A term of an event's coverage is less sure beside a rival of one form, and where no place attests it."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest

from tests.wonmun.strategies.test_page_itself import grouped
from wonmun.strategies.weighed.doubts import alike, doubts, elsewhere, missed, unsettled
from wonmun.strategies.weighed.facts import AT_PLACE, OF_PAGE, Facts

if TYPE_CHECKING:
    from wonmun.strategies.weighed.scores import View

PHRASE = "골드문 바카라"
NAMES = ("안전줄", "작업줄", "외벽")
PAGE = f"청소원은 {PHRASE}을 맸다. 사람들은 {PHRASE}이 끊어졌다고 했다. 건물은 높다. 조사는 내년까지 이어진다."


def facts(times: float = 3.0, survive: tuple[float, ...] = (0, 0, 0), deep: float = 6.0, second: float = 0.3) -> Facts:
    """`times`: how often 작업줄 is expected beside four times 안전줄; `survive`: which of the names the page has."""
    of_page = np.zeros((len(NAMES), len(OF_PAGE)))
    of_page[:, OF_PAGE.index("expected_log")] = np.log([4.0, times, 4.0])
    of_page[:, OF_PAGE.index("present")] = 1.0
    of_page[:, OF_PAGE.index("survives")] = survive
    found = grouped(PAGE, PHRASE)
    at_place = np.zeros((len(NAMES), len(found.slots), len(AT_PLACE)))
    at_place[:, 1, AT_PLACE.index("deep")] = deep
    return Facts(found, NAMES, at_place, of_page, (0.4, second, 0.0, 1.4))


def test_a_rival_of_one_form_costs_certainty() -> None:
    assert doubts(facts(), np.array([0, 0])).tolist() == [2.0, 2.0]
    assert doubts(facts(), np.array([2, 2])).tolist() == [0.0, 0.0]


def test_a_rival_that_is_seldom_said_costs_nothing() -> None:
    assert doubts(facts(times=1.0), np.array([0, 0])).tolist() == [0.0, 0.0]


def test_a_rival_that_stands_in_the_page_costs_something_where_the_term_does_too() -> None:
    assert doubts(facts(survive=(0, 1, 0)), np.array([0, 0])).tolist() == [0.0, 0.0]
    assert doubts(facts(survive=(1, 1, 0)), np.array([0, 0])).tolist() == [2.0, 2.0]


def test_a_term_that_no_place_attests_is_less_sure_at_all_of_them() -> None:
    assert doubts(facts(deep=3.0), np.array([2, 2])).tolist() == [1.0, 1.0]
    assert doubts(facts(deep=6.0), np.array([2, 1])).tolist() == [1.0, 2.0]


def test_behind_figures_any_unit_may_stand_where_none_of_them_is_attested() -> None:
    """억원 for 만원: three papers spoke of other sums."""
    counting = grouped(
        f"값은 12{PHRASE}이다. 세금은 340{PHRASE}을 넘는다. 나머지는 {PHRASE}이다. 조사는 이어진다.", PHRASE
    )
    known = facts()
    at_place = np.zeros((len(NAMES), len(counting.slots), len(AT_PLACE)))
    unknown = replace(known, group=counting, at_place=at_place)
    assert doubts(unknown, np.array([2, 2, 2])).tolist() == [6.0, 6.0, 6.0]
    at_place[2, 0, AT_PLACE.index("deep")] = 4.0
    assert doubts(unknown, np.array([2, 2, 2])).tolist() == [0.0, 0.0, 0.0]


def test_what_one_paper_alone_says_elsewhere_than_between_such_letters_is_less_sure() -> None:
    """갈매기 for 꽁치: the one article near was about gulls."""
    lone = facts(second=0.05)
    assert doubts(lone, np.array([2, 2])).tolist() == [0.8, 0.8]
    lone.at_place[2, 1, AT_PLACE.index("both")] = 0.7
    assert doubts(lone, np.array([2, 2])).tolist() == [0.0, 0.0]


def test_what_two_terms_leave_open_at_a_place_is_less_sure() -> None:
    """Of one term it is not asked: there the shares say how likely it is that coverage knows it."""
    share = np.array([0.95, 0.85])
    assert unsettled(share, -1.9).tolist() == [0.0, 1.0]
    assert unsettled(share, -2.0).tolist() == [0.0, 0.0]


def view(**columns: tuple[float, ...]) -> View:
    """All that is asked of a view; `columns`: other values of what is measured for the page, name by name."""
    found = facts()
    of_page = found.of_page.copy()
    for name, values in columns.items():
        of_page[:, OF_PAGE.index(name)] = values
    worth = np.array([0.9, 0.9, 1.0])
    return cast("View", SimpleNamespace(facts=replace(found, of_page=of_page), judged=np.array([0, 2]), worth=worth))


def test_a_doubtful_term_that_the_page_has_elsewhere_is_less_sure() -> None:
    """서비스 at four places of 카카오: seen in November 2026; a topic's word in place of a name that no paper has."""
    found = view(survives=(0.0, 1.0, 1.0))
    assert elsewhere(found, np.array([0, 1, 2])).tolist() == [0.0, 1.0, 0.0]


def test_a_word_of_all_papers_that_the_page_lacks_may_be_the_other_of_two_terms() -> None:
    """광역버스, which all papers speak of, for its 기사: seen from outside in November 2026."""
    tops = np.array([0, 2])
    assert missed(view(), tops, -2.9).tolist() == [1.5, 1.5]
    assert missed(view(), tops, -3.0).tolist() == [0.0, 0.0]


@pytest.mark.parametrize(
    ("name", "values"),
    [("present", (1.0, 1.0, 0.9)), ("expected_log", (1.4, 1.4, 0.3)), ("misfits", (0.0, 0.0, 1.0))],
)
def test_what_cannot_be_the_other_term_costs_nothing(name: str, values: tuple[float, ...]) -> None:
    assert missed(view(**{name: values}), np.array([0, 2]), 0.0).tolist() == [0.0, 1.5]


@pytest.mark.parametrize(("one", "other"), [("주로프", "보조로프"), ("안전줄", "작업줄"), ("승강장", "탑승장")])
def test_words_of_one_form(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(("one", "other"), [("물범", "점박이물범"), ("회사", "공사"), ("은빛요양원", "요양원")])
def test_parts_and_short_words_are_not_of_one_form(one: str, other: str) -> None:
    assert not alike(one, other)
