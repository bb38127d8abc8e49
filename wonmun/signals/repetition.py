"""How often and how much: times it stands, words, length, share of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wonmun.phrases.columns import table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

NAMES = ("times", "cover", "words", "length", "single", "korean")
"""log of the count · share of the text · words (≤ 4) · characters / 4 (≤ 4)
· it stands once · share of letters beyond Latin."""


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name."""
    view, lengths = occ.batch.view, occ.lengths
    first = occ.batch.pos[occ.batch.owner.searchsorted(np.arange(occ.batch.size))]
    beyond = np.concatenate(([0], (view.codes > 0x2FF).cumsum()))
    native = (beyond[first + lengths] - beyond[first]) / lengths
    words = np.minimum(occ.words.count, 4)
    size = max(1, len(view.text))
    columns = (
        np.log(occ.count),
        occ.count * lengths / size,
        words,
        np.minimum(lengths, 16) / 4,
        occ.count == 1,
        native,
    )
    return table(columns)


def explain(occ: Occurrences, index: int) -> str:
    """Say how often: titles and hidden parts, which the findings count, are looked at apart."""
    times = int(occ.count[index])
    return f"it stands {times} times in the article" if times > 1 else ""
