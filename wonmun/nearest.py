"""Which articles are about the same thing: TF-IDF over word stems, in memory."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.particles import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers

_COMMON = 0.5
"""A stem in more than this share of the articles says nothing of the subject."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """An index of texts that ranks them by cosine similarity to a query; build it with `of`."""

    postings: dict[str, tuple[Numbers, Numbers]]
    """Stem → numbers of the texts that hold it, and its weight in each."""
    norms: Numbers
    idf: dict[str, float]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Nearest:
        """Index texts; they are numbered as given."""
        places: dict[str, list[int]] = defaultdict(list)
        weights: dict[str, list[float]] = defaultdict(list)
        for number, text in enumerate(texts):
            for term, count in Counter(stems(text)).items():
                places[term].append(number)
                weights[term].append(1 + log(count))
        size = len(texts)
        idf = {term: log((size + 1) / (len(p) + 1)) + 0.1 for term, p in places.items()}
        norms = np.full(size, 1e-9)
        postings = {}
        for term, numbers in places.items():
            at, scaled = (
                np.array(numbers, dtype=np.int32),
                np.array(weights[term], dtype=np.float32) * idf[term],
            )
            norms[at] += scaled**2
            if len(numbers) <= size * _COMMON + 2:
                postings[term] = (at, scaled)
        return cls(postings, np.sqrt(norms), idf)

    def rank(self, text: str, limit: int) -> list[tuple[float, int]]:
        """Give similarity (0..1) and number of the nearest texts, best first; those that share nothing are left out."""
        scores = np.zeros(len(self.norms))
        total = 0.0
        for term, count in Counter(stems(text)).items():
            weight = (1 + log(count)) * self.idf.get(term, 0.0)
            total += weight**2
            if weight and term in self.postings:
                at, scaled = self.postings[term]
                scores[at] += weight * scaled
        scores /= self.norms * (sqrt(total) or 1.0)
        best = np.argsort(-scores, kind="stable")[:limit]
        return [(float(scores[i]), int(i)) for i in best if scores[i] > 0]
