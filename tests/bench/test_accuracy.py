"""The bench of accuracy: copies of every class, shares that add up, accused pages told one by one."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bench.accuracy import Answer, accused, answer, classed, copies, exactness, table
from tests.quality import articles

if TYPE_CHECKING:
    from pathlib import Path

KOREAN = [dict(a) for a in articles() if a["lang"] == "ko" and not a["hard"]][:4]
PHRASES = [("카지노 사이트 추천", "spam"), ("바카라 먹튀", "spam"), ("원룸 이사 비용", "plain"), ("노승하", "coined")]
MADE = list(copies(KOREAN, PHRASES, 6, random.Random(2)))


@pytest.fixture(scope="module")
def answers() -> list[Answer]:
    return [answer(*one) for one in MADE[:6]]


def test_every_article_gets_phrases_of_every_class() -> None:
    assert {kind for *_, kind in MADE} == {"spam", "plain", "coined"}
    for article in KOREAN:
        assert len({kind for one, _, kind in MADE if one is article}) == 3


def test_letters_that_were_put_in_are_the_phrase(answers: list[Answer]) -> None:
    for one in answers:
        start, end, _ = one.copy.spans[0]
        assert one.copy.text[start:end].strip() == one.copy.phrase
        assert {i for i in range(start, end) if not one.copy.text[i].isspace()} <= one.injected


def test_shares_are_of_those_with_the_same_key(answers: list[Answer]) -> None:
    four = [replace(answers[0], verdict=v, kind=k) for v, k in (
        ("injected", "spam"), ("suspicious", "spam"), ("clean", "spam"), ("injected", "plain"),
    )]  # fmt: skip
    rows = [line.split() for line in table(four, "class", lambda one: one.kind)]
    assert rows[1:] == [["plain", "1", "1000", "1000"], ["spam", "3", "333", "666"]]


def test_exactness_counts_letters_of_pages_that_are_seen(answers: list[Answer]) -> None:
    put_in = answers[0].injected
    half = replace(answers[0], verdict="injected", marked=frozenset(sorted(put_in)[: len(put_in) // 2]))
    unseen = replace(answers[0], verdict="clean", marked=frozenset())
    share = len(half.marked) / len(put_in)
    assert exactness([half, unseen]).endswith(f"precision 1.000, recall {share:.3f} of letters")


def test_an_accused_page_is_named_with_what_it_is_accused_of() -> None:
    spoiled = next(copy.text for _, copy, kind in MADE if kind == "spam" and copy.family == "whole")
    *named, numbers = accused([{"id": "a1", "text": KOREAN[0]["text"]}, {"id": "a2", "text": spoiled}])
    assert len(named) == 1
    assert "a2: " in named[0]
    assert numbers == "honest pages: 2, 1 injected, 0 suspicious"


def test_classes_of_phrases_stand_behind_a_tab(tmp_path: Path) -> None:
    file = tmp_path / "phrases.tsv"
    file.write_text("# of many kinds\n카지노 추천\tspam\n이사 비용\n\n", encoding="utf-8")
    assert classed(file) == [("카지노 추천", "spam"), ("이사 비용", "phrase")]
