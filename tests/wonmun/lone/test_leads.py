"""Phrases glued to the first word of one sentence."""

from __future__ import annotations

import pytest

from tests.wonmun.lone.texts import GLUED
from tests.wonmun.written import BUS, MUSEUM, PORT
from wonmun.detect import detect
from wonmun.language.load import language
from wonmun.lone import leads
from wonmun.page.plain import plain_page
from wonmun.phrases.view import View

QUERIES = [
    "잠실야구장 관중수",
    "아이폰 배터리 교체 비용",
    "김장 배추 절이는 법",
    "강아지 수술 후기",
    "노트북 거치대 가격",
]
PLACES = [(PORT, "지역에서는"), (MUSEUM, "관람객은 실제"), (BUS, "시민단체는")]


def test_every_second_phrase_before_a_sentence_is_seen_without_any_spam_word() -> None:
    found = [detect(plain_page(t.replace(first, phrase + first))) for phrase in QUERIES for t, first in PLACES]
    assert sum(f.verdict == "suspicious" for f in found) >= 0.5 * len(found)
    assert all(f.verdict != "injected" for f in found)


def test_it_ends_where_the_sentence_begins() -> None:
    text = PORT.replace("지역에서는", "노트북 거치대 가격지역에서는")
    found = detect(plain_page(text))
    assert [text[p.start : p.end] for p in found.places] == ["노트북 거치대 가격"]
    assert "'노트북 거치대 가격' is glued to '지역에서는', with which the sentence begins" in found.reasons


def test_a_surname_before_a_title_begins_a_sentence() -> None:
    text = PORT.replace("지역에서는", "중고 냉장고 시세박 회장은")
    assert [s.phrase for s in leads.find(View(text, language("ko")))] == ["중고 냉장고 시세"]
    assert not list(leads.find(View(text.replace("박 회장은", "박 짐은"), language("ko"))))


def test_a_name_of_three_letters_before_a_title_is_not_cut() -> None:
    """Seen from outside, suspicious: 강동 is a place, 오 a surname."""
    assert not list(leads.find(View(PORT.replace("지역에서는", "주주연대 강동오 대표는"), language("ko"))))


@pytest.mark.parametrize(
    "opening",
    [
        "농민 사공진 씨는",
        "조은비 가람증권 연구원은",
        "도현시 청람저수지의",
        "청솔교대 명지윤 교수는",
        "논문 교신저자인 한 교수는",
        "등기 안내장이",
    ],
)
def test_names_that_end_in_what_their_bearer_is_are_not_cut(opening: str) -> None:
    """Seen from outside and in own articles: a surname of two letters, houses, places, ranks."""
    assert not list(leads.find(View(PORT.replace("지역에서는", opening), language("ko"))))


@pytest.mark.parametrize("name", GLUED)
def test_compounds_titles_and_missing_blanks_are_silent(name: str) -> None:
    assert detect(plain_page(GLUED[name])).verdict == "clean"


def test_headlines_and_lists_are_not_read() -> None:
    text = "노트북 거치대 가격지역에서는 축제\n시민단체 점검\n버스 요금 인상"
    assert detect(plain_page(text)).verdict == "clean"


@pytest.mark.parametrize(
    "opening",
    [
        "박도윤 사업조합 이사장은",
        "한서준 시장권한대행은",
        "나룻골 옛길시장에서",
        "한빛은행 서부지점 분석자료에",
        "유적 아래 마을 아과스칼리엔테스는",
        "수원지방법원 성남지원은",
        "강원 양양군수는",
        "강원 양양전통시장",
        "소재 회사 한결글라스는",
        "배급사 물결시네마",
        "나루해경 장비계장",
        "한강 수난구조대가",
        "안목 커피거리의",
        "먹는물 감시기준은",
        "회사원 빙하윤 씨는",
        "번개배송 맹주원 대표는",
    ],
)
def test_the_first_half_of_a_compound_is_no_phrase(opening: str) -> None:
    """Seen from outside on 2026-11-29: names before a compound title, and what no dictionary has, were cut in two.

    A day later: what is named after its place, a court's branch, a market. Then a firm's name behind what it is, rare
    surnames, streets, crews.
    """
    assert not list(leads.find(View(PORT.replace("지역에서는", opening), language("ko"))))


@pytest.mark.parametrize("byline", ["누리일보 강변초점 김가람 기자 | ", "누리일보 강변초점 김가람 인턴기자 = "])
def test_a_byline_is_no_sentence(byline: str) -> None:
    """From a local paper: `한민일보 서울` of its section's name was suspicious."""
    assert not list(leads.find(View(PORT.replace("지역에서는", byline + "지역에서는", 1), language("ko"))))


@pytest.mark.parametrize("listed", ["자두 등 과수농가의", "경정 등 공영도박의", "수영 및 체육시설의"])
def test_what_a_list_leads_on_to_is_no_sentence(listed: str) -> None:
    """Seen from outside on 2026-12-01: `경정 등 공영` was suspicious in a report."""
    text = f"찻집은 손님이 줄었다. 규제가 체질을 바꾸고 공정성을 훼손했다. 빵집과 서점, {listed} 소득은 줄었다."
    assert not list(leads.find(View(text, language("ko"))))
