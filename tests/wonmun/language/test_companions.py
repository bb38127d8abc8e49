"""The table of words that spam lives on and of what stands beside them in honest texts."""

from __future__ import annotations

import re

import pytest

from wonmun.language.companions import Companions, _begun, companions
from wonmun.language.load import lines


def test_every_word_has_companions_and_every_open_one_is_a_word() -> None:
    table = companions("ko")
    assert len(table.words) > 150
    assert table.open < table.words
    for line in lines("ko", "companions.txt")[1:]:
        words, _, beside = line.partition(": ")
        assert words
        assert len(beside.split(", ")) > 8, line
        assert all(len(word) > 1 for word in beside.split(", ")), line


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("원판, ~을 돌린다", {"원판", "~을 돌"}),
        ("발길을 돌린다", set()),
        ("민주배당", set()),
        ("온라인이벤트", {"이벤트"}),
    ],
)
def test_short_companions_stand_at_words_beginnings(text: str, found: set[str]) -> None:
    assert companions("ko").beside({"룰렛"}, text) == found


def test_nouns_are_given_once() -> None:
    nouns = companions("ko").nouns({"룰렛", "슬롯머신"})
    assert len(nouns) == len(set(nouns)) > 20


def test_patterns_of_companions_are_compiled_for_the_words_asked_about_only(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile

    def counted(pattern: str) -> re.Pattern[str]:
        compiled.append(pattern)
        return compile_(pattern)

    monkeypatch.setattr(re, "compile", counted)
    _begun.cache_clear()
    assert Companions("ko").beside({"룰렛"}, "원판, ~을 돌린다")
    assert 0 < len(compiled) < 5
