"""Where a word stands already, seen from each place of a phrase: a sentence seldom says a word twice."""

from __future__ import annotations

from tests.wonmun.strategies.test_page_itself import grouped
from wonmun.strategies.places.beside import beside

PHRASE = "골드문 바카라"
TEXT = f"가람시는 {PHRASE}를 새로 넓혔다. {PHRASE}에는 오래 전부터 수달과 새가 함께 산다. 시민들은 반겼다."


def test_a_word_counts_beside_a_place_and_in_its_sentence_never_across_a_full_stop() -> None:
    near, sentence = beside(grouped(TEXT, PHRASE), ["가람시", "새로", "함께", "시민"])
    assert near.tolist() == [[1, 0], [1, 0], [0, 0], [0, 0]]
    assert sentence.tolist() == [[1, 0], [1, 0], [0, 1], [0, 0]]
