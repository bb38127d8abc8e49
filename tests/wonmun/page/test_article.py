"""What is the article where the markup misleads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wonmun.page.parse import parse_page

if TYPE_CHECKING:
    from wonmun.model import Page

A = "가을볕이 좋은 날 마을 사람들이 모여 감을 땄다. 올해는 지난해보다 두 배나 많이 열렸다고 한다."
B = "딴 감은 껍질을 벗겨 처마에 건다. 첫눈이 오기 전에 다 말리려면 손이 열이라도 모자란다."
COMMENT = "어릴 때 할머니 댁에서 먹던 곶감이 생각나네요. 올해도 꼭 사 먹겠습니다. 고맙습니다. " * 5


def article_of(page: Page) -> list[str]:
    return [page.slice(s) for s in page.segments if s.role == "text" and s.article]


@pytest.mark.parametrize(
    "source",
    [
        f"<div><p>{A}</p><p>{B}</p></div><div class='reply_wrap'><p>{COMMENT}</p></div>",
        f"<div id=main><div><p>{A}</p><p>{B}</p></div></div><div class=area_comment><ul><li>{COMMENT}</ul></div>",
        f"<div id='ad_wrapper' class='ad'><div class='sidebar-layout'><p>{A}</p><p>{B}</p></div></div>",
        f"<body class='has-sidebar comments-open'><p>{A}</p><p>{B}</p>",
        f"<aside><p>{A}</p><p>{B}</p></aside>",
        f"<div class=news_content_wrap><p>입력 2024.5.1</p><div class=article_body>{A}<br><br>{B}</div><p>공감 3</p></div>",
        f"<article><p>짧은 카드 글</p></article><article><p>{A}</p><p>{B}</p></article><article><p>다른 카드 글</p></article>",
        f"<div><div>{A}</div><div>{B}</div></div><ul><li><a href=/1>{A}</a></li></ul>",
        f"<p>{A}</p><div class=banner>지금 가입하세요, 첫 달은 공짜입니다. 놓치지 마세요, 오늘까지입니다.</div><p>{B}</p>",
        f"<main><section><p>{A}</p></section><section><p>{B}</p></section></main><nav><p>{A}</p></nav>",
        f"<header><p>{A[:30]}</p></header><div>{A}</div><div>{B}</div>",
        f"<form><p>{A}</p><p>{B}</p></form>",
    ],
)
def test_only_the_article_is_the_article(source: str) -> None:
    assert article_of(parse_page(source)) == [A, B]


def test_heading_is_the_one_that_the_title_names() -> None:
    page = parse_page(
        f"<title>감 풍년 - 고을신문</title><meta property=og:title content='감 풍년'><h1>고을신문</h1><h3>감 풍년</h3><p>{A}"
    )
    assert [page.slice(s) for s in page.of("title")] == ["감 풍년 - 고을신문", "감 풍년"]


def test_page_of_links_has_no_article_but_its_entries() -> None:
    page = parse_page(
        "<title>신문</title><ul>" + "".join(f"<li><a href=/{i}>마을 소식 {i}</a>" for i in range(9)) + "</ul>"
    )
    assert article_of(page) == []
    assert len(page.of("link")) == 9
