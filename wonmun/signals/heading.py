"""The title and what else the head says: a phrase of the body that they know, or a title that the body does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

NAMES = ("in_title", "title_lost", "titled")
"""The title holds it · share of the title's words that the body lacks · there is a title."""
_WORD = re.compile(r"[^\W_]{2,}")


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name."""
    view = occ.batch.view
    table = np.zeros((occ.batch.size, len(NAMES)))
    if view.title:
        words = _WORD.findall(view.title)
        lost = sum(not any(w[:k] in view.text for k in range(len(w), 1, -1)) for w in words)
        table[:, 0] = [p in view.title for p in occ.batch.phrases]
        table[:, 1] = lost / max(1, len(words))
        table[:, 2] = 1
    return table


def explain(occ: Occurrences, index: int) -> str:
    """Say that the title lacks what the body repeats."""
    view, phrase = occ.batch.view, occ.batch.phrases[index]
    if view.title and phrase not in view.title and occ.count[index] >= 4:
        return f"the title says nothing of '{phrase}'"
    return ""
