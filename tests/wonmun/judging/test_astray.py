"""Words that spam lives on and honest texts say, too, where none of their company stands."""

from __future__ import annotations

import pytest

from tests.quality import articles
from wonmun import signals
from wonmun.detect import detect
from wonmun.judging.astray import astray
from wonmun.page.plain import plain_page
from wonmun.phrases.article import read_article
from wonmun.phrases.candidates import find
from wonmun.phrases.occurrences import Occurrences

HONEST = next(str(a["text"]) for a in articles() if a["id"] == "ko-01")
SENSES = (("룰렛", "원판을 돌린 손님"), ("레플리카", "박물관 유물"), ("비아그라", "약국 처방"), ("1인샵", "미용 창업"))


def put(word: str, times: int = -1) -> str:
    text = HONEST
    for genuine, here in (("이", "가"), ("을", "를"), ("은", "는")) if (ord(word[-1]) - 0xAC00) % 28 == 0 else ():
        text = text.replace(f"둘레길{genuine}", f"둘레길{here}")
    return text.replace("둘레길", word, times)


def flagged(text: str, phrase: str) -> bool:
    occ = Occurrences(find(next(read_article(plain_page(text)).views())))
    return bool(astray(occ, signals.measure(occ))[occ.batch.phrases.index(phrase)])


@pytest.mark.parametrize("word", ["룰렛", "비아그라", "1인샵", "바카라", "야동", "바둑이 게임", "팔로워", "대마초"])
def test_such_a_word_at_every_place_of_a_term_is_injected(word: str) -> None:
    """On an outside set .858 of the copies with one word of spam were called injected, of the others .98."""
    assert flagged(put(word), word)
    assert detect(plain_page(put(word))).verdict == "injected"


@pytest.mark.parametrize(("word", "company"), SENSES)
def test_it_is_not_where_its_company_stands(word: str, company: str) -> None:
    assert not flagged(f"{put(word)} {company} 이야기다.", word)


def test_nor_in_one_part_of_a_text_or_in_a_short_one() -> None:
    part = "골목에 룰렛이 섰다. 룰렛은 비를 맞았다. 룰렛은 저녁에 사라졌다."
    assert not flagged(f"{part}\n\n{HONEST}", "룰렛")
    assert not flagged(f"{part} 우산을 든 사람들이 걸음을 늦췄다.", "룰렛")


@pytest.mark.parametrize("word", ["룰렛존", "슬롯톡방", "토토박사", "바카라마스터"])
def test_so_is_a_name_of_such_a_word_and_a_short_noun(word: str) -> None:
    """Seen from outside, clean at up to twenty places: nobody knows the word, so that what it is near says nothing."""
    assert flagged(put(word), word)
    assert detect(plain_page(put(word))).verdict == "injected"


@pytest.mark.parametrize("word", ["룰렛시뮬레이터", "룰렛머니", "룰렛전략"])
def test_one_word_of_its_company_excuses_no_name_of_what_its_sites_offer(word: str) -> None:
    """Seen from outside, clean at three to eight places: one word that any text has (손님) stood there."""
    text = f"{put(word)} 손님이 늘었다."
    assert flagged(text, word)
    assert detect(plain_page(text)).verdict == "injected"
    assert not flagged(f"{text} 원판을 돌린다.", word)
    assert not flagged(text.replace(word, "룰렛나무"), "룰렛나무")


def test_a_name_behind_which_its_company_stands_is_none() -> None:
    assert not flagged(f"{put('슬롯톡방')} 서버에는 확장 카드 네트워크 장비가 있다.", "슬롯톡방")
    assert not flagged(f"{put('토토박사')} 강아지는 유치원에 간다.", "토토박사")


@pytest.mark.parametrize("word", ["토토", "카지노", "슬롯", "로또"])
def test_words_that_anything_is_called_by_are_none_by_themselves(word: str) -> None:
    assert not flagged(put(word), word)


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
