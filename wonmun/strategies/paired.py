"""Which of two terms stood at a place, where it is sure which two stand behind a phrase.

The models judge a place and the pair of terms at once, and hold back both where either is in doubt. Of true pairs the
places' own words tell .83 to .86 apart, .5 to .7 with certainty; and a pair whose second term coverage speaks for far
more than for any third one is seldom wrong. Of copies of two outside sets and of `bench/held`'s events 62 places more
are put back so, and 4 wrong ones; of copies of the events in `tools/` 218 and 14. The bounds were set on these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wonmun.strategies.scores import HOPELESS
from wonmun.strategies.together import parted

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers
    from wonmun.strategies.decide import Judgement
    from wonmun.strategies.scores import View

_TWO, _WORTH, _AHEAD, _LEAD = 0.5, 1.0, 3.0, 2.0
"""Logits from which on: it is two terms; each of them stands behind any place; that is so much more than any third
one's; one of them rather than the other stood at this place."""
TOLD = 0.94
"""Probability of a term that is put in so."""


def paired(view: View, judged: Judgement) -> Numbers:
    """Give the term of each place that one of a sure pair of terms stood at; -1: not told.

    Of a sure pair no term survives in the page, and before each particle one of both can stand.
    """
    first, second = view.mixture.pair
    none = np.full(len(judged.tops), -1)
    if judged.two < _TWO or not _sure(view, first, second) or {first, second} & judged.barred:
        return none
    lead = parted((view.utility[first] - view.utility[second])[None], view.close)[0]
    return np.where(lead >= _LEAD, first, np.where(lead <= -_LEAD, second, none))


def _sure(view: View, first: int, second: int) -> bool:
    names, both, worth = view.facts.terms, [first, second], view.worth
    if _overlap(names[first], names[second]) or view.facts.page("survives")[both].any():
        return False
    others = [
        float(worth[t]) for t in view.judged.tolist() if not any(_overlap(names[t], names[pair]) for pair in both)
    ]
    least, third = float(worth[both].min()), max(others, default=HOPELESS)
    return bool(least >= max(_WORTH, third + _AHEAD) and not view.facts.place("misfit")[both].all(0).any())


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one
