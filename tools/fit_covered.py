"""Fit what tells coverage of a page's event from other articles on its subject.

    python -m tools.fit_covered ARTICLES.jsonl... --memory TEXTS.jsonl [--out FILE] [--seed 1]

Articles: genuine ones, {"id", "title"?, "text", "cluster"?} a line; those that share a cluster are on one event, and
on the event of one without a cluster nobody else writes. Each is injected with made-up phrases. The nearest articles of
a copy are those of its cluster, or those of TEXTS (genuine ones of other subjects, its own text among them or not).
Learns from the copies whose nearest articles are near enough to be taken for coverage of the event. Prints what bounds
give on folds that share neither article nor event, and writes weights with what they were fitted on.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tools import given
from tools.boost import fit_linear
from tools.restore_copies import Known, copies, read_known
from wonmun.originals import Originals
from wonmun.page.plain import plain_page
from wonmun.strategies.places.corpus import RELATED, Corpus
from wonmun.strategies.places.covered import COLUMNS, columns
from wonmun.strategies.places.situation import EVENT
from wonmun.strategies.places.slots import MARK
from wonmun.trees import read_model

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.model import Article

WAYS = ("whole", "whole", "partial", "double")
"""Ways in which every article is injected."""
FOLDS = 8
KEPT = (1.0, 0.98, 0.95, 0.9, 0.8)
"""Shares of the events' copies at whose bounds the others' are counted."""


@dataclass(frozen=True, slots=True)
class Row:
    """One copy: what folds keep together, whether its event is covered, what is measured."""

    event: str
    is_covered: bool
    values: tuple[float, ...]


def rows(known: Known, memory: Sequence[Article], rng: random.Random) -> Iterator[Row]:
    """Measure the copies whose nearest articles may be on their event."""
    others, clusters = Originals(memory), {a.id: known.event(a) for a in known.articles}
    for copy in copies(known, rng, (WAYS, WAYS)):
        shared = copy.article in known.events
        same = [a for a in known.articles if clusters[a.id] == copy.event and a.id != copy.article]
        page = plain_page(copy.group.text.replace(MARK, copy.group.phrase))
        near = same if shared else others.related(page, [copy.group.phrase], RELATED + 1)
        found = Corpus.of(copy.group, [a for a in near if a.id != copy.article][:RELATED])
        if sum(found.nearness[:2]) >= EVENT:
            measured = columns(found.page.replace(MARK, " # "), found.texts[:2], found.nearness)
            yield Row(copy.event, shared, tuple(measured))


def fit(made: Sequence[Row]) -> dict[str, Any]:
    """Fit a logistic regression, each article and event counting alike, and events as much as the others."""
    times = Counter(r.event for r in made)
    whole = Counter(r.is_covered for r in {r.event: r for r in made}.values())
    weight = np.array([len(times) / 2 / times[r.event] / whole[r.is_covered] for r in made]) * len(made) / len(times)
    values, truth = np.array([r.values for r in made]), np.array([r.is_covered for r in made])
    return {"names": list(COLUMNS), "linear": fit_linear(values, truth, weight, COLUMNS, ()), "trees": None}


def unseen(made: Sequence[Row], seed: int) -> Numbers:
    """Give the logit of each copy by a fit that saw neither its article nor its event."""
    names = sorted({r.event for r in made})
    random.Random(seed).shuffle(names)
    fold = {name: i % FOLDS for i, name in enumerate(names)}
    out = np.zeros(len(made))
    for f in range(FOLDS):
        model = read_model(fit([r for r in made if fold[r.event] != f]), COLUMNS)
        inside = [i for i, r in enumerate(made) if fold[r.event] == f]
        out[inside] = model.score(np.array([made[i].values for i in inside]), len(inside))
    return out


def main() -> None:
    """Read, measure, fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else "")
    parser.add_argument("articles", type=given.file, nargs="+")
    parser.add_argument("--memory", type=given.file, required=True)
    parser.add_argument("--out", type=Path, default=Path("wonmun/strategies/tables/weights.json"))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    known = read_known(options.articles)
    made = list(rows(known, read_known([options.memory]).articles, random.Random(options.seed)))
    scores, truth = unseen(made, options.seed), np.array([r.is_covered for r in made])
    for share in KEPT:
        bound = float(np.quantile(scores[truth], 1 - share))
        print(f"{share:.2f} of events' copies from {bound:.2f} on; of others' {(scores[~truth] >= bound).mean():.2f}")
    data = json.loads(options.out.read_text(encoding="utf-8"))
    events = len({r.event for r in made if r.is_covered})
    data["covered"] = {
        **fit(made),
        "source": f"tools/fit_covered.py on {truth.sum()} injected copies of {events} events and {(~truth).sum()} of "
        f"{len({r.event for r in made}) - events} articles whose event nobody else covers; counts only, CC0",
    }
    options.out.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main()
