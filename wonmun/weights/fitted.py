"""One language's numbers as the verdict uses them, and what their columns are called."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from wonmun import signals
from wonmun.signals import fluency
from wonmun.trees import read_model
from wonmun.weights.load import read

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from wonmun.trees import Model

OTHERS = ("ahead",)
"""What is measured of Korean candidates beside the reader's columns; `ahead`: cheap score less the next best's."""
NAMES = (*signals.NAMES, *fluency.NAMES, *OTHERS)


@dataclass(frozen=True)
class Weights:
    """One language's fitted numbers."""

    cheap: Model
    """Over the signals that need no language model."""
    full: Model
    """Over all of them: what doubtful candidates are read for, too."""
    kind: Model
    """Positive where the phrase was inserted and replaced nothing."""
    share: float
    """Weight of the full model's score in the mean of both."""
    doubtful: float
    """Cheap score from which on a candidate is read for fluency."""
    injected: float
    suspicious: float
    lone: float
    """Limit for a phrase that stands only once."""
    lexical: Model | None = None
    """The second arm (`wonmun.judging.lexical`), and the limits of both arms' sum; None for a language without one."""
    lexical_injected: float = 0.0
    lexical_suspicious: float = -1.0

    def mean(self, whole: NDArray[np.float64], cheap: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give the logits of candidates that were read, by both models: `whole` rows, and what they scored before."""
        return self.share * self.full.score(whole) + (1 - self.share) * cheap


def columns(code: str) -> tuple[str, ...]:
    """What the columns of a candidate that was read are called."""
    return NAMES if code == "ko" else (*signals.NAMES, *signals.reader(code).NAMES)


@cache
def weights(code: str) -> Weights:
    """Read `weights/<code>.json`; a language without one gets the language-free `any.json`."""
    return read_weights(code, read(code))


def read_weights(code: str, data: dict[str, Any]) -> Weights:
    """Build a language's numbers from the data of such a file."""
    full, kind = (read_model(data[k], columns(code)) for k in ("full", "kind"))
    cheap = read_model(data["cheap"], signals.NAMES)
    second = read_model(data["lexical"], signals.NAMES) if data.get("lexical") else None
    return Weights(cheap, full, kind, data["share"], lexical=second, **data["thresholds"])
