"""Scores rows with a logistic regression and small trees read from plain numbers; needs no fitting library."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


BOUND = 8.0
"""Neither model's logit counts beyond this: far outside of what it was fitted on, a line is no measure."""


CLIMBED = 16
"""The trees are asked about so many rows, those that the line scores highest; the others count as hopeless."""
TOGETHER = 32_768
"""So many questions are asked in one go: their answers stay in the processor's cache."""


@dataclass(frozen=True)
class Linear:
    """Σ weight · (value - center) / scale + bias, over values and products of two of them."""

    center: NDArray[np.float64]
    scale: NDArray[np.float64]
    weights: NDArray[np.float64]
    bias: float
    crosses: NDArray[np.int64]
    """Pairs of columns whose products follow the columns themselves."""

    def products(self, columns: NDArray[np.float64]) -> NDArray[np.float64]:
        """What is added to the columns, each of them a row here: so they are taken whole, at a fifth of the time."""
        left, right = self.crosses.T
        products: NDArray[np.float64] = columns.take(left, axis=0) * columns.take(right, axis=0)
        return products

    def parts(self, row: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each column and each product adds to the score of one row."""
        wide = np.concatenate([row, self.products(row)])
        parts: NDArray[np.float64] = (wide - self.center) / self.scale * self.weights
        return parts

    def score(self, columns: NDArray[np.float64]) -> NDArray[np.float64]:
        """Logits of what stands in columns, each of them a row here."""
        own = len(columns)
        scores: NDArray[np.float64] = np.einsum("ij,i->j", columns, self._slopes[:own]) + self._level
        if len(self.crosses):
            scores += np.einsum("ij,i->j", self.products(columns), self._slopes[own:])
        return scores

    @cached_property
    def _slopes(self) -> NDArray[np.float64]:
        return self.weights / self.scale

    @cached_property
    def _level(self) -> float:
        return self.bias - float(self.center @ self._slopes)


@dataclass(frozen=True)
class Trees:
    """Boosted trees, all their questions asked at once, after QuickScorer (Lucchese and others, 2015).

    The leaves of a tree are the bits of a number, from the left. A question that is answered with no takes those away
    that stand behind its yes; of the bits that all questions of a tree leave, the lowest is the leaf.
    """

    feature: NDArray[np.int64]
    """Of question q of tree t, at q · number of trees + t: the column it asks about."""
    threshold: NDArray[np.float64]
    """Up to this the answer is yes."""
    kept: NDArray[np.unsignedinteger[Any]]
    """The leaves that a no keeps."""
    first: NDArray[np.int64]
    """Where in `value` each tree's leaves begin."""
    value: NDArray[np.float64]
    base: float

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Logits."""
        step = max(1, TOGETHER // len(self.feature))
        if len(rows) <= step:
            return self._few(rows)
        return np.concatenate([self._few(rows[at : at + step]) for at in range(0, max(1, len(rows)), step)])

    def _few(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        yes = rows.take(self.feature, axis=1) <= self.threshold
        # a yes as a one in each bit: `np.where`, which goes either way question by question, takes three times as long
        left = self.kept | -yes.view(np.uint8).astype(self.kept.dtype, copy=False)
        trees = len(self.first)
        left = np.bitwise_and.reduce(left.reshape(len(rows), len(self.feature) // trees, trees), axis=1)
        _, leaf = np.frexp((left & -left).astype(np.float32))  # a power of two, which any float holds
        scores: NDArray[np.float64] = self.value.take(self.first - 1 + leaf).sum(axis=1) + self.base
        return scores


@dataclass(frozen=True)
class Model:
    """The mean of both logits; either may be missing."""

    columns: NDArray[np.int64]
    linear: Linear | None
    trees: Trees | None

    def score(self, rows: NDArray[np.float64], most: int = CLIMBED) -> NDArray[np.float64]:
        """Logits of rows that hold every signal in the order of `signals.NAMES` (and fluency after them).

        `most`: rows that the trees are asked about; where each row must be judged, and not the best found, all.
        """
        columns = rows.T.take(self.columns, axis=0)
        if self.linear is None:
            return np.zeros(len(rows)) if self.trees is None else self._grown(columns)
        line = self.linear.score(columns).clip(-BOUND, BOUND)
        if self.trees is None:
            return line
        if len(rows) <= most:
            grown = self._grown(columns)
        else:
            grown = np.full(len(rows), -BOUND)
            best = (-line).argsort()[:most]
            grown[best] = self._grown(columns[:, best])
        mean: NDArray[np.float64] = (line + grown) / 2
        return mean

    def _grown(self, columns: NDArray[np.float64]) -> NDArray[np.float64]:
        """What the trees say."""
        assert self.trees is not None
        return self.trees.score(np.ascontiguousarray(columns.T)).clip(-BOUND, BOUND)

    def parts(self, row: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each column, its products included, adds to the linear score of one row."""
        if self.linear is None:
            return np.zeros(len(self.columns))
        parts = self.linear.parts(row[self.columns])
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
    """Build trees from rows of nodes: `left` is where a yes goes on, `right` a no; a leaf points at itself."""
    grown = [_questions(part, root) for root in part["roots"]]
    leaves = [len(values) for _, values in grown]
    kind = next(kind for kind in (np.uint8, np.uint16, np.uint32, np.uint64) if max(leaves) <= np.iinfo(kind).bits)
    most = max(len(asked) for asked, _ in grown)
    every = (0, 0.0, int(np.iinfo(kind).max))
    rows = [[*asked, *[every] * (most - len(asked))] for asked, _ in grown]
    feature, threshold, kept = zip(*(row[place] for place in range(most) for row in rows), strict=True)
    return Trees(
        np.array(feature, np.int64),
        np.array(threshold, float),
        np.array([bits & every[2] for bits in kept], kind),
        np.cumsum([0, *leaves[:-1]]),
        np.array([value for _, values in grown for value in values]),
        part["base"],
    )


def _questions(part: dict[str, Any], root: int) -> tuple[list[tuple[int, float, int]], list[float]]:
    """One tree's questions (column, threshold, the leaves that a no keeps) and its leaves' values, from the left."""
    asked: list[tuple[int, float, int]] = []
    values: list[float] = []

    def walk(node: int) -> None:
        if part["left"][node] == node:
            values.append(part["value"][node])
            return
        begin = len(values)
        walk(part["left"][node])
        behind_yes = (1 << len(values)) - (1 << begin)
        asked.append((part["feature"][node], part["threshold"][node], ~behind_yes))
        walk(part["right"][node])

    walk(root)
    return asked, values
