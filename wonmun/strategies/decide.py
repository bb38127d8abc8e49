"""Judgements → the term for each place, or none: thresholds that keep wrong replacements rare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers


@dataclass(frozen=True, slots=True)
class Limits:
    """Logits from which on a replacement is made."""

    two: float
    """Below this logit of "two terms", it is one."""
    whole: float
    """One term, right everywhere: it is put everywhere from this logit on."""
    place: float
    """Else place by place, where it is one term."""
    place_two: float
    """The same where it may be two."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the models say of one group. Terms are numbers of candidates, scores logits."""

    best: int
    """The term that is most likely for all places."""
    tops: Numbers
    """The likeliest term of each place."""
    two: float
    right: float
    """That `best` is right everywhere."""
    places: Numbers
    """That each of `tops` is right."""
    fits: Numbers
    """Where the particle lets `best` stand."""
    possible: bool
    """Whether any one term can stand before all particles."""
    barred: frozenset[int] = frozenset()
    """Terms that a gloss at one place speaks for: whether they hold elsewhere, `glossed.py` says."""


def chosen(judged: Judgement, limits: Limits) -> tuple[Numbers, Numbers]:
    """Give the term of each place (-1: abstain), and the logit that it is right."""
    single = judged.possible and judged.two <= limits.two
    allowed = np.array([t not in judged.barred for t in judged.tops.tolist()], bool)
    if single and judged.best not in judged.barred and judged.right >= limits.whole:
        everywhere = np.where(judged.fits, judged.best, -1)
        sure = (judged.places >= limits.place) & (judged.tops == judged.best)
        return np.where(everywhere >= 0, everywhere, -1), np.where(
            sure, np.maximum(judged.right, judged.places), judged.right
        )
    limit = limits.place if single else limits.place_two
    return np.where((judged.places >= limit) & allowed, judged.tops, -1), judged.places
