"""Whether the articles nearest to a page are on its event, or only on its subject.

Papers on one event share its rare words, figures and turns of speech; those on one subject share its common words, and
what another event is called reads well in the places of this one's names (the champion of one sport for another's).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from math import log
from typing import TYPE_CHECKING

import numpy as np

from wonmun.strategies.load import weights
from wonmun.strategies.places.likeness import rarity, terms_of
from wonmun.trees import read_model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.trees import Model

COLUMNS = ("near", "near_second", "rare", "rare_second", "words", "words_second", "runs_second", "figures")
"""What is measured: log similarity, share of the page's rare words and of all its words that the nearest article has,
and the second nearest; runs of letters that the second has (log), share of the page's figures that the nearest has."""
LEAST = -1.5
"""Logit from which on the event is covered. Of what coverage taken for the event's fills, with this and `unproven.py`:
on copies of a month's articles, the others known and their words in no shipped count, 8 of 765 places are wrong where
47 of 918 were; on articles of other subjects among 1,142 texts 1 of 180 where 165 of 635 were; on events whose
papers alone are known 32 of 2,139 where 32 of 2,152 were."""
_KNOWN = 150
"""Texts that were known of a page in fitting: the more there are, the likelier is one near by chance."""
_RARE = 7.0
_RUN = 8
_FIGURE = re.compile(r"\d[\d,.]*\d")
_MOST = 20_000
"""Code points of a text whose runs are compared."""
_KEPT = 16
"""Texts whose words are remembered: a page's places are asked for phrase by phrase."""
_APART = re.compile(r"[\s\W]+")


def covered(page: str, nearest: Sequence[str], nearness: Sequence[float]) -> float:
    """Give the logit that the texts are on the page's event; `nearness`: similarity of all that are known, in order."""
    row = columns(page, nearest, nearness)
    return float(_model().score(np.array([row]))[0]) + log((1 + _KNOWN) / (1 + len(nearness)))


@cache
def _model() -> Model:
    return read_model(weights()["covered"], COLUMNS)


def columns(page: str, nearest: Sequence[str], nearness: Sequence[float]) -> list[float]:
    """Give `COLUMNS` of a page and its two nearest texts, or the one that there is."""
    words = _words(page)
    rare = frozenset(w for w in words if rarity(w) >= _RARE)
    first, second = (*nearest, "", "")[:2]
    figures = _figures(page)
    return [
        *(log(s + 0.01) for s in (*nearness, 0.0, 0.0)[:2]),
        *(len(rare & _words(t)) / (len(rare) + 3) for t in (first, second)),
        *(len(words & _words(t)) / (len(words) + 1) for t in (first, second)),
        log(1 + len(_runs(page) & _runs(second))),
        len(figures & _figures(first)) / (len(figures) + 2),
    ]


@lru_cache(maxsize=_KEPT)
def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in terms_of(text) if len(w) >= 2)


def _figures(text: str) -> frozenset[str]:
    return frozenset(f.replace(",", "") for f in _FIGURE.findall(text))


def _runs(text: str) -> frozenset[str]:
    bare = _APART.sub("", text[:_MOST])
    return frozenset(bare[i : i + _RUN] for i in range(len(bare) - _RUN + 1))
