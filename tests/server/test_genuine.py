"""Where a page's genuine copy may be: what the page says, and its article's number."""

from __future__ import annotations

import pytest

from wonmun.model import Link, Page, Segment
from wonmun_server.genuine import addresses


def page(*, url: str = "https://mirror.example/a", links: tuple[tuple[str, str], ...] = (), **head: str) -> Page:
    text, found = "", []
    for label, href in links:
        found.append(Link(len(text), len(text) + len(label), href))
        text += f"{label} "
    said = tuple((name.replace("_", ":"), value) for name, value in head.items())
    return Page(text, (Segment("s", "text", 0, len(text)),), tuple(found), url, "ko", said)


def test_addresses_are_taken_from_head_and_source_links_in_that_order() -> None:
    found = addresses(
        page(
            canonical="https://news.example/1#top",
            og_url="https://other.example/2",
            links=(
                ("기사 원문 보기", "/3"),
                ("오늘의 운세", "https://ads.example/"),
                ("Source", "https://news.example/1"),
            ),
        )
    )
    assert found == ("https://news.example/1", "https://other.example/2", "https://mirror.example/3")


def test_a_number_that_the_mirror_kept_is_tried_at_publishers_that_number_so() -> None:
    publishers = (
        "https://news.example/view/AKR20261101000900004?section=it",
        "https://paper.example/2026/11/20261101123",
        "https://two.example/20261101123/20261101123456",
        "https://other.example/articles/17",
    )
    found = addresses(page(url="https://mirror.example/bbs/AKR20261124012300017.html"), publishers)
    assert found == (
        "https://news.example/view/AKR20261124012300017?section=it",
        "https://www.yna.co.kr/view/AKR20261124012300017",
    )
    assert addresses(page(url="https://mirror.example/20261124555"), publishers) == (
        "https://paper.example/2026/11/20261124555",
    )
    assert addresses(page(url="https://mirror.example/17"), publishers) == ()
    assert addresses(page(url="https://mirror.example/" + "1" * 40), publishers) == ()


@pytest.mark.parametrize(
    "said",
    ["https://mirror.example/a", "http://www.mirror.example/a/", "https://m.mirror.example/a", "javascript:alert(1)",
     "ftp://news.example/", "", "http://", "http://[", "#top"],
)  # fmt: skip
def test_the_page_itself_and_what_is_no_web_address_are_not_asked(said: str) -> None:
    assert addresses(page(canonical=said)) == ()
