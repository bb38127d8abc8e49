"""Where phrases begin and end, by what stands around all their places."""

from __future__ import annotations

import re

import pytest

from tests.wonmun.written import restored
from wonmun.model import Kind, Place
from wonmun.strategies.inserted.edged import edged


def ends(text: str, phrase: str, kind: Kind = "insertion") -> set[str]:
    places = [Place(*m.span(), kind, phrase) for m in re.finditer(re.escape(phrase), text)]
    found = edged(text, places)
    assert {text[p.start : p.end] for p in found} == {p.phrase for p in found}
    return {p.phrase for p in found}


@pytest.mark.parametrize(
    ("phrase", "whole", "text"),
    [
        (
            "총판 모집",
            "바카라 총판 모집",
            "표지를 꾸몄다. {0}나트륨은 흔하다. 값이 남았다. {0}막이 없는 전지는 약하다.",
        ),
        (
            "마카오 카지노 후기연구",
            "마카오 카지노 후기",
            "약점이 있었다. {0}연구진은 답을 찾았다. 값이 내렸다. {0}연구를 이끈 교수다.",
        ),
        ("소액 현금화 시", "소액 현금화", "새벽에 일하는 {0} 시민들이 많다. 두 달 동안 {0} 시범 운행을 한다."),
        ("레플리카경", "레플리카", "어제 밝혔다. {0}경찰은 말했다. 오늘 나왔다. {0}경기는 끝났다."),
        ("중고차 시세", "중고차 시세표", "어제 밝혔다. {0}이어 말했다. 오늘 나왔다. {0}북한은 답했다."),
        ("첫충 30%", "첫충 30% 사이트", "책을 냈다. {0}유전자를 다룬다. 값이 올랐다. {0}지난해에 이어 두 번째다."),
        ("매충 15", "매충 15% 놀이터", "문을 연 {0} 도서관은 넓다. 어제 {0} 주민이 모였다."),
        ("띠별 운세윤", "띠별 운세", "윤 대변인이 나왔다. {0}윤희석은 물었다. 답이 없었다. {0}윤 대변인은 되물었다."),
        ("번개 슬롯 수", "번개 슬롯", "일을 맡길 {0} 수 있다고 했다. 이번 {0} 수주로 숨통이 트였다."),
    ],
)
def test_a_phrase_found_too_long_or_too_short(phrase: str, whole: str, text: str) -> None:
    assert ends(text.format(whole), phrase) == {whole}


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("감성마사지", "문을 닫기로 했다. {0}지금까지 세 곳이 닫았다. 값을 맞췄다. {0}상인 셋이 왔다."),
        ("총판 모집", "카지노 {0}은 불법이다. 카지노 {0}을 막는다. 카지노는 모두 닫았다."),
        ("솜사탕기상청은", "눈이 왔다. {0} 길을 막았다. 비가 왔다. {0} 쉬었다. 어제 도청이 알렸다."),
        ("첫충 30%", "책을 냈다. {0} 증가세가 섰다. 값이 올랐다. {0} 증가를 말했다. 증가는 처음이다."),
        ("로또 추천주", "비가 왔다. {0} 대변인은 물었다. 눈이 왔다. {0}희석은 답했다. 그는 남았다."),
        ("소액 현금화 시", "새벽에 하는 {0}는 많다. 두 달 동안 {0}범 운행을 한다."),
        ("공짜카지노", "눈이 왔다. {0} 길을 막았다. 비가 왔다. {0} 쉬었다. 어제 카지노가 닫았다."),
        ("총판 모집", "바카라 {0}은 불법이다. 홀덤 {0}을 막는다."),
        ("마카오 카지노 후기연구", "약점이 있었다. {0}진은 답을 찾았다. 새 {0}를 열었다."),
        ("번개 가입코드", "일을 그만뒀다. {0}남궁한 대표다. 말을 했다. {0}남궁 대표는 떠났다. 어제 남궁 대표가 왔다."),
    ],
)
def test_a_phrase_that_ends_where_it_was_found(phrase: str, text: str) -> None:
    """Seen from outside in November 2026: 감성마사 was deleted before 지."""
    assert ends(text.format(phrase), phrase) == {phrase}


@pytest.mark.parametrize(
    ("phrase", "whole", "text"),
    [
        (
            "번개 추천",
            "번개 추천인",
            "어제 알렸다. {0}늘봄마트의 주인이다. 비가 왔다. {0}가람시도 찾았다. 늘봄마트와 가람시는 쉰다.",
        ),
        ("번개 슬롯이", "번개 슬롯", "모두 마쳤다. {0}이날 새벽에 알렸다. 확인을 하며, {0}이를 통해 안다."),
    ],
)
def test_edges_by_words_that_the_page_has_elsewhere_whatever_was_put_in(phrase: str, whole: str, text: str) -> None:
    assert ends(text.format(whole), phrase, "substitution") == {whole}


def test_what_stands_before_this_and_before_a_noun_opens_sentences() -> None:
    """Seen from outside in November 2026: 이 before a blank was taken for a particle, and nothing was deleted."""
    genuine = "비가 그쳤다. 이 절벽에서는 매가 산다. 알을 품는다. 기상청은 눈이 온다고 했다."
    text = genuine.replace("이 절벽", "물뽕 파는곳이 절벽").replace("기상청", "물뽕 파는곳기상청")
    assert restored(text, phrase="물뽕 파는곳").restored == genuine


def test_behind_a_mark_a_line_may_end_with_what_opens_the_others() -> None:
    """A real page's: one of five places behind a comma ended its line, and nothing was deleted."""
    genuine = (
        "창구는 열었지만, 직원은 없었습니다. 접수를 받는 척하다,오후에는 문을 닫았습니다. 손님은 떠나고,\n▶인터뷰 : 가게 손님\n"
        '"멀리서 왔는데." 방침이라며,상인회가 나섰습니다.'
    )
    text = (
        genuine.replace(",오후", ",태권 토토오후").replace(",상인회", ",태권 토토상인회").replace(",\n", ",태권 토토\n")
    )
    assert restored(text, "insertion", phrase="태권 토토").restored == genuine


def test_a_word_of_spam_is_deleted_whole_before_words_that_its_last_letter_would_make_ordinary() -> None:
    genuine = "세 상점이 문을 닫기로 했다. 지금까지 세 곳이 닫았다. 어제 값을 맞췄다. 상인 셋이 왔다."
    text = genuine.replace("지금까지", "감성마사지지금까지").replace("상인", "감성마사지상인")
    assert restored(text, "insertion", phrase="감성마사지").restored == genuine


@pytest.mark.parametrize(("places", "whole"), [(6, "해외 로또 구매대행"), (5, "로또 구매대행")])
def test_a_word_that_hardly_stands_elsewhere_before_many_places_begins_the_phrase(places: int, whole: str) -> None:
    text = "".join(f"{n}일 해외 로또 구매대행을 띄웠다. " for n in range(1, places + 1))
    assert ends(text, "로또 구매대행", "substitution") == {whole}
    assert ends(f"{text}해외에서 왔다.", "로또 구매대행", "substitution") == {whole}
    assert ends(f"{text}해외에서 왔다. 해외로 간다.", "로또 구매대행", "substitution") == {"로또 구매대행"}
