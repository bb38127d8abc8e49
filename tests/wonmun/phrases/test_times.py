"""Words are counted as str.count counts them, whatever letters they and the text are made of."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from wonmun.language.load import language
from wonmun.phrases.times import times
from wonmun.phrases.view import View

KO = language("ko")
LONG = 2_001
"""Characters of a window whose words are not counted one by one."""
LETTERS = st.sampled_from(["가", "나", " ", "a", "A", "0", "\n", "𠮷", "😀", "\uffff"])
TEXTS = st.lists(LETTERS, min_size=1, max_size=80).map("".join)
WORDS = st.lists(st.lists(LETTERS, min_size=1, max_size=4).map("".join), max_size=12)


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, words=WORDS)
def test_words_are_counted_as_str_count_does(text: str, words: list[str]) -> None:
    text *= 1 + LONG // len(text)
    assert times(View(text, KO), words) == [text.count(word) for word in words]


def test_words_that_overlap_themselves_and_ends_of_longer_ones() -> None:
    view = View("나나나나 강나루 강나루터 강" + "." * LONG, KO)
    assert times(view, ["나나", "강나루", "루터", "강", "바다"]) == [2, 2, 1, 3, 0]
