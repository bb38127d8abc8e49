"""How addresses are written."""

from __future__ import annotations

import pytest

from wonmun.phrases.addresses import enclosed, is_address


@pytest.mark.parametrize(
    ("text", "answer"),
    [("sky365.net", True), ("달빛온24.com", True), ("https://a-b.xyz", True), ("3.2조", False), ("한빛.", False), ("U.S", False)],
)  # fmt: skip
def test_an_address(text: str, answer: bool) -> None:  # noqa: FBT001 - a row of a table
    assert is_address(text) is answer


@pytest.mark.parametrize(
    ("left", "right", "answer"),
    [("(", ")", True), ("<", ">", True), ("(", "은", False), ("“", "”", True), ("'", "은", False), (" ", ".", False)],
)
def test_what_stands_in_marks(left: str, right: str, answer: bool) -> None:  # noqa: FBT001 - a row of a table
    assert enclosed(left, right) is answer
