"""How well each candidate term stands between the words around each place, by where else it stands.

Left: probability of the term after the letters before the place, interpolated from no context to six letters.
Right: of the letters after the place, given the term. Counts come from the page and related coverage, all at
once in numpy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.places.corpus import Corpus
    from wonmun.strategies.places.slots import Slot

_DEEP = 6
"""Letters of context looked at on each side."""
_BACK_OFF = 3.0
"""Weight of the shorter context's estimate, in occurrences."""
_MOST = 80
"""Occurrences of one term whose surroundings are looked at; the first ones, so the page's and the nearest articles'."""


@dataclass(frozen=True, slots=True)
class Contexts:
    """Rows are terms, columns places; logs are natural."""

    left: Numbers
    """Log probability of the term after what stands left."""
    right: Numbers
    """Log probability of the next three letters after the term, less the same after any word."""
    next_letter: Numbers
    """The same for the next letter alone."""
    both: Numbers
    """Log count of occurrences with two letters in common on the left and one on the right."""
    deep: Numbers
    """Letters in common, both sides, of the occurrence that has most (at least one on each side)."""
    prior: Numbers
    """Log probability of the term whatever stands around; one column."""
    counts: Numbers
    """How often each term stands in each text of the corpus, the page first."""
    where: Numbers
    """Where terms stand in the corpus, the first few occurrences of each."""
    owner: Numbers
    """Which term that is."""


def contexts(slots: Sequence[Slot], terms: Sequence[str], corpus: Corpus) -> Contexts:
    """Measure all terms at all places."""
    where, owner, counts = _occurrences(terms, corpus)
    lengths = np.array([len(t) for t in terms])
    weight = corpus.weights[np.searchsorted(corpus.starts, where, side="right") - 1] if len(where) else np.zeros(0)
    lefts = _codes([s.left[::-1] for s in slots])
    rights = _codes([s.right for s in slots])
    left = _shared(corpus.codes, where - 1, -1, lefts)
    right = _shared(corpus.codes, where + lengths[owner], 1, rights) if len(where) else left
    total = float(corpus.weights @ np.diff([*corpus.starts, len(corpus.joined)]))
    count = np.bincount(owner, weight, len(terms))[:, None]

    def sums(matrix: Numbers) -> Numbers:
        hit, column = np.nonzero(matrix)
        flat = np.bincount(owner[hit] * len(slots) + column, weight[hit], len(terms) * len(slots))
        return flat.reshape(len(terms), len(slots))

    before, p = _chances(slots, corpus, left=True), (count + 0.02) / (total + 50)
    prior = np.log(p)
    p = np.repeat(p, len(slots), 1)
    for depth in range(1, _DEEP + 1):
        p = (sums(left >= depth) + _BACK_OFF * p) / (before[depth - 1] + _BACK_OFF)
    after = (_chances(slots, corpus, left=False) + 0.05) / max(1, len(corpus.joined))
    ratios = [
        np.log((sums(right >= d) + _BACK_OFF * after[d - 1]) / (count + _BACK_OFF) / after[d - 1]) for d in (1, 3)
    ]
    deep = np.zeros((len(terms), len(slots)))
    hit, column = np.nonzero((left > 0) & (right > 0))
    np.maximum.at(deep, (owner[hit], column), (left + right)[hit, column])
    return Contexts(np.log(p), ratios[1], ratios[0], np.log1p(sums((left >= 2) & (right >= 1))), deep, prior, counts,
                    where, owner)  # fmt: skip


def _occurrences(terms: Sequence[str], corpus: Corpus) -> tuple[Numbers, Numbers, Numbers]:
    """Give where terms stand and which, the first few of each, and how often each stands in each text."""
    found = [corpus.search.find(term) for term in terms]
    texts = len(corpus.starts)
    counts = np.zeros((len(terms), texts), dtype=np.int32)
    for number, at in enumerate(found):
        counts[number] = np.bincount(np.searchsorted(corpus.starts, at, side="right") - 1, minlength=texts)
    first = [at[:_MOST] for at in found]
    owner = np.repeat(np.arange(len(terms)), [len(at) for at in first])
    return np.concatenate(first).astype(np.int64), owner, counts


def _codes(sides: Sequence[str]) -> Numbers:
    """Give the letters next to each place as code points, nearest first, 0 where there is none."""
    out = np.zeros((len(sides), _DEEP), dtype=np.uint32)
    for row, side in zip(out, sides, strict=True):
        codes = [ord(c) for c in side[:_DEEP]]
        row[: len(codes)] = codes
    return out


def _shared(codes: Numbers, first: Numbers, step: int, wanted: Numbers) -> Numbers:
    """Count how many letters in a row each occurrence has in common with each place, going outward."""
    same = np.ones((len(first), len(wanted)), dtype=bool)
    shared = np.zeros((len(first), len(wanted)), dtype=np.int8)
    for depth in range(_DEEP):
        at = first + step * depth
        inside = (at >= 0) & (at < len(codes))
        letters = np.where(inside, codes[np.clip(at, 0, len(codes) - 1)], 1)
        same &= letters[:, None] == wanted[None, :, depth]
        shared += same
    return shared


def _chances(slots: Sequence[Slot], corpus: Corpus, *, left: bool) -> Numbers:
    """Count how often the nearest 1 to 6 letters beside each place stand in the text; rows are lengths."""
    out = np.zeros((_DEEP, len(slots)))
    for column, slot in enumerate(slots):
        for depth in range(1, _DEEP + 1):
            piece = slot.left[-depth:] if left else slot.right[:depth]
            if len(piece) < depth:
                break
            out[depth - 1, column] = len(corpus.search.find(piece))
            if not out[depth - 1, column]:
                break
    return out
