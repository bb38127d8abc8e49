"""Fit the weights that restoring without a genuine copy goes by.

    python -m tools.fit_restore ARTICLES.jsonl TITLES.txt INJECTED.jsonl... [--out FILE] [--seed 1]

ARTICLES, TITLES: genuine articles, {"id", "title"?, "text", "cluster"?} a line (several on one event share
the cluster), and headlines; each article serves as memory for the copies of all others. INJECTED: copies with
the truth beside them, {"id": "<article id>:…", "text", "title"?, "phrase", "spans": [[start, end,
original]]}. Folds share no article. Writes weights and thresholds with what they were fitted on, and prints
the reliability curve.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.optimize import minimize

from tools.boost import fit_linear, fit_trees
from tools.habits import Counts
from tools.restore_limits import Example, Judged, reliability, report, tune
from wonmun.model import Article, Place
from wonmun.originals import Originals
from wonmun.page.plain import plain_page
from wonmun.strategies.corpus import RELATED
from wonmun.strategies.facts import measure
from wonmun.strategies.habits import read_habits
from wonmun.strategies.kind import ROW, rows
from wonmun.strategies.scores import Ranker, View
from wonmun.strategies.slots import group
from wonmun.trees import Model, read_model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.slots import Group

FOLDS = 4
PLACES = 6
GENUINE_TITLES = 0.3
"""Share of copies whose title the spammer forgot."""
SIZES = (None, None, None, None, 50, 0)
"""Articles that a copy is given as memory, one of these by chance; None means all."""


@dataclass(frozen=True, slots=True)
class Known:
    """Genuine articles, and which event each is on where several are on one."""

    articles: tuple[Article, ...]
    events: dict[str, str]


def read_known(path: Path) -> Known:
    """Read the articles."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    events = {a["id"]: f"event {a['cluster']}" for a in lines if "cluster" in a}
    return Known(tuple(Article(a["id"], a["text"], a.get("title", "")) for a in lines), events)


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
    known_articles: Known, lines: Iterable[dict[str, Any]], counted: Counts, rng: random.Random
) -> list[Example]:
    """Measure every copy against a memory of the other articles, and counts that its own article is no part of."""
    articles = known_articles.articles
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
            event = known_articles.events.get(own, own)
            out.append(Example(event, facts, tuple(o for _, _, o in line["spans"]), size))
    return out


def folds(made: Sequence[Example]) -> Numbers:
    """Number the fold of each example; copies of one article share it, and so do articles on one event."""
    names = sorted({e.article for e in made})
    random.Random(0).shuffle(names)
    place = {name: i % FOLDS for i, name in enumerate(names)}
    return np.array([place[e.article] for e in made])


def fit_ranker(made: Sequence[Example]) -> dict[str, Any]:
    """Fit a conditional logit with an outside option, at most `PLACES` places a copy."""
    rng = np.random.default_rng(0)
    rows, wins, owners, weights = [], [], [], []
    for e in made:
        facts, right = e.facts, e.right
        for j in rng.permutation(len(e.truth))[:PLACES]:
            rows.append(np.hstack([facts.at_place[:, j], facts.of_page]))
            wins.append(right[:, j])
            owners.append(len(facts.terms))
            weights.append(min(PLACES, len(e.truth)) ** -0.5)
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
        lambda j: np.array([j.view.right_row(j.scores, j.two)]), lambda j: np.array([j.all_right]), _put_right, (60, 5)
    ),
    "place": Stage(lambda j: j.view.place_rows(j.scores, j.two, j.right), lambda j: j.tops_right, _put_place, (80, 6)),
}  # fmt: skip


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
    known = read_known(options.articles)
    titles = options.titles.read_text(encoding="utf-8").splitlines()
    counted = Counts([*(a.text for a in known.articles), *titles])
    made = examples(known, lines, counted, random.Random(options.seed))
    parts, judged = fit_all(made)
    parts["kind"] = fit_kind(lines)
    limits = {}
    for name, some in (("alone", [j for j in judged if j.alone]), ("known", [j for j in judged if not j.alone])):
        found = tune(some, options.wrong)
        report(some, found)
        reliability(some, found)
        limits[name] = {k: getattr(found, k) for k in ("two", "whole", "place", "place_two")}
    of = f"{len(made)} injected copies of {len(known.articles)} published articles"
    source = f"tools/fit_restore.py on {of}; counts only, CC0"
    data = {
        "source": source,
        **parts,
        "limits": limits,
    }
    options.out.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main()
