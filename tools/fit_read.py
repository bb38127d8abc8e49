"""Fits anew what weighs the Korean candidates that are read, out of more texts than `fit.py` has, and keeps the rest.

    python tools/fit_read.py --articles ARTICLES.jsonl --more MORE.jsonl --honest HONEST.jsonl --hard HELP.jsonl
                             --titles TITLES.txt --phrases PHRASES.txt [--without HELD.json] [--of 14 --parts 0 1 …]
                             [--lower 0.1] [--out wonmun/weights/ko.json]

ARTICLES: articles whose words are counted; MORE: others; both are injected, renamed, cut. HONEST: texts written to be
hard, injected, too; HELP: pages that nothing is injected into. PHRASES are drawn oftener than made-up ones, those of
HELD never. Which candidates are read, and their first scores, stay as `fit.py` made them: so does the time that takes.
The new model is averaged with the one in OUT, which saw other texts. What titles say is left out of it, and of the old
one whether there is any (`titled`): fitted on texts without titles, too, that had become a mark of honest ones.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tools import boost, dataset, given, honest, phrases
from tools.fit import HERE, OFTENER, WRITTEN
from tools.left_out import WEIGHT
from tools.shape import CROSSES, MONOTONE, READ
from wonmun.judging import lexical
from wonmun.judging.doubt import NEAR_DOUBT
from wonmun.judging.verdict import ASKED, LOWEST, others
from wonmun.signals import fluency, trade
from wonmun.weights.fitted import NAMES, weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tools.dataset import Document

LEFT_OUT = ("titled", "in_title", *trade.NAMES)
LONGEST = 6000
"""Letters of an honest page that count."""
GIVEN_OFTENER = 3


@dataclass(frozen=True)
class Rows:
    """The candidates of one document that are read: rows, labels, and how much each counts."""

    rows: NDArray[np.float64]
    labels: NDArray[np.int64]
    weights: NDArray[np.float64]


def documents(options: argparse.Namespace, rng: random.Random) -> list[Document]:
    """Everything that is fitted on; the order matters, since one row of chance numbers is drawn from."""
    titles = [line for line in options.titles.read_text(encoding="utf-8").splitlines() if line.strip()]
    nouns = dataset.noun_pool(titles, rng)
    pool = phrases.many(rng, nouns, 3000)
    pool += (WRITTEN / "phrases.txt").read_text(encoding="utf-8").splitlines() * OFTENER
    pool += options.phrases.read_text(encoding="utf-8").splitlines() * GIVEN_OFTENER
    held = set(json.loads(options.without.read_text(encoding="utf-8"))) if options.without else set()
    pool = [phrase for phrase in pool if phrase not in held]
    found: list[Document] = []
    for path in options.articles:
        articles = dataset.read_articles(path)
        found += dataset.injected(articles, pool, rng, 1)
        found += [*dataset.genuine(articles, titles, rng), *dataset.named(articles, nouns, rng)]
    more = [a | {"counted": False} for a in dataset.read_articles(options.more)]
    more += [a | {"counted": False} for a in dataset.read_articles(WRITTEN / "articles.jsonl")]
    more += [{**page, "counted": False} for page in honest.read_styles(HERE / "styles.txt")]
    for article in more:
        article["id"] = f"{article.get('cluster', article['id'])}/{article['id']}"
    found += dataset.injected(more, pool, rng, 1)
    found += [*dataset.genuine(more, [], rng), *dataset.named(more, nouns, rng)]
    texts = (HERE / "hard.txt").read_text(encoding="utf-8").splitlines()[1:]
    first = dataset.read_articles(options.articles[0])
    found += dataset.hard(texts, first, rng)
    found += dataset.injected(list(dataset.about_spam(texts, first, rng)), pool, rng, 1)
    for path in (options.honest, WRITTEN / "honest.jsonl", *options.hard):
        found += [_page(record) for record in dataset.read_articles(path)]
    plain = [a | {"counted": False} for a in dataset.read_articles(options.honest)]
    found += dataset.injected(plain, pool, rng, 1)
    return found


def _page(record: dict[str, Any]) -> Document:
    group = record["id"].replace("/", "-")
    return dataset.Document(group, "honest", record["text"][:LONGEST], record.get("title") or "")


def read(document: Document) -> Rows | None:
    """Measure the candidates of a document that the engine reads; None where it reads none."""
    measured, occ = dataset.measure(document)
    if occ is None:
        return None
    numbers = weights("ko")
    assert numbers.lexical is not None
    cheap = numbers.cheap.score(measured.rows)
    spam = np.flatnonzero(lexical.asked(occ, measured.rows))
    first = cheap.copy()
    if len(spam):
        first[spam] = np.maximum(first[spam], cheap[spam] + numbers.lexical.score(measured.rows[spam]))
    elif cheap.max() < numbers.doubtful - NEAR_DOUBT:
        return None
    best = [i for i in np.argsort(-first)[:ASKED].tolist() if first[i] >= numbers.doubtful - LOWEST]
    best = [i for i in best if measured.labels[i] >= 0]
    if not best:
        return None
    whole = np.hstack([measured.rows[best], fluency.measure(occ, best), others(occ, best, cheap)])
    often = 1.0 if document.spans is not None else WEIGHT.get(document.family, 1.0)
    return Rows(whole.astype(np.float32).astype(float), measured.labels[best], np.full(len(best), often))


def fit(found: Sequence[Rows]) -> dict[str, Any]:
    """Both models over the columns that count."""
    names = [name for name in NAMES if name not in LEFT_OUT]
    rows = np.vstack([one.rows for one in found])[:, [NAMES.index(name) for name in names]]
    labels = np.concatenate([one.labels for one in found]).astype(float)
    counts = np.concatenate([one.weights for one in found])
    return {
        "names": names,
        "linear": boost.fit_signed(rows, labels, counts, (names, CROSSES, MONOTONE)),
        "trees": boost.fit_trees(rows, labels, counts, names, READ),
    }


def mean(first: dict[str, Any], second: dict[str, Any], less: float) -> dict[str, Any]:
    """One model that scores as the mean of two does, less a number; `titled` counts as in pages that have a title."""
    names = [name for name in first["names"] if name != "titled"]
    return {
        "names": names,
        "linear": _mean_line((first, second), names, less),
        "trees": _mean_trees((first, second), names, less),
    }


def _mean_line(models: Sequence[dict[str, Any]], names: list[str], less: float) -> dict[str, Any]:
    lines = [_slopes(model) for model in models]
    crosses = list(dict.fromkeys(c for slopes, _ in lines for c in slopes if isinstance(c, tuple)))
    columns: list[str | tuple[str, ...]] = [*names, *crosses]
    slopes = {c: sum(one.get(c, 0.0) for one, _ in lines) / len(lines) for c in [*columns, "titled"]}
    level = sum(level for _, level in lines) / len(lines) + slopes["titled"] - less
    center, scale = (dict(zip(_columns(models[0]), models[0]["linear"][k], strict=True)) for k in ("center", "scale"))
    level += sum(slopes[c] * center.get(c, 0.0) for c in columns)
    return {
        "center": [center.get(c, 0.0) for c in columns],
        "scale": [scale.get(c, 1.0) for c in columns],
        "weights": [round(slopes[c] * scale.get(c, 1.0), 5) for c in columns],
        "bias": round(level, 4),
        "crosses": [list(c) for c in crosses],
    }


def _columns(model: dict[str, Any]) -> list[str | tuple[str, ...]]:
    return [*model["names"], *(tuple(pair) for pair in model["linear"]["crosses"])]


def _slopes(model: dict[str, Any]) -> tuple[dict[str | tuple[str, ...], float], float]:
    """What one more of each column adds, and what stands there where all are zero."""
    line = model["linear"]
    slopes = [w / s for w, s in zip(line["weights"], line["scale"], strict=True)]
    level = line["bias"] - sum(slope * c for slope, c in zip(slopes, line["center"], strict=True))
    return dict(zip(_columns(model), slopes, strict=True)), level


def _mean_trees(models: Sequence[dict[str, Any]], names: list[str], less: float) -> dict[str, Any]:
    table: dict[str, list[Any]] = {"feature": [], "threshold": [], "left": [], "right": [], "value": []}

    def grow(model: dict[str, Any], node: int) -> int:
        tree, here = model["trees"], len(table["value"])
        while tree["left"][node] != node and model["names"][tree["feature"][node]] == "titled":
            node = tree["right"][node]
        leaf = tree["left"][node] == node
        table["feature"].append(0 if leaf else names.index(model["names"][tree["feature"][node]]))
        table["threshold"].append(tree["threshold"][node])
        table["value"].append(float(f"{tree['value'][node] / len(models):.5g}") if leaf else 0.0)
        table["left"].append(here)
        table["right"].append(here)
        if not leaf:
            table["left"][here] = grow(model, tree["left"][node])
            table["right"][here] = grow(model, tree["right"][node])
        return here

    roots = [grow(model, root) for model in models for root in model["trees"]["roots"]]
    base = sum(model["trees"]["base"] for model in models) / len(models) - less
    depth = max(model["trees"]["depth"] for model in models)
    return {"roots": roots, **table, "depth": depth, "base": round(base, 5)}


def describe(taken: Sequence[Document], found: Sequence[Rows]) -> str:
    """What the weights say of it."""
    injected = sum(document.spans is not None for document in taken)
    return (
        f"What weighs candidates that are read is the mean of that and of a model by tools/fit_read.py, fitted on "
        f"{sum(len(one.labels) for one in found)} candidates of {injected} injected texts and "
        f"{len(taken) - injected} honest ones (the same news and pages, texts and phrases of three outside sets)."
    )


def main() -> int:
    """Fit, and write the new model beside the old ones."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=given.file, action="append", required=True)
    for name in ("more", "honest", "titles", "phrases"):
        parser.add_argument(f"--{name}", type=given.file, required=True)
    parser.add_argument("--hard", type=given.file, action="append", default=[])
    parser.add_argument("--without", type=given.file, help="phrases that are held out, a JSON list")
    parser.add_argument("--of", type=int, default=1, help="every so manieth document …")
    parser.add_argument("--parts", type=int, nargs="+", default=[0], help="… from these on")
    parser.add_argument(
        "--lower", type=float, default=0.0, help="logits taken off the mean, so that the limits may stay"
    )
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--out", type=Path, default=HERE.parent / "wonmun" / "weights" / "ko.json")
    options = parser.parse_args()
    every = documents(options, random.Random(options.seed))
    taken = [document for part in options.parts for document in every[part :: options.of]]
    found = [rows for rows in map(read, taken) if rows]
    sys.stdout.write(f"{len(taken)} documents, {sum(len(one.labels) for one in found)} candidates\n")
    data = json.loads(options.out.read_text(encoding="utf-8"))
    data["full"] = mean(data["full"], fit(found), options.lower)
    data["about"] = f"{data['about']} {describe(taken, found)}"
    options.out.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
