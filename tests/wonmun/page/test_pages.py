"""Whole pages as sites write them, each with what must come out of it (`pages/*.json`)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from wonmun.page.parse import parse_page

if TYPE_CHECKING:
    from wonmun.model import Page

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


def load(name: str) -> tuple[Page, dict[str, Any]]:
    wanted = json.loads((PAGES / f"{name}.json").read_text("utf-8"))
    source = (PAGES / f"{name}.html").read_text("utf-8")
    page = parse_page(source.encode(wanted.get("charset", "utf-8")), url=wanted["url"])
    return page, wanted


@pytest.mark.parametrize("name", NAMES)
def test_article_stands_in_one_run(name: str) -> None:
    page, wanted = load(name)
    article = [page.slice(s) for s in page.segments if s.role == "text" and s.article]
    run = wanted["article"]
    start = article.index(run[0])
    assert article[start : start + len(run)] == run
    assert "\n\n".join(run) in page.text
    for caption in wanted["captions"]:
        assert article.index(caption) >= start + len(run)


@pytest.mark.parametrize("name", NAMES)
def test_head_comes_first(name: str) -> None:
    page, wanted = load(name)
    assert [page.slice(s) for s in page.of("title")] == wanted["titles"]
    assert [page.slice(s) for s in page.of("meta")] == wanted["meta"]
    count = len(wanted["titles"]) + len(wanted["meta"])
    assert {s.role for s in page.segments[:count]} <= {"title", "meta"}
    for pair in wanted["head"]:
        assert tuple(pair) in page.head
    assert page.lang == wanted["lang"]


@pytest.mark.parametrize("name", NAMES)
def test_surroundings_are_told_from_the_article(name: str) -> None:
    page, wanted = load(name)
    article = "\n".join(page.slice(s) for s in page.segments if s.article)
    around = "\n".join(page.slice(s) for s in page.segments if not s.article and s.role != "hidden")
    for text in wanted["around"]:
        assert text in around, text
        assert text not in article or text in "".join(wanted["titles"]), text
    for text in wanted["absent"]:
        assert text not in page.text


@pytest.mark.parametrize("name", NAMES)
def test_hidden_parts_come_last_and_say_why(name: str) -> None:
    page, wanted = load(name)
    hidden = page.of("hidden")
    assert sorted(page.slice(s) for s in hidden) == sorted(wanted["hidden"])
    assert all(s.hidden_by for s in hidden)
    assert page.segments[len(page.segments) - len(hidden) :] == hidden


@pytest.mark.parametrize("name", NAMES)
def test_links_point_into_the_text(name: str) -> None:
    page, wanted = load(name)
    links = [[page.text[link.start : link.end], link.href] for link in page.links]
    for link in wanted.get("links", []):
        assert link in links
    entries = [[page.slice(s), s.href] for s in page.of("link")]
    for entry in wanted.get("segments_linked", []):
        assert entry in entries


@pytest.mark.parametrize("name", NAMES)
def test_segments_stand_in_order_and_cover_the_text(name: str) -> None:
    page, _ = load(name)
    at = 0
    for segment in page.segments:
        assert page.text[at : segment.start].strip() == ""
        assert segment.start < segment.end
        at = segment.end
    assert at == len(page.text)
    assert len({s.id for s in page.segments}) == len(page.segments)
