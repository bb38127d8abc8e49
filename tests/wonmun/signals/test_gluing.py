from __future__ import annotations

from tests.wonmun.measuring import log1p, look, values
from wonmun.signals import gluing

TEXT = "골드 바카라그는 웃었다. 골드 바카라정부가 나섰다. 새골드 바카라는 없다."


def test_foreign_words_on_either_side_are_counted() -> None:
    found = values(TEXT, "골드 바카라")
    assert found["glued_right"] == log1p(2)
    assert found["glued_left"] == log1p(1)
    assert found["right_kinds"] == log1p(2)
    assert found["lead_rate"] == round(2 / 3, 9)


def test_a_compound_that_news_knows_is_told() -> None:
    honest = values("로또 당첨번호는 셋이다. 로또 당첨금은 크다.", "로또 당첨")
    assert honest["compound"] >= 0.5
    assert values(TEXT, "골드 바카라")["compound"] == 0


def test_the_evidence_names_the_place() -> None:
    occ, index = look(TEXT, "골드 바카라")
    assert gluing.explain(occ, index) == "'골드 바카라' stands inside '…그는', where no noun phrase fits"


def test_a_word_of_its_own_is_glued_to_nothing() -> None:
    occ, index = look("새 다리를 놓았다. 그 다리를 건넜다.", "다리")
    assert gluing.explain(occ, index) == ""


def test_a_phrase_right_behind_a_comma_or_inside_a_number_runs_into_what_follows() -> None:
    """Seen on real pages in November 2026: `병원 763명,미국 포커요양병원 9,미국 포커222명` was clean."""
    listed = values("병원 763명,골드 쿠폰요양병원 12명 등이다. 시설 3급,골드 쿠폰주간보호 7명도 있다.", "골드 쿠폰")
    assert listed["lead"] == log1p(2)
    assert values("환자 9,벨로나222명 중 4,벨로나046명은 나았다. 벨로나가 왔다.", "벨로나")["lead"] == log1p(2)
    assert values("서울,골드문시청 앞이다. 대구,골드문역 앞이다. 골드문은 멀다.", "골드문")["lead"] == 0


def test_a_phrase_before_a_quotation_or_a_noun_that_looks_like_an_ending_opens_the_sentence() -> None:
    """Seen on an outside set's copies of 2026-11-29, where spam stood before quoted sentences."""
    assert values('문을 닫았다. 벨로나 광장"불은 자신 있다"고 했다. 벨로나 광장은 크다.', "벨로나 광장")[
        "lead"
    ] == log1p(1)
    assert values("문을 닫았다. 벨로나 광장“불은 자신 있다”고 했다. 벨로나 광장은 크다.", "벨로나 광장")[
        "lead"
    ] == log1p(1)
    assert values('그는 "문을 연다. 벨로나 광장"이라고 했다. 벨로나 광장은 크다.', "벨로나 광장")["lead"] == 0
    assert values('"그렇다.\n벨로나 광장"불은 자신 있다"고 했다. 벨로나 광장은 크다.', "벨로나 광장")["lead"] == 0
    assert values("문을 닫았다. 벨로나 광장한파 쉼터다. 벨로나 광장은 크다.", "벨로나 광장")["lead"] == log1p(1)
    assert values("문을 닫았다. 벨로나 광장하지 않았다. 벨로나 광장은 크다.", "벨로나 광장")["lead"] == 0
