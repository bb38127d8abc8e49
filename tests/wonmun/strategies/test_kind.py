"""What the words around a place say of whether something stood there, a column each."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from wonmun.strategies.inserted.kind import ROW, rows

if TYPE_CHECKING:
    from wonmun.strategies.places.slots import Group

MARKS = ROW[ROW.index("before_space") : ROW.index("none_bare")]


@pytest.mark.parametrize(
    ("left", "right", "marks"),
    [
        ("시장은 ", "은 좋다고 했다.", {"before_space", "particle", "object"}),
        ("비가 왔다. ", "정부는 말했다.", {"before_space", "glued", "glued_ordinary", "starts"}),
        ("비가 왔다. ", "쿠르릉 소리가", {"before_space", "glued", "starts"}),
        ("새로 연 ", " 있다고 했다.", {"before_space", "verb"}),
        ("큰 바다의 ", " 관계자는", {"before_space", "modifier", "noun"}),
        ("오픈", "은 쉽다.", {"particle", "glued_left"}),
        ("그는 (", ")를 폈다.", {"starts", "bracket"}),
        ("", " 축제가 열렸다.", {"before_space", "starts"}),
    ],
)
def test_marks_of_one_place(left: str, right: str, marks: set[str]) -> None:
    slots = [SimpleNamespace(left=left, right=right)]
    values = dict(zip(ROW, rows([cast("Group", SimpleNamespace(slots=slots, korean=False))])[0].tolist(), strict=True))
    assert {name for name in MARKS if values[name]} == marks
    assert values["bare"] == (right[:1] == " ")
    assert values["line"] == (not left)


def test_shares_of_several_places() -> None:
    slots = [SimpleNamespace(left="비가 왔다. ", right=right) for right in ("은 크다", "정부는", " 있다", "은 작다")]
    values = dict(zip(ROW, rows([cast("Group", SimpleNamespace(slots=slots, korean=False))])[0].tolist(), strict=True))
    assert (values["particle"], values["glued"], values["bare"], values["starts"]) == (0.5, 0.25, 0.25, 1.0)
    assert (values["distinct"], values["none_bare"], values["starts_bare"], values["heard"]) == (1.0, 0.0, 0.25, 0.0)
