"""Fits what weighs phrases of spam's trades on pages that say nothing else of these (`judging/unsaid.py`).

    python tools/fit_unsaid.py --honest HONEST.jsonl … --injected COPIES.jsonl … [--out wonmun/weights/unsaid.json]

HONEST: texts that nothing was put into, many of them on such trades; each of their candidates counts against. COPIES:
texts with the `phrase` that was put into them, as `bench/copies.py` and `tools/phrases.py` make them. Limits come from
five folds that share no phrase and no text (a record's `group` names the text that it is a part of): so many honest
texts of those with a candidate may be above them.
"""

from __future__ import annotations

import argparse
import json
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tools import boost, given
from tools.dataset import read_articles
from wonmun.judging import unsaid
from wonmun.judging.ordinary import told_apart
from wonmun.judging.verdict import first
from wonmun.page.plain import plain_page
from wonmun.phrases.article import read_article
from wonmun.phrases.candidates import find
from wonmun.phrases.occurrences import Occurrences
from wonmun.weights.fitted import weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent.parent
FOLDS = 5
SUSPICIOUS, INJECTED = 60, 120
"""One in so many honest texts that have a candidate may be above a limit where the fold's line did not see it."""
SPARE = 1
"""Letters that a candidate may have beside the phrase that was put in."""


@dataclass(frozen=True)
class Row:
    """One candidate: what is measured of it, whether it was put there, and what it must not share with another fold."""

    values: list[float]
    label: int
    group: str
    text: str


def measured(record: dict[str, Any]) -> Iterator[Row]:
    """Yield the candidates of a text; of an injected one only the phrase itself."""
    page = plain_page(record["text"], title=record.get("title") or "")
    phrase = record.get("phrase")
    for view in read_article(page).views():
        occ = Occurrences(told_apart(find(view)))
        mine = unsaid.phrases(occ) if occ.batch.size else []
        if phrase:
            mine = [i for i in mine if _is(occ.batch.phrases[i], phrase)]
        if not mine:
            continue
        rows, cheap = first(occ, weights("ko"))
        for index in mine:
            values = unsaid.measure(occ, index, rows[index], float(cheap[index]))
            yield Row(values, int(bool(phrase)), phrase or record.get("group") or record["id"], record["id"])


def _is(candidate: str, phrase: str) -> bool:
    return phrase in candidate and len(candidate) <= len(phrase) + SPARE


def read(paths: Sequence[Path]) -> list[Row]:
    """Measure all texts of some files."""
    return [row for path in paths for record in read_articles(path) for row in measured(record)]


def fit(rows: Sequence[Row]) -> tuple[NDArray[np.float64], float]:
    """Give weights and bias of the values as they are measured."""
    values = np.array([row.values for row in rows])
    labels = np.array([row.label for row in rows])
    found = boost.fit_linear(values, labels, np.ones(len(rows)), unsaid.NAMES, ())
    slopes = np.array(found["weights"]) / np.array(found["scale"])
    return slopes, float(found["bias"] - slopes @ np.array(found["center"]))


def left_out(rows: Sequence[Row]) -> NDArray[np.float64]:
    """Score each row by the line that was fitted without its fold."""
    fold = np.array([zlib.crc32(row.group.encode()) % FOLDS for row in rows])
    values, scores = np.array([row.values for row in rows]), np.zeros(len(rows))
    for k in range(FOLDS):
        slopes, bias = fit([row for row, mine in zip(rows, fold.tolist(), strict=True) if mine != k])
        scores[fold == k] = values[fold == k] @ slopes + bias
    return scores


def limits(rows: Sequence[Row], scores: NDArray[np.float64]) -> tuple[float, float]:
    """The two limits, from the best candidates of honest texts."""
    best: dict[str, float] = {}
    for row, score in zip(rows, scores.tolist(), strict=True):
        if not row.label:
            best[row.text] = max(score, best.get(row.text, score))
    values = [*best.values()]
    return float(np.quantile(values, 1 - 1 / SUSPICIOUS)), float(np.quantile(values, 1 - 1 / INJECTED))


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--honest", type=given.file, nargs="+", required=True)
    parser.add_argument("--injected", type=given.file, nargs="+", required=True)
    parser.add_argument("--out", type=Path, default=HERE / "wonmun" / "weights" / "unsaid.json")
    options = parser.parse_args()
    write(read(options.honest) + read(options.injected), options.out)


def write(rows: Sequence[Row], out: Path) -> None:
    """Fit on all rows and write the line with its limits."""
    scores = left_out(rows)
    suspicious, injected = limits(rows, scores)
    slopes, bias = fit(rows)
    put = sum(row.label for row in rows)
    about = f"Fitted by tools/fit_unsaid.py on {put} candidates that were put in and {len(rows) - put} of honest texts."
    line = {name: round(slope, 4) for name, slope in zip(unsaid.NAMES, slopes.tolist(), strict=True)}
    data = {
        "about": about,
        "weights": line,
        "bias": round(bias, 4),
        "suspicious": round(suspicious, 3),
        "injected": round(injected, 3),
    }
    out.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    labels = np.array([row.label for row in rows])
    for limit in (suspicious, injected):
        print(f"limit {limit:.2f}: {(scores[labels == 1] >= limit).mean():.3f} of those put in")


if __name__ == "__main__":
    main()
