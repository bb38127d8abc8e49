"""Letters that a phrase has in common with what it was written over belong to it."""

from __future__ import annotations

import pytest

from wonmun.align import align
from wonmun.edges import whole
from wonmun.squeeze import Squeezed

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
    assert whole(phrase, Squeezed.of(text)) == expected
