"""Ordinary candidates: what is not measured at all, and what is in spite of its ordinary words."""

from __future__ import annotations

import numpy as np
import pytest

from wonmun.judging.ordinary import FEWEST, MANY, SEVERAL, ordinary, told_apart
from wonmun.language.companions import companions
from wonmun.language.load import language
from wonmun.page.plain import plain_page
from wonmun.phrases.article import read_article
from wonmun.phrases.candidates import Batch, find

ORDINARY = "정부가 지난해 예산을 줄였다. 예산은 올해도 준다. 정부는 예산을 다시 세운다고 정부 관계자가 말했다. "


SELDOM = "도서관"
"""A word that some counted articles hold, and few."""
MORE = " ".join(f"{a}{b}쿵이 온다. {a}{b}쿵은 간다." for a in "갈날달랄말발" for b in "결멸별설열")
"""Names that nobody writes of, so many that the page's candidates are told apart."""


def candidates(text: str, lang: str = "ko") -> Batch:
    """Every candidate of the only window."""
    return find(next(read_article(plain_page(text, lang=lang)).views()))


def test_ordinary_words_in_good_grammar_are_left_out() -> None:
    every = candidates(ORDINARY + MORE)
    assert {"정부", "예산"} <= set(every.phrases)
    assert not {"정부", "예산"} & set(told_apart(every).phrases)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("너울섬에 배가 없다. 너울섬은 멀다. ", "너울섬"),  # nobody writes of it
        ("정부은 말했다. 정부가 알렸다. ", "정부"),  # a particle of another word
        ("예산를 세웠다. 예산이 준다. ", "예산"),
        ("정부 카지노 정책. 카지노가 생긴다. ", "카지노"),  # spam lives on it
        ("룰렛이 돈다. 룰렛을 돌린다. ", "룰렛"),
    ],
)
def test_what_may_have_been_put_there_stays(text: str, phrase: str) -> None:
    assert phrase in told_apart(candidates(ORDINARY + text + MORE)).phrases


def test_one_word_that_some_articles_use_is_left_out_where_it_stands_as_words_do() -> None:
    assert SEVERAL <= language("ko").spread(SELDOM) < MANY
    every = candidates(f"오늘 {SELDOM}에 간다. 다시 {SELDOM}을 본다. " + MORE)
    assert SELDOM in every.phrases
    assert SELDOM not in told_apart(every).phrases


@pytest.mark.parametrize(
    "text",
    [
        f"아이가 {SELDOM} 천천히 걷는다. 비가 {SELDOM} 조금 온다. ",  # between two words everywhere
        f"말했다. {SELDOM}다들 간다. 어제 {SELDOM}에 온다. ",  # before a sentence
        f"오늘 {SELDOM}는 멀다. 다시 {SELDOM}을 본다. ",  # a particle of another word
    ],
)
def test_one_word_that_some_articles_use_stays_where_it_may_have_been_put(text: str) -> None:
    assert SELDOM in told_apart(candidates(text + MORE)).phrases


def test_places_stay_with_their_candidates() -> None:
    every = candidates(ORDINARY + "너울섬에 배가 없다. 카지노가 선다. 너울섬은 멀다. 카지노는 멀다. " + MORE)
    kept = told_apart(every)
    assert 0 < kept.size < every.size
    for index, phrase in enumerate(kept.phrases):
        assert np.array_equal(kept.spans(index), every.spans(every.phrases.index(phrase)))


def test_other_languages_keep_all() -> None:
    text = "The mayor said the bridge is old. The bridge will close, the mayor said. A bridge is a bridge. "
    every = candidates(text, "en")
    assert told_apart(every) is every


def test_a_page_of_ordinary_words_only_is_left_empty() -> None:
    view = candidates(ORDINARY).view
    kept = told_apart(Batch(view, ["정부"] * FEWEST, np.arange(FEWEST).repeat(2), np.array([0, 26] * FEWEST)))
    assert (kept.size, len(kept.pos)) == (0, 0)


def test_of_few_candidates_all_stay() -> None:
    """A report on fraud with massage as its bait was injected: its one rival had been an ordinary word."""
    every = candidates(ORDINARY)
    assert 0 < every.size < FEWEST
    assert told_apart(every) is every


def test_no_word_of_spam_is_ordinary_however_many_articles_use_it() -> None:
    korean = language("ko")
    spam = korean.lexicon.strong | korean.lexicon.weak | korean.lexicon.query | companions("ko").words
    common = [word for word in spam if " " not in word and korean.spread(word) >= SEVERAL]
    assert len(common) > 20
    assert not [word for word in common if ordinary()[word] or ordinary()[f"정부 {word}"]]
