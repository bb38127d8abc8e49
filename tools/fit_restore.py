"""Fit the weights that restoring without a genuine copy goes by.

    python -m tools.fit_restore ARTICLES.jsonl... --titles TITLES.txt [--out FILE] [--seed 1] [--event | --alone]

Articles: genuine ones, {"id", "title"?, "text", "cluster"?} a line (several on one event share the cluster);
`tools/events.jsonl` and `tools/written/events.jsonl`, 123 events of our own, go with those of others. Copies of them
are injected by `tools/spoil.py` with made-up phrases; each article serves as memory for the copies of all others.
Titles: headlines. Folds share no article and no event. Writes weights and thresholds with what they were fitted on, and
prints what they give on articles that the models never saw, and the reliability curve. The same input gives the same
file; it takes some fifteen minutes on two cores. `--event` fits only what goes by coverage of the event, `--alone` only
what goes by the page.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from dataclasses import asdict, replace
from math import inf
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

import numpy as np

from tools import given
from tools.habits import Counts
from tools.restore_copies import KINDS, copies, described, read_known, survey_all
from tools.restore_even import even
from tools.restore_limits import (
    AGREED,
    DRIFT,
    ELSEWHERE,
    LEAST,
    TWO_DRIFT,
    Example,
    Flat,
    Judged,
    levelled,
    raised,
    tune,
)
from tools.restore_models import FOLDS, fit_each, fit_judge, folds, kinds, sieved
from tools.restore_report import reliability, report, tally
from wonmun.strategies.inserted.kind import ROW, rows
from wonmun.strategies.places.situation import SITUATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.restore_copies import Copied, Known
    from wonmun.strategies.weighed.decide import Limits

MARGIN = {"alone": 0.5}
"""With nothing known a few articles mislead far more than others: a smaller share is aimed at."""
EVEN = 0.02
"""Share aimed at, with coverage of the event, by `even`, before thresholds are raised."""
OWN = ("event own", "event we")
"""How the events of `tools/` are called. Models learn from them, but thresholds are not set on them: their papers say
the same in other words on purpose. At the thresholds that all events give, of an outside set's places .69 are put back,
.011 of them wrong; at those that published and composed events by others give .75 and .010."""
BARE = {"event": DRIFT, "alone": 1.0}
"""Margins of the thresholds of terms that stand nowhere between the same words, where they differ."""
LEVELLED = {"far": 0.01, "near": 0.01}
"""Share aimed at, at each level of attestation, where there is other coverage."""
MORE = {"event": TWO_DRIFT - DRIFT}
"""What is added to the margin where it may be two terms."""
KIND_WEIGHTS = {"lead": 3.0, "middle": 3.0, "whole": 3.0, "partial": 2.0}
"""How much ways with many places count when insertions are told apart: they are most of what is seen."""


def fit_kind(made: Sequence[Copied]) -> dict[str, Any]:
    """Fit what tells insertions from substitutions."""
    right = np.array([c.inserted for c in made])
    weight = np.array([KIND_WEIGHTS.get(c.family, 1.0) for c in made])
    fitted = fit_judge(rows([c.group for c in made]), right, weight, (80, 6))
    return {**fitted, "names": list(ROW)}


def examples(made: Sequence[Copied], known: Known, titles: Sequence[str]) -> list[Example]:
    """Survey every copy in which something was replaced; coverage of events is in no counts.

    A copy counts as often as its terms are the ones that are replaced: of one article others are each time, and the
    less frequent ones, harder to tell, would set the thresholds.
    """
    counted = Counts([*(a.text for a in known.articles if a.id not in known.events), *titles])
    found = survey_all([c for c in made if not c.inserted], known, counted)
    usual = fmean(copy.chance for copy, _ in found)
    return [Example(copy.event, facts, copy.truth, copy.family, copy.chance / usual) for copy, facts in found]


def fit_limits(judged: Sequence[Judged], most: float) -> dict[str, dict[str, float]]:
    """Set the thresholds for each situation, and print what they give."""
    limits, fold = {}, folds([j.example for j in judged])
    for known in SITUATIONS:
        some = [
            (j, f) for j, f in zip(judged, fold.tolist(), strict=True)
            if j.situation == known and not (known == "event" and j.example.event.startswith(OWN))
        ]  # fmt: skip
        if not some:
            continue
        share = most * MARGIN.get(known, 1.0)
        print(f"\n{known}: thresholds of three folds on the fourth")
        nested(some, share, known)
        bare, least = BARE.get(known, DRIFT), LEAST.get(known, LEAST[ELSEWHERE])
        found = raised(_tuned(some, share, known), bare, least, MORE.get(known, 0.0))
        agreed, sole = AGREED.get(known, (inf, -inf))
        found = replace(found, agreed=agreed, sole=sole)
        print(f"{known}: {found}")
        report([j for j, _ in some], found)
        reliability([j for j, _ in some], found)
        limits[known] = asdict(found)
    return limits


def _tuned(some: Sequence[tuple[Judged, int]], most: float, known: str) -> Limits:
    """Set the thresholds of one situation, without a margin."""
    flat = Flat.of(some)
    if known in LEVELLED:
        return levelled(flat, LEVELLED[known])
    return even(flat, EVEN) if known == "event" else tune(flat, most, bare=known in BARE)


def nested(some: Sequence[tuple[Judged, int]], most: float, known: str) -> None:
    """Print what thresholds give on the articles that they were not set on."""
    total: dict[str, float] = defaultdict(float)
    for f in range(FOLDS):
        limits = raised(
            _tuned([(j, g) for j, g in some if g != f], most, known), BARE.get(known, DRIFT), more=MORE.get(known, 0.0)
        )
        found = tally([j for j, g in some if g == f], limits)
        for name, count in zip(("places", "made", "right", "whole"), found, strict=True):
            total[name] += count
    print(
        f"restored {total['right'] / total['places']:.3f} wrong {1 - total['right'] / max(1, total['made']):.4f} "
        f"whole {total['whole'] / sum(j.example.weight for j, _ in some):.3f}"
    )


def main() -> None:
    """Read, measure, fit, tune, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else "")
    parser.add_argument("articles", type=given.file, nargs="+")
    parser.add_argument("--titles", type=given.file, required=True)
    parser.add_argument("--out", type=Path, default=Path("wonmun/strategies/tables/weights.json"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--wrong", type=float, default=0.012, help="share of wrong replacements aimed at: a margin below .02"
    )
    parser.add_argument(
        "--event", action="store_true", help="fit what goes by coverage of the event; --out keeps the rest"
    )
    parser.add_argument("--alone", action="store_true", help="fit what goes by the page alone; --out keeps the rest")
    options = parser.parse_args()
    only = "event" if options.event else "alone" if options.alone else ""
    known = read_known(options.articles)
    made = list(copies(known, random.Random(options.seed)))
    if options.alone:
        made = [replace(c, memory="none") for c in made]
    found = examples(made, known, options.titles.read_text(encoding="utf-8").splitlines())
    data: dict[str, Any] = {"sieve": {}, "models": {}, "limits": {}}
    if only:
        found = [found[n] for n in kinds(found)[only]]
        data = json.loads(options.out.read_text(encoding="utf-8"))
    else:
        data["kind"] = fit_kind(list(copies(known, random.Random(options.seed + 10), (KINDS, KINDS))))
    sieves, read = sieved(found)
    models, judged = fit_each(read)
    fitted = {"sieve": sieves, "models": models, "limits": fit_limits(judged, options.wrong)}
    for part, values in fitted.items():
        data[part].update(values)
    some = f"'{only}': " if only else ""
    data["source"] = (
        f"{some}tools/fit_restore.py on {described(found)}, limits at {options.wrong} wrong on folds; counts only, CC0"
        + (f"; the rest: {data['source']}" if only else "")
    )
    options.out.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main()
