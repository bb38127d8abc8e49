"""Whether sentences that have no words in common speak of one thing all the same: their nouns are of one kind.

A feature or an essay says `선착장`, `그물`, `어선` and `국밥집`, each once; sentences of many articles name what is
near to nothing else there. Likenesses come from the shipped table of nouns (`wonmun.language.senses`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.load import counts
from wonmun.language.senses import senses
from wonmun.signals.senses import company

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

FEWEST, NOUNS = 8, 2
"""Sentences with so many known nouns that there must be."""
LIKE, EACH = 0.15, 15.0
"""Likeness from which on sentences seem to be of one text, and what each more is worth in `cohesion`'s score. Of 151
articles and pages in 16 to 30 sentences 19 of 20 are above .17 (middle .35), of 300 texts of as many sentences of 25
articles six of ten below .15 and nine of ten below .25."""


def excuse(sentences: Sequence[str]) -> float:
    """How much more apart sentences must be that speak of one thing, on the scale of `cohesion`'s score."""
    alike = likeness(sentences)
    return 0.0 if alike is None else EACH * max(0.0, alike - LIKE)


def likeness(sentences: Sequence[str]) -> float | None:
    """Mean cosine of each two sentences' nouns, less what all news has in common; None where too few are known."""
    vectors, usual = senses().vectors, _usual()
    known = [company(sentence).different for sentence in sentences]
    middles = np.array([vectors[nouns].mean(axis=0) - usual for nouns in known if len(nouns) >= NOUNS])
    count = len(middles)
    if count < FEWEST:
        return None
    unit = middles / np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), 1e-6)
    total = float(np.square(unit.sum(axis=0)).sum())
    return (total - count) / (count * (count - 1))


@cache
def _usual() -> NDArray[np.float64]:
    """The middle of the nouns of news, each as often as articles have it."""
    whole = senses()
    times = {whole.place[word]: times for word, times in counts("ko", "news.txt").items() if word in whole.place}
    middle: NDArray[np.float64] = np.average(whole.vectors[list(times)], axis=0, weights=list(times.values()))
    return middle
