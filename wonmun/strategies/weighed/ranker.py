"""Utilities of candidate terms: a weighted sum of what is measured at each place, and of what holds for the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers

_LIMIT = 6.0
"""Standard deviations at which values are cut."""


@dataclass(frozen=True, slots=True)
class Ranker:
    """A conditional logit over candidates, the weights of what is measured at places first."""

    center: Numbers
    scale: Numbers
    weights: Numbers
    none: float
    """Utility of a term that is not among the candidates."""

    @classmethod
    def read(cls, data: dict[str, Any]) -> Ranker:
        """Build it from its shipped numbers."""
        center, scale, weights = (np.array(data[k], float) for k in ("center", "scale", "weights"))
        return cls(center, scale, weights, float(data["none"]))

    def utilities(self, at_place: Numbers, of_page: Numbers) -> tuple[Numbers, Numbers]:
        """Give terms × places, and one bias a term."""
        size = at_place.shape[2]
        scaled = np.clip((at_place - self.center[:size]) / self.scale[:size], -_LIMIT, _LIMIT)
        whole = np.clip((of_page - self.center[size:]) / self.scale[size:], -_LIMIT, _LIMIT)
        return scaled @ self.weights[:size], whole @ self.weights[size:]

    def best(self, at_place: Numbers, of_page: Numbers, most: int) -> Numbers:
        """Number the terms that stand best at the half of the places that suit them most, ascending."""
        utility, bias = self.utilities(at_place, of_page)
        half = (utility.shape[1] + 1) // 2
        behind = np.sort(utility - utility.max(0), 1)[:, -half:].mean(1) + bias
        found: Numbers = np.sort(np.argsort(-behind, kind="stable")[:most])
        return found
