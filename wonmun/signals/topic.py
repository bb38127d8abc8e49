"""Whether the page is about it: the phrase's words standing apart from it speak for honesty."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.occurrences import Occurrences

NAMES = ("exclusive", "apart", "apart_last", "apart_log")
"""Mean share of its words' occurrences that are part of it · share of its words that stand elsewhere, too
(several words) ·
how often the last one does, for each time it stands · log of how often any does."""


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name."""
    text = occ.batch.view.text
    counts: dict[str, int] = {}
    rows = []
    for phrase, times in zip(occ.batch.phrases, occ.count.tolist(), strict=True):
        words = phrase.split(" ")
        for word in words:
            if word not in counts:
                counts[word] = max(1, text.count(word))
        spare = [max(0.0, counts[w] - times) for w in words]
        several = len(words) > 1
        rows.append(
            (
                sum(min(1.0, times / counts[w]) for w in words) / len(words),
                sum(s > 0 for s in spare) / len(words) if several else 0.0,
                math.log1p(spare[-1] / times) if several else 0.0,
                math.log1p(max(spare)) if several else 0.0,
            )
        )
    return np.array(rows, float).reshape(-1, len(NAMES))


def explain(occ: Occurrences, index: int) -> str:
    """Say that its words stand nowhere else."""
    phrase, text = occ.batch.phrases[index], occ.batch.view.text
    words = phrase.split(" ")
    if len(words) < 2 or any(text.count(w) > occ.count[index] for w in words):
        return ""
    return f"none of the words of '{phrase}' stands anywhere else on the page"
