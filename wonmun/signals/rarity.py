"""Words that news hardly uses: cost of spelling them from known words, in how many genuine articles they stand."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.occurrences import Occurrences

NAMES = ("cost", "unseen", "rarest", "commonest")
"""Cost for each character · share of words that stand in no counted article
· log of the lowest and highest such count."""


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name."""
    view = occ.batch.view
    spread, cost, own = view.language.spread, view.language.cost, view.own
    known: dict[str, tuple[float, float]] = {}
    rows = []
    for phrase in occ.batch.phrases:
        words = phrase.split(" ")
        for word in words:
            if word not in known:
                known[word] = (cost(word), max(0, spread(word) - (word in own)))
        counts = [known[w][1] for w in words]
        letters = len(phrase) - len(words) + 1
        rows.append(
            (
                sum(known[w][0] for w in words) / letters,
                sum(c == 0 for c in counts) / len(words),
                math.log1p(min(counts)),
                math.log1p(max(counts)),
            )
        )
    return np.array(rows, float).reshape(-1, len(NAMES))


def explain(occ: Occurrences, index: int) -> str:
    """Name the words that no counted article uses."""
    view = occ.batch.view
    unseen = [w for w in occ.batch.phrases[index].split(" ") if view.language.spread(w) - (w in view.own) <= 0]
    return f"genuine news hardly ever uses {', '.join(repr(w) for w in unseen[:3])}" if unseen else ""
