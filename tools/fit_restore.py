"""Fit the weights that restoring without a genuine copy goes by.

    python -m tools.fit_restore ARTICLES.jsonl TITLES.txt INJECTED.jsonl... [--out FILE] [--seed 1]

ARTICLES, TITLES: genuine articles, {"id", "title"?, "text"} a line; each serves as memory for the copies of
all others. INJECTED: copies with the truth beside them, {"id": "<article id>:…", "text", "title"?, "phrase",
"spans": [[start, end, original]]}. Folds share no article. Writes weights and thresholds with what they were
fitted on, and prints the reliability curve.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.optimize import minimize

from tools.boost import fit_linear, fit_trees
from tools.habits import Counts
from wonmun.model import Article, Place
from wonmun.originals import Originals
from wonmun.page.plain import plain_page
from wonmun.strategies.corpus import RELATED
from wonmun.strategies.decide import Judgement, Limits, chosen
from wonmun.strategies.facts import measure
from wonmun.strategies.habits import read_habits
from wonmun.strategies.kind import ROW, rows
from wonmun.strategies.scores import Ranker, View
from wonmun.strategies.slots import group
from wonmun.trees import Model, read_model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.facts import Facts
    from wonmun.strategies.slots import Group

FOLDS = 5
GENUINE_TITLES = 0.3
"""Share of copies whose title the spammer forgot."""
SIZES = (None, None, None, None, 50, 0)
"""Articles that a copy is given as memory, one of these by chance; None means all."""


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


def placed(line: dict[str, Any]) -> Group:
    """Gather the places of one copy, blanks at their ends left out."""
    page = plain_page(line["text"], title=line.get("title", ""))
    places = []
    for start, end, _ in line["spans"]:
        blanks = len(line["text"][start:end]) - len(line["text"][start:end].lstrip())
        places.append(Place(start + blanks, end, "substitution", line["phrase"]))
    return group(page, places, places)


def fit_kind(lines: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Fit what tells insertions from substitutions."""
    right = np.array([not any(o for _, _, o in line["spans"]) for line in lines])
    fitted = fit_judge(rows([placed(line) for line in lines]), right, np.ones(len(lines)), (80, 6))
    return {**fitted, "names": list(ROW)}


def examples(
    articles: Sequence[Article], lines: Iterable[dict[str, Any]], counted: Counts, rng: random.Random
) -> list[Example]:
    """Measure every copy against a memory of the other articles, and counts that its own article is no part of."""
    memory, texts = Originals(articles), {a.id: a.text for a in articles}
    habits = cache(lambda own: read_habits(counted.lines([texts[own]])))
    out = []
    for line in lines:
        if not all(o for _, _, o in line["spans"]):
            continue
        if rng.random() < GENUINE_TITLES and line.get("genuine_title"):
            line["title"] = line["genuine_title"]
        page = plain_page(line["text"], title=line.get("title", ""))
        own, size = line["id"].split(":")[0], rng.choice(SIZES)
        known = {a.id for a in (articles if size is None else rng.sample(list(articles), min(size, len(articles))))}
        near = [a for a in memory.related(page, [line["phrase"]], len(articles)) if a.id != own and a.id in known]
        facts = measure(placed(line), near[:RELATED], habits(own))
        if facts is not None:
            out.append(Example(own, facts, tuple(o for _, _, o in line["spans"]), size))
    return out


def folds(made: Sequence[Example]) -> Numbers:
    """Number the fold of each example; copies of one article share it."""
    names = sorted({e.article for e in made})
    random.Random(0).shuffle(names)
    place = {name: i % FOLDS for i, name in enumerate(names)}
    return np.array([place[e.article] for e in made])


def fit_ranker(made: Sequence[Example]) -> dict[str, Any]:
    """Fit a conditional logit with an outside option, at most 8 places a copy."""
    rng = np.random.default_rng(0)
    rows, wins, owners, weights = [], [], [], []
    for e in made:
        facts, right = e.facts, e.right
        for j in rng.permutation(len(e.truth))[:8]:
            rows.append(np.hstack([facts.at_place[:, j], facts.of_page]))
            wins.append(right[:, j])
            owners.append(len(facts.terms))
            weights.append(min(8, len(e.truth)) ** -0.5)
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

    found = minimize(loss, np.zeros(scaled.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 80}).x
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


def crossed(fold: Numbers, fit: Callable[[list[int]], Any], apply: Callable[[Any, int], None]) -> None:
    """Fit on all folds but one and apply to that one, fold by fold."""
    for f in range(FOLDS):
        fitted = fit(np.flatnonzero(fold != f).tolist())
        for i in np.flatnonzero(fold == f):
            apply(fitted, int(i))


def fit_all(made: Sequence[Example]) -> tuple[dict[str, Any], list[Judged]]:
    """Fit everything; the copies come back as models that never saw their article judge them."""
    fold = folds(made)
    judged: list[Any] = [None] * len(made)

    def rank(data: dict[str, Any], i: int) -> None:
        view = View.of(made[i].facts, Ranker.read(data))
        judged[i] = Judged(made[i], view, view.page_rows())

    crossed(fold, lambda kept: fit_ranker([made[i] for i in kept]), rank)
    parts: dict[str, Any] = {"ranker": fit_ranker(made)}
    print("ranked: right at the top", np.mean(np.concatenate([j.tops_right for j in judged])), flush=True)
    for name, stage in STAGES.items():
        stage.cross(judged, fold)
        parts[name] = stage.fit(judged)
        print("fitted", name, flush=True)
    return parts, judged


@dataclass(frozen=True, slots=True)
class Stage:
    """One judging model: its rows and truth in a copy, and where its answer goes."""

    rows: Callable[[Judged], Numbers]
    truth: Callable[[Judged], Numbers]
    put: Callable[[Model, Judged], None]
    trees: tuple[int, int]

    def cross(self, judged: Sequence[Judged], fold: Numbers) -> None:
        """Let models that never saw a copy's article judge it."""
        crossed(
            fold,
            lambda kept: self.fit([judged[i] for i in kept]),
            lambda fitted, i: self.put(model(fitted), judged[i]),
        )

    def fit(self, judged: Sequence[Judged]) -> dict[str, Any]:
        """Fit on copies."""
        rows = [self.rows(j) for j in judged]
        weight = np.concatenate([np.full(len(r), len(r) ** -0.5 if self.trees[1] == 6 else 1.0) for r in rows])
        return fit_judge(np.concatenate(rows), np.concatenate([self.truth(j) for j in judged]), weight, self.trees)


def _put_two(fitted: Model, j: Judged) -> None:
    j.two = float(fitted.score(np.array([j.view.two_row()]))[0])


def _put_page(fitted: Model, j: Judged) -> None:
    j.scores = fitted.score(j.pages)


def _put_right(fitted: Model, j: Judged) -> None:
    j.right = float(fitted.score(np.array([j.view.right_row(j.scores, j.two)]))[0])


def _put_place(fitted: Model, j: Judged) -> None:
    j.places = fitted.score(j.view.place_rows(j.scores, j.two, j.right))


def _rivals_right(j: Judged) -> Numbers:
    return np.array([all(o == j.view.facts.terms[t] for o in j.example.truth) for t in j.view.rivals])


STAGES = {
    "two": Stage(lambda j: np.array([j.view.two_row()]), lambda j: np.array([j.example.two]), _put_two, (60, 5)),
    "page": Stage(lambda j: j.pages, _rivals_right, _put_page, (100, 5)),
    "right": Stage(
        lambda j: np.array([j.view.right_row(j.scores, j.two)]), lambda j: np.array([j.all_right]), _put_right, (30, 4)
    ),
    "place": Stage(lambda j: j.view.place_rows(j.scores, j.two, j.right), lambda j: j.tops_right, _put_place, (80, 6)),
}  # fmt: skip


def judgement(j: Judged) -> Judgement:
    """Put a copy into the shape that decisions are made on."""
    facts, best = j.view.facts, j.best
    return Judgement(
        best, j.view.tops, j.two, j.right, j.places, facts.place("misfit")[best] == 0, bool(facts.group.particles)
    )


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
    """Find the thresholds that restore most places with at most that share of replacements wrong."""
    facts = [(judgement(j), np.array([[t == o for o in j.example.truth] for t in j.view.facts.terms])) for j in judged]
    grid = [g / 4 for g in range(2, 21)]
    best, found = -1, Limits(-1.0, 99.0, 99.0, 99.0)
    for two in (-2.5, -2.0, -1.5, -1.0, -0.5):
        single = [(j, r) for j, r in facts if j.possible and j.two <= two]
        double = [(j, r) for j, r in facts if not (j.possible and j.two <= two)]
        alone = {g: _count(double, Limits(two, 99.0, 99.0, g)) for g in grid}
        for whole, place in product(grid, grid):
            made, right = _count(single, Limits(two, whole, place, 99.0))
            for g, (more, hits) in alone.items():
                if made + more and 1 - (right + hits) / (made + more) <= most and right + hits > best:
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
    for low in (0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99):
        high = {
            0: 0.1,
            0.1: 0.3,
            0.3: 0.5,
            0.5: 0.7,
            0.7: 0.8,
            0.8: 0.9,
            0.9: 0.95,
            0.95: 0.98,
            0.98: 0.99,
            0.99: 1.01,
        }[low]
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


def main() -> None:
    """Read, measure, fit, tune, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else "")
    parser.add_argument("articles", type=Path)
    parser.add_argument("titles", type=Path)
    parser.add_argument("injected", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=Path("wonmun/strategies/tables/weights.json"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--wrong", type=float, default=0.012, help="share of wrong replacements aimed at: a margin below .02"
    )
    options = parser.parse_args()
    lines = [json.loads(line) for path in options.injected for line in path.read_text(encoding="utf-8").splitlines()]
    articles = [
        Article(a["id"], a["text"], a.get("title", ""))
        for a in map(json.loads, options.articles.read_text(encoding="utf-8").splitlines())
    ]
    titles = options.titles.read_text(encoding="utf-8").splitlines()
    counted = Counts([*(a.text for a in articles), *titles])
    made = examples(articles, lines, counted, random.Random(options.seed))
    parts, judged = fit_all(made)
    parts["kind"] = fit_kind(lines)
    limits = tune(judged, options.wrong)
    report(judged, limits)
    reliability(judged, limits)
    source = (
        f"tools/fit_restore.py on {len(made)} injected copies of {len(articles)} published articles; counts only, CC0"
    )
    data = {
        "source": source,
        **parts,
        "limits": {k: getattr(limits, k) for k in ("two", "whole", "place", "place_two")},
    }
    options.out.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main()
