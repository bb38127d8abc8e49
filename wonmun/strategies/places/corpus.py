"""What a page's places are weighed against: the page itself and related coverage, as one searchable text."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log, sqrt
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.load import counts
from wonmun.language.particles import stems
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
_FIRST, _BOTH, _TOGETHER, _SURELY = 0.08, 0.15, 0.22, 1e-9
"""Similarity of the nearest article, and of the two nearest together, from which on these cover the page's event where
they are so much alike themselves: the page lacks the very words that a phrase stands over. Of 251 articles of two
months 3 are taken so for one on the event of others, which 113 are anyway."""
_KEPT = 4 * RELATED
"""Texts whose terms are remembered: a page's coverage is asked for several times, and the next page often shares it. A
text takes some 30 KB."""
_DOCUMENTS = 5744
"""Articles and headlines that the shipped counts of words were made from."""


@lru_cache(maxsize=_KEPT)
def _terms(text: str) -> Counter[str]:
    return Counter(stems(text))


@lru_cache(maxsize=_KEPT)
def _folded(title: str, text: str) -> str:
    return f" {' '.join(title.split())} {' '.join(text.split())} "


def rarity(term: str) -> float:
    """Give the inverse document frequency of a term in the shipped counts; 8.6 for one that is not in them."""
    return log(_DOCUMENTS / (counts("ko", "news.txt").get(term, 0) + 1.0))


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
        query = _weighted(_terms(page.replace(MARK, " # ")))
        texts = [_folded(a.title, a.text) for a in related]
        length = _length(query)
        scored = sorted(((_shared(query, t) / (length * _norm(t)), -i) for i, t in enumerate(texts)), reverse=True)
        return cls(page, tuple(texts[-i] for _, i in scored), tuple(s for s, _ in scored))

    @property
    def known(self) -> tuple[float, float, float, float]:
        """Similarity of the three nearest articles (0 where there are fewer), and the log of how many are known.

        The second's is what makes an event of it where the page is on the event of both (`_TOGETHER`).
        """
        first, second, third = (*self.nearness[:3], 0.0, 0.0, 0.0)[:3]
        if first >= _FIRST and _BOTH <= first + second < EVENT and _alike(self.texts[0], self.texts[1]) >= _TOGETHER:
            second = EVENT - first + _SURELY
        return first, second, third, log(1 + len(self.texts))

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
        return _terms(self.page.replace(MARK, " # "))

    @cached_property
    def topic(self) -> dict[str, float]:
        """Stems of the nearest articles: their share of log counts, weighted by similarity squared."""
        out: dict[str, float] = defaultdict(float)
        total = sum(s * s for s, _ in self.near) or 1.0
        for similarity, text in self.near:
            for term, count in _terms(text).items():
                out[term] += similarity**2 * log(1 + count) / total
        return dict(out)

    @cached_property
    def documents(self) -> Counter[str]:
        """In how many related articles each stem stands."""
        out: Counter[str] = Counter()
        for text in self.texts:
            out.update(_terms(text).keys())
        return out


def _alike(one: str, other: str) -> float:
    """Give the similarity of two texts, as that of the page to each."""
    query = _weighted(_terms(one))
    return _shared(query, other) / (_length(query) * _norm(other))


def _weighted(terms: Counter[str]) -> dict[str, float]:
    return {t: (1 + log(n)) * _worth(t) for t, n in terms.items() if len(t) >= 2}


@lru_cache(maxsize=16384)
def _worth(term: str) -> float:
    """Weigh a term by its rarity squared: coverage of one event shares its rare words.

    Of pages with three papers on the event, .95 are nearer than .140 to one of them; of the others, .95 are
    farther than .116 from all articles (by plain rarity, .152 and .128).
    """
    return max(0.1, rarity(term)) ** 2


def _length(weighted: dict[str, float]) -> float:
    return sqrt(sum(w * w for w in weighted.values())) or 1.0


@lru_cache(maxsize=_KEPT)
def _norm(text: str) -> float:
    return _length(_weighted(_terms(text)))


def _shared(query: dict[str, float], text: str) -> float:
    terms = _terms(text)
    return sum(w * (1 + log(terms[t])) * _worth(t) for t, w in query.items() if t in terms)
