"""Where a page's genuine copy may be: what the page says, its source links, and its article's number."""

from __future__ import annotations

import pytest

from wonmun.model import Link, Page, Segment
from wonmun.net.leads import MOST, find_leads
from wonmun.page.parse import parse_page


def page(*, url: str = "https://mirror.example/a", links: tuple[tuple[str, str], ...] = (), **head: str) -> Page:
    text, found = "", []
    for label, href in links:
        found.append(Link(len(text), len(text) + len(label), href))
        text += f"{label} "
    said = tuple((name.replace("_", ":"), value) for name, value in head.items())
    return Page(text, (Segment("s", "text", 0, len(text)),), tuple(found), url, "ko", said)


def addresses(asked: Page, publishers: tuple[str, ...] = ()) -> tuple[str, ...]:
    return tuple(lead.address for lead in find_leads(asked, publishers))


def test_leads_come_from_the_head_and_from_source_links_in_that_order_each_with_its_reason() -> None:
    found = find_leads(
        page(
            canonical="https://news.example/1#top",
            og_url="https://other.example/2",
            links=(
                ("기사 원문 보기", "https://third.example/3"),
                ("오늘의 운세", "https://ads.example/x"),
                ("Source", "https://news.example/1"),
            ),
        )
    )
    assert [(lead.address, lead.reason) for lead in found] == [
        ("https://news.example/1", "its head names it (canonical)"),
        ("https://other.example/2", "its head names it (og:url)"),
        ("https://third.example/3", "it links to it as its source (“기사 원문 보기”)"),
    ]


def test_linked_data_leads_on_whatever_form_it_has() -> None:
    data = (
        '{"@type": "NewsArticle", "headline": "제목", "mainEntityOfPage": {"@id": "https://news.example/main"}, '
        '"isBasedOn": ["https://news.example/base", {"url": "https://news.example/other"}, 7, null]}'
    )
    source = f'<title>제목</title><script type="application/ld+json">{data}</script><body><p>글이다.</p></body>'
    assert addresses(parse_page(source.encode(), url="https://mirror.example/1")) == (
        "https://news.example/main",
        "https://news.example/base",
        "https://news.example/other",
    )


def test_a_source_is_linked_by_its_name_or_only_written() -> None:
    body = (
        "<article><p>마을 도서관이 다시 문을 열었다.</p><p>출처 : <a href='https://paper.example/77'>한빛일보</a></p>"
        "<p>[기사원문] https://news.example/view/9.</p></article>"
    )
    found = find_leads(parse_page(f"<title>제목</title><body>{body}</body>".encode(), url="https://mirror.example/1"))
    assert [(lead.address, lead.reason) for lead in found] == [
        ("https://paper.example/77", "it links to it as its source (“한빛일보”)"),
        ("https://news.example/view/9", "it names it as its source (“원문”)"),
    ]


def test_a_number_that_the_mirror_kept_is_tried_at_publishers_that_number_so() -> None:
    publishers = (
        "https://news.example/view/AKR20261101000900004?section=it",
        "https://paper.example/2026/11/20261101123",
        "https://two.example/20261101123/20261101123456",
        "https://other.example/articles/17",
    )
    found = find_leads(page(url="https://mirror.example/bbs/AKR20261124012300017.html"), publishers)
    assert {lead.reason for lead in found} == {"its own address keeps the article's number"}
    assert [lead.address for lead in found] == [
        "https://news.example/view/AKR20261124012300017?section=it",
        "https://www.yna.co.kr/view/AKR20261124012300017",
    ]
    assert addresses(page(url="https://mirror.example/20261124555"), publishers) == (
        "https://paper.example/2026/11/20261124555",
    )
    assert addresses(page(url="https://mirror.example/17"), publishers) == ()
    assert addresses(page(url="https://mirror.example/" + "1" * 40), publishers) == ()


@pytest.mark.parametrize(
    "said",
    ["https://mirror.example/a", "http://www.mirror.example/b/", "https://m.mirror.example/c?x=1", "/d",
     "javascript:alert(1)", "ftp://news.example/1", "", "http://", "http://[", "#top", "https://news.example/"],
)  # fmt: skip
def test_the_pages_own_host_front_pages_and_what_is_no_web_address_are_not_asked(said: str) -> None:
    assert addresses(page(canonical=said, links=(("원문 보기", said),))) == ()


def test_a_page_that_names_a_hundred_sources_has_three_asked() -> None:
    many = tuple((f"출처 {n}", f"https://news.example/{n}") for n in range(100))
    assert len(addresses(page(links=many))) == MOST
