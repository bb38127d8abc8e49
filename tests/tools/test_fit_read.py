"""The mean of two models, as one."""

from __future__ import annotations

from typing import Any

import numpy as np

from tools.fit_read import mean
from wonmun.trees import read_model

NAMES = ("wrong", "titled", "times")


def model(names: tuple[str, ...], cross: list[str], first: str, at: float) -> dict[str, Any]:
    """A line over the columns and one product, and one tree that asks for one column."""
    size = len(names) + 1
    return {
        "names": list(names),
        "linear": {
            "center": [0.5] * size,
            "scale": [2.0] * size,
            "weights": [0.3 * (n + 1) for n in range(size)],
            "bias": at,
            "crosses": [cross],
        },
        "trees": {
            "roots": [0],
            "feature": [names.index(first), names.index("times"), 0, 0, 0],
            "threshold": [0.5, 2.5, 0.0, 0.0, 0.0],
            "left": [1, 3, 2, 3, 4],
            "right": [2, 4, 2, 3, 4],
            "value": [0.0, 0.0, 1.0, -1.0, 0.25],
            "depth": 2,
            "base": at,
        },
    }


def test_it_scores_as_both_do_on_pages_with_a_title() -> None:
    first = model(NAMES, ["wrong", "times"], "titled", -1.0)
    second = model(("wrong", "times"), ["times", "times"], "wrong", 0.5)
    rows = np.array([[0.0, 1.0, 2.0], [1.0, 1.0, 3.0], [0.2, 1.0, 1.0]])
    one = mean(first, second, 0.25)
    assert "titled" not in one["names"]
    wanted = (read_model(first, NAMES).score(rows) + read_model(second, NAMES).score(rows)) / 2 - 0.25
    assert np.allclose(read_model(one, NAMES).score(rows), wanted, atol=1e-3)
