"""The second arm: a page whose form shows little, but with words of spam's trades where nothing speaks of those.

The models of form and fluency hardly lean on the lexicon, so that phrases without a spam word are found; one that has
such words need not be odd in form. Such a phrase is judged by the sum of both arms' logits, with limits of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wonmun import signals

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.occurrences import Occurrences
    from wonmun.verdict import Weights

NAMES = (
    "plain_spam", "vague_spam", "traded", "kindred", "told", "spare_letters", "searched", "query_tail", "words",
    "times",
    "glued_left", "glued_right", "wrong", "wrong_kinds", "loose", "lead", "stub", "verb", "bare", "between",
    "after_particle", "after_ending", "rejoined", "both", "right_kinds", "entropy", "one_particle",
    "bracketed", "quote_open", "paren_after", "listed", "exclusive", "apart_log", "cover", "cost",
)  # fmt: skip
"""The columns that this arm weighs."""
KINDS = [signals.NAMES.index(n) for n in ("plain_spam", "vague_spam", "traded")]
NONE = -99.0
"""The score of a candidate that is not for this arm."""


def asked(occ: Occurrences, rows: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which candidates this arm judges: those that hold a word of spam's trades and stand twice or oftener."""
    flags: NDArray[np.bool_] = rows[:, KINDS].any(axis=1) & (occ.count > 1)
    return flags


def scores(occ: Occurrences, rows: NDArray[np.float64], numbers: Weights) -> NDArray[np.float64]:
    """Logits of this arm; `NONE` for what it does not judge."""
    found = np.full(len(rows), NONE)
    mine = asked(occ, rows) if numbers.lexical is not None else np.zeros(0, np.bool_)
    if numbers.lexical is not None and mine.any():
        found[mine] = numbers.lexical.score(rows[mine])
    return found


def joined(own: float, other: float, numbers: Weights) -> float:
    """Both arms' logits as one on the other arm's scale: the limits of their sum fall on that one's."""
    upper, lower = numbers.lexical_injected, numbers.lexical_suspicious
    slope = (numbers.injected - numbers.suspicious) / (upper - lower)
    return numbers.injected + slope * (own + other - upper)
