"""Places where something is one of several of its kind."""

from __future__ import annotations

import pytest

from tests.wonmun.measuring import log1p, values


@pytest.mark.parametrize(
    "places",
    [
        "여러 퀴젠흐가 있다. 어떤 퀴젠흐는 크다",
        "퀴젠흐 두 마리가 산다. 퀴젠흐 14그루를 심었다",
        "퀴젠흐들이 온다. 퀴젠흐마다 다르다",
    ],
)
def test_determiners_counters_and_plurals_are_counted(places: str) -> None:
    assert values(f"{places}. 그는 퀴젠흐를 봤다.", "퀴젠흐")["counted"] == log1p(2)


def test_years_percents_and_other_words_are_not() -> None:
    found = values("퀴젠흐 2023년 매출이 늘었다. 퀴젠흐 3분기 이익도 늘었다. 한국 퀴젠흐는 작다.", "퀴젠흐")
    assert found["counted"] == found["counted_rate"] == 0
