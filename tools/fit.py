"""Fits the weights of Korean from articles that it is given, and says how well they do on what is left out.

    python tools/fit.py --articles ARTICLES.jsonl [--uncounted MORE.jsonl] --titles TITLES.txt [--hard HONEST.jsonl]
                        [--folds FOLDER] [--out wonmun/weights/ko.json]

ARTICLES: genuine articles whose words are in `language/data/ko/news.txt`; `--uncounted` ones whose words are not.
`--hard`: honest texts that nothing is injected into; the weights that ship saw 180 pieces of `ko-pages.jsonl`, which
`tools/manuals.py` makes of the office's help (Debian's libreoffice-help-ko 4:7.4.7-1+deb12u14), as the engine read them
on 29 November 2026, no more than 6,000 characters each. `tools/hard.txt`, pages of other kinds
(`tools/styles.txt`), made-up phrases (`tools/phrases.py`) and what was written for it (`tools/written`: articles,
honest pages of all kinds, phrases) go in, too. The same data give the same file.
`--folds` writes the weights that were fitted without each of three folds of the articles, too, to be tried on those.
"""

from __future__ import annotations

import argparse
import json
import random
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tools import boost, dataset, fit_lexical, given, honest, phrases
from tools.left_out import FOLDS, Reading, Way, ask, left_out, stack
from tools.limits import limits, report
from tools.shape import CROSSES, MONOTONE, READ, SHAPE
from wonmun import signals
from wonmun.judging.doubt import NEAR_DOUBT
from wonmun.judging.verdict import ASKED, LOWEST, others
from wonmun.signals import fluency, trade
from wonmun.weights.fitted import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tools.dataset import Document, Measured
    from tools.left_out import Asked
    from wonmun.phrases.occurrences import Occurrences

HERE = Path(__file__).parent
WRITTEN = HERE / "written"
DOUBTFUL = -2.0
SHARE = 0.8
OFTENER = 2
"""Phrases written by hand are drawn so much oftener than made-up ones."""
EACH = 3
"""One in so many honest candidates of an injected text is fitted on: its article comes some twenty times."""


def fold_of(group: str) -> int:
    """Documents of one article stay together; articles on one event, too."""
    return zlib.crc32(group.partition("/")[0].encode()) % FOLDS


def documents(options: argparse.Namespace, rng: random.Random) -> list[Document]:
    """Everything that is fitted on."""
    counted = [a for path in options.articles for a in dataset.read_articles(path)]
    more = [a | {"counted": False} for path in options.uncounted for a in dataset.read_articles(path)]
    more += [a | {"counted": False} for a in dataset.read_articles(WRITTEN / "articles.jsonl")]
    more += [{**page, "counted": False} for page in honest.read_styles(HERE / "styles.txt")]
    for article in more:
        article["id"] = f"{article.get('cluster', article['id'])}/{article['id']}"
    titles = [line for line in options.titles.read_text(encoding="utf-8").splitlines() if line.strip()]
    nouns = dataset.noun_pool(titles, rng)
    pool = phrases.many(rng, nouns, 3000)
    pool += (WRITTEN / "phrases.txt").read_text(encoding="utf-8").splitlines() * OFTENER
    found = list(dataset.injected([*counted, *more], pool, rng, 1))
    found += [
        *dataset.genuine(counted, titles, rng),
        *dataset.genuine(more, [], rng),
        *dataset.named([*counted, *more], nouns, rng),
    ]
    texts = (HERE / "hard.txt").read_text(encoding="utf-8").splitlines()[1:]
    found += dataset.hard(texts, counted, rng)
    found += dataset.injected(list(dataset.about_spam(texts, counted, rng)), pool, rng, 1)
    for path in [*options.hard, WRITTEN / "honest.jsonl"]:
        for article in dataset.read_articles(path):
            group = article["id"].replace("/", "-")
            found.append(dataset.Document(group, "honest", article["text"], article.get("title", "")))
    return found


def fit(data: tuple[NDArray[np.float64], ...], names: Sequence[str]) -> dict[str, Any]:
    """Both models, as the data that ships; the second arm's own columns stay out."""
    rows, labels, weights = data
    kept = [k for k, name in enumerate(names) if name not in trade.NAMES]
    rows, names = rows[:, kept], [names[k] for k in kept]
    return {
        "names": names,
        "linear": boost.fit_signed(rows, labels, weights, (names, CROSSES, MONOTONE)),
        "trees": boost.fit_trees(rows, labels, weights, names, READ if "ahead" in names else SHAPE),
    }


def fit_kind(measured: Sequence[Measured], asked: Sequence[Asked], names: Sequence[str]) -> dict[str, Any]:
    """Fit the model, over the columns named, that tells an inserted phrase from one that replaced something."""
    rows, labels = [], []
    for one, chosen in zip(measured, asked, strict=True):
        for index, row in zip(chosen.indices, chosen.rows, strict=True):
            if one.document.spans and one.exact[index]:
                rows.append(row)
                labels.append(all(not original for *_, original in one.document.spans))
    data, target = np.array(rows), np.array(labels, float)
    weights = np.ones(len(target))
    shape = {"monotone": {}, "trees": 60, "rate": 0.1, "leaves": 6, "least": 20}
    return {
        "names": list(names),
        "linear": boost.fit_linear(data, target, weights, names, []),
        "trees": boost.fit_trees(data, target, weights, names, shape),
    }


WAY = Way(fit, fold_of, EACH)


def read(occ: Occurrences, best: Sequence[int], cheap: NDArray[np.float64]) -> NDArray[np.float64]:
    """Measure the columns of the candidates that are read."""
    return np.hstack([fluency.measure(occ, best), others(occ, best, cheap)])


def best_scores(
    measured: list[Measured], cheap: list[NDArray[np.float64]], asked: list[Asked], full: list[NDArray[np.float64]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For each document, the best mean score of a phrase that stands several times, and of any."""
    several, any_ = [], []
    for one, quick, chosen, slow in zip(measured, cheap, asked, full, strict=True):
        both = SHARE * slow + (1 - SHARE) * quick[chosen.indices] if len(chosen.indices) else np.zeros(0)
        times = np.array([one.times[i] for i in chosen.indices])
        any_.append(both.max(initial=-9.0))
        several.append(both[times > 1].max(initial=-9.0) if len(both) else -9.0)
    return np.array(several), np.array(any_)


def by_candidate(
    cheap: list[NDArray[np.float64]], asked: list[Asked], full: list[NDArray[np.float64]]
) -> list[dict[int, float]]:
    """For each document, the mean score of every candidate that was read."""
    found: list[dict[int, float]] = []
    for quick, chosen, slow in zip(cheap, asked, full, strict=True):
        both = SHARE * slow + (1 - SHARE) * quick[chosen.indices] if chosen.indices else np.zeros(0)
        found.append(dict(zip(chosen.indices, both.tolist(), strict=True)))
    return found


def describe(measured: Sequence[Measured], seed: int) -> str:
    """What the weights say of themselves."""
    injected = sum(m.document.spans is not None for m in measured)
    whole = sum(m.document.spans is None and m.document.family == "full" for m in measured)
    return (
        f"Fitted by tools/fit.py --seed {seed} on {injected} injected texts (made-up phrases) and "
        f"{len(measured) - injected} honest ones, from {whole} genuine Korean articles and pages "
        "(politics and science of 2023, composed pages of many kinds, software help). "
        f"Thresholds from {FOLDS} folds that share no article."
    )


def write(path: Path, about: str, thresholds: dict[str, float], models: tuple[dict[str, Any], ...]) -> None:
    """Write one file of weights."""
    data = {"about": about, "share": SHARE, "thresholds": thresholds}
    data |= dict(zip(("cheap", "full", "kind", "lexical"), models, strict=True))
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def main() -> int:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=given.file, action="append", required=True)
    parser.add_argument("--uncounted", type=given.file, action="append", default=[])
    parser.add_argument("--titles", type=given.file, required=True)
    parser.add_argument("--hard", type=given.file, action="append", default=[])
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--out", type=Path, default=HERE.parent / "wonmun" / "weights" / "ko.json")
    options = parser.parse_args()
    found = documents(options, random.Random(options.seed))
    measured = [dataset.measure(d)[0] for d in found]
    print(f"{len(found)} documents, {sum(len(m.labels) for m in measured)} candidates", flush=True)
    arm, arms, second = fit_lexical.second_arm(measured, WAY)
    cheap, quick = left_out(measured, None, signals.NAMES, WAY)
    asked = ask(measured, cheap, Reading(DOUBTFUL - NEAR_DOUBT, DOUBTFUL - LOWEST, ASKED, read))
    full, slow = left_out(measured, asked, NAMES, WAY)
    several, any_ = best_scores(measured, cheap, asked, full)
    other = by_candidate(cheap, asked, full)
    thresholds = {
        **limits(measured, several, any_),
        **fit_lexical.limits(measured, second, other),
        "doubtful": DOUBTFUL,
    }
    report(measured, several, any_, thresholds)
    kind = fit_kind(measured, asked, NAMES)
    about = describe(measured, options.seed)
    if options.folds:
        options.folds.mkdir(parents=True, exist_ok=True)
    for fold in range(FOLDS if options.folds else 0):
        write(options.folds / f"ko-{fold}.json", about, thresholds, (quick[fold], slow[fold], kind, arms[fold]))
    models = fit(stack(measured, each=EACH), signals.NAMES), fit(stack(measured, asked), NAMES), kind, arm
    write(options.out, about, thresholds, models)
    print(thresholds)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
