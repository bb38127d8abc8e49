"""Latin words made of spam words."""

from __future__ import annotations

import re

import pytest

from wonmun.rules.made import made


@pytest.mark.parametrize("word", ["onlinecasino", "BestSlots", "freebet365casino", "bestcasino2024bonus", "casinos"])
def test_words_that_spam_words_make_are_found_whole(word: str) -> None:
    text = f"축제는 {word}를 연다"
    assert [text[a:b] for a, b in made(text)] == [word]


@pytest.mark.parametrize("word", ["Wednesday", "casinoville", "mycasino", "bestonline", "casino", "bet365casino"])
def test_other_words_are_not(word: str) -> None:
    assert not list(made(word))


def test_at_most_three_words_stand_before_a_strong_one() -> None:
    assert [b - a for a, b in made("bestfreevipcasino, bestfreevipnewcasino")] == [17]


def test_only_what_lies_between_the_bounds_is_looked_at() -> None:
    text = "onlinecasino bestslots"
    assert list(made(text, 13)) == [(13, 22)]
    assert list(made(text, 0, 12)) == [(0, 12)]


def test_no_pattern_of_all_the_words_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    compile_ = re.compile

    def counted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        sizes.append(len(pattern))
        return compile_(pattern, flags)

    monkeypatch.setattr(re, "compile", counted)
    assert list(made("onlinecasino"))
    assert max(sizes, default=0) < 1000
