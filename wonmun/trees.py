"""Scores rows with a logistic regression and small trees read from plain numbers; needs no fitting library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


BOUND = 8.0
"""Neither model's logit counts beyond this: far outside of what it was fitted on, a line is no measure."""


@dataclass(frozen=True)
class Linear:
    """Σ weight · (value - center) / scale + bias, over values and products of two of them."""

    center: NDArray[np.float64]
    scale: NDArray[np.float64]
    weights: NDArray[np.float64]
    bias: float
    crosses: NDArray[np.int64]
    """Pairs of columns whose products follow the columns themselves."""

    def widen(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Rows with the products added."""
        if not len(self.crosses):
            return rows
        return np.hstack([rows, rows[:, self.crosses[:, 0]] * rows[:, self.crosses[:, 1]]])

    def parts(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each column adds to the score."""
        return (self.widen(rows) - self.center) / self.scale * self.weights

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Logits."""
        return self.parts(rows).sum(axis=1) + self.bias


@dataclass(frozen=True)
class Trees:
    """Boosted trees, all nodes in one row of arrays; a leaf points at itself."""

    roots: NDArray[np.int64]
    feature: NDArray[np.int64]
    threshold: NDArray[np.float64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: NDArray[np.float64]
    depth: int
    base: float

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Logits."""
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        line = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            at = np.where(rows[line, self.feature[at]] <= self.threshold[at], self.left[at], self.right[at])
        return self.value[at].sum(axis=1) + self.base


@dataclass(frozen=True)
class Model:
    """The mean of both logits; either may be missing."""

    columns: NDArray[np.int64]
    linear: Linear | None
    trees: Trees | None

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Logits of rows that hold every signal in the order of `signals.NAMES` (and fluency after them)."""
        rows = rows[:, self.columns]
        scores = [np.clip(part.score(rows), -BOUND, BOUND) for part in (self.linear, self.trees) if part is not None]
        return np.mean(scores, axis=0) if scores else np.zeros(len(rows))

    def parts(self, row: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each column, its products included, adds to the linear score of one row."""
        if self.linear is None:
            return np.zeros(len(self.columns))
        parts = self.linear.parts(row[None, self.columns])[0]
        own = parts[: len(self.columns)].copy()
        for (a, b), part in zip(self.linear.crosses.tolist(), parts[len(self.columns) :].tolist(), strict=True):
            own[a] += part / 2
            own[b] += part / 2
        return own


def read_model(data: dict[str, Any], names: tuple[str, ...]) -> Model:
    """Build a model from its data: `names`, `linear` and `trees`, either null; columns go by name."""
    place = {name: i for i, name in enumerate(names)}
    columns = np.array([place[n] for n in data["names"]], np.int64)
    local = {name: i for i, name in enumerate(data["names"])}
    linear = trees = None
    if data.get("linear"):
        part = data["linear"]
        crosses = np.array([[local[a], local[b]] for a, b in part.get("crosses", [])], np.int64).reshape(-1, 2)
        numbers = (np.array(part[k], float) for k in ("center", "scale", "weights"))
        linear = Linear(*numbers, float(part["bias"]), crosses)
    if data.get("trees"):
        part = data["trees"]
        whole = (np.array(part[k], np.int64) for k in ("roots", "feature"))
        links = (np.array(part[k], np.int64) for k in ("left", "right"))
        trees = Trees(
            *whole,
            np.array(part["threshold"], float),
            *links,
            np.array(part["value"], float),
            part["depth"],
            part["base"],
        )
    return Model(columns, linear, trees)
