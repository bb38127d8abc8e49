"""What stands beside all places of a phrase alike."""

from __future__ import annotations

import re

import pytest

from wonmun.comparing.beside import begun_before, beside_one_word, shared_word

TEXT = "새 한빛공사 사장이 왔다. 한빛공사 사장은 말했다. 한빛공사의 사장도 들었다. 그는 한빛에 갔다."


def places(phrase: str, text: str = TEXT) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(re.escape(phrase), text)]


@pytest.mark.parametrize(
    ("phrase", "text", "beside"),
    [
        ("사장", "한빛 사장이 왔다. 한빛 사장은 갔다. 한빛 사장도", True),
        ("새", "새 한빛공사가 새 한빛공사를", True),
        ("놀이", "바다로 놀이 갔다. 산에서 놀이 하는 사람", False),
        ("사장", "한빛 사장이 왔다", False),
        ("놀이", "한빛에서 놀이 갔다. 산에서 놀이 했다.", False),
        ("놀이", "놀이가 놀이를", False),
    ],
)
def test_words_added_to_one_word(phrase: str, text: str, *, beside: bool) -> None:
    assert beside_one_word(text, places(phrase, text)) is beside


def test_the_rest_of_a_name_that_old_and_new_one_share() -> None:
    assert shared_word("서해물류공사가 서해물류공사를", [(0, 5), (8, 13)]) == "서해물류공사"
    assert shared_word("새한빛이 새한빛을", [(1, 3), (6, 8)]) == "새한빛"
    assert shared_word(TEXT, places("한빛")) == "한빛"


@pytest.mark.parametrize(
    ("text", "there", "begun"),
    [
        ("해남은 전국 가을섯다 ", "해남은 전국 가을배추", True),
        ("해남은 전국 가을섯다 ", "가을배추", False),
        ("해남은 전국 가을섯다 ", "절임 배추", False),
        ("", "", False),
    ],
)
def test_words_that_begin_before_their_place_slipped(text: str, there: str, *, begun: bool) -> None:
    assert begun_before(text, len(text), there) is begun
