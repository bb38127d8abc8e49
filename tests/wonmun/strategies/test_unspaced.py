"""Phrases in Japanese: put before sentences, or over words that particles follow."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from wonmun.strategies.inserted.unspaced import before_sentences

if TYPE_CHECKING:
    from wonmun.strategies.places.slots import Group

REST = "町の図書館は古い倉庫を直して開いた。子供たちが本を読む。"


@pytest.mark.parametrize(
    ("rights", "least", "most"),
    [
        (("町は雨だった。", "学校も休んだ。", "港に船が来た。"), 0.9, 1.0),
        (("町は雨だった。", "学校も休んだ。"), 0.4, 0.6),
        (("町は雨だった。", "町も休んだ。", "町に船が来た。"), 0.9, 1.0),
        (("は雨だった。", "も休んだ。", "に船が来た。"), 0.0, 0.0),
        (("町は雨だった。", "は休んだ。", "に船が来た。"), 0.0, 0.0),
    ],
)
def test_a_phrase_before_sentences_was_put_in(rights: tuple[str, ...], least: float, most: float) -> None:
    slots = [SimpleNamespace(left="風が強い。", right=right) for right in rights]
    group = cast("Group", SimpleNamespace(slots=slots, rest=REST, phrase="夜の出会い"))
    assert least <= before_sentences(group) <= most
