"""Originals that are mirrors themselves: not believed, and read where they have no phrase of their own."""

from __future__ import annotations

import pytest

import wonmun
from tests.wonmun.written import MUSEUM, PORT, article, substituted
from wonmun.comparing.mirrored import parted
from wonmun.model import VEIL, Copy
from wonmun.originals import Originals

OURS, THEIRS = "황금 물고기 릴게임", "온라인 카지노사이트 추천"


def mirrors(ours: str, theirs: str) -> tuple[str, str]:
    return substituted(PORT, ours, OURS)[0], substituted(PORT, theirs, THEIRS)[0]


def test_the_other_mirrors_phrase_is_never_put_in() -> None:
    """Of 96 pairs 270 of 573 replacements were."""
    page, other = mirrors("한빛항만공사", "한빛항만공사")
    report = wonmun.check(page, Originals([article(other)]))
    assert report.verdict == "injected"
    assert not any(f.replacement and "카지노" in f.replacement for f in report.findings)
    assert any("is not believed" in reason for reason in report.reasons)


def test_words_that_a_mirror_has_left_are_put_in() -> None:
    page, other = mirrors("한빛항만공사", "부두")
    report = wonmun.check(page, Originals([article(other)]))
    assert report.restored == PORT
    assert {f.source for f in report.findings} == {"copy"}


def test_its_phrases_are_veiled() -> None:
    page, other = mirrors("한빛항만공사", "부두")
    believed, doubted = parted(page, "", [Copy(article(other), 1.0)])
    assert (believed, len(doubted)) == ([], 1)
    assert doubted[0].article.text == other.replace(THEIRS, VEIL)


@pytest.mark.parametrize("text", [PORT, MUSEUM])
def test_a_genuine_original_is_believed(text: str) -> None:
    page, copy = substituted(PORT, "한빛항만공사", OURS)[0], Copy(article(text), 1.0)
    assert parted(page, "", [copy]) == ([copy], ())


def test_a_copy_that_was_only_seen_is_judged_elsewhere() -> None:
    page, other = mirrors("한빛항만공사", "부두")
    copy = Copy(article(other), 1.0, weight="seen")
    assert parted(page, "", [copy]) == ([copy], ())


@pytest.mark.parametrize(("term", "phrase"), [("부두", "원목 침대"), ("한빛항만공사", "원목 침대")])
def test_a_phrase_that_nobody_found_in_the_mirror_is_told_by_what_the_page_has(term: str, phrase: str) -> None:
    """Of 125 pairs whose given mirror was often not found to be one, 87 of 501 replacements were its phrase."""
    other = substituted(PORT, term, phrase)[0]
    page = substituted(PORT, "부두" if term == "한빛항만공사" else "한빛항만공사", OURS)[0]
    assert wonmun.check(other).verdict != "injected"
    assert wonmun.check(page, Originals([article(other)])).restored == PORT


def test_an_unusual_genuine_name_is_believed() -> None:
    """Over what an injected page has instead."""
    genuine = substituted(PORT, "한빛항만공사", "루다온 항만공사")[0]
    page = substituted(genuine, "루다온 항만공사", OURS)[0]
    assert wonmun.check(page, Originals([article(genuine)])).restored == genuine
