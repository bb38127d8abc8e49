from __future__ import annotations

import numpy as np

from wonmun.language.senses import DIRECTIONS, senses


def nearness(one: str, other: str) -> float:
    table = senses()
    return float(table.vectors[table.place[one]] @ table.vectors[table.place[other]])


def test_words_of_one_subject_are_near_each_other() -> None:
    assert nearness("카지노", "도박") > nearness("카지노", "국회") + 0.1
    assert nearness("대통령", "국회") > nearness("대통령", "반찬")


def test_vectors_have_the_length_one() -> None:
    vectors = senses().vectors
    assert vectors.shape == (len(senses().place), DIRECTIONS)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_word_begins_with_its_nouns_and_ends_with_what_is_none() -> None:
    table = senses()
    names = {number: noun for noun, number in table.place.items()}
    assert [names[n] for n in table.begun("대통령에게는")] == ["대통령"]
    assert [names[n] for n in table.parts("꽃배달서비스")][-1] == "서비스"
    assert table.begun("은") == ()
