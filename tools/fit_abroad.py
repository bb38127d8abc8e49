"""Fits the weights of the other languages, and says how well they do on what is left out.

    python tools/fit_abroad.py CODE TEXTS.jsonl [--pages PAGES.jsonl] [--articles 110] [--seed 5]
                               [--out wonmun/weights/CODE.json]

CODE: en, id, ja, zh, or `any` for all languages without weights of their own. TEXTS: records of `id`, `text`, as
`tools/manuals.py` makes them of Debian's manuals; PAGES: whole pages, of the same tool, honest as they are. Made-up
phrases (`tools/phrases_abroad.py`) are injected, and `tools/hard_abroad.txt` goes in, too. The same data give the
same file.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tools import boost, given
from tools.dataset import measure
from tools.documents_abroad import documents, fold_of, whole_pages
from tools.fit import SHARE, best_scores, fit_kind
from tools.left_out import FOLDS, Reading, Way, ask, left_out, stack
from tools.shape import CROSSES, MONOTONE, SHAPE
from wonmun import signals
from wonmun.signals import heading, junctions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tools.dataset import Measured
    from wonmun.phrases.occurrences import Occurrences

    Scores = list[NDArray[np.float64]]

HERE = Path(__file__).parent
NAMES = (*signals.NAMES, *junctions.NAMES)
LEFT_OUT = frozenset(heading.NAMES)
"""Columns not fitted on: manuals have no titles, and what their first lines teach is wrong for articles."""
MARGIN = 0.5
"""Between the two limits, and above the lone one."""
READ = 6.0
"""Candidates that score so much below the doubtful limit (logits) are not read."""
MOST, MOST_LINEAR = 40_000, 12_000
"""Candidates that trees and line are fitted on."""
SIGNS = {k: v for k, v in MONOTONE.items() if k != "compound"} | {
    "kin": -1, "kin_log": -1, "capital": -1, "low_start": 1, "camel": 1, "recap": 1, "foreign": 1,
    "joint_left": -1, "joint_left_low": -1, "joint_right": -1, "joint_right_low": -1,
    "rejoin": 1, "rejoin_top": 1, "noun_gain": 1, "noun_gain_top": 1, "odd_places": 1,
}  # fmt: skip
PRODUCTS = [pair for pair in CROSSES if set(pair) <= set(NAMES)] + [
    ("kin", "times"), ("kin", "words"), ("capital", "words"), ("kin", "capital"), ("exclusive", "kin"),
]  # fmt: skip


def fit(data: tuple[NDArray[np.float64], ...], names: Sequence[str]) -> dict[str, Any]:
    """Both models, as the data that ships; of what is no phrase, a part is enough where there is much."""
    columns = [i for i, name in enumerate(names) if name not in LEFT_OUT]
    names = [names[i] for i in columns]
    data = (data[0][:, columns], *data[1:])
    rows, labels, weights = _thinned(data, MOST)
    few, few_labels, few_weights = _thinned(data, MOST_LINEAR)
    shape = {**SHAPE, "monotone": SIGNS}
    return {
        "names": names,
        "linear": boost.fit_signed(few, few_labels, few_weights, (names, PRODUCTS, SIGNS)),
        "trees": boost.fit_trees(rows, labels, weights, names, shape),
    }


def _thinned(data: tuple[NDArray[np.float64], ...], most: int) -> tuple[NDArray[np.float64], ...]:
    """Leave out phrases and others alike where there are too many, and weigh the rest more."""
    share = min(1.0, most / len(data[1]))
    kept = np.random.default_rng(0).random(len(data[1])) < np.where(data[1] == 1, min(1.0, 4 * share), share)
    rows, labels, weights = (part[kept] for part in data)
    return rows, labels, np.where(labels == 1, weights / min(1.0, 4 * share), weights / share)


WAY = Way(fit, fold_of)


def read(occ: Occurrences, best: Sequence[int], _: NDArray[np.float64]) -> NDArray[np.float64]:
    """Measure the columns of the candidates that are read."""
    return junctions.measure(occ, best)


def limits(
    measured: list[Measured], best: tuple[NDArray[np.float64], NDArray[np.float64]], doubtful: float, margin: float
) -> dict[str, float]:
    """Thresholds from left-out honest texts, and a margin.

    1 in 100 whole texts, 1 in 300 whole pages, 1 in 12 with an odd name and 1 in 10 written hard ones come up to the
    upper one before the margin. Manuals that are given made-up names are stranger than articles; shares and margin were
    set while looking at own articles.
    """
    several, any_ = best
    family = np.array([m.document.family if m.document.spans is None else "" for m in measured])
    groups = [several[np.isin(family, f)] for f in (("full",), ("honest",), ("named",), ("hard", "hard long"))]
    upper = margin + max(np.quantile(g, 1 - 1 / n) for g, n in zip(groups, (100, 300, 12, 10), strict=True) if len(g))
    lower = upper - MARGIN
    whole = np.isin(family, ("full", "hard", "hard long", "quoted"))
    lone = np.quantile(any_[whole], 1 - 1 / 60) + MARGIN
    numbers = {"injected": upper, "suspicious": lower, "lone": max(lone, lower), "doubtful": doubtful}
    return {name: round(float(value), 3) for name, value in numbers.items()}


def needed(measured: list[Measured], cheap: Scores, several: NDArray[np.float64], at: dict[str, float]) -> float:
    """The doubtful limit, as high as all but 1 in 100 of the injected texts that are found allow: reading costs."""
    rows = zip(measured, cheap, several, strict=True)
    found = [c.max() for m, c, s in rows if m.document.spans and len(c) and s >= at["suspicious"]]
    return round(max(at["doubtful"], float(np.quantile(found, 0.01)) - 0.25), 3)


def report(
    measured: list[Measured], several: NDArray[np.float64], any_: NDArray[np.float64], at: dict[str, float]
) -> None:
    """Print a line for each family: documents, called injected, at least suspicious."""
    for injected in (False, True):
        mine = [i for i, m in enumerate(measured) if (m.document.spans is not None) == injected]
        for family in sorted({measured[i].document.family for i in mine}):
            some = [i for i in mine if measured[i].document.family == family]
            sure = (several[some] >= at["injected"]).mean()
            seen = ((several[some] >= at["suspicious"]) | (any_[some] >= at["lone"])).mean()
            print(f"{'injected' if injected else 'honest':9} {family:10} {len(some):6} {sure:8.4f} {seen:8.4f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("code", choices=("en", "id", "ja", "zh", "any"))
    parser.add_argument("texts", type=given.file)
    parser.add_argument("--pages", type=given.file)
    parser.add_argument("--articles", type=int, default=110)
    parser.add_argument("--margin", type=float, default=MARGIN, help="what the upper limit is above honest texts")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


def main() -> int:
    """Fit, report, write."""
    options = _options()
    rng = random.Random(options.seed)
    found = documents(options.code, options.texts, options.articles, rng)
    found += whole_pages(options.code, options.pages) if options.pages else []
    measured = [measure(d)[0] for d in found]
    print(f"{len(found)} documents, {sum(len(m.labels) for m in measured)} candidates", flush=True)
    cheap, _ = left_out(measured, None, signals.NAMES, WAY)
    honest = [s.max(initial=-9.0) for m, s in zip(measured, cheap, strict=True) if m.document.spans is None]
    doubtful = round(float(np.quantile(honest, 0.25)) - 1, 2)
    asked = ask(measured, cheap, Reading(doubtful - 1, doubtful - READ, junctions.ASKED, read))
    full, _ = left_out(measured, asked, NAMES, WAY)
    several, any_ = best_scores(measured, cheap, asked, full)
    thresholds = limits(measured, (several, any_), doubtful, options.margin)
    thresholds["doubtful"] = needed(measured, cheap, several, thresholds)
    report(measured, several, any_, thresholds)
    injected = sum(m.document.spans is not None for m in measured)
    data = {
        "about": (
            f"Fitted by tools/fit_abroad.py {options.code} --articles {options.articles} --margin {options.margin} "
            f"--seed {options.seed} on "
            f"{injected} injected texts (made-up phrases) and {len(measured) - injected} honest ones, made of manuals "
            "that Debian ships, whole pages and tools/hard_abroad.txt. "
            f"Thresholds from {FOLDS} folds that share neither article nor phrase."
        ),
        "share": SHARE,
        "thresholds": thresholds,
        "cheap": fit(stack(measured), signals.NAMES),
        "full": fit(stack(measured, asked), NAMES),
        "kind": fit_kind(measured, asked, NAMES),
    }
    out = options.out or HERE.parent / "wonmun" / "weights" / f"{options.code}.json"
    out.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(thresholds)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
