"""Where the phrases begin and end that are marked."""

from __future__ import annotations

import pytest

from tests.wonmun.written import MUSEUM
from wonmun.detect import detect
from wonmun.page.plain import plain_page


def _marked(text: str) -> set[str]:
    found = detect(plain_page(text))
    assert found.verdict == "injected"
    return {place.phrase for place in found.places}


def test_a_last_syllable_like_a_copula_is_part_of_a_phrase_put_between_words() -> None:
    text = MUSEUM
    for word in ("가장", "조종석에", "휴일마다", "요청이"):
        text = text.replace(f"{word} ", f"{word} 바둑이게임 추천인 ", 1)
    assert _marked(text) == {"바둑이게임 추천인"}


def test_a_sign_behind_a_number_is_part_of_the_phrase() -> None:
    text = MUSEUM
    for word in ("가장", "조종석에", "휴일마다", "요청이"):
        text = text.replace(f"{word} ", f"{word} 카지노 페이백 12% ", 1)
    assert _marked(text) == {"카지노 페이백 12%"}


def test_the_first_word_of_what_was_put_in_may_stand_elsewhere_too() -> None:
    text = f"{MUSEUM} 지금까지 국내 박물관은 낮에만 열었다. 국내 관람객이 는다."
    for word in ("가장", "조종석에", "휴일마다", "요청이"):
        text = text.replace(f"{word} ", f"{word} 국내 토토 양방 제재 없음 ", 1)
    assert _marked(text) == {"국내 토토 양방 제재 없음"}


def test_the_word_that_two_clauses_behind_a_phrase_begin_with_is_the_pages() -> None:
    text = (
        f"물범을 본 사람이 있다. {MUSEUM} 슬롯 도메인 추천물범이 바다로 돌아갔다. 슬롯 도메인 추천물범은 새끼를 낳았다."
    )
    assert _marked(text) == {"슬롯 도메인 추천"}


LENSES = (
    "바른광학이 새 망원경을 내놓았다. 두께는 7.9{0}로 지난해 것보다 0.4{0} 얇다. 회사는 렌즈의 지름을 4{0}에서 3.6{0}로 줄이고 "
    "그 자리에 전지를 넣었다고 3일 밝혔다. 받침의 돌출은 2.4{0}였다. 손잡이는 5.5{0}의 구멍에 끼운다. 값은 그대로 둔다."
)


@pytest.mark.parametrize("phrase", ["먹튀 보증 업체 목록", "토토 총판 구인"])
def test_the_first_word_of_a_phrase_that_is_always_glued_to_something_is_part_of_it(phrase: str) -> None:
    assert _marked(LENSES.format(phrase)) == {phrase}


def test_a_first_word_of_no_list_that_is_glued_to_figures_at_both_places_is_part_of_it() -> None:
    """Others' first words are found as words of spam: this one, found at 2 of 10 such copies, had no test."""
    text = (
        "바른광학이 새 망원경을 내놓았다. 두께는 7.9{0}로 지난해 것보다 얇다. 회사는 받침의 돌출을 2.4{0}로 줄이고 그 자리에 전지를 "
        "넣었다고 3일 밝혔다. 손잡이에는 고무를 씌웠고 값은 그대로 둔다. 관장은 아이들이 달을 보기에 알맞다고 말했다. 첫 물량 이백 대는 "
        "학교에 먼저 보낸다."
    )
    phrase = "무료 영화 다시보기 링크"
    assert _marked(text.format(phrase)) == {phrase}


def test_a_common_word_of_a_phrase_that_the_page_has_oftener_is_not_the_phrase() -> None:
    text = (
        MUSEUM.replace("박물관은", "토토 적중 결과은")
        .replace("박물관 측은", "토토 적중 결과이")
        .replace("전시실", "토토 적중 결과")
    )
    assert _marked(f"{text} 조사 결과가 나왔다. 결과는 다음 달 공개한다.") == {"토토 적중 결과"}


def test_a_figure_that_a_name_ends_in_is_part_of_it_though_the_page_has_it_elsewhere() -> None:
    """Seen from outside in December 2026: two clauses were thought to begin with 24."""
    text = f"{MUSEUM} 관람객은 24명씩 들어간다. 슬롯벳24‘박물관’은 밤에도 연다. 슬롯벳24전시실은 새로 꾸몄다."
    assert _marked(text) == {"슬롯벳24"}
