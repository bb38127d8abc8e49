"""The limits above which a phrase is called suspicious or injected, out of left-out scores; and what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.dataset import Measured

ONCE = 1.25
"""A phrase that stands once must be so much above the upper limit to be suspicious: up to there hardly any injected one
is lost (.183 → .172 of single places), and honest reports name such things once."""


def limits(measured: list[Measured], several: NDArray[np.float64], any_: NDArray[np.float64]) -> dict[str, float]:
    """Thresholds: 1 in 100 left-out honest articles and pages may be above the upper one, 1 in 40 above the lower.

    That is more than 1 in 385, which is aimed at: many of them are written to be strange, and all are fitted on in the
    end. Of 480 others 3 are called injected and 7 suspicious, of 285 excerpts 4 injected (docs/finding.md).
    """
    family = np.array([m.document.family if m.document.spans is None else "" for m in measured])
    whole = np.isin(family, ["full", "honest"])
    upper, lower = np.quantile(several[whole], 1 - 1 / 100), np.quantile(several[whole], 1 - 1 / 40)
    lone = max(np.quantile(any_[whole], 1 - 1 / 60) + 0.6, upper + ONCE)
    numbers = {"injected": upper, "suspicious": min(lower, upper - 0.3), "lone": max(lone, lower)}
    return {name: round(float(value), 3) for name, value in numbers.items()}


def report(
    measured: list[Measured], several: NDArray[np.float64], any_: NDArray[np.float64], at: dict[str, float]
) -> None:
    """Print a line for each family: documents, called injected, at least suspicious."""
    families = sorted({(m.document.spans is not None, m.document.family) for m in measured})
    for injected, family in families:
        mine = [
            i
            for i, m in enumerate(measured)
            if m.document.family == family and (m.document.spans is not None) == injected
        ]
        sure = (several[mine] >= at["injected"]).mean()
        some = ((several[mine] >= at["suspicious"]) | (any_[mine] >= at["lone"])).mean()
        print(f"{'injected' if injected else 'honest':9} {family:10} {len(mine):6} {sure:8.4f} {some:8.4f}")
