"""What is offered for one place are probabilities of one thing: together never more than 1."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wonmun.model import Correction
from wonmun.strategies.shares import LEAST, beside, unless

Weigh = Callable[[Correction, Sequence[Correction]], tuple[Correction, ...]]
_CHANCE = st.floats(0, 1)
_TERMS = st.lists(
    st.builds(Correction, st.sampled_from(["시장", "대학", "병원", "은행"]), _CHANCE, st.just("language")), max_size=3
)


@pytest.mark.parametrize("weigh", [beside, unless])
@given(chance=_CHANCE, terms=_TERMS)
def test_together_they_are_one_at_most(weigh: Weigh, chance: float, terms: list[Correction]) -> None:
    terms = [Correction(t.value, t.confidence / max(1, len(terms)), t.source) for t in terms]
    first = Correction("시장" if weigh is beside else "", chance, "insertion")
    offered = weigh(first, terms)
    assert sum(c.confidence for c in offered) <= 1.001
    assert first in offered
    assert list(offered) == sorted(offered, key=lambda c: -c.confidence)
    assert all(c is first or c.confidence >= LEAST for c in offered)


def test_what_leaves_room_for_the_others_takes_nothing_from_them() -> None:
    """Seen in November 2026: 카지노 “nothing at all 80%, 시장 30%”."""
    market, school = Correction("시장", 0.3, "related"), Correction("학교", 0.2, "language")
    assert beside(Correction("대학", 0.5, "model"), [market, school])[1:] == (market, school)
    nothing = Correction("", 0.8, "insertion")
    assert [(c.value, c.confidence) for c in unless(nothing, [market, school])] == [
        ("", 0.8),
        ("시장", 0.06),
        ("학교", 0.04),
    ]
    assert [c.confidence for c in beside(Correction("대학", 0.8, "model"), [market, school])] == [0.8, 0.12, 0.08]


def test_the_same_word_is_offered_once() -> None:
    said = Correction("시장", 0.4, "model")
    assert beside(said, [Correction("시장", 0.9, "language")]) == (said,)
