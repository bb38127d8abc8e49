"""Thresholds of restoring: tuned on copies whose article the models never saw, and what they give there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

import numpy as np

from wonmun.strategies.decide import Judgement, Limits, chosen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.facts import Facts
    from wonmun.strategies.scores import View

BINS = (0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01)
"""Bounds of the reliability table."""


@dataclass(frozen=True, slots=True)
class Example:
    """One injected copy: what was measured, and what stood at each place."""

    article: str
    facts: Facts
    truth: tuple[str, ...]
    memory: int | None

    @property
    def right(self) -> Numbers:
        """Terms × places: whether the term stood there."""
        return np.array([[t == o for o in self.truth] for t in self.facts.terms])

    @property
    def two(self) -> bool:
        """Whether different terms stood behind the phrase."""
        return len(set(self.truth)) > 1


@dataclass(slots=True)
class Judged:
    """One copy as all models see it."""

    example: Example
    view: View
    pages: Numbers
    two: float = 0.0
    scores: Any = None
    right: float = 0.0
    places: Any = None

    @property
    def alone(self) -> bool:
        """Whether nothing beyond the page was known."""
        return self.example.facts.nearness[-1] == 0

    @property
    def best(self) -> int:
        """The best term for the whole page."""
        return int(self.view.rivals[int(np.argmax(self.scores))])

    @property
    def all_right(self) -> bool:
        """Whether it stood at all places."""
        return all(o == self.view.facts.terms[self.best] for o in self.example.truth)

    @property
    def tops_right(self) -> Numbers:
        """Whether the likeliest term of each place is right."""
        return np.array(
            [self.view.facts.terms[t] == o for t, o in zip(self.view.tops, self.example.truth, strict=True)]
        )


def judgement(j: Judged) -> Judgement:
    """Put a copy into the shape that decisions are made on."""
    view, best = j.view, j.best
    fits = view.facts.place("misfit")[best] == 0
    right = j.right + view.attested(best)
    return Judgement(best, view.tops, j.two, right, j.places, fits, bool(view.facts.group.particles), view.barred())


def tally(judged: Sequence[Judged], limits: Limits) -> tuple[int, int, int, int]:
    """Count places, replacements made, right ones, and copies restored whole."""
    total = made = right = whole = 0
    for j in judged:
        terms, _ = chosen(judgement(j), limits)
        hits = [t >= 0 and j.view.facts.terms[t] == o for t, o in zip(terms, j.example.truth, strict=True)]
        total, made, right, whole = (
            total + len(hits),
            made + int((terms >= 0).sum()),
            right + sum(hits),
            whole + all(hits),
        )
    return total, made, right, whole


def tune(judged: Sequence[Judged], most: float) -> Limits:
    """Find the thresholds that restore most places with at most that share of replacements wrong.

    Where it may be two terms, at most twice that share, and no lower a threshold than elsewhere.
    """
    facts = [(judgement(j), np.array([[t == o for o in j.example.truth] for t in j.view.facts.terms])) for j in judged]
    grid = [g / 4 for g in range(2, 21)]
    best, found = -1, Limits(-1.0, 99.0, 99.0, 99.0)
    for two in (-3.0, -2.5, -2.0, -1.5, -1.0, -0.5):
        single = [(j, r) for j, r in facts if j.possible and j.two <= two]
        double = [(j, r) for j, r in facts if not (j.possible and j.two <= two)]
        alone = {g: _count(double, Limits(two, 99.0, 99.0, g)) for g in grid}
        for whole, place in product(grid, grid):
            made, right = _count(single, Limits(two, whole, place, 99.0))
            for g, (more, hits) in alone.items():
                fair = g >= place and (not more or 1 - hits / more <= 2 * most)
                if fair and made + more and 1 - (right + hits) / (made + more) <= most and right + hits > best:
                    best, found = right + hits, Limits(two, whole, place, g)
    return found


def _count(facts: Sequence[tuple[Judgement, Numbers]], limits: Limits) -> tuple[int, int]:
    made = right = 0
    for judged, truth in facts:
        terms, _ = chosen(judged, limits)
        put = terms >= 0
        made += int(put.sum())
        right += int(truth[terms[put], np.flatnonzero(put)].sum())
    return made, right


def reliability(judged: Sequence[Judged], limits: Limits) -> None:
    """Print predicted against true probability of the likeliest term, replacements and held-back guesses together."""
    print("predicted  true  places")
    rows = []
    for j in judged:
        terms, logits = chosen(judgement(j), limits)
        tops = np.where(terms >= 0, terms, j.view.tops)
        rows += [
            (1 / (1 + np.exp(-v)), j.view.facts.terms[t] == o)
            for t, v, o in zip(tops, logits, j.example.truth, strict=True)
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
    for size in sorted({j.example.memory for j in judged}, key=str):
        kinds[f"memory of {'all' if size is None else size}"] = [j for j in judged if j.example.memory == size]
    for name, some in kinds.items():
        total, made, right, whole = tally(some, limits)
        print(
            f"{name:14} restored {right / max(1, total):.3f} wrong {1 - right / max(1, made):.4f} "
            f"whole {whole / max(1, len(some)):.3f}"
        )
