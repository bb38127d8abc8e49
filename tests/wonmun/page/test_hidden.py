"""What counts as hidden, and what must not: each way in a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wonmun.page.parse import parse_page

if TYPE_CHECKING:
    from wonmun.model import Page

BODY = "<p>마을 도서관이 새벽에도 문을 연다. 책 읽는 사람이 늘었기 때문이다.</p>"
SPAM = "숨은 글 하나"


def page_of(part: str, head: str = "") -> Page:
    return parse_page(f"<html><head><title>도서관</title>{head}</head><body>{BODY}{part}{BODY}</body></html>")


def hidden_of(page: Page) -> list[str]:
    return [page.slice(s) for s in page.of("hidden")]


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


@pytest.mark.parametrize(
    ("css", "html"),
    [
        (".zx1{height:0;overflow:hidden;position:absolute}", "<div class='a zx1 b'>{}</div>"),
        ("#q9 {display:none}", "<div id=q9>{}</div>"),
        ("div.box span{font-size:0}", "<div class=box><p><span>{}</span></p></div>"),
        (".up > .down{left:-999px;position:absolute}", "<div class=up><div class=down>{}</div></div>"),
        ("[data-k='7']{visibility:hidden}", "<div data-k=7>{}</div>"),
        (".x:not(.open){display:none}", "<div class=x>{}</div>"),
        ("@media screen{.s{opacity:0}}", "<div class=s>{}</div>"),
        ("@media (min-width:600px){.s{opacity:0}}", "<div class=s>{}</div>"),
        ("@supports (display:grid){@layer a{.s{opacity:0}}}", "<div class=s>{}</div>"),
        ("/* .s{} */ p,.s/* */{display:none;}p{display:block}", "<div class=s>{}</div>"),
        (".s{display:block}.s{display:none}", "<div class=s>{}</div>"),
        (".s{display:none!important}.s.s{display:block}", "<div class=s style='display:block'>{}</div>"),
        ('.a{content:"} .s{"} .s{display:none}', "<div class=s>{}</div>"),
        (".s{display:none", "<div class=s>{}</div>"),
        (".dark{background:#111}.s{color:#111}", "<div class=dark><div class=s>{}</div></div>"),
        (":root{--d:none} .s{display:var(--d)}", "<div class=s>{}</div>"),
        (":root{--a:var(--b);--b:0} .s{opacity:var(--a)}", "<div class=s>{}</div>"),
        (":root{--d:none} .s{display:var(--d)}", "<i>" * 40 + "<b class=s>{}</b>"),
        (".o{--far:-999px} .s{position:absolute;left:var(--far, 0)}", "<div class=o><p class=s>{}</p></div>"),
        ("li:nth-child(3){height:0;overflow:hidden}", "<ul><li>하나<li>둘<li>{}<li>넷</ul>"),
        ("li:nth-child( 2n + 1 ){opacity:0}", "<ul><li hidden><li>둘<li>{}</ul>"),
        ("li:nth-child(-n+1){opacity:0}", "<ul><li>{}<li>둘</ul>"),
        ("dd:nth-of-type(2){display:none}", "<dl><dt>가</dt><dd>하나</dd><script>1</script><dd>{}</dd></dl>"),
        ("dd:last-of-type{display:none}", "<dl><dd>하나</dd><dd>{}</dd><dt>가</dt></dl>"),
        ("li:nth-last-child(2){display:none}", "<ul><li>하나<li>{}<li>셋</ul>"),
        (".t > :first-child{display:none}", "<div class=t><p>{}</p><p>둘</p></div>"),
        (".t b:only-child{display:none}", "<div class=t><p><b>{}</b></p></div>"),
        ("li:not(:first-child){display:none}", "<ul><li>하나<li>{}</ul>"),
        ("div:is(.a, .s:not(.b)){display:none}", "<div class=s>{}</div>"),
        (".s:not(.a, .b){display:none}", "<div class=s>{}</div>"),
        ("[data-k~=a]{display:none}", "<div data-k='b a'>{}</div>"),
        (".s{position:absolute;z-index:-1}", "<div class=s>{}</div>"),
        ("h2 + p{display:none}", "<div><h2>하나</h2> <p>{}</p><p>둘</p></div>"),
        ("h2+p>b{display:none}", "<div><h2>하나</h2><p><b>{}</b></p></div>"),
        (".a ~ .s{opacity:0}", "<div><p class=a>하나</p><p>둘</p><p class=s>{}</p></div>"),
        (".k .a + i ~ .s{opacity:0}", "<div class=k><p><b class=a></b><i>하나</i><br><u class=s>{}</u></p></div>"),
        ("script + p{display:none}", "<div><script>1</script><p>{}</p></div>"),
    ],
)
def test_hidden_by_the_pages_own_sheet(css: str, html: str) -> None:
    page = page_of(html.format(SPAM), f"<style>{css}</style>")
    assert hidden_of(page) == [SPAM]


@pytest.mark.parametrize(
    ("css", "html"),
    [
        ("@media print{.s{display:none}}", "<div class=s>{}</div>"),
        ("@media (max-width:600px){.s{display:none}}", "<div class=s>{}</div>"),
        ("@media not screen{.s{display:none}}", "<div class=s>{}</div>"),
        ("@keyframes k{from{visibility:hidden}.s{display:none}}", "<div class=s>{}</div>"),
        (".s:hover{display:none}", "<div class=s>{}</div>"),
        (".s::before{display:none}", "<div class=s>{}</div>"),
        (".s + .s{display:none}", "<div class=s>{}</div>"),
        ("h2 + p{display:none}", "<div><h2>하나</h2><script>1</script><p>{}</p></div>"),
        ("h2 + p{display:none}", "<div><h2>하나</h2><b>둘</b><p>{}</p></div>"),
        ("h2 ~ p{display:none}", "<div><p>{}</p><h2>하나</h2></div>"),
        ("h2 + p{display:none}", "<div><div><h2>하나</h2></div><p>{}</p></div>"),
        ("input:checked ~ p{display:none}", "<div><input><p>{}</p></div>"),
        (".s{display:none}.s{display:block}", "<div class=s>{}</div>"),
        ("#i{display:block}.s{display:none}", "<div id=i class=s>{}</div>"),
        (".s{display:none}", "<div class=s style='display:block'>{}</div>"),
        ("ul{font-size:0}li{font-size:14px}", "<ul><li>{}</li></ul>"),
        (".o{visibility:hidden}.i{visibility:visible}", "<div class=o><div class=i>{}</div></div>"),
        (".other .s{display:none}", "<div class=s>{}</div>"),
        (".up > .s{display:none}", "<div class=up><p><b class=s>{}</b></p></div>"),
        (".x:not(.open){display:none}", "<div class='x open'>{}</div>"),
        ("<!-- .s{display:none; --> ", "<p class=t>{}</p>"),
        (".o{--d:none} .s{display:var(--d, block)}", "<div class=o>가</div><div class=s>{}</div>"),
        (":root{--d:block} .s{display:var(--d, none)}", "<div class=s>{}</div>"),
        (".s{display:var(--a)}:root{--a:var(--b);--b:var(--a)}", "<div class=s>{}</div>"),
        (".s{display:none}.s:first-child{display:block}", "<div><div class=s>{}</div><p>둘</p></div>"),
        ("li:nth-child(3){display:none}", "<ul><li>하나<li>{}</ul>"),
        ("li:nth-child(2 of .s){display:none}", "<ul><li>하나<li class=s>{}</ul>"),
        ("li:nth-child(x){display:none}", "<ul><li>{}</ul>"),
        ("dd:last-of-type{display:none}", "<dl><dd>{}</dd><dd></dd></dl>"),
        (".s:not(:is(b, div)){display:none}", "<div class=s>{}</div>"),
        (".s:has(b){display:none}", "<div class=s>{}</div>"),
        (".card{position:relative;z-index:0}.s{position:absolute;z-index:-1}", "<div class=card><p class=s>{}</div>"),
    ],
)
def test_not_hidden_by_the_pages_own_sheet(css: str, html: str) -> None:
    assert hidden_of(page_of(html.format("보이는 글"), f"<style>{css}</style>")) == []


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


def test_sheet_anywhere_in_the_page_counts_and_comments_do_not() -> None:
    late = page_of("<div class=s>숨은 글</div><STYLE>.s{display:none}</STYLE>")
    assert hidden_of(late) == ["숨은 글"]
    assert hidden_of(page_of("<div class=s>글</div><!--<style>.s{display:none}</style>-->")) == []


def test_white_text_is_not_judged_where_a_sheet_from_elsewhere_may_paint_the_ground() -> None:
    link = '<link rel="stylesheet" href="/dark.css">'
    assert hidden_of(page_of('<div style="color:#fff">흰 글</div>', link)) == []
    assert hidden_of(page_of('<div style="color:#fff;background:#fff">흰 글</div>', link)) == ["흰 글"]


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
