"""Bare words of spam's trades (급전, 짝퉁) again and again in a text that says nothing else of that trade.

Such a word alone stands in many honest texts by the way; one that says it three times is about its trade, and then
other words of it stand around. Form shows little: most fit in anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wonmun import signals
from wonmun.judging.unsaid import REST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

OFTEN = 3
"""Places from which on a text that says it is about its trade."""
PASSING = 1
"""Words of crime reports (경찰, 주의) that a text may hold and tell of no crime."""
AT_HOME = 0.28
"""Nearness to the page's nouns from which on such a word is of the page's kind."""
_NEAR, _SENSED = signals.NAMES.index("affinity_least"), signals.NAMES.index("sensed")


def unspoken(occ: Occurrences, rows: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which candidates are such a word, on a page that speaks of nothing like it."""
    flags = np.zeros(len(rows), np.bool_)
    lexicon, text = occ.batch.view.language.lexicon, occ.batch.view.text
    for index, phrase in enumerate(occ.batch.phrases if lexicon.bare else ()):
        if phrase not in lexicon.bare or occ.count[index] < OFTEN:
            continue
        if rows[index, _SENSED] > 0 and rows[index, _NEAR] >= AT_HOME:
            continue
        rest = text.replace(phrase, " ")
        if len(rest) < REST:
            continue
        told = len(set(lexicon.report_pattern.findall(rest)))
        flags[index] = not lexicon.kin(phrase, rest) and told <= PASSING
    return flags
