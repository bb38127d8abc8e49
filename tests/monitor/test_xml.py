"""Characters that no XML may hold, in feeds that come and in lists that go out."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from wonmun_monitor.feeds import parse_feed
from wonmun_monitor.log.queries.feeds import list_feeds
from wonmun_monitor.opml import read_opml, write_opml

if TYPE_CHECKING:
    from pathlib import Path

    from tests.monitor.conftest import World

FEED = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>소식{odd}</title>"
    "<item><link>http://a.example/1</link><title>{odd}도서관</title></item>"
    "<item><link>http://a.example/2</link><title>우물</title></item></channel></rss>"
)


@pytest.mark.parametrize(
    "odd",
    ["&#xD800;", "&#55296;", "&#1;", "&#0;", "\x01", "\x1b[2J", "&#x110000;", "&#99999999999999999999;", "&#xFFFE;"],
)
def test_one_odd_title_does_not_cost_the_feed(odd: str) -> None:
    """A number of half a surrogate pair ended feedparser, and with it the reading of the whole feed."""
    read = parse_feed(FEED.replace("{odd}", odd).encode(), "http://a.example/rss", "application/rss+xml", 50)
    assert [item.url for item in read.items] == ["http://a.example/1", "http://a.example/2"]
    assert read.items[0].title.endswith("도서관")
    assert read.title.isprintable()


def test_what_is_written_as_a_number_stays() -> None:
    read = parse_feed(FEED.replace("{odd}", "&#44032;&#xAC00;").encode(), "http://a.example/rss", "", 50)
    assert read.title == "소식가가"


def test_a_title_that_no_xml_may_hold_is_written_without_it(world: World, tmp_path: Path) -> None:
    """`wonmun feeds export` ended with a traceback of lxml's."""
    world.tree["feeds"] = [{"url": world.site.feed("/a.xml", world.site.url("/a")), "trust": True}]
    world.round()
    with world.log() as log:
        rows = [dataclasses.replace(row, title="소\x01식\x1b") for row in list_feeds(log.db)]
    file = tmp_path / "out.opml"
    file.write_text(write_opml(rows), encoding="utf-8")
    assert [entry.title for entry in read_opml(file)] == ["소식"]
