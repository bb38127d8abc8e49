"""What a copy that was given as genuine says of the places of a phrase."""

from __future__ import annotations

import pytest

from wonmun.model import Place
from wonmun.strategies.genuine import corrections


@pytest.mark.parametrize(
    ("originals", "known"),
    [
        (("통신사", "비아그라 약국 가격통신사", "통신사"), {0, 2}),
        (("통신사", "이동통신사", "통신사"), {0, 1, 2}),
        (("도박판", "도박판", "도박판"), {0, 1, 2}),
    ],
)
def test_a_copys_own_phrase_before_the_word_is_not_put_in(originals: tuple[str, ...], known: set[int]) -> None:
    """Seen from outside in November 2026: both wrong words where another mirror was given as the original."""
    text = "푸른 문은 멈췄다. " * len(originals)
    size = len(text) // len(originals)
    places = [
        Place(n * size, n * size + 4, "substitution", "푸른 문", original=original)
        for n, original in enumerate(originals)
    ]
    found = corrections(text, places)
    assert set(found) == known
    assert all(found[n].value == originals[n] for n in known)
