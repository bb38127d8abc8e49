"""A candidate that stands, between the verdict and those who say what excuses, overlaps or explains it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


BELOW = 0.05
"""Logits below a limit at which stands what is to stay under it."""


@dataclass(frozen=True)
class Picked:
    """A candidate that stands, with its logit."""

    index: int
    phrase: str
    score: float
    row: NDArray[np.float64]
    """All that is measured of it, fluency too."""
    lexical: bool = False
    """Whether the score is the second arm's."""
    form: float = -99.0
    """What form and fluency say alone."""

    def below(self, limit: float) -> Picked:
        """Give the candidate with a score under a limit, however high it is."""
        return replace(self, score=min(self.score, limit - BELOW))
