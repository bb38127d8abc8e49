"""Front pages: headlines that are links, and hardly any other text."""

from __future__ import annotations

import pytest

from wonmun.page.parse import parse_page
from wonmun.phrases.headlines import BESIDE, LEAST, headlines

LINES = [f"마을 도서관 {n}호점이 다음 달 문을 연다" for n in range(10, 10 + LEAST)]
MENU = ["정치", "경제 사회", "문화 스포츠", "지난 기사 보기"]


def found(lines: list[str], text: str = "", *, spaced: bool = True) -> list[str]:
    links = "".join(f"<div><a href='/{n}'>{line}</a></div>" for n, line in enumerate(lines))
    page = parse_page(f"<html lang=ko><body><nav>{links}</nav><p>{text}</p></body></html>")
    return [page.slice(s) for s in headlines(page, spaced=spaced)]


def test_headlines_make_a_front_page() -> None:
    assert found(LINES) == LINES
    assert found([*MENU, *LINES]) == LINES


@pytest.mark.parametrize("lines", [LINES[1:], [LINES[0]] * LEAST, [line[:9] for line in LINES], MENU * 3])
def test_too_few_headlines_or_short_ones_make_none(lines: list[str]) -> None:
    assert found(lines) == []


def test_where_no_blanks_part_words_a_headline_is_told_by_its_letters() -> None:
    lines = [f"町の図書館{n}号店が来月開く" for n in range(10, 10 + LEAST)]
    assert (found(lines), found(lines, spaced=False)) == ([], lines)


def test_a_page_with_more_text_than_headlines_is_none() -> None:
    letters = sum(map(len, LINES))
    assert found(LINES, "글" * int(letters / BESIDE - 9)) == LINES
    assert found(LINES, "글" * int(letters / BESIDE + 9)) == []
