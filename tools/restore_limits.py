"""Thresholds of restoring: tuned on copies whose article the models never saw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from wonmun.strategies.places.situation import situation
from wonmun.strategies.weighed.decide import LEVELS, Limits
from wonmun.strategies.weighed.judge import judgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.weighed.decide import Judgement
    from wonmun.strategies.weighed.facts import Facts
    from wonmun.strategies.weighed.scores import View

GRID = tuple(g / 4 for g in range(2, 25))
"""Logits that are tried as thresholds."""
PRICES = tuple(10 * 1.2**n for n in range(20))
"""Right replacements that one wrong one costs: tried from the least on, until few enough are wrong."""
WORST = 2.0
DRIFT = 0.25
"""Logit by which thresholds are raised in the end: they drift from one set of articles to the next."""
TWO_DRIFT = 1.0
"""The same with coverage of the event, where it may be two terms: a page is wrong at all its places, and there are
few such pages."""
ELSEWHERE = "elsewhere"
LEAST = {"event": 0.0, "alone": 4.25, ELSEWHERE: 1.75}
"""Logit below which no word is put in, however few such were wrong on the folds, by what is known. With coverage of the
event they are many and as rarely wrong as others. With nothing known one page has most of them: on 57 articles written
later, at 1.75 7 of 10 were wrong; fitted anew, 11 places of one phrase were wrong at 3.5 (대변인 for 부부장)."""
AGREED = {"event": (0.8, -4.0), "far": (2.5, -2.5)}
"""`Limits.agreed` and `Limits.sole`: from where the likeliest term of all places is put in at each, by what is known.
With coverage of the event, on copies of 158 events, .03 of the places added so are wrong from a mean of .7 on, .155
from .3 on, and with -2 for two terms .07 to .14. With far coverage, on copies of 254 articles judged by models that
never saw them, .02 are wrong, .034 with -2; with near coverage, where few are added, .05 to .2.
"""
MIX = {"partial": 0.5, "double": 0.5, "pair": 0.5, "single": 0.5}
"""How much a place of each way counts where a share is aimed at: copies are made in these ways more often than they are
seen, so that more can be learnt from them."""
NEVER = 50.0
KINDS = 1 + len(LEVELS)


@dataclass(frozen=True, slots=True)
class Example:
    """One injected copy: what was measured, and what stood at each place."""

    event: str
    """What folds keep together: the event, or the article."""
    facts: Facts
    truth: tuple[str, ...]
    family: str
    weight: float = 1.0
    """How much it counts, beside other copies of its kind: as often as its terms are those that are replaced."""

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


def judged_as(copy: Judged) -> Judgement:
    """Put a copy into the shape that decisions are made on."""
    return judgement(copy.view, copy.two, copy.places)


@dataclass(frozen=True, slots=True)
class Flat:
    """All places of some copies, one a row: what `chosen` decides on, and whether it would be right."""

    kind: Numbers
    """Level of attestation, higher by their number where it may be two terms."""
    place: Numbers
    """Logit that the likeliest term is right here; very low where it may not be put in."""
    right: Numbers
    fold: Numbers
    weight: Numbers
    """How much a place counts: `MIX`."""

    @classmethod
    def of(cls, judged: Sequence[tuple[Judged, int]]) -> Flat:
        """Lay the places of the copies side by side; a copy comes with its fold."""
        rows: list[tuple[Any, ...]] = []
        for j, fold in judged:
            made = judged_as(j)
            for n, term in enumerate(made.tops.tolist()):
                place = -NEVER if term in made.barred else made.places[n]
                hit = j.view.facts.terms[term] == j.example.truth[n]
                kind = made.level[n] + (0 if made.one else KINDS)
                rows.append((kind, place, hit, fold, j.example.weight * MIX.get(j.example.family, 1.0)))
        return cls(*(np.array(c) for c in zip(*rows, strict=True)))


def tune(flat: Flat, most: float, *, bare: bool = True) -> Limits:
    """Find the thresholds that restore most places with at most that share of replacements wrong.

    Each level of attestation gets the threshold at which its replacements are worth most, a wrong one costing what
    makes that share of all. In the worst fold at most `WORST` times the share is wrong: some articles mislead far
    more than others, and the next ones may be such. `bare`: whether anything may be put in that is not attested.
    """
    for price in PRICES:
        found = [_dearest(flat, kind, price) if bare or kind % KINDS else NEVER for kind in range(2 * KINDS)]
        put = flat.place >= np.array(found)[flat.kind]
        made, hits = _count(flat, put)
        if made - hits <= most * made and _worst(flat, put) <= WORST * most:
            break
    return Limits(tuple(found[:KINDS]), tuple(found[KINDS:]))


def levelled(flat: Flat, most: float) -> Limits:
    """Find, for each level of attestation, the least threshold above which at most that share is wrong.

    What is not attested is put in only where it is one term.
    """
    found = []
    for kind in range(2 * KINDS):
        of_kind = np.flatnonzero(flat.kind == kind)
        order = of_kind[np.argsort(-flat.place[of_kind])]
        wrong = np.cumsum(flat.weight[order] * ~flat.right[order])
        few = np.flatnonzero(wrong <= most * np.cumsum(flat.weight[order]))
        found.append(float(flat.place[order[few[-1]]]) if len(few) and kind != KINDS else NEVER)
    return Limits(tuple(found[:KINDS]), tuple(found[KINDS:]))


def _dearest(flat: Flat, kind: int, price: float) -> float:
    """Give the threshold at which replacements of one kind are worth most; one more than seen is taken for wrong."""
    best, found = 0.0, NEVER
    for limit in GRID:
        made, hits = _count(flat, (flat.kind == kind) & (flat.place >= limit))
        worth = hits - price * (made - hits + 1)
        if worth > best:
            best, found = worth, limit
    return found


def _worst(flat: Flat, put: Numbers) -> float:
    """Give the share of replacements that is wrong in the worst fold."""
    made = np.bincount(flat.fold[put], flat.weight[put], minlength=1)
    missed = put & ~flat.right
    wrong = np.bincount(flat.fold[missed], flat.weight[missed], minlength=len(made))
    return float((wrong / np.maximum(1, made)).max())


def raised(limits: Limits, bare: float = DRIFT, least: float = LEAST[ELSEWHERE], more: float = 0.0) -> Limits:
    """Give the same thresholds with a margin for other articles.

    `bare`: the margin of what is not attested; `more`: what is added to it where it may be two terms.
    """
    one, two = (
        tuple(max(least, x + added) for x in (v[0] + bare, *(x + DRIFT for x in v[1:])))
        for v, added in ((limits.one, 0.0), (limits.two, more))
    )
    return Limits(one, two)


def _count(flat: Flat, put: Numbers) -> tuple[float, float]:
    """Weigh what would be put in, and what of it is right."""
    return float(flat.weight[put].sum()), float(flat.weight[put & flat.right].sum())
