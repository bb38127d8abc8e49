"""Judgements → the term for each place, or none: thresholds that keep wrong replacements rare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

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


NEAR = 0.2
"""Similarity of the nearest article from which on it is likely to be on the same event."""
SITUATIONS = ("alone", "far", "near")


def situation(nearness: Sequence[float]) -> str:
    """Tell what is known beyond the page, by `Facts.nearness`: nothing, other coverage, coverage of the event.

    The same logit is right more often where the event itself is covered, so each has limits of its own.
    """
    if not nearness[-1]:
        return "alone"
    return "near" if nearness[0] >= NEAR else "far"


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
    attested: Numbers
    """Where each of `tops` stands elsewhere between the same letters."""
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
    if single:
        return np.where((judged.places >= limits.place) & allowed, judged.tops, -1), judged.places
    # One of two terms, unless it is known from such words, is wrong three times as often at the same logit.
    sure = (judged.places >= limits.place_two) & judged.attested
    return np.where(sure & allowed, judged.tops, -1), judged.places
