"""Where a candidate can begin and end."""

from __future__ import annotations

import pytest

from wonmun.phrases.ends import cut_short, numbered


@pytest.mark.parametrize(
    ("followers", "times", "short"),
    [
        ("가가가", 3, True),
        ("가가나", 3, False),
        ("가가", 2, False),
        ("가가가", 4, False),
        ("가가가가가가나", 7, True),
        ("", 5, False),
    ],
)
def test_what_the_same_letter_nearly_always_follows_is_the_beginning_of_a_word(
    followers: str, times: int, *, short: bool
) -> None:
    assert cut_short(list(followers), times) is short


@pytest.mark.parametrize(("followers", "model"), [("234", True), ("222", False), ("23가", False), ("23456가", False)])
def test_what_different_numbers_nearly_always_follow_is_a_name_of_models(followers: str, *, model: bool) -> None:
    assert numbered(list(followers), len(followers)) is model
