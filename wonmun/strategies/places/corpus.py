"""What a page's places are weighed against: the page itself and related coverage, as one searchable text."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import inf, log
from typing import TYPE_CHECKING

import numpy as np

from wonmun.strategies.places.covered import LEAST, covered
from wonmun.strategies.places.likeness import KEPT, alike, length_of, norm, shared, terms_of, weighted
from wonmun.strategies.places.search import Search
from wonmun.strategies.places.situation import EVENT
from wonmun.strategies.places.slots import MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.model import Article
    from wonmun.strategies.places.slots import Group

_BREAK = "\x02"
LONGEST = 1_000_000
"""Code points of a page that is weighed; what stands beyond says the same again, and took 134 MB of ten megabytes."""
_PAGE = 2.0
"""Words of the page itself count this often."""
NEAR = 25
"""So many of the nearest articles say what the subject is; the rest only say how words are used."""
RELATED = 150
"""So many articles are asked of the memory."""
_CLOSE = 0.5
"""Share of the second nearest article's similarity from which on another one is on the same event. Of what papers on
an event among 500 other texts say, .682 of 425 places came back with all of them and 7 words were wrong, .704 and 1 so.
"""
_FIRST, _BOTH, _TOGETHER, _SURELY = 0.08, 0.15, 0.22, 1e-9
"""Similarity of the nearest article, and of the two nearest together, from which on these cover the page's event where
they are so much alike themselves: the page lacks the very words that a phrase stands over. Of 251 articles of two
months 3 are taken so for one on the event of others, which 113 are anyway."""


@lru_cache(maxsize=KEPT)
def _folded(title: str, text: str) -> str:
    return f" {' '.join(title.split())} {' '.join(text.split())} "


@dataclass(frozen=True)
class Corpus:
    """The page without its places, then related articles, nearest first."""

    page: str
    """The article, its places marked; of a very long one the beginning."""
    texts: tuple[str, ...]
    """Related articles, white space folded."""
    nearness: tuple[float, ...]
    """Cosine similarity of each to the page, over stems weighed by their rarity squared."""

    @classmethod
    def of(cls, group: Group, related: Sequence[Article]) -> Corpus:
        """Weigh related coverage by how near it is to the page."""
        page = group.text[:LONGEST]
        query = weighted(terms_of(page.replace(MARK, " # ")))
        texts = [_folded(a.title, a.text) for a in related]
        length = length_of(query)
        scored = sorted(((shared(query, t) / (length * norm(t)), -i) for i, t in enumerate(texts)), reverse=True)
        return cls(page, tuple(texts[-i] for _, i in scored), tuple(s for s, _ in scored))

    @property
    def known(self) -> tuple[float, float, float, float]:
        """Similarity of the three nearest articles (0 where there are fewer), and the log of how many are known.

        The second's is what makes an event of it where the page is on the event of both (`_TOGETHER`); and all are less
        where they only are on its subject (`covered`).
        """
        first, second, third = (*self.nearness[:3], 0.0, 0.0, 0.0)[:3]
        near = len(self.texts) > 1 and first >= _FIRST and _BOTH <= first + second < EVENT
        if near and alike(self.texts[0], self.texts[1]) >= _TOGETHER:
            second = EVENT - first + _SURELY
        if first + second >= EVENT and self.covered < LEAST:
            share = (EVENT - _SURELY) / (first + second)
            first, second, third = first * share, second * share, third * share
        return first, second, third, log(1 + len(self.texts))

    @cached_property
    def covered(self) -> float:
        """Logit that the two nearest articles are on the page's event and not only on its subject."""
        return covered(self.page.replace(MARK, " # "), self.texts[:2], self.nearness) if self.texts else -inf

    @property
    def narrowed(self) -> Corpus:
        """The same without texts that are much farther from the page than the two nearest, which are on its event."""
        least = _CLOSE * self.nearness[min(1, len(self.nearness) - 1)]
        size = sum(s >= least for s in self.nearness)
        return Corpus(self.page, self.texts[:size], self.nearness[:size])

    @cached_property
    def joined(self) -> str:
        """All of it in one string."""
        return _BREAK.join((self.page, *self.texts))

    @cached_property
    def others(self) -> str:
        """All of it but the page."""
        return self.joined[len(self.page) + 1 :]

    @cached_property
    def codes(self) -> Numbers:
        """The string as code points."""
        return np.frombuffer(self.joined.encode("utf-32-le", "surrogatepass"), dtype="<u4")

    @cached_property
    def search(self) -> Search:
        """Where pieces of text stand in the string."""
        return Search.of(self.codes)

    @cached_property
    def starts(self) -> Numbers:
        """Where each text begins in `joined`."""
        return np.cumsum([0, *[len(t) + 1 for t in (self.page, *self.texts[:-1])]]) if self.texts else np.zeros(1, int)

    @cached_property
    def weights(self) -> Numbers:
        """How much an occurrence in each text counts."""
        near = [3.0 if s > 0.25 else 2.0 if s > 0.12 else 1.0 for s in self.nearness[:8]]
        return np.array([_PAGE, *near, *[1.0] * (len(self.texts) - len(near))])

    @cached_property
    def near(self) -> tuple[tuple[float, str], ...]:
        """The nearest articles, with their similarity."""
        return tuple(zip(self.nearness[:NEAR], self.texts[:NEAR], strict=True))

    @cached_property
    def own(self) -> Counter[str]:
        """Stems of the page, without the places."""
        return terms_of(self.page.replace(MARK, " # "))

    @cached_property
    def topic(self) -> dict[str, float]:
        """Stems of the nearest articles: their share of log counts, weighted by similarity squared."""
        out: dict[str, float] = defaultdict(float)
        total = sum(s * s for s, _ in self.near) or 1.0
        for similarity, text in self.near:
            for term, count in terms_of(text).items():
                out[term] += similarity**2 * log(1 + count) / total
        return dict(out)

    @cached_property
    def documents(self) -> Counter[str]:
        """In how many related articles each stem stands."""
        out: Counter[str] = Counter()
        for text in self.texts:
            out.update(terms_of(text).keys())
        return out
