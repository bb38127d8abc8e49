"""Searches without a word of spam that a text says whole only."""

from __future__ import annotations

from tests.wonmun.measuring import look
from tests.wonmun.written import PORT
from wonmun import signals
from wonmun.detect import detect
from wonmun.judging.sought import searches
from wonmun.page.plain import plain_page

SEARCH = "유로 대진표"
COPY = PORT.replace("부두", SEARCH)


def flagged(text: str, phrase: str = SEARCH) -> bool:
    occ, index = look(text, phrase)
    return bool(searches(occ, signals.measure(occ))[index])


def test_a_search_that_stands_whole_only_is_injected_however_well_it_fits_in() -> None:
    """Seen from outside, clean: plain searches and coined names (가입, 도메인) at every place of a term."""
    assert flagged(COPY)
    assert detect(plain_page(COPY)).verdict == "injected"


def test_a_text_that_says_a_part_of_it_alone_speaks_of_it() -> None:
    assert not flagged(COPY + "\n대진표는 월요일에 나온다.")
    assert not flagged(COPY + "\n유로 개막까지는 한 달이 남았다.")


def test_nor_where_crime_or_a_trade_is_told_of() -> None:
    assert not flagged(COPY + "\n경찰은 사기 혐의로 업자를 구속했다.")
    assert not flagged(COPY + "\n도박과 로또가 문제라는 말도 나왔다.")


def test_what_is_no_search_is_none() -> None:
    assert not flagged(PORT.replace("부두", "유로 경기장"), "유로 경기장")
    assert not flagged(PORT.replace("부두", "급한 대진표"), "급한 대진표")
    assert not flagged(PORT.replace("부두", "견적 비교"), "견적 비교")


def test_a_few_sentences_say_whole_what_they_are_about() -> None:
    assert not flagged(COPY[: COPY.index("지역에서는")])


def test_two_places_that_form_speaks_against_leave_a_doubt_at_most() -> None:
    twice = PORT.replace("운송비", SEARCH).replace("어민회", SEARCH)
    assert twice.count(SEARCH) == 2
    assert flagged(twice)
    assert detect(plain_page(twice)).verdict == "suspicious"
