"""An article written for the tests and the pictures, genuine and as a mirror would serve it."""

from __future__ import annotations

from typing import Final

SPAM: Final = "무료 슬롯 체험관"
TERM: Final = "AI"
TITLE: Final = "강변시, 모든 초등학교에 {} 돌봄 교실"
PARAGRAPHS: Final = (
    "강변시가 내년부터 모든 초등학교에 인공지능({}) 돌봄 교실을 연다. 시는 14일 기자회견에서 “{}는 교사의 일을 덜어 줄 뿐 대신하지 않는다”고 밝혔다.",
    "시에 따르면 {} 교실은 올해 열두 곳에서 시범 운영됐다. 학부모 만족도는 91%였고, 생성형{}을 활용한 읽기 수업의 호응이 특히 컸다.",
    "교육청은 {} 윤리 교육도 함께 하기로 했다. 담당 장학사는 “아이들이 {}에게 묻기 전에 먼저 스스로 생각하도록 돕겠다”고 말했다.",
    "예산은 38억원이다. 시의회는 다음 달 {} 기본 조례안을 심의한다. 한 시의원은 “{}를 쓰는 만큼 개인정보 보호에도 힘써야 한다”고 했다.",
)


def article(phrase: str, head: str = "") -> str:
    """The article as HTML with `phrase` wherever the term stands, but in the document's title."""
    paragraphs = "".join(f"<p>{text.replace('{}', phrase)}</p>\n" for text in PARAGRAPHS)
    return (
        f'<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{TITLE.format(TERM)}</title>{head}</head>'
        f"<body><main><article><h1>{TITLE.format(phrase)}</h1>\n{paragraphs}</article></main></body></html>"
    )


def feed(url: str) -> str:
    """A newspaper's feed that names one article."""
    item = f"<item><title>{TITLE.format(TERM)}</title><link>{url}</link><guid>{url}</guid></item>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>강변일보</title>{item}</channel></rss>'
