"""Fit the weights by which one noun is sought at all places of a phrase, with nothing else known.

    python -m tools.fit_sought ARTICLES.jsonl... [--out FILE] [--seed 1] [--most 600]

Articles: genuine ones, as for `tools/fit_restore.py`, whose models for the page alone must be fitted before: what they
hold of a noun is part of its row. Copies of the articles are injected with made-up phrases. Fitted are what nouns are
thought of by (a choice among the nouns of the table of senses), which of the nouns that are read stands there, and, on
copies that the second never saw, whether it is that noun and no other. What is thought of first is written first: nouns
are gathered by the package's own table, so that another `--out` is fitted on what the last one thought of. Prints, for
folds that share no article and no event, how many places are beyond each logit, and how many of them are wrong. Some
two seconds a copy.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from scipy.optimize import minimize

from tools import given
from tools.restore_copies import copies, read_known
from tools.restore_models import fit_judge, model
from wonmun.language.senses import senses
from wonmun.strategies.alone.evidence import Evidence, noun_rows, page_row
from wonmun.strategies.alone.sought import PLACES, TWO, evidence
from wonmun.strategies.own.thought import RIVALS, aspects
from wonmun.strategies.weighed.facts import measure
from wonmun.strategies.weighed.judge import judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.restore_copies import Copied
    from wonmun.fingerprints import Numbers

T = TypeVar("T")
WAYS = ("whole", "whole", "partial", "double")
WEIGHTS = {"whole": 1.0, "partial": 0.5, "double": 1.0}
"""How much a copy counts: more are made of some ways than are seen."""
FOLDS = 3
LEAST = 150
"""Copies without which the trees of a fold have nothing to ask."""
LOGITS = (0.0, 0.5, 1.0, 1.2, 1.5, 2.0)


@dataclass(frozen=True)
class Read:
    """One copy: what was gathered of it, and what stood there."""

    event: str
    family: str
    truth: tuple[str, ...]
    evidence: Evidence
    rows: Numbers

    @property
    def right(self) -> Numbers:
        """Of each noun, whether it stood at all places."""
        return np.array([set(self.truth) == {n} for n in self.evidence.names])


def gathered(made: Iterable[Copied], most: int) -> list[Read]:
    """Read the nouns of copies in which something was replaced at several places."""
    out: list[Read] = []
    for c in made:
        facts = measure(c.group, []) if len(c.truth) >= PLACES else None
        if facts is None:
            continue
        e = evidence(*judge(facts))
        out.append(Read(c.event, c.family, c.truth, e, noun_rows(e)))
        if len(out) == most:
            break
    return out


def fit_thought(made: Sequence[Copied], most: int) -> Numbers:
    """Fit what nouns are thought of by: a conditional logit among all of them."""
    place = senses().place
    known = [
        c for c in made if len(set(c.truth)) == 1 and c.family == "whole" and place.get(c.truth[0], RIVALS) < RIVALS
    ]
    rows = np.stack([aspects(c.group) for c in known[:most]]).astype(np.float32)
    won, every = np.array([place[c.truth[0]] for c in known[:most]]), np.arange(len(rows))
    scale = rows.reshape(-1, rows.shape[2]).std(0) + 1e-6
    rows /= scale

    def loss(theta: Numbers) -> tuple[float, Numbers]:
        u = rows @ theta.astype(np.float32)
        p = np.exp(u - u.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        slope = np.einsum("gnf,gn->f", rows, p) - rows[every, won].sum(0)
        return float(0.5 * (theta**2).sum() - np.log(p[every, won] + 1e-12).sum()), slope + theta

    found = minimize(loss, np.zeros(rows.shape[2]), jac=True, method="L-BFGS-B", options={"maxiter": 40}).x
    weights: Numbers = found / scale
    return weights


def fit_noun(read: Sequence[Read]) -> dict[str, Any]:
    """Fit which noun it is."""
    weight = np.concatenate([np.full(len(r.rows), WEIGHTS[r.family]) for r in read])
    return fit_judge(np.concatenate([r.rows for r in read]), np.concatenate([r.right for r in read]), weight, (120, 8))


def fit_surely(seen: Sequence[tuple[Read, Numbers]]) -> dict[str, Any]:
    """Fit whether the likeliest noun stands at all places; `seen`: copies with its scores."""
    rows = np.stack([page_row(r.evidence, s) for r, s in seen])
    right = np.array([r.right[s.argmax()] for r, s in seen])
    weight = np.array([WEIGHTS[r.family] * len(r.truth) ** 0.5 for r, _ in seen])
    return fit_judge(rows, right, weight, (40, 4))


def scored(fitted: dict[str, Any], read: Sequence[Read]) -> list[tuple[Read, Numbers]]:
    """Score the nouns of copies."""
    first = model(fitted)
    return [(r, first.score(r.rows, len(r.rows))) for r in read]


def judged(fitted: dict[str, Any], seen: Sequence[tuple[Read, Numbers]]) -> list[tuple[Read, Numbers, float]]:
    """Judge whether it is the likeliest noun of copies, and no other."""
    second = model(fitted)
    return [(r, s, float(second.score(page_row(r.evidence, s)[None], 1)[0])) for r, s in seen]


def report(said: Sequence[tuple[Read, Numbers, float]]) -> None:
    """Print the places beyond each logit, and the wrong ones."""
    places = sum(len(r.truth) for r, _, _ in said)
    for least in LOGITS:
        put = [(r, r.evidence.names[s.argmax()]) for r, s, logit in said if logit >= least and r.evidence.two <= TWO]
        made, right = sum(len(r.truth) for r, _ in put), sum(r.truth.count(name) for r, name in put)
        print(f"logit {least}: {len(put)} copies, {right / places:.3f} of {places} places right, {made - right} wrong")


def _but(parts: Sequence[Sequence[T]], fold: int) -> list[T]:
    """Give what is in all folds but one."""
    return [x for f, part in enumerate(parts) for x in part if f != fold]


def main() -> None:
    """Make copies, read, fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else "")
    parser.add_argument("articles", type=given.file, nargs="+")
    parser.add_argument("--out", type=Path, default=Path("wonmun/strategies/tables/weights.json"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=600, help="copies that are read")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    made = [replace(c, memory="none") for c in copies(read_known(options.articles), rng, (WAYS, WAYS))]
    rng.shuffle(made)
    thought = fit_thought(made, options.most)
    data = json.loads(options.out.read_text(encoding="utf-8"))
    alone = data["models"]["alone"]
    alone["thought"] = [round(float(w), 4) for w in thought]
    options.out.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")
    read = gathered(made, options.most)
    if len(read) < LEAST:
        parser.error(f"{len(read)} copies are too few to fit on, at least {LEAST} are needed: give more articles")
    events = sorted({r.event for r in read})
    random.Random(0).shuffle(events)
    fold = [events.index(r.event) % FOLDS for r in read]
    parts = [[r for r, g in zip(read, fold, strict=True) if g == f] for f in range(FOLDS)]
    seen = [scored(fit_noun(_but(parts, f)), parts[f]) for f in range(FOLDS)]
    report([(r, s, logit) for f in range(FOLDS) for r, s, logit in judged(fit_surely(_but(seen, f)), seen[f])])
    alone["noun"], alone["surely"] = fit_noun(read), fit_surely([pair for some in seen for pair in some])
    options.out.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main()
