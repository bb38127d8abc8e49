"""Answers about words are asked for once, and never more of them kept than there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.language import kept
from wonmun.language.kept import Kept
from wonmun.language.load import language

if TYPE_CHECKING:
    import pytest


def test_a_word_is_asked_about_once() -> None:
    asked: list[str] = []

    def size(word: str) -> int:
        asked.append(word)
        return len(word)

    sizes = Kept(size).__getitem__
    assert [sizes(word) for word in ("강", "나루터", "강", "나루터")] == [1, 3, 1, 3]
    assert asked == ["강", "나루터"]


def test_all_is_forgotten_where_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    sizes = Kept(len)
    assert [sizes["가" * n] for n in range(1, 12)] == list(range(1, 12))
    assert len(sizes) <= 3


def test_what_a_language_knows_of_a_word_is_what_it_knew_before() -> None:
    korean = language("ko")
    for word in ("도서관", "정부는", "골드문", ""):
        assert korean.known(word) == korean.known(word)
        assert korean.tail(word) == korean.tail(word)
        assert korean.spread(word) == korean.spread(word)
