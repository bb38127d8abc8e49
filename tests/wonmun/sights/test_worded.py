"""Hidden texts that say in sentences, in other languages or with one link what search spam says."""

from __future__ import annotations

import pytest

from tests.wonmun.sights.pages import page
from wonmun.detect import detect


@pytest.mark.parametrize(
    "text",
    [
        "<p>홀덤사이트 순위를 매주 갱신합니다. 비트코인 카지노 이용 후기도 모았습니다.</p>",
        "<p>릴게임 다운로드는 저희가 책임집니다. 별빛성은 저희가 책임집니다.</p>",
        "<h2>토토사이트 추천</h2><h2>바카라 사이트 순위</h2>",
        "<h3>슬롯 무료 체험</h3><p>홀덤 사이트 순위</p>",
        "<h2>드라마 다시보기 링크</h2><h2>수원 건마</h2><h2>블랙잭 필승</h2>",
        '<a href="https://s1.example/">휴대폰 깡</a>',
        '<a href="https://s1.example/">출장샵</a>',
        '<a href="https://s1.example/">best online casino</a>',
        '<a href="https://s1.example/">bandar togel terpercaya</a>',
        "<p>澳门银河赌场注册送彩金，真人百家乐在线开户。</p>",
    ],
)
def test_hidden_words_that_leave_no_doubt(text: str) -> None:
    found = detect(page(f'<div style="clip-path:inset(100%)">{text}</div>'))
    assert found.verdict == "injected"
    assert {p.kind for p in found.places} == {"hidden"}


@pytest.mark.parametrize(
    "text",
    [
        "<p>경찰은 온라인 카지노 사이트와 출장마사지 사이트를 운영한 일당을 붙잡았다.</p>",
        "<h2>룰렛 이벤트</h2><h2>무료 체험 신청</h2>",
        "<h3>카지노 영화 추천</h3><h3>포커 대회 결과</h3>",
        '<a href="https://q1.example/">카지노 딜러 학과</a> <a href="https://q2.example/">관광학부</a>',
        "<p>장비 슬롯 확장권 세 개, 룰렛 이벤트 참여권</p>",
        '<li><a href="/n/1">토토 판매점 수수료 또 유보</a></li><li><a href="/n/2">바카라 사이트 차단 늘어</a></li>',
        '<a href="https://ads.example/">[광고] 비상금대출 한도 조회</a>',
        "<p>Casino workers vote to strike. Poker night raises money for the hospice.</p>",
        "<p>Polisi menangkap pengelola situs judi online di Medan.</p>",
        "<p>토토와 카지노 광고는 알림 없이 지웁니다.</p>",
    ],
)
def test_hidden_words_that_may_well_be_honest(text: str) -> None:
    assert detect(page(f'<div style="clip-path:inset(100%)">{text}</div>')).verdict != "injected"


@pytest.mark.parametrize("way", ["left:-5000em;position:relative", "opacity:.01", "margin-left:-9999px;float:left"])
def test_what_is_hidden_as_no_menu_is_needs_less(way: str) -> None:
    links = '<a href="https://s1.example/">산들마당</a> <a href="https://s2.example/">슬롯 무료 회전 얻는 법</a>'
    assert detect(page(f'<div style="{way}">{links}</div>')).verdict == "injected"
    assert detect(page(f'<div style="display:none">{links}</div>')).verdict != "injected"
    one = '<a href="https://s1.example/">오피스 정품 키 무료</a>'
    assert detect(page(f'<div style="{way}">{one}</div>')).verdict == "suspicious"
    assert detect(page(f'<div style="display:none">{one}</div>')).verdict == "clean"


@pytest.mark.parametrize(
    "part",
    [
        '<div style="position:absolute;left:-5000px" aria-hidden="true"><input name="b_1"> 이 칸은 비워 두세요</div>',
        '<a style="display:block;text-indent:-9999px" href="https://store.example/">앱스토어에서 내려받기</a>',
        '<div style="position:absolute;left:-9999px"><a href="#m">본문 바로가기</a></div>',
        '<div style="opacity:0"><a href="https://hotel.example/">호텔 예약 무료 취소 안내</a></div>',
        '<style>.blind{position:absolute;left:-9999px}</style><h2 class="blind">카지노 기사 목록</h2>',
        '<div style="left:-1280px;position:absolute"><a href="https://b.example/">가을 여행 추천 코스</a></div>',
    ],
)
def test_what_honest_pages_move_away_or_fade_in(part: str) -> None:
    assert detect(page(part)).verdict == "clean"
