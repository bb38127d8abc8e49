"""A verb that an editor wrote in another form is no injection; a noun that stands inside of a verb's word is none the less."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.wonmun.compared import compared
from tests.wonmun.written import PORT
from wonmun.comparing.edit import Edit
from wonmun.comparing.forms import other_form
from wonmun.model import Weight


@pytest.mark.parametrize("weight", get_args(Weight))
@pytest.mark.parametrize(("before", "after"), [("했다", "하였다"), ("했다", "한다"), ("했", "하셨")])
def test_verbs_written_in_another_form_are_an_edit(before: str, after: str, weight: Weight) -> None:
    """Seen from outside in December 2026: 하였다 in one paragraph, each place given back as 했다."""
    assert PORT.count(before) > 1
    for times in (2, -1):
        assert compared(PORT.replace(before, after, times), weight=weight).verdict == "clean"


def test_a_noun_in_place_of_a_verb_is_found() -> None:
    assert compared(PORT.replace("했다", "슬롯나라다")).verdict == "injected"


@pytest.mark.parametrize(
    ("page", "genuine", "same"),
    [
        ("그는 말하였다.", "그는 말했다.", True),
        ("옳다며 하였다.", "옳다고 했다.", True),
        ("그는 말바카라다.", "그는 말했다.", False),
        ("그는 말하였다.", "그는 말시장다.", False),
        ("그는 말did다.", "그는 말했다.", False),
        ("그는 말다.", "그는 말했다.", False),
    ],
)
def test_both_sides_are_of_a_verb(page: str, genuine: str, *, same: bool) -> None:
    assert other_form(Edit(4, len(page) - 2, 4, len(genuine) - 2), page, genuine) is same
