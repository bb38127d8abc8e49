"""Which of two terms stood at a place, where it is sure which two stand behind a phrase, or one of them elsewhere.

The models judge a place and the pair of terms at once, and hold back both where either is in doubt. Of true pairs the
places' own words tell .83 to .86 apart, .5 to .7 with certainty; and a pair whose second term coverage speaks for far
more than for any third one is seldom wrong. Of copies of two outside sets and of `bench/held`'s events 62 places more
are put back so, and 4 wrong ones; of copies of the events in `tools/` 218 and 14. The bounds were set on these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wonmun.strategies.places.together import parted
from wonmun.strategies.weighed.rows import overlap, third_worth

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers
    from wonmun.strategies.weighed.decide import Judgement
    from wonmun.strategies.weighed.scores import View

_TWO, _WORTH, _AHEAD, _LEAD = 0.5, 1.0, 3.0, 2.0
"""Logits from which on: it is two terms; each of them stands behind any place; that is so much more than any third
one's; one of them rather than the other stood at this place."""
_SURELY, _SHARE, _KNOWN, _HALF = 2.0, 0.9, 2.0, 0.5
"""Logit of two terms, share that the hypotheses on the page give a term of a place, and logit of the same term at its
likeliest place and here, from which on it is put in. Beyond what a sure pair fills these are 61 right places and one
wrong of copies of two outside sets and of others' events, 239 and 18 of those in `tools/`; with .8 of the share 117
and 13 of the first ones.
"""
TOLD = 0.94
"""Probability of a term that is put in so."""


def paired(view: View, judged: Judgement) -> Numbers:
    """Give the term of each place that one of a sure pair of terms stood at, or that is sure elsewhere; -1: not told.

    Of a sure pair no term survives in the page, and before each particle one of both can stand.
    """
    first, second = view.mixture.pair
    known = _known(view, judged)
    if judged.two < _TWO or not _sure(view, first, second) or {first, second} & judged.barred:
        return known
    lead = parted((view.utility[first] - view.utility[second])[None], view.close)[0]
    return np.where(lead >= _LEAD, first, np.where(lead <= -_LEAD, second, known))


def _known(view: View, judged: Judgement) -> Numbers:
    """Give the likeliest terms of the places that hypotheses of two terms are sure of; -1 elsewhere."""
    tops, places = judged.tops, np.arange(len(judged.tops))
    best = np.array([judged.places[tops == t].max() for t in tops])
    free = np.array([t not in judged.barred for t in tops.tolist()], bool)
    sure = free & (view.mixture.share[tops, places] >= _SHARE) & (best >= _KNOWN) & (judged.places >= _HALF)
    return np.where(sure & (judged.two >= _SURELY), tops, -1)


def _sure(view: View, first: int, second: int) -> bool:
    names, both = view.facts.terms, [first, second]
    if overlap(names[first], names[second]) or view.facts.page("survives")[both].any():
        return False
    least = max(_WORTH, third_worth(view, first, second) + _AHEAD)
    return bool(view.worth[both].min() >= least and not view.facts.place("misfit")[both].all(0).any())
