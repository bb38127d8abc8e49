"""Facts → what is most likely at each place, and how likely: fitted weights, scored without the fitting library.

A ranker (conditional logit) gives every term a utility at every place; the mixture of hypotheses makes shares
of them; three small models (logistic regression and trees) then judge: is it two terms, is the best term
right everywhere, is the best term of one place right there. `tools/fit_restore.py` fits all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from wonmun.strategies.facts import AT_PLACE, OF_PAGE
from wonmun.strategies.mixture import mix

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers
    from wonmun.strategies.facts import Facts
    from wonmun.strategies.mixture import Mixture

RIVALS = 10
"""Terms that are judged for the whole page."""
_LIMIT = 6.0
"""Standard deviations at which the ranker's values are cut."""
_COMPARED = (
    "topic",
    "present",
    "lift",
    "expected",
    "expected_log",
    "missing",
    "in_three",
    "near_three",
    "surviving",
    "survives",
    "news",
)
_AT_ONE = (
    "left", "pointwise", "pull", "right", "both", "deep", "misfit", "gloss", "compound", "against", "said", "said_lift",
    "habit",
)  # fmt: skip
_ATTESTED = (0.4, 0.3)
"""Similarity of the three nearest articles that hold a term, added up (as often as here, or at all)."""
_LEADS = ("said", "both", "deep", "left", "habit")


@dataclass(frozen=True, slots=True)
class Ranker:
    """Utilities: a weighted sum of what is measured at each place, and one of what is measured for the page."""

    center: Numbers
    scale: Numbers
    weights: Numbers
    none: float
    """Utility of a term that is not among the candidates."""

    @classmethod
    def read(cls, data: dict[str, Any]) -> Ranker:
        """Build it from its shipped numbers."""
        center, scale, weights = (np.array(data[k], float) for k in ("center", "scale", "weights"))
        return cls(center, scale, weights, float(data["none"]))

    def utilities(self, facts: Facts) -> tuple[Numbers, Numbers]:
        """Give terms × places, and one bias a term."""
        size = len(AT_PLACE)
        scaled = np.clip((facts.at_place - self.center[:size]) / self.scale[:size], -_LIMIT, _LIMIT)
        whole = np.clip((facts.of_page - self.center[size:]) / self.scale[size:], -_LIMIT, _LIMIT)
        return scaled @ self.weights[:size], whole @ self.weights[size:]


@dataclass(frozen=True)
class View:
    """Facts, utilities and hypotheses of one group: what the judging models' rows are made from."""

    facts: Facts
    utility: Numbers
    bias: Numbers
    mixture: Mixture

    @classmethod
    def of(cls, facts: Facts, ranker: Ranker) -> View:
        """Rank and mix."""
        utility, bias = ranker.utilities(facts)
        return cls(facts, utility, bias, mix(utility, bias, ranker.none))

    @cached_property
    def behind(self) -> Numbers:
        """How far each term lies behind the best one, at each place."""
        found: Numbers = self.utility - self.utility.max(0)
        return found

    @property
    def rivals(self) -> Numbers:
        """The terms that explain all places best, best first."""
        found: Numbers = self.mixture.order[:RIVALS]
        return found

    @cached_property
    def tops(self) -> Numbers:
        """The likeliest term of each place."""
        found: Numbers = self.mixture.share.argmax(0)
        return found

    def two_row(self) -> list[float]:
        """What tells two terms from one."""
        mixture, places = self.mixture, len(self.facts.group.slots)
        first, second = mixture.pair
        lead = self.utility[second] - self.utility[first]
        ahead, top = lead > 0, int(self.rivals[0])
        winners = np.sort(np.bincount(self.utility.argmax(0)))[::-1]
        survives, background = self.facts.page("surviving"), self.facts.page("topic")
        return [
            float(not self.facts.group.particles), float(self.facts.page("misfits")[top]), np.log(places), mixture.gain,
            mixture.gain / np.sqrt(places), mixture.one, float(1 - mixture.split.mean()), float(min(ahead.sum(),
            places - ahead.sum())),
            float(np.where(ahead, lead, 0).sum()), float(np.where(ahead, lead, 0).max(initial=0)), survives[first],
            survives[second],
            survives[top], background[second] - background.max(), background[first] - background.max(),
            self.bias[second] - self.bias.max(), self.bias[first] - self.bias.max(), float(self.behind[top].mean()),
            float(self.behind[top].min()), float((self.behind[top] > -0.01).mean()), float(top in mixture.pair),
            winners[0] / places, (winners[1] if len(winners) > 1 else 0) / places,
            float((self.facts.place("both")[top] == 0).mean()),
            self._both(second, ahead), self._both(first, ~ahead), self._both(first, ahead), *self._contradicted(top),
            *self.facts.nearness,
        ]  # fmt: skip

    def _contradicted(self, term: int) -> tuple[float, ...]:
        """How much sentences and contexts elsewhere speak for other terms: by two measurements, mean and worst."""
        out: list[float] = []
        for name in ("said", "both"):
            ahead = self._rivalry(name, np.full(len(self.facts.group.slots), term))
            out += [float(ahead.mean()), float(ahead.max()), float((ahead > 0.5).mean())]
        return tuple(out)

    def _both(self, term: int, where: Numbers) -> float:
        return float(self.facts.place("both")[term][where].mean()) if where.any() else 0.0

    def page_rows(self) -> Numbers:
        """Give one row for each rival, to tell whether it is the one term behind all places."""
        rivals = self.rivals
        at, page = self.facts.at_place[rivals], self.facts.of_page[rivals]
        behind, share = self.behind[rivals], self.mixture.share[rivals]
        alone = self.mixture.alone[: len(rivals)]
        compared = page[:, [OF_PAGE.index(n) for n in _COMPARED]]
        columns = [
            at.mean(1), at[:, :, [AT_PLACE.index(n) for n in ("left", "pointwise", "right", "both")]].min(1), page,
            compared - _others_best(compared), (alone - _others_best(alone[:, None])[:, 0])[:, None],
            np.arange(len(rivals))[:, None],
            behind.mean(1)[:, None], behind.min(1)[:, None], (behind > -0.01).mean(1)[:, None],
            _logit(share.mean(1))[:, None],
            (self.bias[rivals] - self.bias.max())[:, None],
            np.tile([self.mixture.one, np.log(at.shape[1]), *self.facts.nearness], (len(rivals), 1)),
        ]  # fmt: skip
        return np.hstack(columns)

    def right_row(self, scores: Numbers, two: float) -> list[float]:
        """What tells whether the best rival, by the scores of `page_rows`, is right at all places."""
        order = np.argsort(-scores)
        best = int(self.rivals[order[0]])
        second = float(scores[order[1]]) if len(order) > 1 else -9.0
        facts = self.facts
        return [
            float(scores[order[0]]), float(scores[order[0]]) - second, two, np.log(len(facts.group.slots)),
            facts.page("misfits")[best],
            facts.page("fits")[best], facts.page("survives")[best], float(order[0]), self.mixture.one,
            float(_logit(self.mixture.share[best].mean())), float(self.behind[best].min()), facts.page("length")[best],
            facts.page("inside")[best], facts.page("holds")[best], *self._contradicted(best), *facts.nearness,
        ]  # fmt: skip

    def attested(self, term: int) -> float:
        """What to add to the logit that a term is right everywhere, for how the three nearest articles attest it.

        With a term that they hold as often as this page needs, copies restored from logit 1 on were wrong at 3 of 620
        places; without, at 100 of 1,580.
        """
        often, held = self.facts.page("near_three")[term], self.facts.page("in_three")[term]
        if often >= _ATTESTED[0]:
            return 1.5
        return 0.75 if often >= _ATTESTED[1] or held >= _ATTESTED[0] else 0.0

    def barred(self) -> frozenset[int]:
        """Terms that a gloss speaks for, which are another rule's to decide."""
        return frozenset(np.flatnonzero(self.facts.page("glossed") > 0).tolist())

    def place_rows(self, scores: Numbers, two: float, right: float) -> Numbers:
        """Give one row for each place, to tell whether its likeliest term is right there."""
        places = np.arange(len(self.facts.group.slots))
        tops, share = self.tops, np.sort(self.mixture.share, 0)[::-1]
        judged = dict(zip(self.rivals.tolist(), scores.tolist(), strict=True))
        best = int(self.rivals[int(np.argmax(scores))])
        same = np.array([(tops == t).sum() for t in tops])
        mean = np.array([self.behind[t, tops == t].mean() for t in tops])
        at = self.facts.at_place[tops, places][:, [AT_PLACE.index(n) for n in _AT_ONE]]
        leads = np.column_stack([-self._rivalry(n, tops) for n in _LEADS])

        def all_places(value: float) -> Numbers:
            return np.full(len(tops), value)

        second = np.log(share[1] + 1e-4) if len(share) > 1 else all_places(-9.0)
        return np.column_stack([
            _logit(share[0]), second, np.log(same), same / len(tops), all_places(np.log(len(tops))),
            self.behind[tops, places], mean, [judged.get(t, -8.0) for t in tops.tolist()],
            all_places(float(scores.max())), all_places(two), all_places(right), tops == best,
            _logit(self.mixture.share[tops].mean(1)), all_places(self.mixture.one), at, leads, self.facts.of_page[tops],
            np.tile(self.facts.nearness, (len(tops), 1)),
        ])  # fmt: skip

    def _rivalry(self, name: str, tops: Numbers) -> Numbers:
        """By how much the best other term beats these terms, at each place, in one measurement."""
        values = self.facts.place(name).copy()
        places = np.arange(values.shape[1])
        own = values[tops, places]
        values[tops, places] = -99.0
        found: Numbers = np.clip(values.max(0) - own, -12, 12)
        return found


def _others_best(values: Numbers) -> Numbers:
    """For each row, the best value that another row has; its own where there is no other."""
    if len(values) < 2:
        return values
    ordered = np.sort(values, 0)[::-1]
    found: Numbers = np.where(values == ordered[0], ordered[1], ordered[0])
    return found


def _logit(share: Numbers) -> Numbers:
    cut = np.clip(share, 1e-4, 1 - 1e-4)
    found: Numbers = np.log(cut / (1 - cut))
    return found
