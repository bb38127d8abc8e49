"""Words that news hardly uses: cost of spelling them from known words, in how many genuine articles they stand."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.words import words_of
from wonmun.phrases.columns import table

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

NAMES = ("cost", "unseen", "rarest", "commonest", "strange_page")
"""Cost for each character · share of words that stand in no counted article
· log of the lowest and highest such count · share of the page's words that no list knows: in a text of another kind
than news a rare word says less."""
ASKED = 80
"""At most so many words of the page are looked up."""


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name."""
    view, words = occ.batch.view, occ.words
    spread, cost, own = view.language.spread, view.language.cost, view.own
    costs = np.array([cost(w) for w in words.known])[words.index]
    counts = np.array([max(0, spread(w) - (w in own)) for w in words.known], float)[words.index]
    letters = occ.lengths - words.count + 1
    columns = (
        words.over(np.add, costs) / letters,
        words.over(np.add, (counts == 0).astype(float)) / words.count,
        np.log1p(words.over(np.minimum, counts)),
        np.log1p(words.over(np.maximum, counts)),
        np.full(occ.batch.size, _strange(view.text, view.language.known)),
    )
    return table(columns)


@lru_cache(2)
def _strange(text: str, known: Callable[[str], bool]) -> float:
    """Share of the page's different words, of so many spread over it, that are not known."""
    words = list(dict.fromkeys(words_of(text)))
    words = words[:: 1 + len(words) // ASKED]
    return (len(words) - sum(map(known, words))) / max(1, len(words))


def explain(occ: Occurrences, index: int) -> str:
    """Name the words that no counted article uses."""
    view = occ.batch.view
    unseen = [w for w in occ.batch.phrases[index].split(" ") if view.language.spread(w) - (w in view.own) <= 0]
    return f"genuine news hardly ever uses {', '.join(repr(w) for w in unseen[:3])}" if unseen else ""
