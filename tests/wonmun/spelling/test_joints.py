"""Marks in the place of blanks, and tags."""

from __future__ import annotations

import pytest

from tests.wonmun.written import MUSEUM, PORT, substituted
from wonmun.detect import detect
from wonmun.page.plain import plain_page
from wonmun.spelling.joints import beside
from wonmun.spelling.obfuscation import fold

WORDS, SEARCHED = ("카지노", "바카라", "슬롯"), ("사이트", "추천", "쿠폰")
MARKS = ["·", "/", "|", "+", "-", "_"]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("family", ["term", "lead"])
def test_a_phrase_with_marks_between_its_words_is_found_whole(mark: str, family: str) -> None:
    """Before, `·` and `/` hid phrases from the engine: of ten each it found none."""
    phrase = mark.join(["무료", "바카라", "추천"])
    if family == "term":
        text, spans = substituted(PORT, "한빛항만공사", phrase)
        wanted = [(a, b) for a, b, _ in spans]
    else:
        text = MUSEUM.replace("박물관은 가을", f"{phrase}박물관은 가을").replace("입장료는", f"{phrase}입장료는")
        wanted = [(i, i + len(phrase)) for i in range(len(text)) if text.startswith(phrase, i)]
    found = detect(plain_page(text))
    assert found.verdict == "injected"
    assert [(p.start, p.end) for p in found.places] == wanted


@pytest.mark.parametrize(
    "phrase", ["#바카라사이트추천", "#바카라 #사이트 #추천", "#바카라#사이트#추천", "@바카라사이트추천"]
)
def test_tags_are_found_with_their_marks(phrase: str) -> None:
    text, spans = substituted(PORT, "한빛항만공사", phrase)
    found = detect(plain_page(text))
    assert found.verdict == "injected"
    first = phrase.startswith("@")
    assert [(p.start, p.end) for p in found.places] == [(a + first, b) for a, b, _ in spans]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("슬롯·사이트·추천", "슬롯 사이트 추천"),
        ("무료/슬롯/추천은", "무료 슬롯 추천은"),
        ("가온·카지노 그리고 가온·카지노장", "가온 카지노 그리고 가온 카지노장"),
        ("#슬롯 #추천 좋다", "슬롯 추천 좋다"),
        ("좋다#슬롯#추천", "좋다슬롯 추천"),
    ],
)
def test_marks_are_blanks_where_a_search_phrase_results_or_the_words_come_back(written: str, read: str) -> None:
    assert fold(written, WORDS, SEARCHED).text == read


@pytest.mark.parametrize(
    "text",
    [
        "카지노·호텔 업계",
        "슬롯·룰렛·바카라 등",
        "한·미·일과 남북/북미 회담",
        "#제주여행 #맛집추천 #바다",
        "카지노 이용객은 10명/시간",
        "1/2·3/4 그리고 카지노",
        "카지노 #1 게이트",
    ],
)
def test_lists_of_trades_tags_and_fractions_stay(text: str) -> None:
    assert fold(text, WORDS, SEARCHED).text == text


def test_a_folded_tag_keeps_its_mark() -> None:
    folded = fold("글 #슬롯 #추천", WORDS)
    assert folded.span(2, 4) == (2, 5)
    assert folded.span(2, 7) == (2, 9)


def test_words_near_marks_are_given_and_no_others() -> None:
    words = frozenset(["카지노", "슬롯", "추천", "casino"])
    text = "오늘도 하늘이 맑고 거리는 조용하다. " * 4
    assert beside(f"슬롯 {text}무료·카지노 추천이다", words) in {("카지노", "추천"), ("추천", "카지노")}
    assert beside(f"{text}카지노 추천", words) == ()
    assert beside("#슬롯", words) == ("슬롯",)
