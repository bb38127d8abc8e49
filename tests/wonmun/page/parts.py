"""A page with one part that may be hidden, and what is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.page.parse import parse_page

if TYPE_CHECKING:
    from wonmun.model import Page

BODY = "<p>마을 도서관이 새벽에도 문을 연다. 책 읽는 사람이 늘었기 때문이다.</p>"
SPAM = "숨은 글 하나"


def page_of(part: str, head: str = "") -> Page:
    return parse_page(f"<html><head><title>도서관</title>{head}</head><body>{BODY}{part}{BODY}</body></html>")


def hidden_of(page: Page) -> list[str]:
    return [page.slice(s) for s in page.of("hidden")]
