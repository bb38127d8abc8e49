"""Spam in JSON-LD, Open Graph, keywords and texts of pictures, which a page tells machines only."""

from __future__ import annotations

import json

import pytest

from tests.wonmun.sights.pages import BODY, URL, page
from wonmun.detect import detect
from wonmun.page.parse import parse_page
from wonmun.recipe import check

PHRASE, TITLE = "골드문 카지노 쿠폰", "강변 공원에 새 나무다리"


def linked(**told: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **told}, ensure_ascii=False)}</script>'


def picture(text: str, key: str = "alt") -> str:
    return f'<figure><img src="/bridge.jpg" {key}="{text}"></figure>'


@pytest.mark.parametrize(
    ("head", "where"),
    [
        (linked(headline=f"{PHRASE} {TITLE}"), "JSON-LD headline"),
        (linked(headline=TITLE, description=f"{PHRASE} {BODY[0]}"), "JSON-LD description"),
        (
            linked(headline=TITLE, articleBody="\n".join(BODY).replace("나무다리를", f"{PHRASE}를")),
            "JSON-LD articleBody",
        ),
        (f'<meta property="og:title" content="{PHRASE} {TITLE}">', "og:title"),
        (f'<meta property="og:description" content="{PHRASE} {BODY[1]}">', "og:description"),
    ],
)
def test_a_copy_of_the_article_for_machines_with_a_phrase_in_it_is_injected(head: str, where: str) -> None:
    whole = page(head=head)
    found = detect(whole)
    assert found.verdict == "injected"
    assert {p.kind for p in found.places} == {"hidden"}
    assert all(PHRASE in whole.text[p.start : p.end] for p in found.places)
    assert f"stands where only machines read it ({where})" in found.reasons[0]


@pytest.mark.parametrize(
    ("head", "after"),
    [
        (linked(headline=TITLE, keywords=[PHRASE, "다리"]), ""),
        (linked(headline=TITLE, keywords=f"다리, {PHRASE}"), ""),
        (f'<meta name="keywords" content="강변, {PHRASE}, 다리">', ""),
        ("", picture(PHRASE)),
        ("", picture(f"{PHRASE} 바로가기", "title")),
    ],
)
def test_among_keywords_and_at_pictures_it_is_suspicious_and_in_several_of_these_injected(
    head: str, after: str
) -> None:
    assert detect(page(after, head=head)).verdict == "suspicious"
    both = page(picture(PHRASE), head=f'<meta name="keywords" content="{PHRASE}">')
    assert detect(both).verdict == "injected"


LIST = "바카라사이트, 온라인카지노, 슬롯사이트, 토토사이트, 파워볼사이트"


@pytest.mark.parametrize(
    ("names", "verdict"),
    [(["keywords"], "suspicious"), (["og:title"], "suspicious"), (["keywords", "og:title"], "injected")],
)
def test_a_list_of_such_phrases_does_not_excuse_each_of_them(names: list[str], verdict: str) -> None:
    """Each was taken for what the others report on, and the page for clean (seen from outside, November 2026)."""
    assert detect(page(head="".join(f'<meta name="{name}" content="{LIST}">' for name in names))).verdict == verdict


@pytest.mark.parametrize("phrase", ["best online casino", "オンラインカジノ おすすめ", "百家乐 技巧"])
def test_spam_of_other_languages_in_a_korean_page_s_head_is_seen(phrase: str) -> None:
    assert detect(page(title=f"{phrase} {TITLE}")).verdict == "injected"
    assert detect(page(head=linked(headline=f"{phrase} {TITLE}"))).verdict == "injected"
    assert detect(page(head=f'<meta name="keywords" content="다리, {phrase}">')).verdict == "suspicious"


@pytest.mark.parametrize("title", [f"{TITLE} - Riverside News", f"[LIVE] {TITLE}", f"{TITLE} | Best of Seoul"])
def test_foreign_names_in_titles_are_silent(title: str) -> None:
    found = detect(page(title=title, head=linked(headline=title, keywords=["IPTV", "free", "slot"])))
    assert found.verdict == "clean"


def test_in_the_description_the_phrase_alone_is_marked() -> None:
    whole = page(head=f'<meta name="description" content="{PHRASE} {BODY[0]}">')
    found = detect(whole)
    assert found.verdict == "injected"
    assert [whole.text[p.start : p.end] for p in found.places] == [PHRASE]


def test_what_the_page_shows_keeps_its_text_and_its_offsets() -> None:
    plain, told = page(), page(head=linked(headline=f"{PHRASE} {TITLE}"))
    assert told.text.startswith(plain.text)
    assert told.segments[: len(plain.segments)] == plain.segments
    assert told.segments[-1].hidden_by == "JSON-LD headline"
    assert check(told).restored.rstrip() == plain.text.rstrip()
    honest = page(picture("다리 위 시민"), head=linked(headline=TITLE, keywords=["다리"]))
    assert honest.text == plain.text


RAID = (
    "경찰이 온라인 카지노 사이트를 운영한 일당을 붙잡았다. 도박 참가자가 낸 판돈은 90억원이었다.",
    "총책은 해외에 서버를 두고 바카라 사이트 추천 글을 올렸다. 경찰은 통장을 압수했다.",
)


@pytest.mark.parametrize(
    ("head", "after", "body"),
    [
        # A report of which readers without an account see the first lines only.
        (
            linked(headline="일당 검거", articleBody="\n".join(RAID)),
            "",
            ("일당이 붙잡혔다. 자세한 소식은 회원만 볼 수 있다.",),
        ),
        (linked(headline="온라인 카지노 일당 검거", description=RAID[0]), "", RAID),
        ('<meta name="keywords" content="정치, 경제, 로또, 날씨">', "", BODY),
        ("", picture("강원랜드"), BODY),
        ("", picture("카지노 딜러 학과 학생들이 실습하고 있다. 도박 중독 예방 교육도 받는다. 경찰 협조"), BODY),
        ('<meta property="og:description" content="영화 카지노, 다음 달 개봉">', "", BODY),
    ],
)
def test_reports_teasers_and_names_are_silent(head: str, after: str, body: tuple[str, ...]) -> None:
    assert detect(page(after, head=head, body=body)).verdict == "clean"


def test_pictures_without_a_text_and_broken_data_are_let_pass() -> None:
    html = '<p>가나다</p><img><img alt=""><img alt="카지노 추천" alt="x"><script type="application/ld+json">{"@type": 3, "keywords": [1, null]}</script>'
    assert parse_page(html, url=URL).text.startswith("가나다")


def test_a_title_for_machines_that_is_nothing_but_spam_leaves_no_doubt() -> None:
    """The page's own title tells its article; `og:title` another thing, whole (suspicious until November 2026)."""
    for name in ("og:title", "twitter:title"):
        found = detect(page(head=f'<meta property="{name}" content="골드 카지노 추천">'))
        assert found.verdict == "injected"
    told = detect(page(head='<meta name="keywords" content="공원, 골드 카지노 추천">'))
    assert told.verdict == "suspicious"
