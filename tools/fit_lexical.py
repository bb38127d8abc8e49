"""Fits the second arm (`judging/lexical.py`): when words of spam's trades were put there; called by fit.py."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from tools import boost
from tools.left_out import Asked, left_out, stack
from wonmun import signals
from wonmun.judging.lexical import KINDS, NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.dataset import Measured
    from tools.left_out import Data, Way

_RAISE = (
    "plain_spam searched query_tail times wrong wrong_kinds glued_left glued_right both loose lead stub between "
    "after_particle after_ending rejoined right_kinds parted"
)
_LOWER = (
    "kindred told bracketed quote_open paren_after listed apart_log one_particle "
    "affinity affinity_least affinity_middle affinity_round"
)
SIGNS = dict.fromkeys(_RAISE.split(), 1) | dict.fromkeys(_LOWER.split(), -1)
_CROSSES = {
    "plain_spam": "kindred told times words searched bare",
    "vague_spam": "kindred told times words spare_letters",
    "traded": "kindred told times words affinity_least affinity_round",
    "kindred": "told times wrong glued_right glued_left lead",
    "times": "words",
}
CROSSES = [(a, b) for a, others in _CROSSES.items() for b in others.split()]
SHAPE = {"monotone": SIGNS, "trees": 80, "rate": 0.1, "leaves": 6, "least": 15}
NEVER = -9.0
"""The other arm's score of a candidate that it did not read."""
HARD = ("hard", "hard long", "full", "short", "honest", "excerpt")


def chosen(measured: Sequence[Measured]) -> list[Asked]:
    """The candidates of each document that this arm judges."""
    found = []
    for one in measured:
        mine = np.flatnonzero(one.rows[:, KINDS].any(axis=1) & (np.array(one.times, int) > 1))
        found.append(Asked(mine.tolist(), one.rows[mine]) if len(mine) else Asked())
    return found


def fit(data: Data, names: Sequence[str]) -> dict[str, Any]:
    """Both models over this arm's columns, out of rows that hold all of `names`."""
    rows, labels, weights = data
    mine = rows[:, [names.index(n) for n in NAMES]]
    return {
        "names": list(NAMES),
        "linear": boost.fit_signed(mine, labels, weights, (NAMES, CROSSES, SIGNS)),
        "trees": boost.fit_trees(mine, labels, weights, NAMES, SHAPE),
    }


def second_arm(
    measured: list[Measured], way: Way
) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[int, float]]]:
    """The arm fitted on all, the arms of the folds, and each document's candidates with their left-out scores."""
    asked = chosen(measured)
    scores, folds = left_out(measured, asked, signals.NAMES, replace(way, fit=fit))
    found = [dict(zip(a.indices, s.tolist(), strict=False)) for a, s in zip(asked, scores, strict=True)]
    return fit(stack(measured, asked), signals.NAMES), folds, found


def limits(
    measured: Sequence[Measured], arm: Sequence[dict[int, float]], other: Sequence[dict[int, float]]
) -> dict[str, float]:
    """Of left-out honest texts that speak of such trades, 1 in 14 may be above the upper limit, 1 in 9 the lower.

    They were written to be hard, stand here in up to seven forms, and are fitted on in the end: none of 116 others is
    above the upper one but one. `arm`, `other`: left-out scores of candidates by both arms; the limits are of the sums.
    """
    sums = []
    for one, mine, theirs in zip(measured, arm, other, strict=True):
        both = [mine[i] + theirs.get(i, NEVER) for i in mine]
        if both and one.document.spans is None and one.document.family in HARD:
            sums.append(max(both))
    upper = float(np.quantile(sums, 1 - 1 / 14))
    lower = min(float(np.quantile(sums, 1 - 1 / 9)), upper - 1.0)
    return {"lexical_injected": round(upper, 3), "lexical_suspicious": round(lower, 3)}
