"""The models that restoring without a genuine copy goes by: fitted on copies, judged on articles never seen."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.optimize import minimize

from tools.boost import fit_linear, fit_trees
from tools.restore_copies import read_all
from tools.restore_limits import Example, Judged
from wonmun.strategies.places.situation import fitted_on
from wonmun.strategies.weighed.facts import OF_PAGE
from wonmun.strategies.weighed.ranker import Ranker
from wonmun.strategies.weighed.rows import page_rows, place_rows, right_row, term_rows, two_row
from wonmun.strategies.weighed.scores import View
from wonmun.trees import Model, read_model

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wonmun.fingerprints import Numbers

FOLDS = 4
PLACES, SIEVED = 6, 3
"""Places of a copy that the ranker is fitted on, and the sieve, which sees five times as many candidates."""
_TWO = 0.6
"""Copies with two terms behind the phrase count so much: more are made of them than there are."""


def folds(made: Sequence[Example]) -> Numbers:
    """Number the fold of each example; copies of one article share it, and so do articles on one event."""
    names = sorted({e.event for e in made})
    random.Random(0).shuffle(names)
    place = {name: i % FOLDS for i, name in enumerate(names)}
    return np.array([place[e.event] for e in made])


def sieved(made: Sequence[Example]) -> tuple[dict[str, Any], list[Example]]:
    """Fit a sieve for each kind of model, and read what it leaves.

    Each copy's candidates are sieved by one that never saw its article.
    """
    fold, sieves, found = folds(made), {}, list(made)
    for known, some in kinds(made).items():
        each = [Ranker.read(fit_ranker([made[n] for n in some if fold[n] != f], SIEVED)) for f in range(FOLDS)]
        facts = read_all([(made[n].facts, each[fold[n]]) for n in some])
        for n, f in zip(some, facts, strict=True):
            found[n] = replace(made[n], facts=f)
        sieves[known] = fit_ranker([made[n] for n in some], SIEVED)
    before, after = (np.mean(np.concatenate([e.right.any(0) for e in some])) for some in (made, found))
    print(f"terms among the candidates {before:.3f}, among those that are read {after:.3f}", flush=True)
    return sieves, found


def fit_ranker(made: Sequence[Example], places: int = PLACES) -> dict[str, Any]:
    """Fit a conditional logit with an outside option, at most so many places a copy."""
    rng = np.random.default_rng(0)
    rows, wins, owners, weights = [], [], [], []
    for e in made:
        facts, right = e.facts, e.right
        for j in rng.permutation(len(e.truth))[:places]:
            rows.append(np.hstack([facts.at_place[:, j], facts.of_page]))
            wins.append(right[:, j])
            owners.append(len(facts.terms))
            weights.append(min(places, len(e.truth)) ** -0.5)
    data = np.concatenate(rows)
    center, scale = data.mean(0), data.std(0) + 1e-6
    scaled = np.clip((data - center) / scale, -6, 6).astype(np.float32)
    hits, sizes = np.concatenate(wins).astype(np.float32), np.array(owners)
    owner, starts = np.repeat(np.arange(len(sizes)), sizes), np.concatenate([[0], np.cumsum(sizes)[:-1]])
    has, weight = np.add.reduceat(hits, starts), np.array(weights)

    def loss(theta: Numbers) -> tuple[float, Numbers]:
        u = scaled @ theta[:-1].astype(np.float32)
        top = np.maximum(np.maximum.reduceat(u, starts), theta[-1])
        e, none = np.exp(u - top[owner]), np.exp(theta[-1] - top)
        total = np.add.reduceat(e, starts) + none
        p = e / total[owner]
        won = np.where(has > 0, np.add.reduceat(hits * u, starts), theta[-1]) - top - np.log(total)
        value = -(weight * won).sum() + 1e-3 * len(weight) * (theta**2).sum()
        slope = np.append(
            scaled.T @ ((p - hits) * weight[owner]).astype(np.float32), (weight * (none / total - (has == 0))).sum()
        )
        return float(value), slope.astype(float) + 2e-3 * len(weight) * theta

    found = minimize(loss, np.zeros(scaled.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 60}).x
    return {
        "center": _short(center),
        "scale": _short(scale),
        "weights": _short(found[:-1]),
        "none": round(float(found[-1]), 5),
    }


def fit_judge(rows: Numbers, right: Numbers, weight: Numbers, trees: tuple[int, int]) -> dict[str, Any]:
    """Fit logistic regression and boosted trees (how many, leaves); the mean of their logits is the score."""
    names = [str(i) for i in range(rows.shape[1])]
    shape = {"trees": trees[0], "leaves": trees[1], "rate": 0.08, "least": 25, "monotone": {}}
    return {
        "names": names,
        "linear": fit_linear(rows, right, weight, names, ()),
        "trees": fit_trees(rows, right, weight, names, shape),
    }


def _short(values: Numbers) -> list[float]:
    return [float(f"{v:.5g}") for v in values]


def model(data: dict[str, Any]) -> Model:
    """Read a judge back as the product does."""
    return read_model(data, tuple(data["names"]))


def kinds(made: Sequence[Example]) -> dict[str, list[int]]:
    """Number the examples that each kind of model is fitted on, those of kinds that there are."""
    found: dict[str, list[int]] = {}
    for number, e in enumerate(made):
        found.setdefault(fitted_on(e.facts.nearness), []).append(number)
    return found


def fit_each(made: Sequence[Example]) -> tuple[dict[str, dict[str, Any]], list[Judged]]:
    """Fit models for each kind of copies; the copies come back as the models of their kind judge them.

    Those for coverage that is not of the event learn from all copies, by what is measured of all of them.
    """
    fold, parts = folds(made), {}
    judged: list[Any] = [None] * len(made)
    for known, own in kinds(made).items():
        every = known == "related"
        learnt = list(range(len(made))) if every else own
        parts[known], seen = fit_all([_common(made[n]) if every else made[n] for n in learnt], fold[learnt])
        for n, j in zip(learnt, seen, strict=True):
            if n in own:
                judged[n] = j
    return parts, judged


def _common(e: Example) -> Example:
    """Leave out what is measured only where nothing else is known."""
    return replace(e, facts=replace(e.facts, of_page=e.facts.of_page[:, : len(OF_PAGE)]))


def fit_all(made: Sequence[Example], fold: Numbers) -> tuple[dict[str, Any], list[Judged]]:
    """Fit everything; the copies come back as models that never saw their article judge them."""
    judged: list[Any] = [None] * len(made)

    for f in range(FOLDS):
        ranker = Ranker.read(fit_ranker([e for e, g in zip(made, fold, strict=True) if g != f]))
        for i in np.flatnonzero(fold == f).tolist():
            view = View.of(made[i].facts, ranker)
            judged[i] = Judged(made[i], view, page_rows(view))
    parts: dict[str, Any] = {"ranker": fit_ranker(made)}
    print("ranked: right at the top", np.mean(np.concatenate([j.tops_right for j in judged])), flush=True)
    for name, stage in STAGES.items():
        parts[name] = stage.run(judged, fold)
        print("fitted", name, "right at the top", np.mean(np.concatenate([j.tops_right for j in judged])), flush=True)
    return parts, judged


@dataclass(frozen=True, slots=True)
class Stage:
    """One judging model: its rows and truth in a copy, and where its answer goes."""

    rows: Callable[[Judged], Numbers]
    truth: Callable[[Judged], Numbers]
    put: Callable[[Numbers, Judged], None]
    """Takes the scores of a copy's rows."""
    trees: tuple[int, int]

    def run(self, judged: Sequence[Judged], fold: Numbers, beside: Model | None = None) -> dict[str, Any]:
        """Fit on all copies; each copy itself is judged by a model that never saw its article.

        `beside`: another model, the mean with which judges it.
        """
        rows, truth = [self.rows(j) for j in judged], [self.truth(j) for j in judged]
        weight = [j.example.weight * (_TWO if j.example.two else 1.0) for j in judged]

        def fit(kept: Sequence[int]) -> dict[str, Any]:
            each = np.concatenate([np.full(len(rows[i]), weight[i] * self._share(len(rows[i]))) for i in kept])
            data, right = (np.concatenate([part[i] for i in kept]) for part in (rows, truth))
            return fit_judge(data, right, each, self.trees)

        for f in range(FOLDS):
            fitted = model(fit(np.flatnonzero(fold != f).tolist()))
            for i in np.flatnonzero(fold == f).tolist():
                scores = fitted.score(rows[i], len(rows[i]))
                self.put((scores + beside.score(rows[i], len(rows[i]))) / 2 if beside else scores, judged[i])
        return fit(range(len(judged)))

    def _share(self, places: int) -> float:
        """Weigh a place less where a copy has many."""
        return places**-0.5 if self is STAGES["place"] else 1.0


def _put_term(scores: Numbers, j: Judged) -> None:
    j.view = j.view.weighed(scores)


def _put_two(scores: Numbers, j: Judged) -> None:
    j.two = float(scores[0])
    j.view = j.view.leaning(j.two)
    j.pages = page_rows(j.view)


def _put_page(scores: Numbers, j: Judged) -> None:
    j.scores = scores


def _put_right(scores: Numbers, j: Judged) -> None:
    j.right = float(scores[0])


def _put_place(scores: Numbers, j: Judged) -> None:
    j.places = scores


def _rivals_right(j: Judged) -> Numbers:
    return np.array([all(o == j.view.facts.terms[t] for o in j.example.truth) for t in j.view.rivals])


STAGES: dict[str, Stage] = {
    "term": Stage(
        lambda j: term_rows(j.view),
        lambda j: np.array([j.view.facts.terms[t] in j.example.truth for t in j.view.judged]), _put_term, (120, 6),
    ),
    "two": Stage(lambda j: np.array([two_row(j.view)]), lambda j: np.array([j.example.two]), _put_two, (60, 5)),
    "page": Stage(lambda j: j.pages, _rivals_right, _put_page, (100, 5)),
    "right": Stage(
        lambda j: np.array([right_row(j.view, j.scores, j.two)]), lambda j: np.array([j.all_right]), _put_right, (60, 5)
    ),
    "place": Stage(
        lambda j: place_rows(j.view, j.scores, j.two, j.right), lambda j: j.tops_right, _put_place, (160, 6)
    ),
}  # fmt: skip
