"""Phrases behind commas, those within numbers, too."""

from __future__ import annotations

import pytest

import wonmun

COUNTS = (
    "병원에 남은 수련의는 {0}종합병원 815명,{0}요양병원 383명,한방병원 58명이다. 사직한 9,{0}222명 가운데 4,{0}046명은 쉬고 있다. "
    "보건소는 다음 달 다시 세겠다고 밝혔다."
)


@pytest.mark.parametrize("phrase", ["미국 포커", "달빛 소파", "luna sofa"])
def test_numbers_that_a_phrase_parts_are_whole_again(phrase: str) -> None:
    """Real mirrors of November 2026 put their phrase behind commas of any kind; three of six places were known."""
    report = wonmun.check(COUNTS.replace("는 {0}", "는 1명,{0}").format(phrase))
    assert report.verdict == "injected"
    assert report.restored == COUNTS.replace("는 {0}", "는 1명,{0}").format("")


@pytest.mark.parametrize(
    "text",
    [
        "장바구니에는 배 3,사과500원,사과300원,감700원이 담겨 있다. 사과는 어제보다 싸다. 배는 그대로다.",
        "표는 1,234명과 2,345명을 나눈다. 남자는 9,222명, 여자는 4,046명이다. 합은 13,268명이다.",
        "구간은 1,서울역100m 2,서울역200m로 나뉜다. 서울역 앞 횡단보도는 새로 칠했다.",
    ],
)
def test_goods_and_figures_in_lists_are_left_alone(text: str) -> None:
    assert wonmun.check(text).verdict != "injected"
