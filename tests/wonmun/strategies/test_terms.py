"""Which terms are candidates, and how often one may survive in a page that it was replaced in."""

from __future__ import annotations

import numpy as np
import pytest

from tests.wonmun.strategies.test_page_itself import grouped
from tests.wonmun.written import BUS, PORT, SPAM, article
from wonmun.strategies.attested.frequency import outlived
from wonmun.strategies.attested.habits import shipped
from wonmun.strategies.attested.terms import terms
from wonmun.strategies.places.corpus import Corpus
from wonmun.strategies.places.doubled import figured, once, said_before, undoubled
from wonmun.strategies.places.situation import situation
from wonmun.strategies.weighed.facts import measure


def candidates(text: str, coverage: str) -> tuple[str, list[str]]:
    """Give what is known beyond the page, and the candidates."""
    group = grouped(text)
    corpus = Corpus.of(group, [article(coverage, "e"), article(BUS, "b")])
    nothing: list[dict[str, float]] = [{} for _ in group.slots]
    return situation(corpus.known), terms(group, (corpus, shipped()), nothing, nothing)


def test_one_of_two_terms_may_stand_where_no_particle_is() -> None:
    """All particles ask for a vowel, and five of the eight places have none: the second term may be theirs."""
    told = "어민회 박도현 회장은 매립지 앞 양식장 물길을 걱정했다. "
    text = told + f"{SPAM}가 왔다. {SPAM}를 봤다. {SPAM}는 크다. " + "".join(f"새 {SPAM}에서 봤다. " for _ in range(5))
    coverage = f"{told} 부두가 크다. 박물관에서 만났다. 박물관이 크다. 부두를 봤다."
    known, found = candidates(text, coverage)
    assert known == "event"
    assert {"부두", "박물관"} <= set(found)
    known, found = candidates(
        text.replace(told, "교향악단은 지휘자 해임과 전국체전 야외무대를 두고 갈렸다. "), coverage
    )
    assert known != "event"
    assert "박물관" not in found


def test_where_nearly_all_places_speak_against_a_term_it_is_none() -> None:
    told = "어민회 박도현 회장은 매립지 앞 양식장 물길을 걱정했다. "
    text = told + "".join(f"새 {SPAM}가 왔다. " for _ in range(8))
    known, found = candidates(text, f"{told} 부두가 왔다. 박물관이 왔다. 박물관에서 만났다. 부두를 봤다.")
    assert known == "event"
    assert "부두" in found
    assert "박물관" not in found


def test_words_in_small_latin_letters_are_no_korean_terms() -> None:
    """“could be sample 12%” was said of a page whose label is in English."""
    text = "".join(f"새 {SPAM} 공장을 봤다. " for _ in range(4)) + "새 sample 공장, 새 LED 공장, 새 e스포츠 공장."
    _, found = candidates(text, "새 sample 공장, 새 LED 공장, 새 e스포츠 공장.")
    assert {"LED", "e스포츠"} <= set(found)
    assert "sample" not in found


def test_where_the_event_is_covered_more_of_its_words_are_candidates() -> None:
    """A term that four other papers name once each was no candidate of a long report's."""
    letters = "가나다라마바사아자차카타파하거너더러머버"
    names = [f"{a}{b}{c}" for a in letters for b in letters[:5] for c in letters[5:8]][:220]
    told = PORT.replace("한빛항만공사", SPAM)
    near, found = candidates(told, f"{PORT} " + " ".join(f"{n}에서 왔다." for n in names))
    far, fewer = candidates(told, " ".join(f"{n}에서 왔다." for n in names))
    assert (near, far) == ("event", "far")
    assert len(fewer) <= 130 < len(found) <= 250


def test_a_term_that_survives_too_often_is_told_from_one_that_survives_by_chance() -> None:
    assert outlived(0, 5) < outlived(1, 5) < outlived(5, 5)
    assert [outlived(n, 5)[1] for n in (0, 1, 2, 3, 20)] == [0.0, 0.0, 0.0, 1.0, 1.0]
    assert outlived(20, 2)[1] == 0.0


def test_survivors_are_measured_of_every_candidate() -> None:
    text = f"{SPAM}가 왔다. {SPAM}를 봤다. {SPAM}는 크다. " + "부두가 크다. " * 4
    facts = measure(grouped(text), [article("부두가 왔다. 나루를 봤다. 나루가 크다.", "e")])
    assert facts is not None
    outlives = dict(zip(facts.terms, facts.page("outlives").tolist(), strict=True))
    assert outlives["부두"] == 1.0
    assert outlives["나루"] == 0.0


@pytest.mark.parametrize(
    ("term", "right", "put"),
    [
        ("오페라", "라 축제가", "오페"),
        ("오페라", "라단은", "오페"),
        ("오페라", "라고 했다", "오페라"),
        ("오페라", "를 봤다", "오페라"),
        ("항공사", "사장이", "항공사"),
        ("제주도", "도 갔다", "제주도"),
        ("나라", "라 하면", "나라"),
    ],
)
def test_a_syllable_that_stands_after_the_place_is_not_put_there_twice(term: str, right: str, put: str) -> None:
    assert undoubled(term, right, ["시립 오페라단은 봄에 항공사와 만났다."]) == put


@pytest.mark.parametrize(
    ("phrase", "put"),
    [("3주문 서원시", "3점슛"), ("주문 서원시", "점슛"), ("24시출장", "점슛"), ("3 주문", "점슛")],
)
def test_a_figure_that_every_place_has_before_it_is_kept(phrase: str, put: str) -> None:
    """3점슛 at all places: the phrase was found with the figure, and 점슛 was put over both."""
    assert figured("점슛", phrase, ["한솔은 3점슛을 열 개 넣었다."]) == put


@pytest.mark.parametrize(
    ("between", "terms", "put"),
    [
        (" ", (3, 3, 3), [3, -1, 3]),
        ("·", (3, 3, 3), [3, -1, 3]),
        (" ", (3, 5, 3), [3, 5, 3]),
        (" 또 ", (3, 3, 3), [3, 3, 3]),
        (" ", (-1, -1, 3), [-1, -1, 3]),
    ],
)
def test_of_two_places_side_by_side_one_holds_a_term(between: str, terms: tuple[int, ...], put: list[int]) -> None:
    group = grouped(f"안내서에는 {SPAM}{between}{SPAM} 개요가 있다. 시는 {SPAM} 뒤에 할 일을 적었다.")
    assert once(group.slots, np.array(terms), np.array([2.0, 1.0, 3.0])).tolist() == put
    if terms[0] >= 0 and put[1] < 0:
        assert once(group.slots, np.array(terms), np.array([1.0, 2.0, 3.0])).tolist() == [-1, terms[1], terms[2]]


@pytest.mark.parametrize(
    ("before", "behind", "refused"),
    [
        ("한별 외야수 ", "는", {0}),
        ("한별 ", " ", {0}),
        ("한별의 외야수 ", "는", set()),
        ("한별과 외야수 ", "는", set()),
        ("한별 소속 외야수 ", "는", set()),
        ("한별 본사 ", "타워에서", set()),
    ],
)
def test_a_term_that_stands_before_a_place_in_one_noun_phrase_is_not_the_one(
    before: str, behind: str, refused: set[int]
) -> None:
    """Seen from outside in December 2026: NC was put for the name of a player, NC 외야수 X는, at all places."""
    group = grouped(f"어제 {before}{SPAM}{behind} 뛰었다. 감독은 {SPAM}에게 물었다. 표는 {SPAM}에 많다.")
    assert said_before(group.slots, ["한별", "감독"], np.array([0, 1, 0])) == refused
