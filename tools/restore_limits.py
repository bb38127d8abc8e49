"""Thresholds of restoring: tuned on copies whose article the models never saw, and what they give there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

import numpy as np

from wonmun.strategies.decide import Limits, chosen, situation
from wonmun.strategies.guess import judgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.decide import Judgement
    from wonmun.strategies.facts import Facts
    from wonmun.strategies.scores import View

BINS = (0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01)
"""Bounds of the reliability table."""
GRID = tuple(g / 4 for g in range(2, 25))
"""Logits that are tried as thresholds."""
PLACE = tuple(g for g in GRID if g >= 3)
"""The same where a single place decides: no word is put in that is less likely than .95."""
TWOS = (-3.0, -2.5, -2.0, -1.5, -1.0, -0.5)
DRIFT = 0.25
"""Logit by which thresholds are raised in the end: they drift from one set of articles to the next."""
_NEVER = 50.0


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
    def situation(self) -> str:
        """What was known beyond the page."""
        return situation(self.example.facts.nearness)

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


def judged_as(j: Judged) -> Judgement:
    """Put a copy into the shape that decisions are made on."""
    return judgement(j.view, (j.scores, j.two, j.right, j.places))


def tally(judged: Sequence[Judged], limits: Limits) -> tuple[int, int, int, int]:
    """Count places, replacements made, right ones, and copies restored whole."""
    total = made = right = whole = 0
    for j in judged:
        terms, _ = chosen(judged_as(j), limits)
        hits = [t >= 0 and j.view.facts.terms[t] == o for t, o in zip(terms, j.example.truth, strict=True)]
        total, made, right, whole = (
            total + len(hits),
            made + int((terms >= 0).sum()),
            right + sum(hits),
            whole + all(hits),
        )
    return total, made, right, whole


@dataclass(frozen=True, slots=True)
class Flat:
    """All places of some copies, one a row: what `chosen` decides on, and whether it would be right."""

    possible: Numbers
    two: Numbers
    right: Numbers
    """Logit that the best term is right everywhere; very low where it may not stand."""
    place: Numbers
    """Logit that the likeliest term is right here; very low where it may not be put in."""
    best_right: Numbers
    top_right: Numbers
    attested: Numbers
    copy: Numbers

    @classmethod
    def of(cls, judged: Sequence[Judged]) -> Flat:
        """Lay the places of the copies side by side."""
        rows: list[tuple[Any, ...]] = []
        for number, j in enumerate(judged):
            made = judged_as(j)
            names, truth = j.view.facts.terms, j.example.truth
            for n, term in enumerate(made.tops.tolist()):
                rows.append((
                    made.possible, made.two,
                    -99.0 if made.best in made.barred else made.right, made.fits[n],
                    -99.0 if term in made.barred else made.places[n],
                    names[made.best] == truth[n], names[term] == truth[n], made.attested[n], number,
                ))  # fmt: skip
        possible, two, right, fits, place, best_right, top_right, attested, copy = (
            np.array(c) for c in zip(*rows, strict=True)
        )
        right = np.where(fits, right, np.where(right > -_NEVER, -_NEVER, right))
        return cls(possible, two, right, place, best_right, top_right, attested, copy)


def tune(flat: Flat, most: float) -> Limits:
    """Find the thresholds that restore most places with at most that share of replacements wrong.

    Where it may be two terms, at most twice that share, and no lower a threshold than elsewhere. A threshold is
    not trusted that rests on fewer replacements than could show the share at all.
    """
    best, found = 0.0, Limits(-1.0, 99.0, 99.0, 99.0)
    for two in TWOS:
        single = flat.possible & (flat.two <= two)
        double = [(g, *_count(~single & flat.attested & (flat.place >= g), flat.top_right)) for g in PLACE]
        for whole, place in product(GRID, PLACE):
            everywhere = single & (flat.right >= whole)
            here = single & (_page_right(flat) < whole) & (flat.place >= place)
            made, right = _count(everywhere, flat.best_right)
            more, hits = _count(here, flat.top_right)
            made, right = made + more, right + hits
            for g, made_two, right_two in double:
                fair = g >= place and made_two - right_two <= 2 * most * made_two
                total, hit = made + made_two, right + right_two
                if fair and total and total - hit <= most * total and hit > best:
                    best, found = hit, Limits(two, whole, place, g)
    return found


def raised(limits: Limits) -> Limits:
    """Give the same thresholds with a margin for other articles than they were set on."""
    return Limits(limits.two, limits.whole + DRIFT, limits.place + DRIFT, limits.place_two + DRIFT)


def _page_right(flat: Flat) -> Numbers:
    """Give the logit that the best term is right everywhere, at places that its particle bars, too."""
    out = np.full(int(flat.copy.max()) + 1, -_NEVER)
    np.maximum.at(out, flat.copy, flat.right)
    found: Numbers = out[flat.copy]
    return found


def _count(put: Numbers, right: Numbers) -> tuple[int, int]:
    return int(put.sum()), int((put & right).sum())


def reliability(judged: Sequence[Judged], limits: Limits) -> None:
    """Print predicted against true probability of the likeliest term, replacements and held-back guesses together."""
    print("predicted  true  places")
    rows = []
    for j in judged:
        terms, logits = chosen(judged_as(j), limits)
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
