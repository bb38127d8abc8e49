"""Pages for the browser tests: a small article written for them, with a planted phrase in it."""

from __future__ import annotations

from typing import Final

from tests.browser.servers import Phrase

SPAM: Final = "무료 슬롯 체험관"
"""The planted phrase; "열람실" stood in its place."""
HONEST: Final = "열람실"
CORRECTION: Final = Phrase(SPAM, HONEST)
UNSURE: Final = Phrase(SPAM, HONEST, apply=False, confidence=0.4)

FIRST: Final = f"<p id=first>시는 지난주 {SPAM}을 새로 열었다고 밝혔다.</p>"
SECOND: Final = f"<p id=second>{SPAM}에는 좌석 사백 개가 있다.</p>"
INJECTED: Final = FIRST + SECOND
CLEAN: Final = "<p id=first>시는 지난주 열람실을 새로 열었다고 밝혔다.</p>"


def page(body: str, *, head: str = "", html: str = 'lang="ko"') -> str:
    """A document around a body."""
    return (
        f'<!doctype html><html {html}><head><meta charset="utf-8"><title>강변 도서관</title>{head}</head>'
        f"<body>{body}</body></html>"
    )
