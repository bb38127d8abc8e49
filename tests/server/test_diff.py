"""A page's text with what was put in and what stood there."""

from __future__ import annotations

import pytest

from wonmun_server.pages.diff import Piece, between, by_places, paragraphs


def test_a_diff_by_places_gives_both_texts_back() -> None:
    text = "가 나쁜 말 나\n다 나쁜 말 라"
    places = [{"start": 2, "end": 6, "found": "나쁜 말", "replacement": "좋은 말"},
              {"start": 11, "end": 15, "found": "나쁜 말", "replacement": None}]  # fmt: skip
    pieces = by_places(text, places)
    assert "".join(p.kept + p.removed for p in pieces) == text
    assert [p.added for p in pieces if p.removed] == ["좋은 말", ""]
    assert [p.unsure for p in pieces if p.removed] == [False, True]


def test_places_that_do_not_fit_the_text_are_passed_over() -> None:
    odd = [
        {"start": 0, "end": 1, "found": "x", "replacement": ""},
        {"start": 90, "end": 99, "found": "y", "replacement": ""},
    ]
    assert by_places("가나", odd) == (Piece(kept="가나"),)


@pytest.mark.parametrize(
    ("old", "new"), [("", ""), ("가 나 다", "가 다"), ("가", "나"), ("가 나", "가 나"), ("가\n나", "나\n가 다")]
)
def test_a_comparison_gives_both_texts_back(old: str, new: str) -> None:
    pieces = between(old, new)
    assert "".join(p.kept + p.removed for p in pieces) == old
    assert "".join(p.kept + p.added for p in pieces) == new


def test_unchanged_paragraphs_far_from_a_change_are_counted() -> None:
    text = "\n\n".join(f"문단 {n}" for n in range(10))
    pieces = by_places(text, [{"start": 0, "end": 2, "found": "문단", "replacement": "절"}])
    shown_ = paragraphs(pieces)
    assert [p.skipped for p in shown_] == [0, 0, 8]
    assert len(paragraphs(pieces, everything=True)) == 10


def test_a_text_without_an_end_is_cut() -> None:
    shown = paragraphs((Piece(kept="\n".join("가" * 5000)),))
    assert (len(shown), shown[-1].skipped) == (2001, 3000)


def test_texts_too_long_to_compare_are_shown_whole() -> None:
    assert between("가 " * 9000, "나 " * 9000) == (Piece(removed="가 " * 9000, added="나 " * 9000),)
    assert between("가 " * 9000, "가 " * 9000) == (Piece(kept="가 " * 9000),)


def test_a_phrase_of_several_words_in_place_of_one_is_one_change() -> None:
    pieces = between("시는 시내버스 노선을 바꾼다", "시는 가온 카지노 주소 노선을 바꾼다")
    assert [(p.removed, p.added) for p in pieces if not p.kept] == [("시내버스", "가온 카지노 주소")]
