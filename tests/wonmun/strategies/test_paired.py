"""Which of two terms stood at a place, where it is sure which two stand behind a phrase."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest

from wonmun.strategies.weighed.decide import Judgement
from wonmun.strategies.weighed.paired import paired

if TYPE_CHECKING:
    from wonmun.strategies.weighed.scores import View

SURE = (3.0, 2.0, -2.0)
TERMS = ("유람선", "선착장", "시청")


def view(
    worth: tuple[float, ...] = SURE, terms: tuple[str, ...] = TERMS, misfit: float = 0.0, survives: float = 0.0
) -> View:
    """Three terms at four places; the first place is the first one's, the second the second one's."""
    utility = np.array([[5.0, 0.0, 2.0, 2.5], [0.0, 5.0, 2.0, 2.0], [0.0, 0.0, 0.0, 0.0]])
    misfits = np.zeros((3, 4))
    misfits[:2, 3] = 1.0, misfit
    surviving = np.array([0.0, survives, 1.0])
    facts = SimpleNamespace(
        terms=terms, page={"survives": surviving}.__getitem__, place={"misfit": misfits}.__getitem__
    )
    found = SimpleNamespace(
        facts=facts, worth=np.array(worth), judged=np.arange(3), utility=utility, close=np.zeros(4, bool),
        mixture=SimpleNamespace(pair=(0, 1)),
    )  # fmt: skip
    return cast("View", found)


def judged(two: float = 1.5, barred: frozenset[int] = frozenset()) -> Judgement:
    return Judgement(np.zeros(4, int), two, np.zeros(4), np.zeros(4, int), possible=False, barred=barred)


def test_places_whose_own_words_tell_a_sure_pair_apart_are_filled() -> None:
    assert paired(view(), judged()).tolist() == [0, 1, -1, -1]


@pytest.mark.parametrize(
    ("found", "judgement"),
    [
        (view(), judged(two=1.4)),
        (view(), judged(barred=frozenset({1}))),
        (view(worth=(3.0, -1.3, -8.0)), judged()),
        (view(worth=(3.0, 2.0, 0.1)), judged()),
        (view(terms=("유람선", "선", "시청"), misfit=0.0), judged()),
        (view(misfit=1.0), judged()),
        (view(survives=1.0), judged()),
    ],
)
def test_of_a_doubtful_pair_no_place_is_filled(found: View, judgement: Judgement) -> None:
    """One term perhaps, a third as likely, one within the other, a particle that neither fits, one that was spared."""
    assert paired(found, judgement).tolist() == [-1] * 4


def test_a_pair_that_coverage_speaks_for_more_than_for_any_third_is_sure_enough() -> None:
    assert paired(view(worth=(3.0, -1.1, -4.0)), judged()).tolist() == [0, 1, -1, -1]


def test_what_a_place_says_itself_counts_beside_what_its_sentence_says() -> None:
    """Two names in one sentence are mostly two; where one of them stands twice its second place says so itself."""
    found = view()
    found.utility[:, 2:] = [[5.0, 4.2], [0.0, 0.0], [0.0, 0.0]]
    found.close[3] = True
    assert paired(found, judged()).tolist() == [0, 1, 0, 0]
    found.utility[0, 3] = 2.2
    assert paired(found, judged()).tolist() == [0, 1, 0, -1]


def test_what_is_likely_because_it_holds_one_of_the_pair_is_no_third() -> None:
    assert paired(view(worth=(3.0, 2.0, 1.5), terms=("유람선", "선착장", "유람선장")), judged()).tolist()[:2] == [0, 1]
