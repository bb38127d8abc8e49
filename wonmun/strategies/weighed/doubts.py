"""What makes a term of an event's coverage less sure than the models say: no place attested, two terms, one paper.

Rivals of one form (안전줄, 작업줄), words of all papers that the page lacks, terms that survive and units behind
figures are weighed by the models themselves, which `tools/fit_event.py` fits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wonmun.strategies.places.situation import NEAR
from wonmun.strategies.weighed.decide import LEVELS, TWO

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers
    from wonmun.strategies.weighed.facts import Facts

_UNATTESTED = 1.0
"""Logit that it costs if the term stands between the same letters as at none of the places that it is likeliest at."""
_LETTERS = LEVELS[1]
_ONE_PAPER = 0.8
"""Logit that it costs where one paper alone covers the event and has the term at no place after the same two letters
and before the same one: its words are those of its own story (갈매기 for 꽁치). Of copies of 12 sets with such coverage
185 places were right and 10 wrong with .1 and .2 on all limits instead, 180 and 3 so, of the two blind ones among
them 78 and 7, 78 and 0.
"""
_ONE = 0.5
"""The share of both that it costs where it surely is one term: its places speak for each other then. Set on half of the
events that are open, of the other half 24 places more come back so, none wrong."""
_OPEN, _SETTLED = 1.0, 0.9
"""Logit that it costs where it may be two terms and the hypotheses on the page give the term no such share of its
place: of what is held back so on copies of two outside sets and of others' events 34 places were right and 16 wrong, of
those in `tools/` 41 and 14.
"""


def doubts(facts: Facts, tops: Numbers, two: float) -> Numbers:
    """Give the logit, 0 or more, to be taken off that the likeliest term of each place is right there.

    `two`: logit that it is two terms.
    """
    deep, both, alone = facts.place("deep"), facts.place("both"), facts.nearness[1] < NEAR
    costs = {
        term: _UNATTESTED * bool(deep[term, tops == term].max() < _LETTERS)
        + _ONE_PAPER * (alone and not both[term, tops == term].any())
        for term in np.unique(tops).tolist()
    }
    share = _ONE if two <= TWO and facts.group.particles else 1.0
    return share * np.array([costs[term] for term in tops.tolist()])


def unsettled(share: Numbers, two: float) -> Numbers:
    """Give the logit, 0 or more, to be taken off at each place for what else hypotheses of two terms see there.

    `share`: what they give the likeliest term of each place; `two`: logit that it is two terms.

    >>> unsettled(np.array([0.95, 0.8]), 1.0).tolist(), unsettled(np.array([0.8]), -3.0).tolist()
    ([0.0, 1.0], [0.0])
    """
    found: Numbers = _OPEN * ((two > TWO) & (share < _SETTLED))
    return found
