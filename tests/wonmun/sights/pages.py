"""Small web pages to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.page.parse import parse_page

if TYPE_CHECKING:
    from wonmun.model import Page

BODY = (
    "강변 공원에 새 나무다리가 놓였다. 시는 나무다리를 오가는 주민이 하루 삼천 명이라고 밝혔다.",
    "나무다리는 지난봄 큰비에 떠내려간 옛 다리를 대신한다. 주민들은 밤에도 건널 수 있게 등을 달아 달라고 했다.",
    "시장은 다음 달 다리 이름을 주민 투표로 정하겠다고 말했다. 공사에는 열한 달이 걸렸다.",
)
URL = "https://paper.example/article/1"


def page(
    after: str = "", *, title: str = "강변 공원에 새 나무다리", head: str = "", body: tuple[str, ...] = BODY
) -> Page:
    """A newspaper's page; `after` stands behind the article, `head` in the head."""
    paragraphs = "".join(f"<p>{p}</p>" for p in body)
    html = (
        f'<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        f'<header><a href="/">강변신문</a><nav><ul><li><a href="/a">정치</a></li><li><a href="/b">경제</a></li></ul></nav></header>'
        f"<main><article><h1>강변 공원에 새 나무다리</h1>{paragraphs}</article></main>{after}"
        "<footer>등록번호 강변 가00001 | 무단 전재 금지</footer></body></html>"
    )
    return parse_page(html, url=URL)
