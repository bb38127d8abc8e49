"""A phrase that a rule found takes in the words that were put in with it, and none of the page's own."""

from __future__ import annotations

import pytest

import wonmun
from tests.wonmun.written import PORT

LEAD = (
    "시교육청은 초등학교 3학년의 읽기를 진단한다. {0}글을 소리 내어 읽지만 뜻을 모르는 아이가 늘었기 때문이다. 한 교사는 "
    '"긴 글을 끝까지 읽는 아이가 드물다"고 말했다. {0}교육청은 읽기 전담교사를 두기로 했다. 전담교사는 한 반에서 세 명을 '
    "따로 가르친다. {0}학부모들은 반기는 분위기다. 다만 예산이 모자라 내년에는 절반의 학교에만 배치된다."
)
WHOLE = (
    "유럽중앙은행은 {0}이 물가를 끌어올렸다고 밝혔다. 총재는 {0}을 두고 예상보다 강했다고 말했다. 시장에서는 {0}에 대한 걱정이 "
    "크다. 전문가들은 {0}이 내년까지 이어질 것으로 본다. 금리는 다음 회의에서 정해지고, 은행들은 대출을 조이고 있다."
)


def found(text: str) -> set[str]:
    return {f.found.strip() for f in wonmun.check(text).findings}


@pytest.mark.parametrize("phrase", ["bet365 우회 주소", "1xBET 한국", "입장 casino"])
def test_words_behind_and_before_are_deleted_with_it(phrase: str) -> None:
    """Seen in December 2026: of `bet365 우회 주소` before three sentences `우회 주소` was left standing."""
    report = wonmun.check(LEAD.format(phrase))
    assert [f.found for f in report.findings] == [phrase] * 3
    assert report.restored == LEAD.format("")


@pytest.mark.parametrize("phrase", ["bet365 우회 주소", "mt-police.com 주소"])
def test_in_place_of_a_term_it_is_no_insertion(phrase: str) -> None:
    findings = wonmun.check(WHOLE.format(phrase)).findings
    assert [(f.found, f.kind) for f in findings] == [(phrase, "substitution")] * 4


def test_a_word_that_the_page_has_elsewhere_is_its_own() -> None:
    assert found(WHOLE.replace("{0}", "casino 대출")) == {"casino"}
    assert found(WHOLE.replace("{0}", "casino 주소")) == {"casino 주소"}


def test_twice_beside_a_term_a_word_is_no_rarity() -> None:
    """In `casino 스타트업` the first word may have stood for AI both times; 주소 is what is searched for."""
    for word, all_of_it in (("스타트업", "casino"), ("주소", "casino 주소")):
        assert found(WHOLE.replace("{0}", f"casino {word}", 2).replace("{0}", "물가")) == {all_of_it}


def test_what_was_picked_for_a_part_is_said_of_the_whole() -> None:
    """`매충 10` before two sentences is enough for the weights, `매충 10%` was only a doubt to the rule."""
    sentences = PORT.split(". ")
    for at in (1, 4):
        sentences[at] = f"매충 10%{sentences[at]}"
    report = wonmun.check(". ".join(sentences))
    assert report.verdict == "injected"
    assert {f.found.strip() for f in report.findings} == {"매충 10%"}
