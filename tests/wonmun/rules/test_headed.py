"""Front pages whose headlines are links: a mirror's with one phrase in many, and honest ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wonmun.detect import detect
from wonmun.page.parse import parse_page

if TYPE_CHECKING:
    from wonmun.model import Detection

HEADLINES = {
    "ko": [
        "군청 옥상에 벌통 {0}개 놓자 꿀이 두 말",
        "폐역 대합실에서 {0} 배우는 할머니들",
        "내년 {0} 예산 412억 확정",
        "버려진 {0} 고쳐 쓰는 목수",
        "{0} 앞 횡단보도 신호 8초 늘려",
        "마을버스 기사가 모은 {0} 전시",
        "태풍에 쓰러진 {0} 다시 심는다",
        "초등학생이 만든 {0} 지도 눈길",
        "섬마을 유일한 {0} 문 닫나",
        "겨울 가뭄에 {0} 값 들썩",
        "도서관 {0} 대출 두 배로",
        "소방서 {0} 훈련 하루 세 번",
    ],
    "en": [
        "Ferry to the northern {0} sails again",
        "A mason who mends old {0} by hand",
        "Council will count {0} from the air",
        "How the winter {0} saved a bakery",
        "Twelve {0} found under the town hall",
        "School teaches {0} to its youngest pupils",
        "River floods the {0} for a third week",
        "Why nobody buys {0} in Marlow",
        "The night train and its {0} return",
        "Court stops sale of {0} at the pier",
        "New {0} for the lifeboat crew",
    ],
}
NOUNS = {
    "ko": ["의자", "그물", "나무", "우물", "수레", "종탑", "배추", "등대", "자전거", "염전", "수문", "항아리"],
    "en": ["isles", "clocks", "seals", "storm", "coins", "tides", "orchard", "stamps", "porters", "swans", "ropes"],
}
SEARCHED = [
    "강변 카지노 매출 3분기 만에 회복세",
    "섬 카지노 영업장 이전 조례안 도의회 통과",
    "외국인 전용 카지노 입장객 두 배 늘어",
    "오사카 카지노 리조트 착공, 2030년 개장",
    "업계 “카지노 부과금 낮춰야”",
    "마카오 카지노 6곳 면허 심사 시작",
    "영종도 카지노 복합리조트 공정률 70%",
    "딜러 출신이 쓴 카지노 장편소설",
    "법원 “카지노 출입 제한 절차 지켜야”",
    "폐광지역 주민들, 카지노 이익 배분 요구",
]
TEMPLATE = [f"‘{name}’ 5% 이상 상승, 장중 고점권, 단기 골든크로스 진입" for name in "가나다라마바사아자하"]


def front(lines: list[str], language: str = "ko", title: str = "들녘일보", below: str = "") -> Detection:
    items = "".join(f'<li><a href="/news/{n}">{line}</a>{below}</li>' for n, line in enumerate(lines))
    return detect(
        parse_page(
            f"<!doctype html><html lang={language}><head><meta charset=utf-8><title>{title}</title></head><body>"
            f"<nav><a href=/a>{title}</a></nav><ul>{items}</ul><footer>© {title} 2026</footer></body></html>"
        )
    )


def filled(language: str, phrase: str = "", share: int = 3) -> list[str]:
    pairs = zip(HEADLINES[language], NOUNS[language], strict=True)
    return [line.format(phrase if phrase and n % 4 < share else noun) for n, (line, noun) in enumerate(pairs)]


@pytest.mark.parametrize("below", ["", "<span>2026.11.20 김나루 기자</span>"])
@pytest.mark.parametrize("phrase", ["슬롯 무료 체험", "당일 소액대출", "비아그라 구매"])
def test_a_phrase_in_a_nouns_place_in_most_headlines(phrase: str, below: str) -> None:
    """Seen from outside in November 2026: of 36 such front pages all were clean."""
    found = front(filled("ko", phrase), below=below)
    assert found.verdict == "injected"
    assert {place.phrase for place in found.places} == {phrase}
    assert len(found.places) == 9


def test_in_english() -> None:
    assert front(filled("en", "cheap viagra"), "en", "The Field").verdict == "injected"


@pytest.mark.parametrize("language", HEADLINES)
def test_an_honest_front_page(language: str) -> None:
    assert front(filled(language), language).verdict == "clean"


@pytest.mark.parametrize(
    ("lines", "title"), [(SEARCHED, "‘카지노’ 검색 결과"), (SEARCHED, "들녘일보"), (TEMPLATE, "오늘의 증시")]
)
def test_pages_of_one_word(lines: list[str], title: str) -> None:
    """What a search found, and what a machine writes of shares: a word or a table's in each headline."""
    assert front(lines, title=title).verdict == "clean"


def test_what_the_title_says_was_searched_for() -> None:
    lines = filled("ko", "비아그라 구매")
    assert front(lines, title="‘비아그라 구매’ 검색 결과").verdict == "clean"


def test_a_related_box_is_no_front_page() -> None:
    article = "<p>" + "염전 사람들은 새벽마다 수문을 열고 바람을 기다린다. 오늘은 물이 맑다고 했다. " * 12 + "</p>"
    items = "".join(f"<li><a href=/n/{n}>{line}</a></li>" for n, line in enumerate(filled("ko", "비아그라 구매")))
    page = (
        f"<html lang=ko><body><article>{article}</article><aside class=related><ul>{items}</ul></aside></body></html>"
    )
    assert not any(place.kind == "substitution" for place in detect(parse_page(page)).places)
