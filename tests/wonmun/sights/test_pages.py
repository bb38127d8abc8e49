from __future__ import annotations

from itertools import pairwise

import pytest

from tests.wonmun.sights.pages import page
from wonmun.detect import detect

SPAM = ("골드 카지노 추천", "바카라 먹튀 검증", "급전 당일 대출", "시알리스 정품 구매", "슬롯 무료 쿠폰")


def links(texts: tuple[str, ...]) -> str:
    return " ".join(f'<a href="https://s{i}.example/x">{t}</a>' for i, t in enumerate(texts))


@pytest.mark.parametrize(
    "style",
    ['style="display:none"', 'style="position:absolute;left:-9000px"', "hidden", 'style="font-size:0"'],
)
def test_a_hidden_block_of_spam_links_is_found(style: str) -> None:
    found = detect(page(f"<div {style}>{links(SPAM)}</div>"))
    assert found.verdict == "injected"
    assert {p.kind for p in found.places} == {"hidden"}
    (reason,) = found.reasons
    assert "hidden from readers" in reason


def test_hidden_words_without_links_are_found_when_they_are_nothing_else() -> None:
    text = " ".join(SPAM)
    found = detect(page(f'<div style="display:none">{text}</div>'))
    assert found.verdict == "injected"
    (place,) = found.places
    assert page(f'<div style="display:none">{text}</div>').text[place.start : place.end] == text


@pytest.mark.parametrize(
    ("css", "block"),
    [
        (":root{{--d:none}}.q{{display:var(--d)}}", "<div class=q>{}</div>"),
        (".l li:nth-child(3){{height:0;overflow:hidden}}", "<ul class=l><li>하나<li>둘<li>{}</ul>"),
        (".l p:last-of-type{{opacity:0}}", "<div class=l><p>하나</p><p>{}</p><b>끝</b></div>"),
        (".q{{position:fixed;z-index:-1}}", "<div class=q>{}</div>"),
        ("b{{}}", "<svg width=0 height=0><foreignObject><p>{}</p></foreignObject></svg>"),
    ],
)
def test_spam_that_a_rule_hides_in_a_roundabout_way_is_found(css: str, block: str) -> None:
    found = detect(page(f"<style>{css.format()}</style>{block.format(links(SPAM))}"))
    assert found.verdict == "injected"
    assert {p.kind for p in found.places} == {"hidden"}


@pytest.mark.parametrize(
    "after",
    [
        (
        '<style>.m li:not(:first-child){display:none}</style><ul class=m><li><a href="/1">전체</a></li>'
        '<li><a href="/2">문화·관광</a></li><li><a href="/3">대출·금융</a></li></ul>'
        ),
        (
        "<style>.tab:nth-child(n+2){display:none}</style><div><div class=tab>지역 소식</div>"
        "<div class=tab>외국인 카지노 매출이 석 달째 줄었다. 관광객이 줄었기 때문이다.</div></div>"
        ),
        (
        "<style>.s{opacity:0}.s:first-child{opacity:1}</style><div><p class=s>강변다리 사진</p>"
        "<p class=s>로또 판매점 앞에 줄 선 사람들</p></div>"
        ),
        '<style>:root{--hide:none}.skip{display:var(--hide)}</style><a class=skip href="#main">본문 바로가기</a>',
        '<div style="position:absolute;z-index:-1">강변다리</div>',
        "<svg width=0 height=0><foreignObject><p>아이콘 모음</p></foreignObject></svg>",
        '<a class="skip" style="position:absolute;left:-9999px" href="#main">본문 바로가기</a>',
        (
        '<div style="display:none"><a href="https://www.facebook.com/share">페이스북</a> <a href="https://x.com/i">트위터</a>'
        ' <a href="https://band.us/s">밴드</a> <a href="https://story.kakao.com/s">카카오스토리</a> 주소 복사 닫기</div>'
        ),
        (
        '<ul style="display:none"><li><a href="https://a.example/">강변일보</a></li><li><a href="https://b.example/">강변방송</a></li>'
        '<li><a href="https://c.example/">강변출판</a></li></ul>'
        ),
        "<div hidden>이 기사는 회원만 볼 수 있습니다. 로그인 후 이용해 주세요. 게임 바로가기</div>",
        '<div style="display:none">경찰은 외국인 카지노에서 일한 직원을 불러 조사했다. 카지노 측은 직원이 스스로 그만뒀다고 밝혔다.</div>',
        (
        '<aside><h2>많이 본 뉴스</h2><ul><li><a href="/article/2">카지노 매출 3년 만에 회복</a></li>'
        '<li><a href="/article/3">불법 도박사이트 총책 구속</a></li><li><a href="/article/4">로또 1등 열세 명</a></li></ul></aside>'
        ),
        '<section class="comments"><h3>댓글</h3><p>다리 이름은 강변다리가 좋겠어요</p><p>카지노 광고 댓글 좀 지워 주세요</p></section>',
    ],
)  # fmt: skip
def test_what_honest_pages_hide_and_show_beside_the_article_is_silent(after: str) -> None:
    found = detect(page(after))
    assert found.verdict == "clean"
    assert found.places == ()


def test_evidence_says_that_spam_links_stand_in_the_comments() -> None:
    comments = f'<section class="comments"><h3>댓글</h3><p>{links(SPAM[:2])}</p><div><p>저도요 {links(SPAM[3:4])}</p></div></section>'
    alone = detect(page(comments))
    assert any(reason.endswith("lead to 2 other sites; they stand in the comments") for reason in alone.reasons)
    both = detect(page(f"{comments}<p>{links(SPAM[4:])}</p>"))
    assert any(reason.endswith("; 3 of them stand in the comments") for reason in both.reasons)
    below = detect(page(f"<p>{links(SPAM)}</p>"))
    assert below.reasons
    assert not any("comments" in reason for reason in below.reasons)


def test_a_hidden_block_is_named_by_one_of_its_links_in_any_order() -> None:
    """All link texts in a row were its phrase: no two pages of a campaign had it in common (seen from outside)."""
    named = [
        {p.phrase for p in detect(page(f"<div hidden>{links(texts)}</div>")).places} for texts in (SPAM, SPAM[::-1])
    ]
    assert named[0] == named[1]
    assert named[0] < set(SPAM)


def test_a_shown_block_of_spam_links_is_found() -> None:
    found = detect(page(f"<div class='list'>{links(SPAM)}</div>"))
    assert found.verdict == "injected"
    assert {p.kind for p in found.places} == {"link"}
    assert len(found.places) >= 3


def test_one_spam_link_in_the_article_is_suspicious() -> None:
    body = (
        '강변 공원에 새 <a href="https://s1.example/">골드 카지노 추천</a> 나무다리가 놓였다. 주민이 반겼다. 공사는 끝났다.',
    )
    found = detect(page(body=body))
    assert found.verdict != "clean"
    assert any("골드 카지노 추천" in p.phrase for p in found.places)


def test_a_title_at_odds_with_the_article_is_found() -> None:
    found = detect(page(title="골드 카지노 추천 - 강변 공원에 새 나무다리"))
    assert found.verdict == "injected"
    assert any(p.phrase == "카지노 추천" or "카지노 추천" in p.phrase for p in found.places)
    assert "the article says nothing of it" in found.reasons[0]


def test_a_title_about_what_the_article_reports_is_silent() -> None:
    body = (
        "경찰이 불법 도박 사이트 운영자를 붙잡았다. 도박 사이트는 카지노 게임을 내세웠다. 운영자는 혐의를 인정했다.",
        "도박에 빠진 이들은 상담 전화를 걸 수 있다. 경찰은 도박 자금을 쫓고 있다. 수사는 다음 달까지 이어진다.",
    )
    assert detect(page(title="카지노 사이트 운영자 구속", body=body)).verdict == "clean"


def test_a_doorway_is_found_as_such() -> None:
    line = (
        "골드 카지노 추천 사이트를 찾는 분은 바카라 사이트 순위를 봐야 합니다.",
        "온라인 슬롯 추천과 토토 사이트 주소, 먹튀 검증 업체를 모았습니다.",
        "파워볼 사이트 추천 홀덤 사이트 주소 룰렛 사이트 순위 토토 꽁머니 바로가기.",
    )
    found = detect(page(body=(" ".join(line), " ".join(line[::-1]), " ".join(line))))
    assert found.verdict == "injected"
    assert "doorway" in {p.kind for p in found.places}


def test_places_stand_in_order_and_do_not_overlap() -> None:
    phrase = "골드문 바카라 추천"
    body = tuple(p.replace("나무다리", phrase) for p in page().slice(page().of("text")[0]).split("\n")) * 3
    found = detect(page(f'<div style="display:none">{links(SPAM)} {phrase}</div>', body=body, title=f"{phrase} 놓였다"))
    assert found.verdict == "injected"
    assert [p.start for p in found.places] == sorted(p.start for p in found.places)
    assert all(a.end <= b.start for a, b in pairwise(found.places))
