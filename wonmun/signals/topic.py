"""Whether the page is about it: the phrase's words standing apart from it speak for honesty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wonmun.phrases.columns import table
from wonmun.phrases.times import times

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

NAMES = ("exclusive", "apart", "apart_last", "apart_log")
"""Mean share of its words' occurrences that are part of it · share of its words that stand elsewhere, too
(several words) ·
how often the last one does, for each time it stands · log of how often any does."""


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name."""
    words = occ.words
    counts = np.maximum(1.0, times(occ.batch.view, words.known))[words.index]
    standing = occ.count.repeat(words.count)
    spare = np.maximum(0.0, counts - standing)
    several = words.count > 1
    last = words.first + words.count - 1
    columns = (
        words.over(np.add, np.minimum(1.0, standing / counts)) / words.count,
        np.where(several, words.over(np.add, (spare > 0).astype(float)) / words.count, 0),
        np.where(several, np.log1p(spare[last] / occ.count), 0),
        np.where(several, np.log1p(words.over(np.maximum, spare)), 0),
    )
    return table(columns)


def explain(occ: Occurrences, index: int) -> str:
    """Say that its words stand nowhere else."""
    phrase, text = occ.batch.phrases[index], occ.batch.view.text
    words = phrase.split(" ")
    if len(words) < 2 or any(text.count(w) > occ.count[index] for w in words):
        return ""
    return f"none of the words of '{phrase}' stands anywhere else on the page"
