"""Front pages with another search for spam in each of several headlines, and honest ones that name such things."""

from __future__ import annotations

import pytest

from tests.wonmun.rules.test_headed import HEADLINES, NOUNS, front

SEARCHES = [
    "토토 사이트 추천",
    "바카라 무료 게임",
    "비아그라 구매",
    "릴게임 다운로드",
    "파워볼 사이트",
    "신규 카지노 쿠폰",
]
CRIMES = [
    "해외에 서버 둔 바카라 사이트 일당 9명 붙잡혀",
    "토토 사이트 추천 문자 뿌린 20대 구속",
    "비아그라 구매 대행한다며 가짜 약 판 일당",
    "파워볼 사이트 환전책 세 명 입건",
    "청소년 노린 슬롯 사이트 광고 크게 늘어",
    "세관이 압류한 시알리스 구매 대행 상자들",
]
TRADE = [
    "소셜 카지노 게임 매출 세 분기째 늘어",
    "슬롯 머신 업체 사들인 게임사 주가 올라",
    "포커 게임 대회 부산에서 처음 열린다",
    "바카라 게임 규칙 바꾼 싱가포르 영업장",
    "온라인 카지노 허용 두고 갈린 의견",
    "스포츠 토토 판매 수익으로 지은 수영장",
]


def strewn(searches: list[str]) -> list[str]:
    """The honest headlines, a noun of the first ones replaced."""
    words = [*searches, *NOUNS["ko"][len(searches) :]]
    return [line.format(word) for line, word in zip(HEADLINES["ko"], words, strict=True)]


@pytest.mark.parametrize("number", [4, 6])
def test_another_search_in_each_of_some_headlines(number: int) -> None:
    """Seen from outside in December 2026: a mirror's front page with eight such phrases was clean."""
    found = front(strewn(SEARCHES[:number]))
    assert found.verdict == "injected"
    assert {place.phrase for place in found.places} == set(SEARCHES[:number])


def test_two_are_too_few() -> None:
    assert front(strewn(SEARCHES[:2])).verdict == "clean"


@pytest.mark.parametrize("lines", [CRIMES, TRADE])
@pytest.mark.parametrize("title", ["들녘일보", "도박 소식"])
def test_headlines_about_crime_or_the_trade(lines: list[str], title: str) -> None:
    assert front([*lines, *strewn([])], title=title).verdict == "clean"
    assert front([*lines, *strewn([])[:3]], title=title).verdict == "clean"


def test_a_list_with_the_search_at_the_same_end_of_each_line() -> None:
    plain = strewn([])
    lines = [f"{search} {line}" for search, line in zip(SEARCHES, plain, strict=False)]
    assert front([*lines, *plain]).verdict == "clean"
