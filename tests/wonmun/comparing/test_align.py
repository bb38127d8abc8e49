"""Alignment: what stands where the genuine text has something else, whatever was left out, put in or moved."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.wonmun.written import BUS, MUSEUM, PORT, SPAM, substituted
from wonmun.comparing.align import align


def differences(text: str, genuine: str) -> list[tuple[str, str]]:
    return [(text[e.start : e.end], genuine[e.genuine_start : e.genuine_end]) for e in align(text, genuine).edits]


def test_equal_texts_do_not_differ() -> None:
    found = align(PORT, PORT)
    assert (found.edits, found.share) == ((), 1.0)


def test_white_space_quotes_and_dashes_do_not_count() -> None:
    other = PORT.replace("\n\n", "\n \u200b").replace('"', "”").replace("  ", " ")
    assert differences(other, PORT) == []


@pytest.mark.parametrize("term", ["한빛항만공사", "수소", "부두", "매립지"])
def test_a_replaced_term_is_read_off_at_every_place(term: str) -> None:
    text, spans = substituted(PORT, term)
    found = align(text, PORT)
    assert [(e.start, e.end, PORT[e.genuine_start : e.genuine_end]) for e in found.edits] == spans
    assert all(e.exact and e.phrase for e in found.edits)


def test_two_terms_behind_one_phrase_side_by_side() -> None:
    text, _ = substituted(substituted(PORT, "액화수소")[0], "240톤의")
    assert (SPAM, "240톤의") in differences(text, PORT)
    assert (SPAM, "액화수소") in differences(text, PORT)


def test_two_places_beside_each_other_and_nowhere_else() -> None:
    """Of 60 copies of a family of two places with their genuine text known, the one that was called clean."""
    text = BUS.replace("환승 할인도", "환승은 '환승 할인'도").replace("환승", SPAM)
    genuine = BUS.replace("환승 할인도", "환승은 '환승 할인'도")
    assert differences(text, genuine) == [(SPAM, "환승")] * 2


def test_a_phrase_put_before_a_sentence_answers_nothing() -> None:
    text = PORT.replace("지역에서는", f"{SPAM}지역에서는").replace("지금까지", f"{SPAM}지금까지")
    assert differences(text, PORT) == [(SPAM, ""), (SPAM, "")]


def test_paragraphs_left_out_and_reordered() -> None:
    lines = substituted(PORT, "한빛항만공사")[0].split("\n\n")
    text = "\n\n".join([lines[3], lines[0], lines[2]])
    assert differences(text, PORT) == [(SPAM, "한빛항만공사")] * text.count(SPAM)


def test_a_copy_is_answered_for_in_one_piece_across_its_phrases() -> None:
    text = PORT.replace("한빛항만공사", SPAM)
    assert align(text, PORT).answered == ((0, len(text.rstrip())),)


def test_another_article_joined_to_it_is_not_answered_for() -> None:
    text = substituted(PORT, "한빛항만공사")[0] + "\n\n" + MUSEUM
    found = align(text, PORT)
    assert max(end for _, end in found.answered) <= text.index("국립바다박물관")
    assert [text[e.start : e.end] for e in found.edits if e.phrase] == [SPAM] * text.count(SPAM)


def test_a_phrase_that_shares_its_first_letter_with_what_follows() -> None:
    text = PORT.replace("상공회의소는", "상어 바카라상공회의소는").replace("설계는", "상어 바카라설계는")
    assert [t for t, _ in differences(text, PORT)] == ["상어 바카라", "상어 바카라"]


def test_a_phrase_put_in_once_that_begins_as_what_follows_does() -> None:
    """Letters on both sides of it were taken for the copy's, whose one 지 then answered two."""
    text = PORT.replace("지역에서는", "지하철 영업시간 판매처 지역에서는")
    assert differences(text, PORT) == [("지하철 영업시간 판매처", "")]


def test_texts_that_have_nothing_in_common() -> None:
    assert align(BUS, MUSEUM).share == 0.0
    assert align("", MUSEUM).edits == ()
    assert align(MUSEUM, "").edits == ()


def test_an_edit_beside_a_phrase_leaves_it_unknown_or_right() -> None:
    text = substituted(PORT, "한빛항만공사")[0].replace(f"{SPAM} 관계자는", f"{SPAM} 홍보 담당자는")
    for edit in align(text, PORT).edits:
        if edit.phrase and edit.exact:
            assert PORT[edit.genuine_start : edit.genuine_end] == "한빛항만공사"


SENTENCES = [s for text in (PORT, MUSEUM, BUS) for s in text.replace("\n\n", " ").split(". ")]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=9, unique=True), st.data())
def test_undoing_all_differences_gives_the_genuine_letters(sentences: list[str], data: st.DataObject) -> None:
    genuine = ". ".join(sentences)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(genuine)), min_size=2, max_size=6, unique=True)))
    parts, last = [], 0
    for cut in cuts:
        parts += [genuine[last:cut], SPAM]
        last = cut
    text = "".join([*parts, genuine[last:]])
    found = align(text, genuine)
    assume(found.share > 0)  # three short sentences with five phrases among them may share no stretch to hold on to
    undone, end = "", 0
    for e in found.edits:
        undone += text[end : e.start] + genuine[e.genuine_start : e.genuine_end]
        end = e.end
    assert "".join((undone + text[end:]).split()) == "".join(genuine.split())


def test_a_caption_line_before_the_first_long_sentence() -> None:
    genuine = f"박도현 회장\n{PORT}"
    text, spans = substituted(genuine, "회장")
    assert [(e.start, e.end) for e in align(text, genuine).edits] == [(s, e) for s, e, _ in spans]


def test_two_terms_side_by_side_are_parted_where_both_stand_elsewhere() -> None:
    """A report of 2026-11-29: 전세보증금, of which both words were written over, came out as 전 and 세보증금."""
    genuine = (
        "구청은 전세보증금 반환을 돕는다. 올해 전세 계약이 크게 줄었다. 상담 창구는 전세보증금 분쟁을 다룬다.\n\n"
        "집주인은 보증금 반환을 미루었다. 세입자는 보증금 문제로 이사를 못 했다. 전세 시장은 얼어붙었다."
    )
    text = genuine.replace("전세", SPAM).replace("보증금", SPAM)
    found = differences(text, genuine)
    assert {here for here, _ in found} == {SPAM}
    assert sorted(there for _, there in found) == ["보증금"] * 4 + ["전세"] * 4


@pytest.mark.parametrize(
    ("term", "phrase"), [("수소", "수상한 물고기 릴게임"), ("수소", "황금 물고기 릴게임소"), ("부두", "부자 물고기")]
)
def test_a_phrase_that_begins_or_ends_as_the_term_does_is_found_whole(term: str, phrase: str) -> None:
    """A report of 2026-11-29: the span began one letter late."""
    found = differences(PORT.replace(term, phrase), PORT)
    assert {here for here, _ in found} == {phrase}
    assert {there for _, there in found} == {term}


def test_a_phrase_that_a_description_cut_off_is_found_whole_elsewhere() -> None:
    """Of 381 whole pages two: the description ended after “레고 주”, and the phrase was “레고 주소”."""
    genuine = f"{PORT[:40]}\n\n{PORT}"
    text = f"{PORT[:14].replace('수소', SPAM)[:-1]}\n\n{PORT.replace('매립지', SPAM)}\n\n{SPAM[:-2]}"
    found = differences(text, genuine)
    assert (SPAM, "매립지") in found
    assert all(here == SPAM for here, there in found if there == "매립지")
