"""Words with a number of luck behind them, as betting sites call themselves."""

from __future__ import annotations

import numpy as np
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
    return bool((numbered(occ) | halved(occ, np.zeros(occ.batch.size)))[index])


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


@pytest.mark.parametrize(
    "text",
    [
        (
            "목이 아파 메모리 베개를 샀다. 처음 산 드림로얄은 높아서 드림로얄을 반품했다. 낮은 드림로얄은 옆으로 누워도 편하다. 여름에는 "
            "드림로얄이 덥다. 남편은 드림로얄보다 메밀 베개가 낫다고 한다. 커버는 세탁기에 돌려도 된다."
        ),
        (
            "가상자산 거래소 하랑텐의 가입자가 늘었다. 하랑텐은 지난해 원화 계좌를 텄다. 하랑텐의 하루 거래액은 1800억 원이다. "
            "금융당국은 하랑텐에 보안 점검을 지시했다. 하랑텐 대표는 해킹을 막는 데 돈을 썼다고 말했다."
        ),
    ],
    ids=["베개", "거래소"],
)
def test_what_reviews_and_reports_name_again_and_again_reads_like_a_name(text: str) -> None:
    """Of 32 honest texts of kinds not seen before, reviews and reports named four such goods and firms: all suspicious."""
    assert detect(plain_page(text)).verdict == "clean"
