"""Names that a text itself spells, after an article of an encyclopedia that was suspicious for its own subject."""

from __future__ import annotations

import pytest

import wonmun
from wonmun.judging.defined import _SPELT, _first_words, same_name

MENUS = "본문 보기\n\n{name}\n\n이 문서는 잠겨 있습니다.\n\n항구 도시에 있는 {name}\n\n"
ENTRY = (
    MENUS
    + "{name}({gloss})은 동전을 넣고 그림을 맞추는 기계이다. 상대가 기계인 {name}은 항구에서 생겼다. {name}은 한 기술자가 "
    "만들었고 그 뒤에 여러 번 고쳐졌다. 전쟁 뒤에 배를 따라 섬에도 {name}이 들어왔으나 널리 퍼지지는 못했다. 찻집에서도 "
    "{name}이 놓여 사람들이 모였다. 어쨌든 {name}은 혼자서 노는 것이 그 특색이라고 할 수 있다."
)


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [("포커", "Poker"), ("홀덤", "Hold’em"), ("룰렛", "roulette"), ("로또", "Lotto"), ("블랙잭", "blackjack")],
)
def test_a_name_and_what_it_is_read_from(hangul: str, latin: str) -> None:
    assert same_name(hangul, latin)


@pytest.mark.parametrize(
    ("phrase", "term"),
    [
        ("토토사이트", "data center"),
        ("온라인 바카라", "online banking"),
        ("카지노 사이트", "startup"),
        ("먹튀", "market"),
        ("카지노", "ESG"),
        ("토토", "AI"),
    ],
)
def test_what_brackets_spell_of_the_term_that_stood_there(phrase: str, term: str) -> None:
    assert not same_name(phrase, term)


def test_the_subject_that_brackets_spell() -> None:
    own = ENTRY.format(name="슬롯 머신", gloss="slot machine")
    assert wonmun.check(own).verdict == "clean"
    assert wonmun.check(ENTRY.format(name="슬롯 머신", gloss="pinball")).verdict != "clean"


@pytest.mark.parametrize(("gloss", "spelt"), [("Pelican Cove Hall", True), ("City Hall", False)])
def test_a_name_whose_first_words_brackets_spell(gloss: str, *, spelt: bool) -> None:
    text = "펠리컨코브 홀"
    match = _SPELT.match(f"{text}({gloss}) 앞에", len("펠리컨코브"))
    assert match is not None
    assert same_name("펠리컨코브", _first_words(match)) is spelt
