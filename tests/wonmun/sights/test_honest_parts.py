"""What honest pages hide, and what spammers hide without a word that any lexicon has."""

from __future__ import annotations

import pytest

from tests.wonmun.sights.pages import URL, page
from wonmun.detect import detect
from wonmun.page.parse import parse_page

QUERIES = (
    "새솔역 꽃집 영업시간",
    "무선 청소기 필터 교체",
    "가을 축제 불꽃 명당",
    "겨울 바다 숙소 후기",
    "고양이 사료 비교",
)
SISTERS = ("강변 신문", "강변 방송", "강변 문화재단", "강변 장학회", "강변 출판")


def links(texts: tuple[str, ...], hosts: str = "s{}.example") -> str:
    return " ".join(f'<a href="https://{hosts.format(i)}/">{t}</a>' for i, t in enumerate(texts))


@pytest.mark.parametrize(
    "how",
    ['style="display:none"', 'style="position:absolute;left:-9999px"', 'style="opacity:0;height:0"', "hidden",
     'style="font-size:0"', 'style="text-indent:-9999px;overflow:hidden"', 'style="color:#fff;background:#fff"'],
)  # fmt: skip
def test_hidden_links_to_many_sites_need_no_spam_word(how: str) -> None:
    found = detect(page(f"<div {how}>{links(QUERIES)}</div>"))
    assert found.verdict == "injected"
    assert {p.kind for p in found.places} == {"hidden"}
    assert "5 other sites" in found.reasons[0]


@pytest.mark.parametrize(
    "after",
    [
        f'<div style="display:none"><h3>관계사</h3>{links(SISTERS)}</div>',
        f'<div style="display:none">{links(QUERIES, "paper.example/s{}")}</div>',
        f'<div style="display:none">{links(QUERIES[:2])}</div>',
        f'<div style="display:none">이 기사를 함께 쓴 곳은 다음과 같으며 글과 사진의 권리는 모두 각자에게 있습니다. {links(QUERIES[:3])}</div>',
        '<nav><ul style="position:absolute;left:-9999px"><li><a href="/a/1">도시 계획</a></li><li><a href="/a/2">물가 소식</a></li></ul></nav>',
        '<div class="cookie" style="display:none">이 누리집은 쿠키를 씁니다. <a href="/privacy">개인정보 처리방침</a> <button>동의</button></div>',
        "<dialog><h2>구독 신청</h2><p>전자우편 주소를 적어 주세요.</p><button>닫기</button></dialog>",
        "<details><summary>더 보기</summary><p>다리의 길이는 백 미터이고 너비는 삼 미터이다.</p></details>",
        '<div role="tabpanel" hidden><ul><li><a href="/b/1">어제 많이 본 기사</a></li><li><a href="/b/2">이번 주 사진</a></li></ul></div>',
        "<template><p>불러오는 중입니다. 잠시만 기다려 주세요.</p></template>",
        "<noscript>이 누리집은 스크립트를 켜야 볼 수 있습니다.</noscript>",
    ],
)  # fmt: skip
def test_what_honest_pages_hide_is_silent(after: str) -> None:
    assert detect(page(after)).verdict == "clean"


def test_a_title_in_other_words_than_the_first_paragraph_is_silent() -> None:
    body = ("강변 공원에 새 나무다리가 놓여 주민이 반긴다. 공사에는 열한 달이 걸렸다.",)
    bare = f'<html lang="ko"><head><title>강변 공원에 새 나무다리 불 밝힌다</title></head><body><p>{body[0]}</p></body></html>'
    assert detect(parse_page(bare, url=URL)).verdict == "clean"


def test_one_hidden_link_with_nothing_but_spam_words_is_enough() -> None:
    after = '<p style="display:none"><a href="https://s1.example/">카지노 추천</a></p>'
    assert detect(page(after)).verdict == "injected"


def test_a_title_with_words_that_the_page_shows_nowhere() -> None:
    found = detect(page(title="새솔역 꽃집 영업시간 강변 공원에 새 나무다리"))
    assert found.verdict == "suspicious"
    assert "새솔역 꽃집 영업시간" in found.reasons[0]


@pytest.mark.parametrize(
    "title",
    [
        "강변 공원에 새 나무다리 - 온누리 소식지",
        "[사진 특집] 강변 공원에 새 나무다리",
        "강변신문 | 강변 공원에 새 나무다리",
        "연재 | 새솔 강변 공원에 새 나무다리",
        "4471 / 새솔 강변 공원에 새 나무다리",
    ],
)
def test_titles_with_the_paper_or_the_column_are_silent(title: str) -> None:
    assert detect(page(title=title)).verdict == "clean"


RESORT = "솔바람 리조트의 카지노는 24시간 문을 연다. 슬롯머신은 이층, 바카라 탁자는 삼층에 있으며 외국인만 들어간다."
MENU = '<ul style="display:none"><li><a href="/casino">카지노</a></li><li><a href="/slot">슬롯머신</a></li><li><a href="/bac">바카라</a></li></ul>'


def test_a_casinos_own_page_may_fold_its_menu() -> None:
    """Found by a trial of 2026-11-29: it was injected."""
    assert detect(page(MENU, body=(RESORT,))).verdict == "clean"


@pytest.mark.parametrize(
    "hidden",
    [
        MENU,
        MENU.replace('href="/', 'href="https://bet.example/'),
        '<p style="display:none">카지노 슬롯머신 바카라 카지노 바카라</p>',
    ],
)
def test_what_no_menu_of_the_page_would_say_stays_spam(hidden: str) -> None:
    body = ("강변 공원에 새 나무다리가 놓여 주민이 반긴다.",) if hidden == MENU else (RESORT,)
    assert detect(page(hidden, body=body)).verdict == "injected"


@pytest.mark.parametrize(
    "after",
    [
        '<div style="display:none"><h4>인기 검색어</h4><ol><li>1 내일 날씨</li><li>2 카지노 주가</li><li>3 다리 투표</li></ol></div>',
        '<aside><p>광고</p><a href="https://loan.example/">무직자 대출 상담</a></aside>',
        '<aside>Sponsored <a href="https://loan.example/">무직자 대출</a> <a href="https://loan.example/b">개인돈 대출</a></aside>',
    ],
)
def test_hot_searches_and_labelled_advertising_are_silent(after: str) -> None:
    """Seen from outside in November 2026: they were suspicious."""
    assert detect(page(after)).verdict == "clean"


@pytest.mark.parametrize(
    "after",
    [
        '<p>추천 사이트 <a href="https://loan.example/">무직자 대출 상담</a></p>',
        (
            '<p>광고 <a href="https://a.example/">카지노 추천</a> <a href="https://b.example/">바카라 사이트</a> '
            '<a href="https://c.example/">슬롯 쿠폰</a></p>'
        ),
        '<div style="display:none">카지노 추천</div>',
    ],
)
def test_links_without_a_label_and_many_of_them_are_not(after: str) -> None:
    assert detect(page(after)).verdict != "clean"
