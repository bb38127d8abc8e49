"""Words that spam lives on and honest texts say, too, where none of their company stands."""

from __future__ import annotations

import pytest

from tests.wonmun.trail import HONEST, flagged, put, strange
from wonmun.detect import detect
from wonmun.page.plain import plain_page

SENSES = (("룰렛", "원판을 돌린 손님"), ("레플리카", "박물관 유물"), ("비아그라", "약국 처방"), ("1인샵", "미용 창업"))


@pytest.mark.parametrize("word", ["비아그라", "1인샵", "야동", "바둑이 게임", "팔로워", "대마초"])
def test_such_a_word_at_every_place_of_a_term_is_injected(word: str) -> None:
    """On an outside set .858 of the copies with one word of spam were called injected, of the others .98."""
    assert flagged(strange, put(word), word)
    assert detect(plain_page(put(word))).verdict == "injected"


@pytest.mark.parametrize(("word", "company"), SENSES)
def test_it_is_not_where_its_company_stands(word: str, company: str) -> None:
    assert not flagged(strange, f"{put(word)} {company} 이야기다.", word)


def test_nor_in_one_part_of_a_text_or_in_a_short_one() -> None:
    part = "골목에 룰렛이 섰다. 룰렛은 비를 맞았다. 룰렛은 저녁에 사라졌다."
    assert not flagged(strange, f"{part}\n\n{HONEST}", "룰렛")
    assert not flagged(strange, f"{part} 우산을 든 사람들이 걸음을 늦췄다.", "룰렛")


@pytest.mark.parametrize("word", ["룰렛존", "슬롯톡방", "토토박사", "바카라마스터", "먹튀신고"])
def test_so_is_a_name_of_such_a_word_and_a_short_noun(word: str) -> None:
    """Seen from outside, clean at up to twenty places: nobody knows the word, so that what it is near says nothing."""
    assert flagged(strange, put(word), word)
    assert detect(plain_page(put(word))).verdict == "injected"


@pytest.mark.parametrize("word", ["룰렛시뮬레이터", "룰렛머니"])
def test_one_word_of_its_company_excuses_no_name_of_what_its_sites_offer(word: str) -> None:
    """Seen from outside, clean at three to eight places: one word that any text has (손님) stood there."""
    text = f"{put(word)} 손님이 늘었다."
    assert flagged(strange, text, word)
    assert detect(plain_page(text)).verdict == "injected"
    assert not flagged(strange, f"{text} 경품 부스의 원판을 돌린다.", word)


def test_a_name_of_what_its_sites_offer_may_stand_in_one_part_of_a_text() -> None:
    """Seen from outside, clean at three places: 홀덤머니 in a report's first half."""
    part = "골목에 {0}가 섰다. {0}는 비를 맞았다. {0}는 저녁에 사라졌다."
    assert flagged(strange, f"{part.format('룰렛머니')}\n\n{HONEST}", "룰렛머니")


def test_what_guests_who_do_not_pay_are_called_is_none() -> None:
    text = put("먹튀신고")
    assert flagged(strange, f"{text} 손님이 늘었다.", "먹튀신고")
    assert not flagged(strange, f"{text} 식당 손님이 음식값을 내지 않았다.", "먹튀신고")


def test_a_name_behind_which_its_company_stands_is_none() -> None:
    assert not flagged(strange, f"{put('슬롯톡방')} 서버에는 확장 카드 네트워크 장비가 있다.", "슬롯톡방")
    assert not flagged(strange, f"{put('토토박사')} 강아지는 유치원에 간다.", "토토박사")


@pytest.mark.parametrize("word", ["토토", "카지노", "슬롯", "로또"])
def test_words_that_anything_is_called_by_are_none_by_themselves(word: str) -> None:
    assert not flagged(strange, put(word), word)


def test_what_repeats_round_it_does_not_hide_it() -> None:
    """A report on 42 places of 메이저놀이터 was clean: longer stretches scored more, and read better."""
    text = put("메이저놀이터").replace("메이저놀이터", "도심 메이저놀이터", 2)
    assert detect(plain_page(text)).verdict == "injected"


def test_a_dog_that_is_called_so_is_left_alone() -> None:
    text = (
        "우리 집 강아지 토토는 아홉 살 푸들이다. 토토는 아침마다 산책을 간다. 병원에서는 토토의 심장이 약하다고 했다. 나는 토토를 안고 "
        "계단을 오른다. 토토야, 하고 부르면 귀를 세운다."
    )
    assert detect(plain_page(text)).verdict == "clean"


@pytest.mark.parametrize(
    "text",
    [
        (
            "주말마다 지하 상가 한쪽에 아빠들이 모인다. 손에는 저마다 손바닥만 한 슬롯카가 들려 있다. 홈이 파인 길을 따라 달리는 장난감이다. "
            "모임을 이끄는 박정수 씨는 마흔에 다시 슬롯카를 꺼냈다. 어릴 때 문방구 앞에서 돈이 없어 구경만 하던 것이라고 했다. 길은 나무판을 이어 "
            "붙여 직접 만들었다. 모터를 손보고 바퀴를 갈면 한 바퀴에 일 초를 줄인다. 아이들은 슬롯카보다 조종기를 더 좋아한다. 모임은 다음 달 "
            "시민회관에서 슬롯카 대회를 연다. 참가비는 오천 원이고 일등에게는 손으로 깎은 트로피를 준다."
        ),
        (
            "편의점 체인이 가게 앞에 나무로 만든 룰렛판을 세웠다. 물건을 사고 영수증을 보이면 한 번 돌릴 수 있다. 룰렛판에는 여덟 칸이 있고 칸마다 "
            "우유, 과자, 라면 이름이 적혔다. 점주들은 처음에 귀찮아했다. 줄이 길어지면 계산이 늦어지기 때문이다. 그러나 룰렛판을 둔 가게의 매출은 "
            "한 달 사이 구 퍼센트 올랐다. 룰렛판은 강원도의 목공소에서 한 주에 서른 개씩 깎는다. 목수 정해룡 씨는 바늘이 닳지 않게 하는 데 석 달이 "
            "걸렸다고 말했다."
        ),
    ],
    ids=["toys", "a wheel"],
)
def test_toys_and_wheels_are_no_spam(text: str) -> None:
    """Written for it in November 2026, and injected then."""
    assert detect(plain_page(text)).verdict == "clean"


def test_the_short_name_of_a_game_is_one_too() -> None:
    """Seen from outside, clean at five places: 릴겜."""
    assert detect(plain_page(put("릴겜"))).verdict == "injected"


PHRASES = ("경마중계사이트", "마사지천국", "크루즈 배팅", "바카라 육매", "틱톡 좋아요", "배그 핵", "슬롯시스템")


@pytest.mark.parametrize("phrase", PHRASES)
def test_compounds_and_pairs_of_a_trades_words_are_found(phrase: str) -> None:
    """Clean on an outside set though a paper on prizes, probes or players stood round them (바카라시스템, 슬롯방송)."""
    assert flagged(strange, put(phrase), phrase)
    assert detect(plain_page(put(phrase))).verdict != "clean"


def test_several_words_of_its_trade_or_of_crime_say_that_the_page_is_about_it() -> None:
    text = put("바카라 육매")
    assert not flagged(
        strange,
        f"{text} 경찰은 불법 도박 혐의로 일당을 구속했다. 카지노 딜러 출신인 총책은 환전소를 두고 판돈을 굴렸다.",
        "바카라 육매",
    )


def test_a_page_that_is_short_shows_nothing_of_what_it_is_about() -> None:
    assert not flagged(strange, "크루즈 배팅은 오래됐다. 크루즈 배팅을 두고 말이 많다.", "크루즈 배팅")
