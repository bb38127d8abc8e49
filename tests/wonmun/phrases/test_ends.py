"""Where a candidate can begin and end."""

from __future__ import annotations

import pytest

from wonmun.language.load import language
from wonmun.phrases.candidates import find
from wonmun.phrases.ends import cut_short, is_amount, numbered
from wonmun.phrases.view import View


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


def test_a_title_and_a_surname_before_given_names_are_no_candidate() -> None:
    """Seen from outside in November 2026: an excerpt with two potters of one family name was injected."""
    text = "돌담을 고친 석공 허민재 씨는 돌이 숨을 쉰다고 했다. 이 마을 돌담은 석공 허덕기가 처음 쌓았다. 봄이면 아이들이 온다."
    assert "석공 허" not in find(View(text, language("ko"))).phrases
    assert "석공 돌" in find(View(text.replace("석공 허", "석공 돌"), language("ko"))).phrases


def test_a_word_that_one_letter_completes_is_cut_before_none() -> None:
    """A review of essays on a real page was injected: 에세 in 에세이 and 에세이라는."""
    text = "항구를 떠난 화가의 바다 에세이\n\n처음에는 바다 에세이라는 말이 낯설어 펼치지 못했다. 책은 얇다."
    found = find(View(text, language("ko"))).phrases
    assert "바다 에세" not in found
    assert "바다 에세이" in found
    assert "바다 도세" in find(View(text.replace("에세", "도세"), language("ko"))).phrases


@pytest.mark.parametrize("amount", ["10cm", "3만 원", "1.5배", "12만여 명", "40㎡", "300MWh", "7개월"])
def test_a_figure_with_its_unit_is_no_candidate(amount: str) -> None:
    """Seen from outside: 10cm at three places of a report on space debris, injected and deleted."""
    assert is_amount(amount)
    text = f"벽은 {amount} 높아졌다. 다음 달 {amount} 더 높인다. 주민은 {amount} 넘게 바랐다."
    assert amount not in find(View(text, language("ko"))).phrases


@pytest.mark.parametrize("phrase", ["1인샵", "24시 출장", "777슬롯", "3번가"])
def test_figures_with_a_word_are(phrase: str) -> None:
    assert not is_amount(phrase)
