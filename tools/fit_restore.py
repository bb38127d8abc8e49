"""Fit the weights that restoring without a genuine copy goes by.

    python -m tools.fit_restore INJECTED.jsonl... --articles FILE... --titles TITLES.txt [--out FILE] [--seed 1]

INJECTED: copies with the truth beside them, {"id": "<article id>:…", "text", "title"?, "phrase", "spans":
[[start, end, original]]}. Articles: genuine ones, {"id", "title"?, "text", "cluster"?} a line (several on one
event share the cluster); each serves as memory for the copies of all others. Titles: headlines. Folds share no
article and no event. Writes weights and thresholds with what they were fitted on, and prints what they give on
articles that the models never saw, and the reliability curve. The same input gives the same file.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tools.habits import Counts
from tools.restore_limits import Example, Flat, Judged, raised, reliability, report, tally, tune
from tools.restore_models import FOLDS, fit_all, fit_judge, folds
from wonmun.model import Article, Place
from wonmun.originals import Originals
from wonmun.page.plain import plain_page
from wonmun.strategies.corpus import RELATED
from wonmun.strategies.decide import SITUATIONS
from wonmun.strategies.facts import measure
from wonmun.strategies.habits import read_habits
from wonmun.strategies.kind import ROW, rows
from wonmun.strategies.slots import group

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wonmun.strategies.slots import Group

GENUINE_TITLES = 0.3
"""Share of copies whose title the spammer forgot."""
SIZES = (None, None, None, None, 80, 0)
"""Articles that a copy is given as memory, one of these by chance; None means all."""
MARGIN = {"alone": 0.3}
"""Few pages alone are restored at all, so that thresholds set on them say little: a smaller share is aimed at."""


@dataclass(frozen=True, slots=True)
class Known:
    """Genuine articles, and which event each is on where several are on one."""

    articles: tuple[Article, ...]
    events: dict[str, str]


def read_known(paths: Iterable[Path]) -> Known:
    """Read the articles."""
    lines = read_lines(paths)
    events = {a["id"]: f"event {a['cluster']}" for a in lines if "cluster" in a}
    return Known(tuple(Article(a["id"], a["text"], a.get("title", "")) for a in lines), events)


def read_lines(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """Read files of one JSON object a line."""
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


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
    habits = lru_cache(maxsize=1)(lambda own: read_habits(counted.lines([texts[own]])))
    out = []
    for line in sorted(lines, key=lambda line: str(line["id"]).split(":")[0]):
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


def fit_limits(judged: Sequence[Judged], most: float) -> dict[str, dict[str, float]]:
    """Set the thresholds for each situation, and print what they give."""
    limits, fold = {}, folds([j.example for j in judged])
    for known in SITUATIONS:
        some = [(j, f) for j, f in zip(judged, fold, strict=True) if j.situation == known]
        share = most * MARGIN.get(known, 1.0)
        print(f"\n{known}: thresholds of three folds on the fourth")
        nested(some, share)
        found = raised(tune(Flat.of([j for j, _ in some]), share))
        print(f"{known}: {found}")
        report([j for j, _ in some], found)
        reliability([j for j, _ in some], found)
        limits[known] = asdict(found)
    return limits


def nested(some: Sequence[tuple[Judged, int]], most: float) -> None:
    """Print what thresholds give on the articles that they were not set on."""
    total: Counter[str] = Counter()
    for f in range(FOLDS):
        limits = raised(tune(Flat.of([j for j, g in some if g != f]), most))
        total.update(dict(zip(("places", "made", "right", "whole"), tally([j for j, g in some if g == f], limits),
                              strict=True)))  # fmt: skip
    print(
        f"restored {total['right'] / total['places']:.3f} wrong {1 - total['right'] / max(1, total['made']):.4f} "
        f"whole {total['whole'] / len(some):.3f}"
    )


def main() -> None:
    """Read, measure, fit, tune, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else "")
    parser.add_argument("injected", type=Path, nargs="+")
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    parser.add_argument("--titles", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("wonmun/strategies/tables/weights.json"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--wrong", type=float, default=0.012, help="share of wrong replacements aimed at: a margin below .02"
    )
    options = parser.parse_args()
    lines, known = read_lines(options.injected), read_known(options.articles)
    counted = Counts([*(a.text for a in known.articles), *options.titles.read_text(encoding="utf-8").splitlines()])
    made = examples(known, lines, counted, random.Random(options.seed))
    parts, judged = fit_all(made)
    parts["kind"] = fit_kind(lines)
    of = f"{len(made)} injected copies of {len({e.article for e in made})} published articles and events"
    source = f"tools/fit_restore.py on {of}, limits at {options.wrong} wrong on folds; counts only, CC0"
    data = {"source": source, **parts, "limits": fit_limits(judged, options.wrong)}
    options.out.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main()
