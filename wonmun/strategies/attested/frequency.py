"""How often a term should stand in a page, by its neighbours, against how often it does: a negative binomial."""

from __future__ import annotations

from math import lgamma, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers
    from wonmun.strategies.places.corpus import Corpus
    from wonmun.strategies.places.slots import Group

_SHAPE = 0.7
"""Of the negative binomial that says how often a term stands in a page, given how often it should."""

_HALF = 0.3
_SEVERAL, _OFTEN = 3, 0.5
"""Places of a phrase from which on it is no matter of chance which ones were found, and the most survivors for each of
them. Where fewer were replaced, or are left of a longer text, a term may survive as it likes. Seen from outside in
November 2026: 이창하, three times in the page still, for 할머니 at five places, 20 of a set's 23 wrong words; of the
likeliest terms that survived more often than that none of 88 was right."""


def counted(times: Numbers, surviving: int, length: int, where: tuple[Group, Corpus]) -> tuple[float, ...]:
    """Say how often a term should stand here by its neighbours, against how often it does.

    `times`: how often it stands in each related article. The first number is the log odds of all places holding
    the term, the others what it is made from.
    """
    group, corpus = where
    near = corpus.near[:12]
    total = sum(s * s for s, _ in near) or 1.0
    rates = [(s, float(n) / len(t) * length) for (s, t), n in zip(near, times, strict=False)]
    usual = sum(s * s * r for s, r in rates) / total
    everywhere = float(times.sum()) / max(1, len(corpus.others)) * length
    mean = usual + 0.1 * everywhere + 0.003
    places = len(group.slots)
    odds = _binomial(places + surviving, mean) - _binomial(surviving, mean)
    plain = _binomial(places + surviving, everywhere + 0.003) - _binomial(surviving, everywhere + 0.003)
    return (
        max(-15.0, min(15.0, odds)), log(mean), min(8.0, usual) if not surviving else 0.0,
        max(-15.0, min(15.0, plain)),
        sum(s for s, r in rates[:3] if r), sum(s * min(1.0, r / max(1, places)) for s, r in rates[:3]),
    )  # fmt: skip


def outlived(surviving: int, places: int) -> tuple[float, float]:
    """Say how often a term survives for each place that it would have stood at, as a log, and whether too often.

    Who replaces a term does so nearly wherever it stands: of the likeliest terms that were wrong, half survived
    more often than they would have been replaced.

    >>> outlived(0, 3)[1], outlived(2, 3)[1], outlived(9, 2)[1]
    (0.0, 1.0, 0.0)
    """
    rate = log((surviving + _HALF) / (places + _HALF))
    return max(-4.0, min(2.0, rate)), float(places >= _SEVERAL and surviving > _OFTEN * places)


def _binomial(count: int, mean: float) -> float:
    """Log probability of a count under a negative binomial, less what does not depend on the mean."""
    return (
        lgamma(count + _SHAPE) - lgamma(_SHAPE) - lgamma(count + 1) + _SHAPE * log(_SHAPE / (_SHAPE + mean))
        + count * log(mean / (_SHAPE + mean))
    )  # fmt: skip
