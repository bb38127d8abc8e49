"""So many per cent beside a word that spam lives on, in Korean."""

from __future__ import annotations

import pytest

from tests.wonmun.written import BUS, MUSEUM, PORT, substituted
from wonmun.detect import detect
from wonmun.page.plain import plain_page


@pytest.mark.parametrize("phrase", ["매충 10% 토토", "토토 첫충 100%", "꽁머니 30% 지급"])
@pytest.mark.parametrize(("text", "term"), [(PORT, "한빛항만공사"), (MUSEUM, "관람객"), (BUS, "요금")])
def test_a_bonus_in_the_place_of_a_term_is_found_with_its_sign_and_what_follows(
    text: str, term: str, phrase: str
) -> None:
    injected, spans = substituted(text, term, phrase)
    found = detect(plain_page(injected))
    assert found.verdict == "injected"
    assert [(p.start, p.end) for p in found.places] == [(a, b) for a, b, _ in spans]


@pytest.mark.parametrize(
    "text",
    [
        "토토 30%는 기금으로 간다. 공단은 복권과 토토 30%를 떼어 경기장을 짓는다. 카지노 매출도 기금에 든다. 토토 30%는 법이 정했다.",
        "물가가 3% 올랐다. 금리는 3%로 묶였다. 한은은 물가가 3% 오르면 금리를 다시 보겠다고 했다.",
        "광고에는 ‘꽁머니 50%’라고 적혔다. 경찰은 ‘꽁머니 50%’라는 글을 올린 사람을 찾는다.",
    ],
)
def test_shares_rates_and_quoted_offers_are_none(text: str) -> None:
    assert detect(plain_page(text)).verdict == "clean"
