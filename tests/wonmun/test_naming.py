"""What a finding is called in a list."""

from __future__ import annotations

from wonmun.model import Finding
from wonmun.naming import LONGEST, name_of
from wonmun.page.parse import parse_page
from wonmun.page.plain import plain_page


def test_a_block_of_links_is_named_by_the_first_one_and_their_number() -> None:
    links = "".join(f'<a href="https://{n}.example/">골드  카지노 {n}</a> ' for n in range(30))
    page = parse_page(f'<p>다리가 놓였다.</p><div style="display:none">{links}</div>'.encode())
    start = page.text.index("골드")
    whole = Finding(start, len(page.text), page.text[start:], "hidden")
    assert name_of(page, whole) == "골드 카지노 0 +29"
    one = Finding(start, start + 9, page.text[start : start + 9], "hidden")
    assert name_of(page, one) == "골드 카지노 0"


def test_a_paragraph_is_named_by_its_beginning_on_one_line() -> None:
    page = plain_page("첫 줄\n" + "긴 글 " * 100)
    name = name_of(page, Finding(0, len(page.text), page.text, "doorway"))
    assert name.startswith("첫 줄 긴 글")
    assert name.endswith("…")
    assert len(name) <= LONGEST
