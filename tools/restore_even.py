"""Thresholds of restoring where the event is covered: the same chance of being wrong by one term and by two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize

from tools.restore_limits import KINDS, NEVER
from wonmun.strategies.weighed.decide import Limits

if TYPE_CHECKING:
    from tools.restore_limits import Flat
    from wonmun.fingerprints import Numbers

_SAME = 1e-9
_HELD = 2.0
"""How firmly the logistic regression holds on to the logit as it is, in places."""


def even(flat: Flat, most: float) -> Limits:
    """Give the thresholds at which the same share of what is put in is wrong by one term and by two, `most` of it all.

    How well a term is attested the logit says already where the event is covered: fitted, its levels moved no threshold
    by more than .1, and a threshold for each of them was moved by one page more or less. Only what may be two terms
    is right more or less often at the same logit.
    """
    seen = flat.place > 0
    rows = np.column_stack([np.ones(len(flat.place)), flat.place, flat.kind >= KINDS])
    found = _logistic(rows[seen], flat.right[seen], flat.weight[seen])
    chance = np.where(seen, rows @ found, -NEVER)
    order = np.argsort(-chance)
    wrong = np.cumsum(flat.weight[order] * ~flat.right[order])
    last = np.append(np.diff(chance[order]) < -_SAME, True)
    few = np.flatnonzero(last & (wrong <= most * np.cumsum(flat.weight[order])))
    if not len(few) or not seen.any():
        return Limits((NEVER,) * KINDS, (NEVER,) * KINDS)
    least = float(chance[order[few[-1]]])
    one, two = (round(float((least - found[0] - moved) / found[1]), 2) for moved in (0.0, found[2]))
    return Limits((one,) * KINDS, (two,) * KINDS)


def _logistic(rows: Numbers, right: Numbers, weight: Numbers) -> Numbers:
    """Fit a logistic regression that leaves the logit (the second column) as it is where little speaks against it."""
    start = np.array([0.0, 1.0, 0.0])

    def loss(theta: Numbers) -> tuple[float, Numbers]:
        z = rows @ theta
        value = (weight * (np.logaddexp(0, z) - right * z)).sum() + _HELD * ((theta - start) ** 2).sum()
        return float(value), rows.T @ (weight * (1 / (1 + np.exp(-z)) - right)) + 2 * _HELD * (theta - start)

    found: Numbers = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return found
