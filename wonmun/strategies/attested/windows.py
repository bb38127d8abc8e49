"""Where other papers tell the same with other words: which terms stand among the words that stand around each place.

Papers on one event share numbers, names and whole quotations, but seldom six letters in a row on both sides of a term.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.particles import stem
from wonmun.strategies.places.likeness import rarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.attested.contexts import Contexts
    from wonmun.strategies.places.corpus import Corpus
    from wonmun.strategies.places.slots import Slot

_WINDOW = 32
"""Letters on either side whose words are looked for."""
_REACH = 40
"""Letters between a term and a word that stand together."""
_TOKEN = re.compile(r"\d[\d.,]*[가-힣%℃㎞㎡]?|[가-힣A-Za-z][가-힣A-Za-z0-9]+")
_NUMBER = 5.0
"""Rarity of a number of two digits or more."""
_TEXTS = 12
"""Articles that are looked through, the nearest ones."""


def shared(slots: Sequence[Slot], around: Contexts, corpus: Corpus, size: int) -> Numbers:
    """Give terms × places: the share (0..1), by rarity, of the words around a place that stand around the term, too.

    In the place of related coverage where it is largest. `size`: how many terms there are.
    """
    out = np.zeros((size, len(slots)))
    ends = [*corpus.starts.tolist(), len(corpus.joined)]
    last = ends[min(len(corpus.starts), _TEXTS + 1)]
    inside = (around.where >= len(corpus.page)) & (around.where < last)
    where, owner = around.where[inside], around.owner[inside]
    windows = [_words(s) for s in slots]
    words = sorted({w for window in windows for w in window})
    if not len(where) or not words:
        return out
    near = np.stack([_stands(where, corpus.search.find(w)) for w in words])
    number = {w: i for i, w in enumerate(words)}
    weights = np.zeros((len(slots), len(words)))
    for row, window in zip(weights, windows, strict=True):
        for word, worth in window.items():
            row[number[word]] = worth
    total = np.maximum(weights.sum(1, keepdims=True), 1.0)
    scores = (weights / total) @ near
    for column in range(len(slots)):
        np.maximum.at(out[:, column], owner, scores[column])
    return out


def _words(slot: Slot) -> dict[str, float]:
    """Give the words and numbers around a place, those cut off by the window left out, with what each is worth."""
    left, right = slot.left[-_WINDOW:], slot.right[:_WINDOW]
    left = left.partition(" ")[2] if len(slot.left) > _WINDOW else left
    right = right.rpartition(" ")[0] if len(slot.right) > _WINDOW else right
    # What is glued to the place is its particle, or the other half of a word.
    left, right = left.rpartition(" ")[0], right.partition(" ")[2]
    out = {}
    for token in _TOKEN.findall(f"{left}\n{right}"):
        word = token if token[0].isdigit() else stem(token)
        if len(word) >= 2:
            out[word] = _NUMBER**2 if word[0].isdigit() else max(0.1, rarity(word)) ** 2
    return out


def _stands(where: Numbers, found: Numbers) -> Numbers:
    """Say of each occurrence whether a word stands within reach."""
    if not len(found):
        return np.zeros(len(where))
    after = np.searchsorted(found, where)
    behind = where - found[np.maximum(after - 1, 0)]
    ahead = found[np.minimum(after, len(found) - 1)] - where
    close = ((after > 0) & (behind <= _REACH)) | ((after < len(found)) & (ahead <= _REACH))
    return close.astype(float)
