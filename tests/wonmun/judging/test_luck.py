"""Words with a number of luck behind them, as betting sites call themselves."""

from __future__ import annotations

import pytest

from tests.wonmun.measuring import look
from wonmun.detect import detect
from wonmun.judging.luck import halved, numbered
from wonmun.page.plain import plain_page

GARDEN = (
    "정원은 언덕 아래에 있다. 늙은 정원사는 아침마다 {0}을 손질한다. 손질이 끝난 {0}은 저녁에 물을 먹는다. 아이들은 {0} 옆에서 논다. "
    "봄이 오면 구경꾼이 몰리고, 여름에는 그늘이 짙다. 정원사는 올해 일흔이 됐다."
)


def flagged(text: str, phrase: str) -> bool:
    occ, index = look(text, phrase)
    return bool((numbered(occ) | halved(occ))[index])


@pytest.mark.parametrize("name", ["칼데론88", "두꺼비777", "실버문 77"])
def test_where_a_noun_stood_such_a_name_was_put(name: str) -> None:
    """Seen from outside, clean at five to eight places: 파이온88 for 유리기판, for 박석, for an apron of stone."""
    text = GARDEN.format(name)
    assert flagged(text, name)
    assert detect(plain_page(text)).verdict == "injected"


@pytest.mark.parametrize("name", ["칼데론21", "칼데론1995"])
def test_any_number_is_no_luck(name: str) -> None:
    assert not flagged(GARDEN.format(name), name)


def test_what_a_number_counts_is_no_name() -> None:
    assert not flagged("접시 88개가 있다. 접시 88명분을 샀고 접시 88곳에 나눴다. 접시 88점은 남았다.", "접시 88")


@pytest.mark.parametrize(
    "said",
    ["밴드 칼데론88이 왔다. ", "새로 나온 ‘칼데론88’을 보자. ", "칼데론88 여객기가 왔다. ", "기종인 칼데론88이 왔다. "],
)
def test_a_text_that_says_what_it_is_may_name_it(said: str) -> None:
    assert not flagged(said + GARDEN.format("칼데론88"), "칼데론88")


@pytest.mark.parametrize("name", ["엘로라킹", "카스텔볼", "루멘텐", "도라스핀"])
def test_a_word_of_luck_by_half_leaves_a_doubt(name: str) -> None:
    """Seen from outside, clean: 보라킹 for a supper, 모나코텐 for rented rooms, 제우스볼 for a team."""
    text = GARDEN.format(name)
    assert flagged(text, name)
    assert detect(plain_page(text * 2)).verdict != "clean"


@pytest.mark.parametrize(
    "name", ["트레킹", "백패킹", "피클볼", "그래핀", "카로텐", "골든타임", "볼드윈", "필리핀", "Royalty"]
)
def test_gerunds_balls_and_medicines_end_so_too(name: str) -> None:
    assert not flagged(GARDEN.format(name), name)


@pytest.mark.parametrize(
    "said", ["새 브랜드 엘로라킹이 나왔다. ", "‘엘로라킹’이 나왔다. ", "엘로라킹(Elora King)이 나왔다. "]
)
def test_what_the_text_introduces_leaves_none(said: str) -> None:
    assert not flagged(said + GARDEN.format("엘로라킹"), "엘로라킹")


def test_at_two_places_it_leaves_none() -> None:
    assert not flagged("그 엘로라킹이 왔다. 모두 엘로라킹을 본다.", "엘로라킹")
