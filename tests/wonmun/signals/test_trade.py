from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wonmun.measuring import look, values
from wonmun.language.load import lexicon
from wonmun.signals import trade

if TYPE_CHECKING:
    import pytest

    from wonmun.language.lexicon import Lexicon

VOTE = "{0} 선거는 5월에 있다. 시민은 {0}에서 표를 던진다. 투표소는 {0} 둘레에 열린다."


def test_a_trade_of_which_the_page_says_nothing_has_no_kindred_words() -> None:
    found = values(VOTE.format("출장안마"), "출장안마")
    assert (found["plain_spam"], found["vague_spam"], found["traded"], found["kindred"]) == (1, 0, 0, 0)
    occ, index = look(VOTE.format("출장안마"), "출장안마")
    assert trade.explain(occ, index) == "nothing else on the page speaks of the trade that '출장안마' belongs to"


def test_a_report_on_the_trade_has_them_and_words_of_crime() -> None:
    text = VOTE.format("출장안마") + " 경찰은 마사지 업소를 단속했다. 성매매 혐의도 본다."
    found = values(text, "출장안마")
    assert found["kindred"] == 3  # 마사지, 업소, 성매매
    assert found["told"] == 3  # 경찰, 단속, 혐의
    occ, index = look(text, "출장안마")
    assert trade.explain(occ, index) == ""


def test_words_that_mean_other_things_too_are_vague_until_another_word_stands_with_them() -> None:
    assert values(VOTE.format("룰렛"), "룰렛")["vague_spam"] == 1
    assert values(VOTE.format("룰렛 사이트"), "룰렛 사이트")["plain_spam"] == 1
    assert values(VOTE.format("룰렛 마을"), "룰렛 마을")["spare_letters"] == 0.5


def test_ordinary_trades_are_no_spam_words() -> None:
    found = values(VOTE.format("임플란트"), "임플란트")
    assert (found["plain_spam"], found["vague_spam"], found["traded"]) == (0, 0, 1)
    assert values(VOTE.format("임플란트") + " 치과는 환자를 본다.", "임플란트")["kindred"] == 2


def test_other_words_and_other_languages_have_no_trade() -> None:
    assert values(VOTE.format("둘레길"), "둘레길")["kindred"] == 0
    text = "Casino votes come in May. People like Casino votes."
    assert not any(values(text, "Casino votes", code="en")[n] for n in trade.NAMES)


def test_only_phrases_that_hold_such_a_word_are_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of 10 KB has two hundred phrases: one with a spam word made all of them be searched twice."""
    asked: list[str] = []
    kinds = trade._kinds

    def seen(known: Lexicon, phrase: str) -> tuple[bool, bool, bool]:
        asked.append(phrase)
        return kinds(known, phrase)

    monkeypatch.setattr(trade, "_kinds", seen)
    text = VOTE.format("출장안마") + " 둘레길 지도를 둘레길 앞에 둔다. 투표소는 둘레길 옆이다."
    assert values(text, "둘레길")["plain_spam"] == 0
    assert asked
    assert all("출장안마" in phrase or "안마" in phrase for phrase in asked)


def test_every_word_of_a_trade_has_a_subject_and_every_ambiguous_one_is_strong() -> None:
    known = lexicon("ko")
    assert [w for w in known.listed | known.trade if not known.themes_of(w)] == []
    assert known.ambiguous <= known.strong
    assert not known.trade & known.strong


def test_a_listed_word_before_a_search_word_stays_two_words() -> None:
    """카지노사이트 is formed, too; read as one word, the search word in it was lost, and a mirror merely suspicious."""
    assert lexicon("ko").phrase_any.findall("대박 카지노사이트") == ["카지노", "사이트"]


def test_words_are_formed_of_a_thing_and_what_is_done_with_it() -> None:
    """대마구입, 펭귄티비 and their kin, which no list can hold, were plain words to the engine (seen from outside)."""
    for word in ("대마구입", "대마초 직거래", "늑대티비", "위고비직구", "진단서위조", "수원홈타이", "영화무료다운"):
        assert values(VOTE.format(word), word)["plain_spam"] == 1, word
    for word in ("대마밭", "펭귄마을", "진단서", "수원구장", "영화관"):
        assert values(VOTE.format(word), word)["strong"] == 0, word
