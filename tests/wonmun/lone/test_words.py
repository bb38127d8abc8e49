"""Runs of spam words at one place of an article that speaks of nothing like it."""

from __future__ import annotations

import pytest

from tests.wonmun.lone.texts import PASSING
from tests.wonmun.written import MUSEUM, PORT
from wonmun.detect import detect
from wonmun.language.load import language
from wonmun.lone import words
from wonmun.page.plain import plain_page
from wonmun.phrases.view import View


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


LISTED = ("바카라 사이트 추천", "무료 슬롯 체험", "토토 꽁머니 환전", "출장안마 후기")


def test_several_phrases_at_a_place_each_are_injected() -> None:
    """Spam that takes another phrase at each place: before, none of 63 pages was injected."""
    text = MUSEUM
    for phrase, first in zip(LISTED, ("가장 붐비는", "전시실 앞에는", "오세란 학예실장은", "입장료는"), strict=True):
        text = text.replace(first, phrase + first)
    found = detect(plain_page(text))
    assert found.verdict == "injected"
    assert len({p.phrase for p in found.places}) >= 3


@pytest.mark.parametrize(
    "why",
    [
        "검색 스팸이 섞여 들어왔다.",
        "도박 광고로 이어지는 글이다.",
        "경찰은 수사에 나섰고 피해자 신고를 받아 주소를 차단했다.",
    ],
)
def test_a_report_that_lists_such_phrases_is_silent(why: str) -> None:
    text = f"학교 누리집 게시판에 {LISTED[0]}, {LISTED[1]}, {LISTED[2]} 같은 글이 올라왔다. {why} 학교는 글을 지웠다."
    assert detect(plain_page(text)).verdict == "clean"
