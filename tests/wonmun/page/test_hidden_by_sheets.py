"""What a page's style sheets hide, and what they do not."""

from __future__ import annotations

import pytest

from tests.wonmun.page.parts import SPAM, hidden_of, page_of


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
        ("@keyframes out{from{opacity:1}to{opacity:0}} .s{animation:out .1s forwards}", "<div class=s>{}</div>"),
        ("@keyframes o{50%,100%{left:-999px}} .s{position:fixed;animation:o 0s both}", "<div class=s>{}</div>"),
        (".s{color:color-mix(in srgb, #fff 97%, black)}", "<div class=s>{}</div>"),
        (".s{color:oklch(1 0 0)}", "<div class=s>{}</div>"),
        (".s{color:hwb(0 100% 0%)}", "<div class=s>{}</div>"),
        (".s{color:lab(100 0 0)}", "<div class=s>{}</div>"),
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
        (".a,.o{color:red;.s,.t{display:none}}", "<div class=o><div class=s>{}</div></div>"),
        (".s{&.on{display:none}}", "<div class='s on'>{}</div>"),
        (".o{> .s{opacity:0}}", "<div class=o><div class=s>{}</div></div>"),
        (".s{.o &{opacity:0}}", "<div class=o><div class=s>{}</div></div>"),
        (".s{color:red;@media (min-width:1px){display:none}}", "<div class=s>{}</div>"),
        (".s{i{color:red} display:none}", "<div class=s>{}</div>"),
        ("@scope (.o){b{display:none}}", "<div class=o><b>{}</b></div>"),
        ("@layer a,b;@layer b{.s{display:none}}@layer a{.s{display:block}}", "<div class=s>{}</div>"),
        (".s{display:none}@layer a{.s.s{display:block}}", "<div class=s>{}</div>"),
        ("@media not print{.s{opacity:0}}", "<div class=s>{}</div>"),
        ("@media (300px <= width < 200em) and (hover){.s{opacity:0}}", "<div class=s>{}</div>"),
        ("@media print, (orientation:landscape) and (pointer:fine){.s{opacity:0}}", "<div class=s>{}</div>"),
        ("@media (max-width:9px) or (min-height:1px){.s{opacity:0}}", "<div class=s>{}</div>"),
        (".o:has(.ad){display:none}", "<div class=o><p>{}<i><b class=ad></b></i></p></div>"),
        (".o:not(:has(.ad)){display:none}", "<div class=o>{}</div>"),
        (".o:has(> a[href]){display:none}", "<div class=o><a href=/>{}</a></div>"),
        (".o:has(+ .t) i{display:none}", "<div class=o><i>{}</i></div><div class=t>둘</div>"),
        (".o:has(~ .t .u){display:none}", "<div class=o>{}</div><p>둘</p><div class=t><i class=u>셋</i></div>"),
        ("body:has(.t .u) .s{display:none}", "<div class=s>{}</div><div class=t><i class=u>셋</i></div>"),
        (".s:not(:hover){display:none}", "<div class=s>{}</div>"),
        ("input:not(:checked) ~ p{display:none}", "<div><input type=checkbox><p>{}</p></div>"),
        ("input:checked ~ p{display:none}", "<div><input type=checkbox checked><p>{}</p></div>"),
        ("a:link{font-size:0}", "<a href=/>{}</a>"),
        (":is(#no, .s){display:none}.s.s.s{display:block}", "<div class=s>{}</div>"),
        (":is(.s, :nonsense){display:none}", "<div class=s>{}</div>"),
        ("[data-a='AB' i]{display:none}", "<div data-a=ab>{}</div>"),
        (".md\\:s{display:none}", "<div class='md:s'>{}</div>"),
        (".\\31 23{display:none}", "<div class=123>{}</div>"),
        (":root{--n:999px}.s{position:absolute;left:calc(var(--n)*-1)}", "<div class=s>{}</div>"),
        (".s{position:absolute;inset-inline-start:-999px}", "<div class=s>{}</div>"),
        (".s{position:absolute;clip:rect(456px,auto,auto,456px)}", "<div class=s>{}</div>"),
        (".s{position:absolute;clip:rect(456px,auto,auto,auto)}", "<div class=s>{}</div>"),
        (".s{position:absolute;clip:rect(auto,auto,auto,456px)}", "<div class=s>{}</div>"),
        (".s{clip-path:inset(0 100% 0 0)}", "<div class=s>{}</div>"),
        (".s{transform:rotateY(90deg)}", "<div class=s>{}</div>"),
        (".s{transform:matrix(0,0,0,0,9,9)}", "<div class=s>{}</div>"),
        (".s{scale:0 0}", "<div class=s>{}</div>"),
        (".s{zoom:1%}", "<div class=s>{}</div>"),
        (".o{opacity:.2}.s{opacity:.2}", "<div class=o><div class=s>{}</div></div>"),
        (".s{filter:blur(1px) opacity(.01)}", "<div class=s>{}</div>"),
        (".s{-webkit-text-fill-color:transparent}", "<div class=s>{}</div>"),
        (".s{color:rgba(0,0,0,.01)}", "<div class=s>{}</div>"),
        (".s{text-indent:100%;overflow:hidden;white-space:nowrap}", "<div class=s>{}</div>"),
        (".s{block-size:0;overflow:clip}", "<div class=s>{}</div>"),
        (".o{visibility:hidden}.s{visibility:unset}", "<div class=o><div class=s>{}</div></div>"),
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
        (".s{opacity:0;animation:in 1s .2s both}@keyframes in{from{opacity:0}to{opacity:1}}", "<div class=s>{}</div>"),
        (".s{animation:blink 1s infinite}@keyframes blink{to{opacity:0}}", "<div class=s>{}</div>"),
        (".s{color:color-mix(in srgb, #fff 40%, black)}", "<div class=s>{}</div>"),
        (".s{color:oklch(60% .2 250)}", "<div class=s>{}</div>"),
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
        (".o{.s{display:none}}", "<div class=s>{}</div>"),
        (".o{.s{display:none}color:red}", "<div class=o>{}</div>"),
        ("@scope (.o){b{display:none}}", "<b>{}</b>"),
        ("@layer a{.s.s{display:none}}.s{display:block}", "<div class=s>{}</div>"),
        ("@layer a,b;@layer b{.s{display:block}}@layer a{.s{display:none}}", "<div class=s>{}</div>"),
        ("@supports not (display:grid){.s{display:none}}", "<div class=s>{}</div>"),
        ("@media (prefers-color-scheme:dark){.s{display:none}}", "<div class=s>{}</div>"),
        ("@media (width < 600px){.s{display:none}}", "<div class=s>{}</div>"),
        ("@media not (unknown-thing){.s{display:none}}", "<div class=s>{}</div>"),
        ("a} .s{display:none}", "<div class=s>{}</div>"),
        (".o:has(.ad){display:none}", "<div class=o>{}</div><b class=ad></b>"),
        (".o:has(> .ad){display:none}", "<div class=o>{}<i><b class=ad></b></i></div>"),
        (".o:has(+ .t){display:none}", "<div class=o>{}</div><p>둘</p><div class=t></div>"),
        (".o:has(:hover){display:none}", "<div class=o>{}<b></b></div>"),
        ("x-tab:not(:defined){display:none}", "<x-tab>{}</x-tab>"),
        (":where(#no, .s){display:none}div{display:block}", "<div class=s>{}</div>"),
        (".o{font-size:0}.s{font-size:medium}", "<div class=o><div class=s>{}</div></div>"),
        (".o{opacity:.5}.s{opacity:.5}", "<div class=o><div class=s>{}</div></div>"),
        (".s{background:linear-gradient(red,blue);-webkit-text-fill-color:transparent}", "<div class=s>{}</div>"),
        (".s{display:block}", "<div class=s hidden>{}</div>"),
        (".s{position:absolute;clip:rect(0,9px,9px,0)}", "<div class=s>{}</div>"),
        (".s{transform:rotate(45deg) scale(.5)}", "<div class=s>{}</div>"),
    ],
)
def test_not_hidden_by_the_pages_own_sheet(css: str, html: str) -> None:
    assert hidden_of(page_of(html.format("보이는 글"), f"<style>{css}</style>")) == []


def test_sheet_anywhere_in_the_page_counts_and_comments_do_not() -> None:
    late = page_of("<div class=s>숨은 글</div><STYLE>.s{display:none}</STYLE>")
    assert hidden_of(late) == ["숨은 글"]
    assert hidden_of(page_of("<div class=s>글</div><!--<style>.s{display:none}</style>-->")) == []


@pytest.mark.parametrize(
    "around",
    [
        '<style media="print">{}</style>',
        "<style type='text/less'>{}</style>",
        "<noscript><style>{}</style></noscript>",
        "<template><style>{}</style></template>",
        "<textarea><style>{}</style></textarea>",
    ],
)
def test_sheets_that_are_not_in_force_hide_nothing(around: str) -> None:
    assert hidden_of(page_of("<div class=s>글</div>" + around.format(".s{opacity:0}"))) == []


def test_has_is_not_judged_where_too_much_is_asked() -> None:
    css = ":not(:has(b)){display:none}"
    assert hidden_of(page_of("<div>글</div>" + "<i></i>" * 11_000, f"<style>{css}</style>")) == []
    deep = "<style>i:has(u ~ u){display:none}</style>" + "<i>" * 900 + "<u></u>" * 2000
    assert hidden_of(page_of(f"<p>글</p>{deep}")) == []


def test_white_text_is_not_judged_where_a_sheet_from_elsewhere_may_paint_the_ground() -> None:
    link = '<link rel="stylesheet" href="/dark.css">'
    assert hidden_of(page_of('<div style="color:#fff">흰 글</div>', link)) == []
    assert hidden_of(page_of('<div style="color:#fff;background:#fff">흰 글</div>', link)) == ["흰 글"]
