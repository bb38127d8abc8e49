"""How often and how much: times it stands, words, length, share of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.occurrences import Occurrences

NAMES = ("times", "cover", "words", "length", "single", "korean")
"""log of the count · share of the text · words (≤ 4) · characters / 4 (≤ 4)
· it stands once · share of letters beyond Latin."""


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name."""
    phrases = occ.batch.phrases
    words = np.array([min(p.count(" ") + 1, 4) for p in phrases], float)
    native = np.array([sum(c > "\u02ff" for c in p) / len(p) for p in phrases])
    size = max(1, len(occ.batch.view.text))
    lengths = occ.lengths
    columns = (
        np.log(occ.count),
        occ.count * lengths / size,
        words,
        np.minimum(lengths, 16) / 4,
        occ.count == 1,
        native,
    )
    return np.column_stack(columns)


def explain(occ: Occurrences, index: int) -> str:
    """Say how often."""
    times = int(occ.count[index])
    return f"it stands {times} times" if times > 1 else ""
