"""Words before nouns in honest texts, after what real pages were accused for."""

from __future__ import annotations

import pytest

from tests.wonmun.measuring import look
from wonmun import signals
from wonmun.detect import detect
from wonmun.judging.compounds import FEW, composed
from wonmun.judging.excuses import TOPICAL, excused
from wonmun.page.plain import plain_page
from wonmun.phrases.picked import Picked

BLADE = "새벽에 상점에서 고친 긴날검 무기는 값이 싸다.\n\n이 숲의 긴날검 아이템을 모으면 성문이 열린다."
GUIDE = (
    "대개의 모험 게임에는 강화가 두세 가지 있습니다. 요즘 가장 붐비는 이 게임은 어떨까요? "
    "오늘은 강화의 순서를 살펴보겠습니다.\n\n"
    "이 장비는 강화 순서가 모두 적용되어있는 긴날검 무기입니다.\n\n"
    "번호대로 하나씩 보겠습니다.\n\n"
    "  • 1. 별 강화\n\n"
    "가장 쉽고 부담이 적은 단계입니다. 주문서를 다 써서 더 고칠 수 없는 장비에 금화를 내고 "
    "별을 붙입니다. 위 그림의 긴날검 아이템은 별이 스물두 개지만 보통은 열일곱 개까지만 붙인다고"
    " 보면 됩니다.\n\n"
    "  • 2. 주문서 강화\n\n"
    "이 게임이 열릴 때부터 있던 가장 기본이 되는 강화 단계입니다. 요즘은 흔적으로도 하지만 "
    "큰돈을 들여 주문서를 살 수도 있습니다."
)
"""Made as the game guide was whose weapon was taken out of both of its sentences."""


def taken_off(text: str, phrase: str) -> float:
    """What is taken off a phrase by form alone."""
    occ, index = look(text, phrase)
    return composed(occ, Picked(index, phrase, 0.5, signals.measure(occ)[index]))


def test_an_odd_noun_between_modifiers_and_nouns() -> None:
    assert taken_off(BLADE, "긴날검") == TOPICAL
    assert detect(plain_page(GUIDE)).verdict == "clean"


@pytest.mark.parametrize(
    "text",
    [
        BLADE.replace("이 숲의", "숲에서"),
        BLADE.replace("무기는", "얼른 판다"),
        BLADE + "\n\n" + "\n\n".join(f"{place}의 긴날검 무기다." for place in ("마을", "항구", "성문")[: FEW - 1]),
    ],
)
def test_none_where_one_place_differs_or_they_are_many(text: str) -> None:
    assert taken_off(text, "긴날검") == 0


def test_one_noun_with_a_blank_and_without() -> None:
    text = "통산 최소 출현번호, 9번(80회)\n\n이번 주에도 통산 최소 출현 번호는 그대로다."
    assert taken_off(text, "통산 최소 출현") == 2 * TOPICAL
    assert taken_off(text.replace("출현 번호", "출현 구슬"), "통산 최소 출현") == 0


def test_a_headline_that_is_printed_twice_is_one_place() -> None:
    title = "동네 최대의 변기 생산회사 토토(TOTO)가 공항에서 벌인 일은?"
    occ, index = look(f"{title}\n\n{title}\n\n글쓴이는 목수다.", "생산회사 토토")
    assert excused(occ, Picked(index, "생산회사 토토", 0.0, signals.measure(occ)[index])) == 2 * TOPICAL
    occ, index = look(f"{title}\n\n또 {title}\n\n글쓴이는 목수다.", "생산회사 토토")
    assert excused(occ, Picked(index, "생산회사 토토", 0.0, signals.measure(occ)[index])) == 0


SHOPS = (
    "시는 성인용품점 두 곳에 간판을 떼라고 알렸다. 학교에서 200미터 안에는 성인용품점이 들어설 수 없다. 주인은 진열장의 성인용품 상자를 "
    "창고로 옮기고 문을 닫았다. 상인회는 빈 점포에 빵집이 들어오기를 바란다."
)


def test_what_shops_are_called_by() -> None:
    """Reports on such shops were suspicious, real ones and those of two outside sets: `홀덤펍`, `무인성인용품점`."""
    assert taken_off(SHOPS, "성인용품") == TOPICAL
    assert taken_off(SHOPS.replace("성인용품점이", "성인용품이"), "성인용품") == 0
    assert detect(plain_page(SHOPS)).verdict == "clean"


def test_a_house_named_after_a_noun_opens_no_sentence_behind_it() -> None:
    """`유실물센터` at a line's beginning was taken for a phrase before a sentence on a 센터, in a genuine article."""
    text = "유실물센터는 역 지하에 있다. 유실물을 찾는 사람은 적다.\n\n유실물센터의 서랍은 비었다. 낡은 유실물도 있다."
    occ, index = look(text, "유실물")
    mine = occ.batch.owner == index
    assert occ.compound[mine].tolist() == [True, False, True, False]
    assert not occ.lead[mine].any()
    occ, index = look(text.replace("유실물", "티로나"), "티로나")
    assert occ.lead[occ.batch.owner == index].sum() == 2


def test_one_of_a_row_of_compounds() -> None:
    text = "전공은 무용개론, 블랙잭게임론, 농악게임론이다. 2학년부터 배운다."
    assert taken_off(text, "블랙잭게임") == TOPICAL
    assert taken_off(text.replace("개론", "개관").replace("농악게임론", "농악"), "블랙잭게임") == 0


def test_a_place_within_a_longer_noun_is_none_of_the_phrase() -> None:
    """A report on swindlers at gaming tables was injected: its second place was 게임장."""
    text = "그 섬의 바카라 게임장에서 사기가 잇따랐다. 손님들은 바카라 게임을 하다 속았다."
    assert taken_off(text, "바카라 게임") == TOPICAL
    assert taken_off(text.replace("게임장에서", "게임에서"), "바카라 게임") == 0
    assert taken_off(text + " 딜러는 바카라 게임을 멈췄다.", "바카라 게임") == 0


def test_a_word_of_a_trade_before_one_and_the_same_noun() -> None:
    """A forum on an inquiry was suspicious for `스포츠토토 사업` and, without the blank, `스포츠토토사업`."""
    text = "검찰은 스포츠토토 사업 의혹을 수사한다. 그는 위탁을 받은 스포츠토토사업 일부를 맡았다."
    occ, index = look(text, "스포츠토토")
    row = signals.measure(occ)[index]
    assert composed(occ, Picked(index, "스포츠토토", 0.5, row, lexical=True)) == TOPICAL
    occ, index = look(text.replace("토사업", "토시장"), "스포츠토토")
    assert composed(occ, Picked(index, "스포츠토토", 0.5, row, lexical=True)) == 0


def test_a_long_noun_with_a_blank_and_without_whatever_the_number_of_places() -> None:
    """Seen in a real report of November 2026: 축구토토승무패 56회차 and 축구토토 승무패, four places."""
    text = (
        "축구토토 승무패 31회차를 발매한다. 이번 축구토토승무패 31회차는 열네 경기가 대상이다. 지난 회차인 축구토토승무패 30회차에서는 1등이 없었다. "
        "축구토토승무패 판매는 목요일 밤에 마감된다."
    )
    assert taken_off(text, "축구토토") == 2 * TOPICAL
    assert taken_off(text.replace("축구토토승무패 판매", "축구토토 판매"), "축구토토") == 0
