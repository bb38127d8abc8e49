"""Places that a term of an event's coverage is not put in at where that it is the event's is itself in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers

_TOGETHER = 2.0
"""Logits that the coverage is of the event and that a term is right, together, from which on it may be put in; of both
sets that `covered.LEAST` names the highest share of wrong ones that is no more than .02 sets it."""


def unproven(covered: float, places: Numbers) -> Numbers:
    """Say of each place whether its term is too doubtful, given the logit that its event is `covered`.

    `places`: logit that the likeliest term of each is right.

    >>> unproven(0.5, np.array([1.7, 1.0])).tolist(), unproven(3.0, np.array([-1.0])).tolist()
    ([False, True], [False])
    """
    found: Numbers = np.logical_and(covered < _TOGETHER, covered + places < _TOGETHER)
    return found
