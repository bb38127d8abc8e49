from __future__ import annotations

from tests.wonmun.measuring import phrases
from tests.wonmun.written import BUS, MUSEUM
from wonmun.detect import detect
from wonmun.page.plain import plain_page

PUT = MUSEUM.replace("가장 붐비는", "모빗타가장 붐비는").replace("입장료는", "모빗타입장료는")


def test_a_short_name_before_two_clauses_is_a_candidate() -> None:
    assert "모빗타" in phrases(PUT)
    assert "모빗타" not in phrases(MUSEUM.replace("박물관은 가을부터", "모빗타입장은 가을부터"))


NAMES = [
    "모빗타",
    "벳도라",
    "카루빈",
    "네오젯",
    "라온벳",
    "티브론",
    "조바라",
    "헬시온",
    "코인달",
    "루미팡",
    "제타윈",
    "비바롤",
]


def test_a_short_name_before_two_sentences_is_injected() -> None:
    """One of them stays in doubt by the weights of December."""
    found = {name: detect(plain_page(PUT.replace("모빗타", name))) for name in NAMES}
    assert all(one.verdict != "clean" for one in found.values())
    assert sum(one.verdict == "injected" for one in found.values()) >= len(NAMES) - 1
    for name, one in found.items():
        assert {p.phrase for p in one.places} == {name}
        assert {p.kind for p in one.places} == {"insertion"}


def test_a_common_word_of_two_letters_needs_three_sentences() -> None:
    twice = BUS.replace("배차 간격이", "비데배차 간격이").replace("환승 할인도", "비데환승 할인도")
    assert "비데" not in phrases(twice)
    assert "비데" in phrases(twice.replace("청소년과", "비데청소년과"))


def test_what_names_end_in_begins_no_clause() -> None:
    """`누리시교육청` and `누리시의회` are offices of a town, though the page names the town nowhere else."""
    offices = MUSEUM.replace("가장 붐비는", "누리시의회는 붐비는").replace("입장료는", "누리시교육청은 입장료를")
    assert "누리시" not in phrases(offices)
    assert detect(plain_page(offices)).verdict == "clean"
