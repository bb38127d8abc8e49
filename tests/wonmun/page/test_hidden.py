"""What counts as hidden, and what must not: each way in a page of its own."""

from __future__ import annotations

import pytest

from tests.wonmun.page.parts import BODY, SPAM, hidden_of, page_of
from wonmun.page.parse import parse_page


@pytest.mark.parametrize(
    "attributes",
    [
        'style="display:none"',
        'style="DISPLAY : None !important"',
        'style="visibility:hidden"',
        "hidden",
        'hidden="until-found"',
        'style="position:absolute;left:-9999px"',
        'style="position:fixed;top:-100em"',
        'style="position:absolute;right:-3000px"',
        'style="text-indent:-9999em;overflow:hidden;height:1px"',
        'style="text-indent:-5000px"',
        'style="margin-left:-9000px"',
        'style="margin:-9000px 0 0"',
        'style="font-size:0;line-height:0"',
        'style="font:0/0 a"',
        'style="font-size:1px"',
        'style="opacity:0;height:0"',
        'style="filter:opacity(0)"',
        'style="height:0;overflow:hidden"',
        'style="width:1px;overflow:auto"',
        'style="max-height:0;overflow:hidden"',
        'style="color:#fff;background:#fff"',
        'style="color:#fefefe"',
        'style="color:white"',
        'style="color:transparent"',
        'style="color:rgba(255,0,0,0)"',
        'style="background-color:rgb(0, 0, 0);color:#000"',
        'style="clip:rect(0,0,0,0);position:absolute"',
        'style="clip-path:inset(50%)"',
        'style="clip-path:polygon(0 0,0 0,0 0)"',
        'style="transform:scale(0)"',
        'style="transform:translateX(-9999px)"',
        'style="content-visibility:hidden"',
        'style="position:absolute;inset:-9999px auto auto 0"',
        'style="position:absolute;left:calc( -9999px )"',
        'style="translate:-9999px"',
        'style="position:absolute;z-index:-1"',
        'style="position:fixed;z-index:-99"',
        'style="--d:none;display:var(--d)"',
        'style="display:var(--unknown, none)"',
    ],
)
def test_hides(attributes: str) -> None:
    page = page_of(f"<div {attributes}>{SPAM} <a href='https://x.example/'>이어진 글</a></div>")
    assert hidden_of(page) == [f"{SPAM} 이어진 글"]
    assert [page.text[link.start : link.end] for link in page.links] == ["이어진 글"]
    assert SPAM not in page.text[: page.of("hidden")[0].start]


@pytest.mark.parametrize(
    "attributes",
    [
        'style="display:block"',
        'style="position:absolute;left:-20px"',
        'style="margin-left:-15px"',
        'style="text-indent:-2em"',
        'style="height:0"',
        'style="opacity:.6"',
        'style="font-size:10px"',
        'style="font-size:.8em"',
        'style="color:#fff;background:#222"',
        'style="color:#fff;background:url(a.png)"',
        'style="color:#777"',
        'style="overflow:hidden;height:300px"',
        'style="clip:rect(0,0,0,0)"',
        'style="background:linear-gradient(#fff,#fff);color:#fff"',
        'style="transform:translate(-50%, -50%)"',
        'style="visibility:visible"',
        'aria-hidden="true"',
        'style="position:relative;z-index:-1"',
        'style="position:absolute;inset:-20px"',
        'style="position:absolute;left:calc(50% - 9999px)"',
        'style="translate:-50% -50%"',
        'style="position:absolute;z-index:1"',
        'style="display:var(--unknown)"',
        'style="--d:none;display:var(--d, none) block"',
        "style='display:;;:none;color'",
    ],
)
def test_does_not_hide(attributes: str) -> None:
    page = page_of(f"<div {attributes}>보이는 글 하나</div>")
    assert hidden_of(page) == []
    assert "보이는 글 하나" in page.text


@pytest.mark.parametrize("size", ["width=0 height=0", 'style="width:0;position:absolute"', "height=1", "hidden"])
def test_text_in_a_drawing_without_size_is_hidden(size: str) -> None:
    within = f"<g><foreignObject width=300 height=90><p>{SPAM} <a href='http://x.example/'>글</a></p></foreignObject>"
    page = page_of(f"<p>앞말과 <svg {size}><title>그림</title>{within}<text>낱말</text></g></svg>뒷말</p>")
    assert hidden_of(page) == [f"{SPAM} 글"]
    assert [page.text[link.start : link.end] for link in page.links] == ["글"]
    assert "앞말과 뒷말" in page.text
    assert "낱말" not in page.text
    assert "그림" not in page.text


def test_labels_of_a_drawing_that_is_seen_are_no_text_of_the_page() -> None:
    page = page_of("<svg width=300 height=90><foreignObject><p>이름표</p></foreignObject></svg><p>뒷글</p>")
    assert "이름표" not in page.text
    assert "뒷글" in page.text


def test_old_attributes_of_colour_and_size() -> None:
    page = page_of('<table><tr><td bgcolor="#003300"><font color="#003300">감춘 글</font></td></tr></table>')
    assert hidden_of(page) == ["감춘 글"]
    assert hidden_of(page_of('<marquee height="1" width="2">흐르는 글</marquee>')) == ["흐르는 글"]
    assert hidden_of(page_of('<marquee height="40">흐르는 글</marquee>')) == []


def test_hidden_words_inside_a_paragraph_leave_it_whole() -> None:
    page = page_of("<p>앞말은 <span style='display:none'>몰래 넣은 말</span>뒷말로 이어진다.</p>")
    assert hidden_of(page) == ["몰래 넣은 말"]
    assert "앞말은 뒷말로 이어진다." in page.text


def test_reason_names_property_and_source() -> None:
    style = page_of('<div style="position:absolute;left:-9999px">가</div>').of("hidden")[0]
    assert style.hidden_by == "style left:-9999px; position:absolute"
    sheet = page_of("<div class=zx1>가</div>", "<style>.zx1{height:0;overflow:hidden}</style>").of("hidden")[0]
    assert sheet.hidden_by == "class zx1 (height:0; overflow:hidden)"


def test_page_that_a_script_will_show_is_not_hidden_as_a_whole() -> None:
    text = "긴 글이 여기에 있다. 화면이 준비되면 스크립트가 보여 준다. " * 12
    page = parse_page(f"<style>body{{opacity:0}}</style><body><div><p>{text}</p></div></body>")
    assert hidden_of(page) == []
    assert page.segments[0].article


def test_scripts_and_templates_are_no_text_and_noscript_is_hidden() -> None:
    page = page_of("<script>var a='스크립트'</script><template><p>틀</p></template><noscript>끈 사람만 본다</noscript>")
    assert "스크립트" not in page.text
    assert "틀" not in page.text.replace(BODY, "")
    assert hidden_of(page) == ["끈 사람만 본다"]
    shadow = page_of("<div><template shadowrootmode=open><p>그림자 뿌리</p></template></div>")
    assert "그림자 뿌리" in shadow.text
