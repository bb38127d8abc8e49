"""What stands behind the end of a page."""

from __future__ import annotations

import pytest

from wonmun.detect import detect
from wonmun.page.parse import parse_page
from wonmun.page.trailing import trailing

PAGE = (
    "<!doctype html><html lang=ko><head><meta charset=utf-8><title>염전 마을의 봄</title></head><body><article><h1>염전 마을의 봄</h1>"
    "<p>신안의 염전 마을에 새 수문이 놓였다. 주민들은 바닷물을 들이는 날을 달력에 표시한다.</p><p>올해는 비가 잦아 소금이 늦게 왔다. 김순자 "
    "씨는 새벽마다 창고 문을 연다고 말했다.</p></article><footer>들녘일보</footer></body></html>"
)


@pytest.mark.parametrize(
    "spam",
    [
        "<a href='https://a.example.com'>비아그라 구매</a>",
        "<div>카지노사이트 추천 토토사이트 먹튀검증</div>",
        "\n<script>var a</script><a href='https://a.example.com'>buy cheap viagra online</a>",
    ],
)
def test_spam_behind_the_end(spam: str) -> None:
    """Seen in November 2026: a single such link was only suspicious, a text of nothing but such words was clean."""
    found = detect(parse_page(PAGE + spam, url="https://www.field.example/1"))
    assert found.verdict == "injected"
    assert {place.kind for place in found.places} == {"link"}


@pytest.mark.parametrize(
    "rest",
    [
        "<!-- 0.1 s --><script>document.write('카지노 사이트')</script>",
        "<p>Page cached 2026-11-20</p>",
        "<a href='https://partner.example.org'>들녘문화재단</a>",
        "<a href='/news/3'>외국인 전용 카지노 매출 3분기 만에 회복세</a>",
        "<noscript><img src=x></noscript>",
    ],
)
def test_what_scripts_and_caches_leave(rest: str) -> None:
    assert detect(parse_page(PAGE + rest, url="https://www.field.example/1")).verdict == "clean"


def test_an_end_in_the_middle_is_none() -> None:
    broken = PAGE.replace("</h1>", "</h1></html>")
    assert not list(trailing(broken.removesuffix("</html>")))
