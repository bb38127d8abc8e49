"""A text's terms: the same ones for the index and for questions."""

from __future__ import annotations

import pytest

from wonmun_monitor.log.terms import exact, term_counts, terms

TEXTS = (
    "먹튀검증 먹튀 GPT-4 GPT-4는 4월",
    "가 나다 가",
    "카지노・スロット 漢字 ﾊﾝｶｸ",
    "x" * 50 + "가나 _밑줄_ 가\ud800나",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_counted_is_what_is_indexed(text: str) -> None:
    assert sorted(term_counts(text)) == terms(text)


def test_terms_are_counted_as_often_as_they_stand() -> None:
    assert term_counts("토토 토토토 A a 가 가") == {"토토": 3, "a": 2, "가": 2}


@pytest.mark.parametrize(
    ("words", "settled"), [("토토 가 gpt", True), ("먹튀검증", False), ("토토토", False), ("gpt검", False)]
)
def test_a_question_is_settled_where_each_word_is_one_term(words: str, *, settled: bool) -> None:
    assert exact(words) == settled
