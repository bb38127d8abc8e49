"""Pages that a browser saved as a single file: they were read as plain text and called clean (seen from outside)."""

from __future__ import annotations

import base64
import quopri

import pytest

from wonmun.page.parse import parse_page

PAGE = '<html lang="ko"><head><title>새 다리</title></head><body><p>강변에 새 다리가 놓였다.</p></body></html>'.encode()
CODED = {"base64": base64.encodebytes(PAGE), "quoted-printable": quopri.encodestring(PAGE)}
HEAD = """From: <Saved by Blink>
Snapshot-Content-Location: https://paper.example/1
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----part"

------part
Content-Type: {0}
Content-Transfer-Encoding: {1}
Content-Location: https://paper.example/{2}

"""
PICTURE = b"\n------part\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n------part--\n"


@pytest.mark.parametrize("coding", CODED)
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_the_page_in_it_is_read(coding: str, newline: bytes) -> None:
    data = HEAD.format("text/html; charset=utf-8", coding, "1").encode() + CODED[coding] + PICTURE
    page = parse_page(data.replace(b"\n", newline))
    assert page.html
    assert (page.title, page.url) == ("새 다리", "https://paper.example/1")
    assert "강변에 새 다리가 놓였다." in page.text
    assert parse_page(data, url="https://asked.example/").url == "https://asked.example/"


@pytest.mark.parametrize(
    "end", ["", "------part", "\n------part\nContent-Type: multipart/related; boundary=x\n\n--x\n" * 3000]
)
def test_one_without_a_page_is_read_as_a_text(end: str) -> None:
    data = HEAD.format("image/png", "base64", "x.png") + end
    assert "Saved by Blink" in parse_page(data.encode(), content_type="text/plain").text
