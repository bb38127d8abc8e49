"""Letters that a phrase has in common with what it was written over belong to it."""

from __future__ import annotations

import pytest

from wonmun.comparing.align import align
from wonmun.comparing.edges import whole
from wonmun.comparing.squeeze import Squeezed

BIKES = """The old harbour got a bike lane of two miles last week. The bike lane runs from the pier to the market.

Shopkeepers say that the bike lane takes their parking places. "A bike lane needs no parking," the mayor said.

Work on the next bike lane begins in May, when the rain is over and the ground is dry enough to dig."""


@pytest.mark.parametrize("phrase", ["best spinning game here", "buy cheap shoes online", "betting tips"])
def test_the_span_holds_the_whole_phrase(phrase: str) -> None:
    text = BIKES.replace("bike lane", phrase)
    edits = align(text, BIKES).edits
    assert {text[e.start : e.end] for e in edits} == {phrase}
    assert {BIKES[e.genuine_start : e.genuine_end] for e in edits} == {"bike lane"}


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("terpercay", "situs terpercaya dan terpercaya.", "terpercaya"),
        ("ercaya", "situs tercaya dan tercaya", "tercaya"),
        ("tip", "tipsy and tipster", "tip"),
        ("tip", "tips and tip", "tip"),
        ("릴게임", "릴게임은 릴게임은", "릴게임"),
    ],
)
def test_only_letters_that_all_places_share_and_that_end_the_word(phrase: str, text: str, expected: str) -> None:
    assert whole(phrase, Squeezed.of(text), (), "") == expected


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("울카지노", "서울 카지노는 서울 카지노가", "서울카지노"),
        ("울카지노", "신서울 카지노는 서울 카지노가 서울 카지노의", "서울카지노"),
        ("울카지노", "서 울카지노는 서울카지노가", "울카지노"),
        ("카지", "카지노는 카지노가", "카지노"),
        ("카지노", "카지노의 꿈과 카지노의 밤", "카지노"),
        ("카지노", "카지노사이 꿈과 카지노사이가 밤", "카지노사이"),
        ("카지노", "카지노터미널은 카지노터미널이", "카지노"),
    ],
)
def test_korean_letters_that_begin_or_end_the_word_at_most_places(phrase: str, text: str, expected: str) -> None:
    """A report of 2026-11-29: phrase and term that began with the same letter had the span begin one late."""
    assert whole(phrase, Squeezed.of(text), ("정부", "시장"), "") == expected
    assert whole(phrase, Squeezed.of(text), ("정부", ""), "") == phrase


def test_letters_without_which_the_original_stands_elsewhere_are_the_texts() -> None:
    """`연구비` twice in a page, `연구` written over: the phrase does not end in 비."""
    page = Squeezed.of("카지노비는 늘었고 카지노비가 줄었다")
    assert whole("카지노", page, {"연구"}, "연구비는연구를늘린다") == "카지노"
    assert whole("카지노", page, {"연구"}, "연구비는늘고연구비가줄었다") == "카지노비"
    assert whole("울카지노", Squeezed.of("신서울카지노 한서울카지노"), {"비"}, "") == "서울카지노"
