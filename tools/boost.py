"""Fits the two models and writes them as plain numbers, which `wonmun.trees` reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.preprocessing import StandardScaler

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Rows = NDArray[np.float64]


def fit_linear(
    rows: Rows, labels: Rows, weights: Rows, names: Sequence[str], crosses: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    """Logistic regression over the columns and the products named, none of them constrained."""
    return fit_signed(rows, labels, weights, (names, crosses, {}))


def fit_signed(
    rows: Rows,
    labels: Rows,
    weights: Rows,
    shape: tuple[Sequence[str], Sequence[tuple[str, str]], Mapping[str, int]],
) -> dict[str, Any]:
    """The same where some columns may only raise (1) or only lower (-1) the score: names, products, signs.

    Left free, columns that are only filled for spam words take each other's place with huge weights.
    """
    names, crosses, signs = shape
    place = {n: i for i, n in enumerate(names)}
    pairs = [(place[a], place[b]) for a, b in crosses if a in place and b in place]
    wide = np.hstack([rows] + [rows[:, [a]] * rows[:, [b]] for a, b in pairs])
    bounds = [_bounds(signs.get(n, 0)) for n in names]
    bounds += [_bounds(_both(signs.get(names[a], 0), signs.get(names[b], 0))) for a, b in pairs]
    scaler = StandardScaler().fit(wide)
    found = _minimise(scaler.transform(wide), 2 * labels - 1, weights, bounds)
    return {
        "center": _round(scaler.mean_, 5),
        "scale": _round(scaler.scale_, 5),
        "weights": _round(found[:-1], 4),
        "bias": round(float(found[-1]), 4),
        "crosses": [[names[a], names[b]] for a, b in pairs],
    }


def _bounds(sign: int) -> tuple[float | None, float | None]:
    return (0.0 if sign > 0 else None, 0.0 if sign < 0 else None)


def _both(first: int, second: int) -> int:
    """A product lowers where either does, raises where both do."""
    return -1 if -1 in (first, second) else 1 if first == second == 1 else 0


def _minimise(rows: Rows, targets: Rows, weights: Rows, bounds: list[tuple[float | None, float | None]]) -> Rows:
    """Weighted logistic loss with the penalty of C = .3, by L-BFGS within bounds; the bias comes last."""

    def loss(w: Rows) -> tuple[float, Rows]:
        margin = targets * (rows @ w[:-1] + w[-1])
        pull = -weights * targets * expit(-margin)
        value = float((weights * np.logaddexp(0, -margin)).sum() + w[:-1] @ w[:-1] / 0.6)
        return value, np.append(rows.T @ pull + w[:-1] / 0.3, pull.sum())

    start = np.zeros(rows.shape[1] + 1)
    result = minimize(
        loss, start, jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)], options={"maxiter": 250}
    )
    found: Rows = result.x
    return found


def fit_trees(
    rows: Rows, labels: Rows, weights: Rows, names: Sequence[str], shape: Mapping[str, Any]
) -> dict[str, Any]:
    """Boosted trees of few leaves; `shape["monotone"]`: columns that may only raise (1) or lower (-1) the score."""
    monotone = [shape["monotone"].get(n, 0) for n in names]
    model = HistGradientBoostingClassifier(
        max_iter=shape["trees"], learning_rate=shape["rate"], max_leaf_nodes=shape["leaves"],
        min_samples_leaf=shape["least"],
        l2_regularization=8, max_features=0.4, early_stopping=False, random_state=0, monotonic_cst=monotone,
    )  # fmt: skip
    model.fit(rows, labels, sample_weight=weights)
    return _flatten(model)


def _flatten(model: Any) -> dict[str, Any]:
    """All trees' nodes in one row of arrays; a leaf points at itself."""
    roots: list[int] = []
    table: dict[str, list[Any]] = {"feature": [], "threshold": [], "left": [], "right": [], "value": []}
    depth = 0
    for (tree,) in model._predictors:  # noqa: SLF001 - the library offers no other way to the nodes
        nodes, offset = tree.nodes, len(table["value"])
        roots.append(offset)
        depth = max(depth, int(nodes["depth"].max()))
        for number, node in enumerate(nodes):
            leaf = bool(node["is_leaf"])
            table["feature"].append(0 if leaf else int(node["feature_idx"]))
            table["threshold"].append(0.0 if leaf else float(node["num_threshold"]))
            table["left"].append(offset + (number if leaf else int(node["left"])))
            table["right"].append(offset + (number if leaf else int(node["right"])))
            table["value"].append(float(f"{node['value']:.5g}"))
    base = float(np.ravel(model._baseline_prediction)[0])  # noqa: SLF001 - as above
    return {"roots": roots, **table, "depth": depth, "base": round(base, 5)}


def _round(values: Rows, digits: int) -> list[float]:
    return [round(float(v), digits) for v in values]
