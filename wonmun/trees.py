"""Scores rows with a logistic regression and small trees read from plain numbers; needs no fitting library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


BOUND = 8.0
"""Neither model's logit counts beyond this: far outside of what it was fitted on, a line is no measure."""


CLIMBED = 32
"""The trees are asked about so many rows, those that the line scores highest; the others count as hopeless."""


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
        parts: NDArray[np.float64] = (self.widen(rows) - self.center) / self.scale * self.weights
        return parts

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Logits."""
        scores: NDArray[np.float64] = self.parts(rows).sum(axis=1) + self.bias
        return scores


@dataclass(frozen=True)
class Trees:
    """Boosted trees, all nodes in one row of arrays; a leaf points at itself."""

    roots: NDArray[np.int64]
    feature: NDArray[np.int64]
    threshold: NDArray[np.float64]
    next: NDArray[np.int64]
    """Of node n: where it goes on above its threshold at 2n, where up to it at 2n + 1."""
    value: NDArray[np.float64]
    depth: int
    base: float

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Logits."""
        values = rows.ravel()
        line = (np.arange(len(rows)) * rows.shape[1])[:, None]
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        for _ in range(self.depth):
            below = values.take(line + self.feature.take(at)) <= self.threshold.take(at)
            at = self.next.take(2 * at + below)
        scores: NDArray[np.float64] = self.value.take(at).sum(axis=1) + self.base
        return scores


@dataclass(frozen=True)
class Model:
    """The mean of both logits; either may be missing."""

    columns: NDArray[np.int64]
    linear: Linear | None
    trees: Trees | None

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Logits of rows that hold every signal in the order of `signals.NAMES` (and fluency after them)."""
        rows = rows[:, self.columns]
        if self.linear is None or self.trees is None:
            part = self.linear or self.trees
            return np.zeros(len(rows)) if part is None else np.clip(part.score(rows), -BOUND, BOUND)
        line = np.clip(self.linear.score(rows), -BOUND, BOUND)
        grown = np.full(len(rows), -BOUND)
        best = np.argsort(-line)[:CLIMBED]
        grown[best] = np.clip(self.trees.score(rows[best]), -BOUND, BOUND)
        mean: NDArray[np.float64] = (line + grown) / 2
        return mean

    def parts(self, row: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each column, its products included, adds to the linear score of one row."""
        if self.linear is None:
            return np.zeros(len(self.columns))
        parts = self.linear.parts(row[None, self.columns])[0]
        own: NDArray[np.float64] = parts[: len(self.columns)].copy()
        for (a, b), part in zip(self.linear.crosses.tolist(), parts[len(self.columns) :].tolist(), strict=True):
            own[a] += part / 2
            own[b] += part / 2
        return own


def read_model(data: dict[str, Any], names: tuple[str, ...]) -> Model:
    """Build a model from its data: `names`, `linear` and `trees`, either null; columns go by name."""
    place = {name: i for i, name in enumerate(names)}
    columns = np.array([place[n] for n in data["names"]], np.int64)
    linear = _read_linear(data["linear"], data["names"]) if data.get("linear") else None
    trees = _read_trees(data["trees"]) if data.get("trees") else None
    return Model(columns, linear, trees)


def _read_linear(part: dict[str, Any], names: list[str]) -> Linear:
    local = {name: i for i, name in enumerate(names)}
    crosses = np.array([[local[a], local[b]] for a, b in part.get("crosses", [])], np.int64).reshape(-1, 2)
    center, scale, weights = (np.array(part[k], float) for k in ("center", "scale", "weights"))
    return Linear(center, scale, weights, float(part["bias"]), crosses)


def _read_trees(part: dict[str, Any]) -> Trees:
    roots, feature, left, right = (np.array(part[k], np.int64) for k in ("roots", "feature", "left", "right"))
    threshold, value = (np.array(part[k], float) for k in ("threshold", "value"))
    following = np.column_stack((right, left)).ravel()
    return Trees(roots, feature, threshold, following, value, part["depth"], part["base"])
