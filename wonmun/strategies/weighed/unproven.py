"""Places that a term of an event's coverage is not put in at where that it is the event's is itself in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers

_RIGHT, _BEHIND = 1.5, 2.25
"""Logits, beside that of the coverage being of the event, from which on a term may be put in: that it is right at the
place, and that it stands behind any place at all. A subject's own word is likely at every place of a name that nobody
else has, but seldom likely to stand behind one. `covered.LEAST` has what both give; with the first
alone, at 2, of the month's places .388 are right and 12 of 727 wrong, so .411 and 8 of 765."""

_CERTAIN = 2.75
"""The sum of the first two from which on the third is not asked: of a term that is so likely at the place itself. Set
on half of the events that are open; on the other half, on pages of a month, and on pages of other subjects among 900
texts 20, 10 and 9 places more come back so, none, none and 2 wrong."""


def unproven(covered: float, places: Numbers, worth: Numbers) -> Numbers:
    """Say of each place whether its term is too doubtful, given the logit that its event is `covered`.

    `places`: logit that the likeliest term of each is right; `worth`: that the term stands behind any place.

    >>> unproven(0.5, np.array([1.2, 0.8, 1.2]), np.array([2.0, 2.0, 1.5])).tolist()
    [False, True, True]
    >>> unproven(3.0, np.array([-1.0]), np.array([-1.0])).tolist()
    [False]
    >>> unproven(0.5, np.array([2.3]), np.array([1.5])).tolist()
    [False]
    """
    doubtful = np.logical_and(covered < _RIGHT, covered + places < _RIGHT)
    misplaced = np.logical_and(covered < _BEHIND, covered + worth < _BEHIND)
    found: Numbers = doubtful | (misplaced & (covered + places < _CERTAIN))
    return found
