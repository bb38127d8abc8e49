"""Whatever comes in: a page in order or an `InputError`, in time that grows with size and no faster."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wonmun.errors import InputError
from wonmun.page.parse import parse_page
from wonmun.page.plain import plain_page

if TYPE_CHECKING:
    from wonmun.model import Page


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.one_of(
            st.text(max_size=12),
            st.sampled_from(
                [
                    "<p>",
                    "</p>",
                    "<div",
                    "style='left:-9px",
                    "<br>",
                    "<a",
                    "href=x>",
                    "</a>",
                    "<table>",
                    "<td>",
                    "</td>",
                    "<style>",
                    ".a{",
                    "}",
                    "</style>",
                    "<!--",
                    "-->",
                    "<![CDATA[",
                    "]]>",
                    "<script>",
                    "</script>",
                    "<?xml",
                    "<title>",
                    "</title>",
                    "<svg>",
                    "<template>",
                    "<h1>",
                    "&nbsp;",
                    "&#0;",
                    "&#xD800;",
                    "&#1114112;",
                    "<",
                    ">",
                    "\x00",
                    "�",
                    "<html",
                    "lang=",
                    "<meta",
                    "name=description",
                    "content=",
                    "<body",
                    "<frameset>",
                    "<plaintext>",
                    "<textarea>",
                    "<li>",
                    "<select>",
                    "<option>",
                ]
            ),
        ),
        max_size=25,
    )
)
def test_never_raises_but_input_error(parts: list[str]) -> None:
    try:
        page = parse_page("".join(parts))
    except InputError:
        return
    assert in_order(page)


def in_order(page: Page) -> bool:
    """Whether a page's segments follow each other within its text, and its links stand in it."""
    bounds = [0, *(at for s in page.segments for at in (s.start, s.end)), len(page.text)]
    filled = all(s.start < s.end for s in page.segments)
    return filled and bounds == sorted(bounds) and all(0 <= k.start < k.end <= len(page.text) for k in page.links)


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=200))
def test_bytes_never_raise_but_input_error(data: bytes) -> None:
    for start in (b"", b"<p>", b"\xff\xfe", b"<meta charset=utf-16><p>"):
        try:
            page = parse_page(start + data, content_type="text/html; charset=x")
        except InputError:
            continue
        assert in_order(page)


@given(st.text(max_size=200), st.text(max_size=20))
def test_plain_text_stays_as_it_is(text: str, title: str) -> None:
    page = plain_page(text, title=title)
    assert page.text == text
    assert " ".join(page.slice(s) for s in page.segments).split() == text.split()
    assert page.head == ((("title", title),) if title else ())


@pytest.mark.parametrize(
    "piece",
    [
        "<div><p class='a b'>가나다 라마바 <a href=/x>사아</a>",
        "<b>",
        "<table><tr><td>",
        "</p><p style='color:red'>글",
        "<br>",
        '"\\"',
    ],
)
def test_time_grows_with_size_not_faster(piece: str) -> None:
    def seconds(size: int) -> float:
        source = (
            "<style>.a .a p{display:none}" + piece.replace("<", "") + "</style><p>글" + piece * (size // len(piece))
        )
        start = time.process_time()
        parse_page(source)
        return time.process_time() - start

    seconds(10_000)
    small, large = min(seconds(40_000) for _ in range(3)), seconds(320_000)
    assert large < 32 * small + 0.2  # eight times the size; square growth would be 64 times
