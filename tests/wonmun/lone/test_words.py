"""Runs of spam words at one place of an article that speaks of nothing like it."""

from __future__ import annotations

import pytest

from tests.wonmun.lone.texts import PASSING
from tests.wonmun.written import MUSEUM, PORT
from wonmun.detect import detect
from wonmun.language.load import language
from wonmun.lone import words
from wonmun.page.plain import plain_page
from wonmun.view import View


@pytest.mark.parametrize(
    "phrase",
    [
        "골드문 바카라 추천",
        "카지노 가입 쿠폰",
        "정보이용료 현금화",
        "무료 슬롯 체험",
        "출장안마 후기",
        "토토 배팅 방법",
    ],
)
@pytest.mark.parametrize("place", ["{0}관람객은 실제", "관람객은 {0} 실제", "{0}은 실제"])
def test_a_search_phrase_at_one_place_is_suspicious(phrase: str, place: str) -> None:
    text = MUSEUM.replace("관람객은 실제", place.format(phrase))
    found = detect(plain_page(text))
    assert found.verdict == "suspicious"
    assert any(phrase[:2] in text[p.start : p.end] for p in found.places)


@pytest.mark.parametrize("name", PASSING)
def test_a_word_in_passing_is_none(name: str) -> None:
    assert detect(plain_page(PASSING[name])).verdict == "clean"


def test_what_the_text_speaks_of_quotes_or_repeats_is_no_candidate() -> None:
    speech = language("ko")
    phrase = "바카라 사이트 추천"
    assert [s.phrase for s in words.find(View(f"{PORT}\n{phrase}.", speech))] == [phrase]
    for text in (
        f"{phrase} 글을 올린 도박 조직이 붙잡혔다.",
        f"그는 “{phrase}” 글귀를 지웠다.",
        f"{phrase}에 이어 {phrase} 하나가 또 있다.",
    ):
        assert not [s for s in words.find(View(text, speech)) if phrase in s.phrase], text
