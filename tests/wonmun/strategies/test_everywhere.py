"""With nothing else known: one term at all places of a phrase, or at none."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pytest

from tests.wonmun.written import restored, substituted
from wonmun.strategies.alone import everywhere as module
from wonmun.strategies.alone.everywhere import (
    AGREED,
    BESIDE,
    CERTAIN,
    COMPOUNDED,
    LED,
    PLAIN,
    SPARED,
    TWO_APART,
    beside_coverage,
    everywhere,
)
from wonmun.strategies.weighed.decide import Judgement

if TYPE_CHECKING:
    from wonmun.strategies.weighed.scores import View

SCHOOL = """면사무소 옆 빈 땅에 작은 학교가 문을 열었다. 학교에 다니는 학생은 모두 서른한 명이다. 아이들은 아침마다 버스를 타고 학교에 간다.

주민들은 오래전부터 학교를 세워 달라고 했다. 군은 묵은 창고를 고쳐 쓰는 데 12억원을 들였다. 교사 여섯 명이 이 학교로 옮겨 왔다.

교장은 "학교가 마을을 살린다"고 말했다. 학부모 모임은 학교 운동장에 나무를 심기로 했다. 수업을 마친 학생들은 학교 도서관에서 책을 읽는다."""


def view(worth: tuple[float, float], text: str, between: str = ". ", compounds: int = 0, left: str = "그는 ") -> View:
    article = between.join("\x01" * 4)
    slots = [SimpleNamespace(at=n, left=left, right="에 갔다") for n, c in enumerate(article) if c == "\x01"]
    group = SimpleNamespace(slots=slots, rest=text, text=article, heads=())
    agreeing = np.array([[float(n < compounds) for n in range(4)]] * 2)
    facts = SimpleNamespace(group=group, terms=("학교", "시장"), place={"compound": agreeing}.__getitem__)
    return cast(
        "View", SimpleNamespace(facts=facts, worth=np.array(worth), mixture=SimpleNamespace(order=np.arange(2)))
    )


def judged(logit: float, two: float, tops: tuple[int, ...] = (0, 0, 0, 0), *, possible: bool = True) -> Judgement:
    count = len(tops)
    return Judgement(np.array(tops), two, np.full(count, logit), np.zeros(count, int), possible)


@pytest.fixture
def leads(monkeypatch: pytest.MonkeyPatch) -> Any:
    def set_to(rival: float, plain: float, own: float, *, steady: bool = True) -> None:
        monkeypatch.setattr(module, "_leads", lambda *_: ((rival, plain, own), steady))

    set_to(PLAIN.rival, PLAIN.plain, PLAIN.own)
    return set_to


NONE = np.full(4, -1)


def test_a_term_that_reads_best_is_put_everywhere(leads: Any) -> None:
    sure = view((PLAIN.ahead, 0.0), "")
    assert everywhere(sure, judged(PLAIN.logit + 0.1, PLAIN.two), NONE)[0].tolist() == [0] * 4
    leads(PLAIN.rival, PLAIN.plain - 0.1, PLAIN.own)
    assert everywhere(sure, judged(PLAIN.logit + 0.1, PLAIN.two), NONE)[0].tolist() == [-1] * 4


def test_a_term_that_one_place_alone_speaks_for_stands_nowhere(leads: Any) -> None:
    """구두 for 캐리어 behind 유리 at all six places: a collocation says the same at each of them."""
    sure = view((PLAIN.ahead, 0.0), "")
    leads(PLAIN.rival, PLAIN.plain, PLAIN.own, steady=False)
    assert everywhere(sure, judged(PLAIN.logit + 0.1, PLAIN.two), NONE)[0].tolist() == [-1] * 4
    surviving = view((SPARED.worth + SPARED.ahead, SPARED.worth), "아이들은 학교에 간다.")
    likely = judged(SPARED.logit, SPARED.two)
    assert everywhere(surviving, likely, NONE)[0].tolist() == [-1] * 4
    leads(-99.0, -99.0, -99.0)
    assert everywhere(surviving, likely, NONE)[0].tolist() == [0] * 4


@pytest.mark.parametrize(
    ("worth", "text", "judgement"),
    [
        ((PLAIN.ahead - 0.1, 0.0), "", judged(PLAIN.logit + 0.1, PLAIN.two)),
        ((PLAIN.ahead, 0.0), "", judged(PLAIN.logit - 0.1, PLAIN.two)),
        ((PLAIN.ahead, 0.0), "", judged(PLAIN.logit + 0.1, PLAIN.two + 0.1)),
        ((PLAIN.ahead, 0.0), "", judged(PLAIN.logit + 0.1, PLAIN.two, (0, 0, 1, 0))),
        ((PLAIN.ahead, 0.0), "", judged(PLAIN.logit + 0.1, PLAIN.two, (0, 0))),
        ((PLAIN.ahead, 0.0), "", judged(PLAIN.logit + 0.1, PLAIN.two, possible=False)),
        ((PLAIN.ahead, 0.0), "학교 학교 학교", judged(PLAIN.logit + 0.1, PLAIN.two)),
    ],
)
@pytest.mark.usefixtures("leads")
def test_doubt_leaves_all_places(worth: tuple[float, float], text: str, judgement: Judgement) -> None:
    none = np.full(len(judgement.tops), -1)
    found, sure = everywhere(view(worth, text), judgement, none)
    assert found.tolist() == none.tolist()
    assert not sure


def test_what_the_models_hold_for_far_likelier_needs_only_that_no_reading_speaks_against_it(leads: Any) -> None:
    leads(LED.rival, -9.0, -9.0)
    assert everywhere(view((LED.ahead, 0.0), ""), judged(LED.logit + 0.1, TWO_APART), NONE)[1]
    leads(LED.rival - 0.1, -9.0, -9.0)
    assert not everywhere(view((LED.ahead, 0.0), ""), judged(LED.logit + 0.1, TWO_APART), NONE)[1]


@pytest.mark.usefixtures("leads")
def test_a_head_that_names_something_else_speaks_against_a_term() -> None:
    """Seen from outside in November 2026: 고객 for 상담사, which the title had."""
    case = view((PLAIN.ahead, 0.0), "")
    cast("Any", case.facts.group).heads = ("상담사 수가 줄었다",)
    assert not everywhere(case, judged(PLAIN.logit + 0.1, PLAIN.two), NONE)[1]
    cast("Any", case.facts.group).heads = ("학교가 문을 열었다",)
    assert everywhere(case, judged(PLAIN.logit + 0.1, PLAIN.two), NONE)[1]


@pytest.mark.usefixtures("leads")
def test_what_stands_in_the_page_but_nowhere_as_a_noun_is_no_word_of_it() -> None:
    """Seen from outside in November 2026: 기와 (가마 한 기와 토기 조각) for 토기."""
    assert not everywhere(view((PLAIN.ahead, 0.0), "한 학교 토기"), judged(PLAIN.logit + 0.1, PLAIN.two), NONE)[1]


def test_a_collocations_commoner_word_that_reads_better_is_no_proof(leads: Any) -> None:
    """Seen from outside in November 2026: 자동차 for 버스, whose places stood behind 전기, 3.1 ahead of all else."""
    leads(3.1, 3.1, 2.8)
    assert not everywhere(view((6.2, 0.0), ""), judged(2.05, -4.2), NONE)[1]


@pytest.mark.parametrize(
    ("text", "logit", "two", "sure"),
    [
        ("학교가 섰다", 0.0, 0.0, True),
        ("학교 앞에 섰다", 0.0, 0.0, False),
        ("시장이 섰다", 0.0, 0.0, False),
        ("학교가 섰다", -0.1, 0.0, False),
        ("학교가 섰다", 0.0, 0.1, False),
        ("학교가 학교를 학교에", 0.0, 0.0, False),
    ],
)
def test_a_word_that_was_spared_elsewhere_need_not_read_best(
    leads: Any, text: str, logit: float, two: float, *, sure: bool
) -> None:
    """Seen on copies of written articles: 담장 and 천안함, which Kiwi reads worse than commoner nouns."""
    leads(-9.0, -9.0, -9.0)
    case = view((SPARED.ahead, 0.0), text)
    assert everywhere(case, judged(SPARED.logit + logit, SPARED.two + two), NONE)[1] is sure


@pytest.mark.parametrize("another", [False, True])
@pytest.mark.usefixtures("leads")
def test_of_two_words_that_were_spared_none_is_sure(monkeypatch: pytest.MonkeyPatch, *, another: bool) -> None:
    """Seen from outside: 고객 six times for 상담사, on a page that has both."""
    monkeypatch.setattr(module, "another_spared", lambda *_: another)
    case = view((SPARED.ahead, 0.0), "학교가 섰다. 길은 학교에 닿는다. 도서관이 섰다.")
    assert everywhere(case, judged(SPARED.logit, SPARED.two), NONE)[1] is not another


@pytest.mark.usefixtures("leads")
def test_two_places_in_one_sentence_ask_for_less_doubt_whether_it_is_one_term() -> None:
    close = view((LED.ahead, 0.0), "", " 또 ")
    assert not everywhere(close, judged(LED.logit + 0.1, TWO_APART), NONE)[1]
    assert everywhere(close, judged(LED.logit + 0.1, LED.two), NONE)[1]
    assert everywhere(close, judged(CERTAIN.logit + 0.1, TWO_APART), NONE)[1]


@pytest.mark.parametrize(("compounds", "two", "sure"), [(2, 0.0, True), (1, 0.0, False), (2, 0.1, False)])
def test_compounds_of_a_term_at_two_places_speak_for_it(leads: Any, compounds: int, two: float, *, sure: bool) -> None:
    leads(LED.rival, LED.plain, LED.own)
    close = view((LED.ahead, 0.0), "", " 또 ", compounds)
    assert everywhere(close, judged(LED.logit + 0.1, COMPOUNDED.two + two), NONE)[1] is sure


@pytest.mark.usefixtures("leads")
def test_one_sure_place_of_many_is_left_alone_unless_the_head_speaks_for_its_term() -> None:
    """Seen from outside in November 2026: 주인 at one of ten places of 간판."""
    one = np.array([0, -1, -1, -1])
    doubtful = view((1.0, 0.0), "")
    assert everywhere(doubtful, judged(-1.0, -5.0), one)[0].tolist() == [-1] * 4
    assert everywhere(doubtful, judged(-1.0, -5.0), one, frozenset({0}))[0].tolist() == one.tolist()
    assert everywhere(view((LED.ahead, 0.0), ""), judged(-1.0, -5.0), one)[0].tolist() == one.tolist()
    most = np.array([0, 0, -1, -1])
    assert everywhere(doubtful, judged(-1.0, -5.0), most)[0].tolist() == most.tolist()


def test_a_page_alone_is_restored_where_all_its_places_read_best_with_one_word() -> None:
    text, _ = substituted(SCHOOL, "학교")
    assert restored(text).restored == SCHOOL


def test_no_noun_is_put_behind_a_figure(leads: Any) -> None:
    """`대상 278X 가운데 266X를 고쳤지만`: 만대 stood there, and a noun that goes before 가운데 read best."""
    counted = view((PLAIN.ahead, 0.0), "", left="지금까지 266")
    assert everywhere(counted, judged(PLAIN.logit + 0.1, PLAIN.two), NONE)[0].tolist() == [-1] * 4


def test_beside_other_coverage_a_likely_term_that_reads_far_best_is_put_everywhere(leads: Any) -> None:
    """Thirty places of one word stayed marked in December 2026, at .94 each, though nothing else reads there."""
    one, likely = view((0.0, 0.0), ""), judged(BESIDE.logit, BESIDE.two)
    leads(-1.0, -1.0, BESIDE.own)
    assert beside_coverage(one, likely) == 0
    assert beside_coverage(one, judged(BESIDE.logit, BESIDE.two + 0.1)) == -1
    assert beside_coverage(one, judged(BESIDE.logit - 0.1, BESIDE.two)) == -1
    assert beside_coverage(one, judged(BESIDE.logit, BESIDE.two, (0, 0, 1, 0))) == -1
    assert beside_coverage(one, replace(likely, spared=frozenset({0}))) == -1
    assert beside_coverage(view((0.0, 0.0), "", left="모두 3"), likely) == -1
    leads(-1.0, -1.0, BESIDE.own - 0.1)
    assert beside_coverage(one, likely) == -1


@pytest.mark.parametrize(("logit", "two", "sure"), [(0.0, 0.0, True), (-0.1, 0.0, False), (0.0, 0.1, False)])
def test_a_term_that_is_likely_at_all_places_together_needs_no_reading(
    leads: Any, logit: float, two: float, *, sure: bool
) -> None:
    """Held back in December 2026: every second term that the page alone says, in the page's other sentences, too."""
    leads(-9.0, -9.0, -9.0)
    for text in ("", "학교가 섰다."):
        found = everywhere(view((0.0, 0.0), text), judged(AGREED.logit + logit, AGREED.two + two), NONE)
        assert found[1] is sure


def test_a_term_that_is_likely_at_all_places_stands_behind_no_figure() -> None:
    likely = judged(AGREED.logit, AGREED.two)
    assert everywhere(view((0.0, 0.0), ""), likely, NONE)[1]
    assert not everywhere(view((0.0, 0.0), "", left="주민 30"), likely, NONE)[1]
