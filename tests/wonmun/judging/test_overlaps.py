"""Which of several candidates at the same places is marked."""

from __future__ import annotations

import pytest

from tests.wonmun.written import MUSEUM
from wonmun.detect import detect
from wonmun.page.plain import plain_page

VACCINE = (
    "보건위원회는 3일 어르신 {0} 백신 사업을 점검했다. 위원들은 공급 구조를 지적했다. 올해 확보한 {0} 백신은 두 제약사의 640만회분이다. "
    "예산 2140억원 가운데 백신 구매비가 1460억원이다. 문정아 의원은 “{0} 백신 생산이 늦어지면 접종이 중단된다”고 했다. "
    "청장은 “{0} 백신은 두 회사 물량을 절반씩 나눠 계약했다”고 답했다. 국내 기업 세 곳이 {0} 백신을 개발한다."
)
"""An outside set's copy of 2026-11-29 was marked with the noun that goes on behind the phrase."""


@pytest.mark.parametrize("phrase", ["라이브 바카라", "토토 꽁머니 환전"])
def test_a_noun_of_the_pages_own_behind_a_phrase_is_not_part_of_it(phrase: str) -> None:
    found = detect(plain_page(VACCINE.format(phrase)))
    assert found.verdict == "injected"
    assert {p.phrase for p in found.places} == {phrase}


CHIPS = """{0} 하이닉스 이용자들이 칩을 바꾸러 대리점을 찾고 있다. {0} 하이닉스는 3만 명이 12일까지 교체를 마쳤다고 했다. 회사는 {0} 하이닉스 이용자 모두에게
무료 교체를 약속했다. 경쟁사들도 대책을 내놨다. 과학기술정보통신부는 {0} 하이닉스의 피해를 조사하고 있다. 장관은 "{0} 하이닉스 이용자 불안을 덜겠다"고 말했다.
한 시민은 "{0}H에서 옮긴 지 한 달 만에 또 이런 일이 났다"고 했다. 국회는 다음 주 {0} 하이닉스를 불러 묻기로 했다. 모회사인 {0}는 말을 아꼈다."""


@pytest.mark.parametrize("phrase", ["온라인 바카라", "강남 쩜오", "릴게임장", "mega77.com"])
def test_a_rare_noun_beside_a_phrase_at_all_places_but_two_is_the_texts(phrase: str) -> None:
    """Seen from outside in December 2026: the noun was put down with the phrase, and lost 38 times."""
    found = detect(plain_page(CHIPS.format(phrase)))
    assert found.verdict == "injected"
    assert [p.phrase for p in found.places] == [phrase] * 8


def test_a_noun_that_the_page_has_nowhere_else_is() -> None:
    text = VACCINE.replace("가운데 백신 구매비가", "가운데 구매비가").replace("{0} 백신", "{0}")
    found = detect(plain_page(text.format("라이브 바카라 중계")))
    assert {p.phrase for p in found.places} == {"라이브 바카라 중계"}


def test_a_phrase_between_words_ends_where_all_its_places_end() -> None:
    """Of an insertion whose last word the article used once, too, that word was left at all six places."""
    text = f"{MUSEUM} 시민 신고가 한 건 있었다."
    for word in ("가장", "조종석에", "휴일마다", "요청이"):
        text = text.replace(f"{word} ", f"{word} 먹튀 사이트 신고 ", 1)
    assert {p.phrase for p in detect(plain_page(text)).places} == {"먹튀 사이트 신고"}


@pytest.mark.parametrize("phrase", ["메이저 놀이터 모음", "검증된 놀이터 모음"])
def test_at_two_places_the_word_of_spam_before_the_rest_is_part_of_the_phrase(phrase: str) -> None:
    """Seen from outside: the first word of three was left standing at both places, which were no insertions then."""
    text = MUSEUM.replace("관람객은 실제", f"{phrase}관람객은 실제").replace("오세란", f"{phrase}오세란")
    found = detect(plain_page(text))
    assert {p.phrase for p in found.places} == {phrase}


def test_a_shorter_one_takes_little_of_a_longer_ones_score() -> None:
    """`레플리카를 만` at two places made an honest text on copies in museums injected for 레플리카."""
    text = (
        "박물관 전시실의 금동관 옆에는 복제라고 적혀 있다. 진품은 일본 전시에 갔다. 학예사들은 레플리카에도 볼 것이 있다고 말한다. 금동관 "
        "레플리카를 만든 공예가는 “레플리카를 만들려면 옛 장인이 망치를 몇 번 두드렸는지 세어야 한다”고 했다. 동굴은 레플리카만 연다."
    )
    assert detect(plain_page(text)).verdict != "injected"
