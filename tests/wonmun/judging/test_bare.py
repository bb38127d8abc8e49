"""Bare words of spam's trades, in texts that say nothing else of those."""

from __future__ import annotations

import pytest

from tests.quality import articles
from wonmun import signals
from wonmun.detect import detect
from wonmun.judging.bare import unspoken
from wonmun.page.plain import plain_page
from wonmun.phrases.article import read_article
from wonmun.phrases.candidates import find
from wonmun.phrases.occurrences import Occurrences

HONEST = next(str(a["text"]) for a in articles() if a["id"] == "ko-01")


def flagged(text: str, phrase: str) -> bool:
    occ = Occurrences(find(next(read_article(plain_page(text)).views())))
    return bool(unspoken(occ, signals.measure(occ))[occ.batch.phrases.index(phrase)])


@pytest.mark.parametrize("word", ["급전", "오피", "소액결제", "정력제"])
def test_a_trades_word_at_every_place_of_a_term_is_injected(word: str) -> None:
    """Of an outside set's 146 copies with one word of spam 51 were not injected: most such words fit in anywhere."""
    text = HONEST
    for genuine, here in (("이", "가"), ("을", "를"), ("은", "는")):
        text = text.replace(f"둘레길{genuine}", f"{word}{here}")
    text = text.replace("둘레길", word)
    assert flagged(text, word)
    assert detect(plain_page(text)).verdict == "injected"


def test_it_is_not_where_the_text_speaks_of_the_trade_or_of_crime() -> None:
    text = HONEST.replace("둘레길", "급전")
    assert not flagged(f"{text} 은행 이자가 올랐다.", "급전")
    assert not flagged(f"{text} 경찰은 일당을 붙잡았다.", "급전")


def test_nor_in_a_few_sentences() -> None:
    """Four sentences of a report on 대포폰 were injected: what it is about stood before them."""
    part = "이들은 대포폰 한 대에 80만 원을 받았다. 대포폰은 택배로 보내졌다. 경찰은 대포폰 구입 자금을 쫓고 있다."
    assert not flagged(part, "대포폰")
    assert detect(plain_page(part)).verdict == "clean"


def test_nor_where_it_stands_twice() -> None:
    text = HONEST.replace("둘레길", "소액결제", 2)
    assert text.count("소액결제") == 2
    assert not flagged(text, "소액결제")


@pytest.mark.parametrize("word", ["게임", "출장", "성인", "대출", "경륜", "배팅", "먹튀", "현금화"])
def test_words_of_daily_life_are_no_such_words(word: str) -> None:
    assert not flagged(HONEST.replace("둘레길", word), word)
