"""Phrases that are made of words of spam's trades and nouns, and what they leave of a page."""

from __future__ import annotations

import pytest

from tests.wonmun.trail import flagged, put, strange
from wonmun.detect import detect
from wonmun.judging.wording import is_compound, worded, words_of
from wonmun.language.load import language
from wonmun.page.plain import plain_page


@pytest.mark.parametrize("word", ["현금화정산", "급전라운지", "오피정산", "리딩방멘토", "농구현금화"])
def test_one_at_every_place_of_a_term_is_injected(word: str) -> None:
    """Of 160 copies with such words, written in November 2026, 22 were not injected."""
    assert flagged(strange, put(word), word)
    assert detect(plain_page(put(word))).verdict == "injected"


def test_none_is_where_the_text_speaks_of_the_trade_or_of_crime() -> None:
    text = put("급전스쿨")
    assert flagged(strange, text, "급전스쿨")
    assert not flagged(
        strange, f"{text} 은행 이자가 올랐다. 경찰은 불법 대출 혐의로 수사 끝에 일당을 붙잡아 구속했다.", "급전스쿨"
    )
    assert not flagged(strange, text.replace("급전스쿨", "새로 문을 연 업체 ‘급전스쿨’", 1), "급전스쿨")


def test_a_listed_word_that_is_written_apart_is_one_too() -> None:
    """졸업증명서 위조 at two places of a report on a lighthouse was clean; 안전 놀이터 is where children play."""
    text = put("졸업증명서 위조", 2)
    assert flagged(strange, text, "졸업증명서 위조")
    assert not flagged(
        strange, f"{text} 경찰은 불법 위조 혐의로 일당을 붙잡아 구속했다. 여권과 도장도 나왔다.", "졸업증명서 위조"
    )
    assert not flagged(strange, put("안전 놀이터"), "안전 놀이터")


def test_nor_where_its_noun_is_of_the_texts_kind() -> None:
    """A law on deposits that owners keep, in a report written for this: injected before the noun was asked."""
    text = (
        "세입자를 지키려는 먹튀방지법이 국회 본회의를 통과했다. 먹튀방지법은 임대인이 계약이 끝난 뒤 건물을 몰래 넘기는 일을 막는 법이다. 한 의원이 지난해 봄 "
        "발의했고 소위원회가 세 차례 다듬었다. 건물을 팔려는 주인은 두 달 앞서 세입자에게 알려야 한다. 알리지 않으면 과태료를 낸다. 시민단체는 먹튀방지법을 "
        "반겼다. 국토부는 시행령을 연말까지 마련한다. 공인중개사협회는 서식을 고칠 시간을 달라고 했다. 법은 내년 칠월 시행된다. 지방에서는 설명회가 열린다."
    )
    assert is_compound("먹튀방지법", language("ko"))
    assert not flagged(strange, text, "먹튀방지법")


@pytest.mark.parametrize("word", ["토토즐", "슬롯카", "오피스텔", "프로토콜", "카지노", "둘레길", "급전직하"])
def test_other_words_are_no_such_compounds(word: str) -> None:
    assert not is_compound(word, language("ko"))


@pytest.mark.parametrize(
    "phrase", ["크루즈 배팅", "바카라 육매", "마사지천국", "경마중계사이트", "틱톡 좋아요", "배그 핵"]
)
def test_phrases_of_a_trades_words_and_nouns_are_worded_as_searches_are(phrase: str) -> None:
    assert words_of(phrase)
    assert worded(phrase, language("ko"))


@pytest.mark.parametrize("phrase", ["실증단지 개발사업", "레플리카를 만", "배팅을 한", "마사지"])
def test_words_that_everybody_says_and_parts_of_clauses_are_not(phrase: str) -> None:
    """개발사 stands in 개발사업 by chance: doubted on a genuine article."""
    assert not worded(phrase, language("ko"))
