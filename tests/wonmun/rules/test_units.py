"""Phrases in the place of a unit, and what figures count and number in honest texts."""

from __future__ import annotations

import pytest

from wonmun.detect import detect
from wonmun.language.load import language
from wonmun.page.plain import plain_page
from wonmun.phrases.view import View
from wonmun.rules import units

SHOP = (
    "책방의 지난해 매출은 8,700만 원이다. 이 가운데 52{0} 모임에서 나왔다. 5년을 넘긴 책방은 드물어 43{0} 문을 닫았다. "
    "책을 받는 값은 정가의 75{1} 큰 서점보다 10{2}포인트 비싸다. 주인은 그래도 문을 닫을 생각이 없다."
)


@pytest.mark.parametrize(
    "phrase", ["토플 대리시험", "쑥새 렌트카 견적", "다르벨리온", "미러급 구두 도매", "농구현금화"]
)
def test_a_phrase_behind_figures_is_found_whole(phrase: str) -> None:
    """Seen from outside in November 2026: of `미러급 가방 도매` behind figures one word was found, of others nothing."""
    ends = "로" if phrase.endswith("매") else "으로"
    text = SHOP.format(phrase + "가", phrase + ends, phrase)
    found = detect(plain_page(text))
    assert found.verdict == "injected"
    assert {text[p.start : p.end] for p in found.places} == {phrase}


@pytest.mark.parametrize(
    "text",
    [
        SHOP.format("퍼센트가", "퍼센트로", "퍼센트"),
        "소음은 낮에 61데시벨, 밤에 48데시벨이었다. 도로에서 30미터 떨어진 집은 55데시벨로 쟀다. 기준은 65데시벨이다.",
        "시험은 301강의실과 302강의실에서 본다. 수험생은 301강의실 앞에 모였다. 늦은 두 명은 303강의실로 갔다.",
        "빚 3억5천만 콜론과 40콜론을 갚았다. 지난해에는 25콜론이던 빵이 올해는 40콜론이다. 콜론 값은 떨어졌다.",
    ],
    ids=["share", "noise", "rooms", "coins"],
)
def test_what_figures_count_is_not_injected(text: str) -> None:
    assert detect(plain_page(text)).verdict != "injected"


@pytest.mark.parametrize(
    "counted",
    ["권이", "권이 팔렸다", "상자 가운데", "필지는", "홉짜리", "그루를 베었다", "줌이 남았다", "톨씩 심었다"],
)
def test_a_unit_with_its_particle_is_one(counted: str) -> None:
    """Seen from outside in November 2026: `6만2000권이 … 5만1000권이` was suspicious."""
    text = f"도서관에 올해 6만2000{counted} 들어왔고 5만1000{counted} 나갔다. 관장은 내년에 서가를 늘린다고 했다."
    assert not list(units.look(View(text, language("ko"))))
