"""Names of other sites in a part of a page that is hidden."""

from __future__ import annotations

import pytest

import wonmun
from tests.wonmun.sights.pages import page

HIDDEN = (
    '<div style="display:none">{}</div>',
    '<div style="position:absolute;left:-9999px">{}</div>',
    '<span style="font-size:0">{}</span>',
)


@pytest.mark.parametrize("hiding", HIDDEN)
@pytest.mark.parametrize(
    "text",
    [
        "luckysky365.net",
        "지금 바로 luckysky365.net 에서 가입하세요",
        '<a href="https://luckysky365.net/">luckysky365.net</a>',
        '<a href="https://luckysky365.net/">바로가기</a>',
        "달빛.casino",
    ],
)
def test_a_hidden_name_of_a_betting_site_is_injected(text: str, hiding: str) -> None:
    """One such page of an outside set was clean."""
    report = wonmun.check(page(hiding.format(text)))
    assert report.verdict == "injected"
    assert {f.kind for f in report.findings} == {"hidden"}


def test_a_hidden_name_of_any_other_site_is_suspicious() -> None:
    assert wonmun.check(page(HIDDEN[0].format("달빛온24.net"))).verdict == "suspicious"


@pytest.mark.parametrize(
    "text",
    [
        "인쇄 강변신문 paper.example",
        "원문 보기: www.kangbyeon-paper.com",
        "문의 help@kangbyeon.com",
        '<a href="https://facebook.com/x">facebook.com</a>',
        "Node.js index.html main.css",
        "© 2024 hanbit-biz.com 무단 전재 금지",
        "kids-hanbit.com sports-hanbit.com",
        '<a href="https://alphabet.xyz/">문의</a>',
        '<a href="https://www.bolasport.com/">Bola</a> <a href="https://www.goldenspin.org/">Dance</a>',
    ],
)
def test_what_honest_pages_hide(text: str) -> None:
    for hiding in HIDDEN:
        assert wonmun.check(page(hiding.format(text))).verdict == "clean"
