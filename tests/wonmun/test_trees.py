from __future__ import annotations

import json

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier

from tools.boost import _flatten, fit_linear
from wonmun.trees import BOUND, read_model

NAMES = ("a", "b", "c")


def rows(count: int = 300) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    table = rng.normal(size=(count, 3))
    return table, (table[:, 0] * table[:, 1] + table[:, 2] > 0).astype(float)


@pytest.mark.parametrize("leaves", [2, 6, 14, 40])
def test_trees_score_as_the_library_that_grew_them(leaves: int) -> None:
    table, labels = rows(1500)
    shape = {"max_leaf_nodes": leaves, "min_samples_leaf": 5}
    grown = HistGradientBoostingClassifier(max_iter=20, random_state=0, **shape).fit(table, labels)
    data = json.loads(json.dumps({"names": NAMES, "linear": None, "trees": _flatten(grown)}))
    model = read_model(data, NAMES)
    expected = np.clip(grown.decision_function(table), -BOUND, BOUND)
    assert np.abs(model.score(table) - expected).max() < 1e-3
    assert model.score(table[:0]).shape == (0,)


def test_the_line_takes_products_and_splits_into_parts() -> None:
    table, labels = rows()
    line = fit_linear(table, labels, np.ones(len(labels)), NAMES, [("a", "b")])
    model = read_model({"names": NAMES, "linear": line, "trees": None}, NAMES)
    scores = model.score(table)
    assert ((scores > 0) == labels).mean() > 0.9
    near = int(np.abs(scores).argmin())
    assert model.parts(table[near]).sum() + line["bias"] == pytest.approx(scores[near], abs=1e-6)


def test_columns_go_by_name_not_by_place() -> None:
    line = {"center": [0], "scale": [1], "weights": [2], "bias": 1, "crosses": []}
    model = read_model({"names": ["c"], "linear": line, "trees": None}, NAMES)
    assert model.score(np.array([[9.0, 9.0, 1.5]])).tolist() == [4.0]
    with pytest.raises(KeyError):
        read_model({"names": ["d"], "linear": line, "trees": None}, NAMES)


def test_scores_stay_within_bounds() -> None:
    line = {"center": [0], "scale": [1], "weights": [1000], "bias": 0, "crosses": []}
    model = read_model({"names": ["a"], "linear": line, "trees": None}, NAMES)
    assert model.score(np.array([[5.0, 0, 0], [-5.0, 0, 0]])).tolist() == [BOUND, -BOUND]
