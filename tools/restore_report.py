"""What thresholds of restoring give, on copies whose article the models never saw: counted, and printed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from tools.restore_limits import judged_as
from wonmun.strategies.weighed.decide import chosen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.restore_limits import Judged
    from wonmun.strategies.weighed.decide import Limits

BINS = (0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01)
"""Bounds of the reliability table."""


def tally(judged: Sequence[Judged], limits: Limits) -> tuple[float, float, float, float]:
    """Count places, replacements made, right ones, and copies restored whole; each copy as much as it weighs."""
    total = made = right = whole = 0.0
    for j in judged:
        terms, weight = chosen(judged_as(j), limits), j.example.weight
        hits = [t >= 0 and j.view.facts.terms[t] == o for t, o in zip(terms, j.example.truth, strict=True)]
        total, made, right, whole = (
            total + weight * len(hits),
            made + weight * float((terms >= 0).sum()),
            right + weight * sum(hits),
            whole + weight * all(hits),
        )
    return total, made, right, whole


def reliability(judged: Sequence[Judged], limits: Limits) -> None:
    """Print predicted against true probability of the likeliest term, replacements and held-back guesses together."""
    print("predicted  true  places")
    rows = []
    for j in judged:
        terms = chosen(judged_as(j), limits)
        tops = np.where(terms >= 0, terms, j.view.tops)
        rows += [
            (1 / (1 + np.exp(-v)), j.view.facts.terms[t] == o)
            for t, v, o in zip(tops, j.places, j.example.truth, strict=True)
        ]
    table = np.array(rows, float)
    for low, high in pairwise(BINS):
        inside = table[(table[:, 0] >= low) & (table[:, 0] < high)]
        if len(inside):
            print(f"{inside[:, 0].mean():9.3f} {inside[:, 1].mean():5.3f} {len(inside):7d}")


def report(judged: Sequence[Judged], limits: Limits) -> None:
    """Print what the thresholds give, on copies whose article the models never saw."""
    kinds = {
        "all": judged,
        "one term": [j for j in judged if not j.example.two],
        "two terms": [j for j in judged if j.example.two],
    }
    for family in sorted({j.example.family for j in judged}):
        kinds[family] = [j for j in judged if j.example.family == family]
    for name, some in kinds.items():
        total, made, right, whole = tally(some, limits)
        print(
            f"{name:14} restored {right / max(1, total):.3f} wrong {1 - right / max(1, made):.4f} "
            f"whole {whole / max(1, sum(j.example.weight for j in some)):.3f}"
        )
