"""Places in one sentence: of two terms behind a phrase, a sentence seldom says one twice."""

from __future__ import annotations

import numpy as np

from tests.wonmun.strategies.test_page_itself import grouped
from wonmun.strategies.places.together import clashing, crowded, parted, together
from wonmun.strategies.weighed.mixture import mix

PHRASE = "골드문 바카라"
TEXT = (
    f"{PHRASE}는 둘레길을 걷는다. 사람들은 {PHRASE}와 {PHRASE}를 함께 걸었다. 비가 왔다. \n{PHRASE}에는 새가 산다. "
    "가람시는 갈대밭을 넓히기로 했다. 시민들은 반겼다."
)


def test_places_of_a_sentence_are_known_by_the_one_before() -> None:
    assert together(grouped(TEXT, PHRASE)).tolist() == [False, False, True, False]


def test_a_place_that_is_sure_decides_the_other_one_of_its_sentence() -> None:
    lead = np.array([[0.2, 4.0, 0.2]])
    assert parted(lead, np.array([False, False, False])).tolist() == lead.tolist()
    found = parted(lead, np.array([False, False, True]))[0]
    assert found[0] == 0.2
    assert found[2] < 0 < found[1]


def test_weighing_neighbours_is_weighing_all_ways_to_fill_the_places() -> None:
    lead, close = np.array([[1.0, -0.5, 0.3, 2.0]]), np.array([False, True, True, False])
    odds = np.zeros((4, 2))
    for filled in np.ndindex(2, 2, 2, 2):
        first = np.array(filled) == 0
        weight = np.exp((lead[0] * first).sum() + sum(-1.5 for n in (1, 2) if first[n] == first[n - 1]))
        odds[np.arange(4), filled] += weight
    assert np.allclose(parted(lead, close)[0], np.log(odds[:, 0] / odds[:, 1]))


def test_hypotheses_of_two_terms_part_the_places_of_a_sentence() -> None:
    utility = np.array([[6.0, 4.0, 0.2, -6.0], [-6.0, -4.0, 0.0, 6.0]])
    apart = mix(utility, np.zeros(2), -1.0)
    beside = mix(utility, np.zeros(2), -1.0, np.array([False, False, True, False]))
    assert apart.share[:, 2].argmax() == 0
    assert beside.share[:, 2].argmax() == 1
    assert beside.pair == apart.pair


def test_how_crowded_sentences_are_and_where_a_term_stands_twice() -> None:
    close = np.array([False, True, False, True])
    assert crowded(close) == (2.0, 2 / 3)
    assert crowded(np.array([False])) == (0.0, 0.0)
    assert clashing([1, 1, 1, 2], close).tolist() == [[1, 1], [1, 1], [0, 1], [0, 1]]
    assert clashing([1], np.array([False])).tolist() == [[0, 0]]
