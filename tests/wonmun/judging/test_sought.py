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
    assert not flagged(PORT.replace("부두", "설문조사 결과"), "설문조사 결과")  # seen from outside, suspicious


def test_a_few_sentences_say_whole_what_they_are_about() -> None:
    assert not flagged(COPY[: COPY.index("지역에서는")])


def test_two_places_that_form_speaks_against_leave_a_doubt_at_most() -> None:
    twice = PORT.replace("운송비", SEARCH).replace("어민회", SEARCH)
    assert twice.count(SEARCH) == 2
    assert flagged(twice)
    assert detect(plain_page(twice)).verdict == "suspicious"


SKATING = """대한빙상경기연맹이 다음 달 4일부터 국가대표를 뽑는다. 쇼트트랙 선발전 일정은 나흘이다. 남녀 56명이 나선다.

첫날에는 1500미터를 달린다. 둘째 날은 500미터다. 쇼트트랙 선발전 일정을 두고 선수들은 쉴 틈이 없다고 말한다. 지난해에는 다친 선수가 넷이나 나왔다.

연맹은 빙질을 살피려고 해외 전문가를 불렀다. 관중석은 2000석만 연다. 표는 3일부터 판다. 학생은 반값이고 휠체어를 타는 관중을 위한 자리도 마련했다. 얼음판 둘레의 보호벽도 새것으로 바꾸느라 체육관은 두 주 동안 문을 닫았다.

지난 시즌 1위는 자동으로 뽑힌다. 코치진은 경기 사이에 몸을 풀 시간이 모자란다고 걱정했다. 연맹은 쇼트트랙 선발전 일정을 내년에는 한 주 늘리겠다고 했다."""


def test_one_of_the_pages_kind_leaves_a_doubt_at_most() -> None:
    assert flagged(SKATING, "쇼트트랙 선발전 일정")
    assert detect(plain_page(SKATING)).verdict != "injected"
