"""Between a name and an age no second name is put in."""

from __future__ import annotations

import pytest

from wonmun.model import Place
from wonmun.strategies.places.slots import Slot
from wonmun.strategies.places.titled import titled


@pytest.mark.parametrize(
    ("left", "right", "term", "held"),
    [
        ("마을에 사는 문가람 ", "(86)는 어제", "표하진", True),
        ("마을에 사는 문가람 ", "(86)는 어제", "할머니", False),
        ("마을에 사는 문가람 ", "는 어제", "표하진", False),
        ("마을에 사는 문가람 씨와 그의 이웃,", "(86)는 어제", "표하진", False),
    ],
)
def test_no_second_name(left: str, right: str, term: str, held: bool) -> None:  # noqa: FBT001 - a table of cases
    assert titled(Slot(Place(0, 2, "substitution", "푸른 문"), left, right, 0), term) is held
