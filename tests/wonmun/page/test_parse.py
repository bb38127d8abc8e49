"""What a page is, and what is refused."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from urllib.parse import urljoin

import pytest

from wonmun.errors import InputError
from wonmun.page.parse import parse_page


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "가")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (zipped(), "ZIP"),
        (gzip.compress(b"<p>x", mtime=0), "gzip"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"\x00\x00\x00\x18ftypmp42", "MP4"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "HWP"),
        (bytes(range(256)) * 8, "binary"),
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"<html><body><script>1</script></body></html>", "no text"),
        (b"<html></html>", "no text"),
        (b"<!-- -->", "no text"),
    ],
)
def test_refused_in_one_sentence(data: bytes, named: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_page(data, content_type="text/html")
    assert named in str(caught.value)
    assert "\n" not in str(caught.value)


def test_text_that_mentions_a_format_is_no_such_format() -> None:
    assert parse_page(b"<p>MZ and ID3 are no pages</p>").text == "MZ and ID3 are no pages"


def test_text_without_markup_is_plain_and_exact() -> None:
    text = "  첫 줄 3 < 5\r\n\r\n둘째\u00a0줄\u200b "
    page = parse_page(text.encode(), content_type="text/plain")
    assert page.text == text
    assert not page.html


def test_characters_that_matter_are_kept() -> None:
    page = parse_page("<p>가&nbsp;나\u200b다 &amp; 라&#x1F600;\n\t마</p>")
    assert page.text == "가\u00a0나\u200b다 & 라😀 마"


def test_markup_without_paragraphs() -> None:
    page = parse_page("첫 문장이다.<br>둘째 문장이다.<br><br>셋째 문단이다.<br/>\n&nbsp;<br/>넷째 문단이다.")
    assert [page.slice(s) for s in page.segments] == [
        "첫 문장이다.\n둘째 문장이다.",
        "셋째 문단이다.",
        "넷째 문단이다.",
    ]


def test_a_link_that_is_split_by_an_element_is_one() -> None:
    page = parse_page("<p>앞 <a href='/x'>온라인 <b>어떤</b> 말</a> 뒤</p>", url="https://a.example/b/c")
    assert [(page.text[k.start : k.end], k.href) for k in page.links] == [("온라인 어떤 말", "https://a.example/x")]


def test_a_link_behind_blanks_that_are_kept_is_where_its_words_are() -> None:
    page = parse_page("<pre>\n\n   앞에서 <a href=/x>어떤 말</a> 뒤</pre>")
    assert [page.text[k.start : k.end] for k in page.links] == ["어떤 말"]


def test_a_list_of_links_is_a_segment_a_link() -> None:
    page = parse_page(
        "<p>본문이 여기에 있다. 아주 짧은 글이지만 글은 글이다.</p><ul><li>· <a href=/1>하나</a> | <a href=/2>둘</a></ul>"
    )
    assert [(page.slice(s), s.href, s.article) for s in page.of("link")] == [("하나", "/1", False), ("둘", "/2", False)]


@pytest.mark.parametrize("href", ["http://[", "javascript:void(0)", "", "  /x ", "//h/x", "mailto:a@b"])
def test_any_href_is_carried(href: str) -> None:
    page = parse_page(f"<p>글 <a href='{href}'>링크</a> 글</p>", url="http://a.example/")
    assert len(page.links) == 1


def test_claimed_language_yields_to_the_letters() -> None:
    assert parse_page("<html lang=en><p>한국어로 쓴 글이다.</p>").lang == "ko"
    assert parse_page("<html lang=id><p>Ini teks biasa saja.</p>").lang == "id"
    assert (
        parse_page("<p>Pemerintah mengumumkan bahwa harga beras di pasar akan turun dan tidak naik lagi.</p>").lang
        == "id"
    )
    assert parse_page("<p>The library opens at dawn, and the readers of the town are glad of it.</p>").lang == "en"
    assert parse_page("<p>図書館は朝から開いている。</p>").lang == "ja"


def test_article_that_only_scripts_would_show_is_taken_from_linked_data() -> None:
    lines = ["마을 도서관이 새벽에도 문을 연다. " * 6, "찾는 이가 늘었기 때문이다. " * 6]
    data = json.dumps({"@type": "NewsArticle", "headline": "도서관", "articleBody": "\n\n".join(lines)})
    source = f"<title>도서관</title><script type='application/ld+json'>{data}</script><body><div id=root></div>"
    page = parse_page(source)
    assert [page.slice(s) for s in page.of("text")] == [line.strip() for line in lines]
    shown = parse_page(f"{source}<p>{'이미 보이는 글이다. ' * 30}</p>")
    assert [s.role for s in shown.segments] == ["title", "text"]


def test_broken_head_and_missing_body() -> None:
    page = parse_page("<body><title>몸 안의 제목</title><meta name=description content='설명 글'><p>본문 글이다.")
    assert (page.title, page.slice(page.of("meta")[0])) == ("몸 안의 제목", "설명 글")
    assert parse_page("<p>글</p><svg><title>그림 이름</title></svg>").title == ""


@pytest.mark.parametrize("element", ["article", "main", "section", "amp-story-page", "custom-body"])
def test_a_page_without_tags_for_head_and_body_keeps_its_text(element: str) -> None:
    page = parse_page(
        f"<!doctype html><title>제목</title><{element}><p>오늘 서울은 맑다.</p></{element}><p>내일은 비.</p>"
    )
    assert page.title == "제목"
    assert "오늘 서울은 맑다." in page.text
    assert "내일은 비." in page.text
    assert page.text.count("제목") == 1


@pytest.mark.parametrize("href", [
    "/a/b", "/a/b?x=1&y=2", "/a/", "/", "/a.html", "/a/../b", "/a/./b", "//other.example/a", "/a?", "/a#", "/a;", "/a;b",
    "https://other.example/a", "HTTP://other.example/a", "http://other.example/a/../b?", "https:///a", "?x=1", "#top", "a/b",
    "javascript:void(0)", "mailto:a@b.example", "/가/나?다=라", "/a b", "/a\\b", "", "http://[", "/a//b", "/a.b/c",
])  # fmt: skip
def test_links_lead_where_urljoin_says(href: str) -> None:
    base = "https://news.example/section/1.html"
    page = parse_page(f'<body><p>본문 한 줄이 여기 있다. <a href="{href}">여기</a> 보라.</p></body>', url=base)
    try:
        expected = urljoin(base, href)
    except ValueError:
        expected = href
    assert [link.href for link in page.links] == [expected]
