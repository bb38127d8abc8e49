"""Phrases between words that belong together, and what honest writers put there."""

from __future__ import annotations

import pytest

from tests.wonmun.measuring import log1p, look, values
from wonmun.signals import bonds
from wonmun.signals.bonds import NONE, PARTED, VERB, bond, may_part, parts


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("비용을 줄일 수", "있다."),
        ("아직 정하지", "않았다."),
        ("시청에", "따르면 올해"),
        ("다섯 해 만에 네", "배로 늘었다"),
        ('어렵다"고', "말했다."),
        ("더 커질", "것으로 보인다"),
        ("면적을", "나눴다."),
    ],
)
def test_what_belongs_together_is_parted(left: str, right: str) -> None:
    assert bond(left, right) == PARTED


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("시의", "말이다."),
        ("앞으로", "것만"),
        ("계획을", "직원이"),
        ("두 도시가", "연구를"),
        ("첫", "행사가"),
    ],
)
def test_a_noun_between_other_words_parts_nothing(left: str, right: str) -> None:
    assert bond(left, right) == NONE


def test_between_a_subject_and_its_verb_is_told_apart() -> None:
    assert bond("세입자가", "줄었다.") == VERB


def test_places_are_counted_and_one_is_named() -> None:
    text = "시는 면적을 골드 쿠폰 나눴다. 군은 아직 정하지 골드 쿠폰 않았다. 그는 골드 쿠폰 집에 갔다."
    found = values(text, "골드 쿠폰")
    assert found["parted"] == log1p(2)
    assert found["before_verb"] == 0
    occ, index = look(text, "골드 쿠폰")
    assert bonds.explain(occ, index) == "it was put between '면적을' and '나눴다.', which belong together"


@pytest.mark.parametrize("day", ["이날", "지난달", "의원은"])
def test_days_and_words_with_a_particle_stand_there(day: str) -> None:
    text = f"시는 결과를 {day} 발표했다. 군은 계획을 {day} 내놨다. 그는 {day} 집에 갔다."
    assert values(text, day)["parted"] == 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("손목이", "나가요"),
        ("새벽처럼", "빛났다"),
        ("줄일 수", "있다."),
        ("더 커질", "것으로 보인다"),
        ("밤이 늦도록", "달렸다"),
    ],
)
def test_what_may_part_is_told_by_the_last_letter(left: str, right: str) -> None:
    assert may_part(left, right)


def test_behind_a_bare_noun_no_language_model_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a millisecond each: what ends so has neither particle nor ending."""
    monkeypatch.setattr(bonds, "_hangs", lambda *_: pytest.fail("asked"))
    assert not may_part("새로 지은 대형 수족", "문을 열었다")
    assert not parts("새로 지은 대형 수족", "문을 열었다")
    assert not may_part("", "열었다")


@pytest.mark.parametrize("right", ["권리를 지켰다", "마을에 갔다", "1층으로 옮겼다", "‘열린’ 문"])
def test_before_a_noun_with_its_particle_no_language_model_is_asked(
    right: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No verb and no adverb ends in such a particle, and none begins with a figure or a mark."""
    monkeypatch.setattr(bonds, "_hangs", lambda *_: pytest.fail("asked"))
    assert not may_part("손목이", right)
    assert not parts("손목이", right)
