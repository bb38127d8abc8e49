"""Phrases between words: which part what no noun parts, which sentences need them, which end in a verb."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from wonmun.strategies.inserted.against import doubtful
from wonmun.strategies.inserted.insertion import DELETE, deletion, parts_words

if TYPE_CHECKING:
    from wonmun.strategies.places.slots import Group


def between(*sides: tuple[str, str], phrase: str = "룸카페 창업", kind: str = "insertion") -> Group:
    """Give a phrase that stands between these words, put in as detection says, too, if not otherwise told."""
    place = SimpleNamespace(kind=kind, put_in=None)
    slots = [SimpleNamespace(left=left, right=right, place=place) for left, right in sides]
    return cast("Group", SimpleNamespace(korean=True, slots=slots, phrase=phrase, rest="그날은 맑았다."))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("자주 치면 손목이 ", " 나가요."),
        ("온 가족이 나눠 ", " 먹었다."),
        ("바다가 ", " 막힌 뒤 갈매기는"),
        ("기계가 사람보다 ", " 더 빨리"),
        ("셋 가운데 두 ", " 명이 왔다."),
    ],
)
def test_a_verb_behind_a_whole_word_says_that_nothing_stood_between(left: str, right: str) -> None:
    assert parts_words(between(("새로 지은 ", " 문을 열었다."), (left, right)))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("시는 지난해 ", " 창고를 비웠다."),
        ("마을에서 온 ", " 손님은"),
        ("브라질산 ", " 비중을 늘렸다."),
        ("시장이", " 나섰다."),
    ],
)
def test_a_noun_may_have_stood_before_another_one(left: str, right: str) -> None:
    assert not parts_words(between((left, right)))


def test_at_two_places_such_a_phrase_is_deleted() -> None:
    """Of 146 copies of an opened outside set that were injected at two places, 11 were found and left as they stood."""
    found = deletion(between(("조리사는 비누로 씻으면 ", " 손이 튼다고"), ("손님을 기다리지 않고 ", " 먼저 나간다.")))
    assert found is not None
    assert found.confidence >= DELETE


@pytest.mark.parametrize(("right", "needed"), [(" 중 셋은", True), (" 등을 샀다", True), (" 전환, 새 규정", False)])
def test_what_a_sentence_needs_is_a_noun_before_among(right: str, *, needed: bool) -> None:
    """`의 X 전환` was read as `의 X 전`: five places of a real article stayed as they were."""
    assert doubtful(between(("서류 열 건의 ", right), ("새로 지은 ", " 문이"))) is needed


def test_a_search_may_end_in_a_verb_and_not_in_a_particle() -> None:
    sides = ("책임이 ", " 습관이 됐다"), ("회의는 전날 ", " 원인을 찾았다")
    assert not doubtful(between(*sides, phrase="대출 서류없는"))
    assert doubtful(between(*sides, phrase="대출 서류는"))


def test_quotations_that_open_behind_it_are_sentences_of_their_own() -> None:
    """Questions and answers: three places of a real interview stayed as they were."""
    asked = between(
        ("한여름이면 어떻게 하나. ", "“물을 아끼고 그늘을"),
        ("늘 것으로 내다본다. ", "이 농가 주인 서"),
        ("” ―언제 시작하나. ", "“아직 모른다. 비"),
        kind="substitution",
    )
    found = deletion(asked)
    assert found is not None
    assert found.confidence >= DELETE
