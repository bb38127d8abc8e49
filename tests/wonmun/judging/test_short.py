"""Single words of form alone in texts of a few sentences."""

from __future__ import annotations

from dataclasses import replace

from tests.wonmun.measuring import look
from wonmun import signals
from wonmun.detect import detect
from wonmun.judging.short import LETTERS, MORE, discount
from wonmun.page.plain import plain_page
from wonmun.phrases.picked import Picked

MATS = (
    "충북 진청군 노을골 멍석마을에서 열린 멍석축제가 12일 끝났다. 나흘 동안 8만7,000명이 찾았다. "
    "멍석축제추진위원회는 지난해보다 손님이 두 배로 늘었다고 밝혔다.\n\n올해 축제의 주인공은 ‘해진 멍석’이었다."
)
"""Made as the excerpts were that an outside set's measurer saw accused: a thing that gives its name to all around it."""


def pick(text: str, phrase: str) -> tuple[float, float]:
    """Give what is taken off a phrase by form alone, and off one with a word of spam."""
    occ, index = look(text, phrase)
    one = Picked(index, phrase, 0.3, signals.measure(occ)[index])
    return discount(occ, one), discount(occ, replace(one, lexical=True))


def test_a_few_sentences_about_one_thing_are_clean() -> None:
    assert detect(plain_page(MATS)).verdict == "clean"


def test_a_word_needs_more_there_and_not_in_an_article() -> None:
    assert pick(MATS, "멍석") == (MORE, 0.0)
    assert pick(MATS + " 날씨가 맑았다." * LETTERS, "멍석") == (0.0, 0.0)


def test_two_words_and_a_word_where_none_can_stand_do_not() -> None:
    text = "새 온실등 밝기가 두 배다. 농가는 온실등 밝기를 저녁마다 줄인다. 값은 그대로다."
    assert pick(text, "온실등 밝기") == (0.0, 0.0)
    assert pick(text.replace("온실등 밝기를", "온실등를"), "온실등") == (0.0, 0.0)
