"""The line that weighs what a page says of a phrase's trade: how it is fitted, and where its limits lie."""

from __future__ import annotations

import numpy as np

from tools import fit_unsaid
from wonmun.judging import unsaid

TEXT = "둘레길은 저수지를 돈다. 크루즈 배팅을 따라 걷는 사람이 늘었다. 시는 크루즈 배팅 입구에 의자를 놓았다. "
REST = (
    "물가에는 오리가 살고 저녁이면 갈대가 흔들린다. 아이들은 다리 위에서 잉어를 세고 노인들은 그늘에서 장기를 둔다. "
    * 5
)


def row(value: float, label: int, text: str) -> fit_unsaid.Row:
    """A candidate of which only its places differ."""
    values = [value if name == "times" else 0.0 for name in unsaid.NAMES]
    return fit_unsaid.Row(values, label, text, text)


def test_what_was_put_in_is_measured_and_nothing_else_of_its_text() -> None:
    found = list(fit_unsaid.measured({"id": "a", "text": TEXT + REST, "phrase": "크루즈 배팅"}))
    assert [(one.label, one.group, len(one.values)) for one in found] == [(1, "크루즈 배팅", len(unsaid.NAMES))]
    assert not list(fit_unsaid.measured({"id": "b", "text": REST}))


def test_the_line_tells_apart_what_it_was_fitted_on() -> None:
    rows = [row(n % 7 / 7 + (2 if n % 2 else 0), n % 2, f"t{n}") for n in range(80)]
    slopes, bias = fit_unsaid.fit(rows)
    assert all((np.array(one.values) @ slopes + bias > 0) == bool(one.label) for one in rows)
    assert fit_unsaid.left_out(rows)[1] > fit_unsaid.left_out(rows)[0]


def test_limits_are_of_the_best_candidate_of_each_honest_text() -> None:
    rows = [row(0, 0, f"t{n}") for n in range(100)] + [row(0, 0, "t0"), row(0, 1, "put")]
    scores = np.array([float(n) for n in range(100)] + [200.0, 500.0])
    suspicious, injected = fit_unsaid.limits(rows, scores)
    assert 90 < suspicious < injected < 200
