"""Reads the weights that ship; the only file here that opens others."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

FITTED = ("ko", "ja", "en", "id", "zh")
"""Languages with weights of their own; all others share `any.json`."""


def read(code: str) -> dict[str, Any]:
    """The weights of a two-letter code as they stand in the file."""
    return _read(code if code in FITTED else "any")


@dataclass(frozen=True)
class Line:
    """A fitted line over named values, and the logits from which on it leaves a doubt, and none."""

    weights: NDArray[np.float64]
    bias: float
    suspicious: float
    injected: float

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Logits of rows."""
        scores: NDArray[np.float64] = rows @ self.weights + self.bias
        return scores


def read_line(name: str, columns: Sequence[str]) -> Line:
    """Read the line of a file; its columns are those named, in that order."""
    data = _read(name)
    weights = np.array([data["weights"][column] for column in columns])
    return Line(weights, data["bias"], data["suspicious"], data["injected"])


def _read(name: str) -> dict[str, Any]:
    text = resources.files("wonmun.weights").joinpath(f"{name}.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    return data
