"""What scripts write and hide while a page loads, where they say so outright."""

from __future__ import annotations

import pytest

from tests.wonmun.page.parts import SPAM, hidden_of, page_of
from wonmun.page.written import styles_set, written_out


@pytest.mark.parametrize(
    "script",
    [
        "document.getElementById('x').style.display='none';",
        'document.getElementById("x").style.cssText = "position:absolute;left:-999px"',
        "var e = document.getElementById('x'); e.style.textIndent = '-999px';",
        "document.querySelector('#x').setAttribute('style', 'display:none')",
        "if (a) { b(); } document.getElementById('x').style.visibility = 'hidden';",
        "document.getElementById('y').parentNode.style.display = 'none'",
        "document.querySelector('#x').hidden = true",
        "document.getElementById('y').parentElement.remove()",
    ],
)
def test_hidden_by_a_script(script: str) -> None:
    assert hidden_of(page_of(f"<div id=x><i id=y></i>{SPAM}</div><script>{script}</script>")) == [SPAM]


@pytest.mark.parametrize(
    "script",
    [
        "function close() { document.getElementById('x').style.display = 'none' }",
        "b.onclick = () => { document.getElementById('x').style.display = 'none' }",
        "document.getElementById('x').style.display = shown ? '' : 'none'",
        "document.getElementById('y').style.display = 'none'",
        "document.getElementById('y').parentNode.style.display = 'none'",
        "document.getElementById('x').hidden = false",
        "b.onclick = () => { document.getElementById('x').hidden = true }",
        "document.getElementById('x').remove(1)",
        "document.getElementById('x}').style.display = 'none'",
    ],
)
def test_not_hidden_by_a_script(script: str) -> None:
    assert hidden_of(page_of(f"<div id=x>보이는 글</div><script>{script}</script>")) == []


def test_a_script_shows_what_a_style_attribute_hides() -> None:
    part = "<p id=x style='display:none'>글</p><script>document.getElementById('x').style.display='block'</script>"
    assert hidden_of(page_of(part)) == []


def test_markup_that_a_script_writes_stands_where_the_script_does() -> None:
    opening, closing = (
        "<script>document.write('<div style=\\'display:none\\'>')</script>",
        ('<script type="text/javascript">document.writeln("</d" + "iv>");</script>'),
    )
    assert hidden_of(page_of(f"{opening}<p>{SPAM}</p>{closing}<p>보이는 글</p>")) == [SPAM]
    sheet = '<script>document.write("<style>.s{clip-path:circle(0)}</style>")</script>'
    assert hidden_of(page_of(f"{sheet}<p class=s>{SPAM}</p>")) == [SPAM]


@pytest.mark.parametrize(
    "source",
    [
        "<script>document.write(new Date().getFullYear())</script>",
        "<script>document.write('<script src=a.js></scr' + 'ipt>')</script>",
        "<script>if (old) document.write('<div hidden>')</script>",
        "<!--<script>document.write('<div hidden>')</script>-->",
        "<script>document.write('<div hidden>')",
    ],
)
def test_other_scripts_stay_as_they_are(source: str) -> None:
    assert written_out(source) == source


def test_a_page_of_many_scripts_that_never_end_costs_no_more_than_its_length() -> None:
    source = "document.write" + "<script>" * 50_000
    assert written_out(source) == source
    assert list(styles_set("document.getElementById('a').style." * 1000)) == []
