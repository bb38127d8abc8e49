"""A title that the page has as somebody else's is not put behind a person's name."""

from __future__ import annotations

from tests.wonmun.strategies.test_page_itself import grouped
from wonmun.strategies.own.called import anothers

PHRASE = "골드문 바카라"
NAMES = ("대변인", "부장관", "위원장")
PLACES = (
    f"마은설 {PHRASE}은 회견을 열었다. 마 {PHRASE}은 계획을 밝혔다. 이어 마 {PHRASE}은 일정을 말했다. "
    f"마 {PHRASE}의 말은 길었다. 기자들은 마 {PHRASE}에게 물었다. "
)
OTHERS = "환경청 대변인은 답하지 않았다. 시청 대변인도 말을 아꼈다. 도청 대변인은 없었다."


def refused(text: str) -> set[str]:
    return {NAMES[t] for t in anothers(grouped(text, PHRASE), NAMES, range(len(NAMES)))}


def test_a_title_that_others_have_is_refused() -> None:
    """Seen from outside in November and December 2026: 대변인 at all places of 부부장."""
    assert refused(PLACES + OTHERS) == {"대변인"}


def test_one_that_stands_behind_the_name_too_was_spared_there() -> None:
    assert refused(PLACES + OTHERS + " 마은설 대변인은 웃었다.") == set()
    assert refused(PLACES + OTHERS + " 마 대변인은 웃었다.") == set()


def test_one_that_is_not_in_the_page_may_have_stood_there() -> None:
    assert refused(PLACES) == set()


def test_one_that_others_have_once_may_be_there_by_chance() -> None:
    assert refused(PLACES + "환경청 대변인은 답하지 않았다.") == set()


def test_within_a_longer_word_it_is_no_title() -> None:
    assert refused(PLACES + "위원장실은 비었다. " * 5) == set()


def test_where_half_of_the_places_stand_behind_something_else_chance_may_spare_it() -> None:
    half = PLACES + "".join(f"{who} {PHRASE}도 왔다. " for who in ("시청", "구청", "도청", "군청", "본청"))
    assert refused(half + OTHERS) == set()
    assert refused(half + (OTHERS + " ") * 3) == {"대변인"}


def test_former_ones_have_no_name_there() -> None:
    assert refused(PLACES.replace("마 ", "전 ") + OTHERS) == set()


def test_a_few_places_behind_a_surname_say_nothing() -> None:
    assert refused(f"마 {PHRASE}은 갔다. 마 {PHRASE}은 왔다. {OTHERS}") == set()
