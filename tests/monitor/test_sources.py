"""Where pages come from, beside plain feeds."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from wonmun.errors import InputError
from wonmun_monitor.blocklists import FORMATS, parse_blocklist, write_blocklist
from wonmun_monitor.feeds import parse_feed, parse_list, parse_sitemap
from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.feeds import add_feed
from wonmun_monitor.log.pages import listing
from wonmun_monitor.log.queries.feeds import list_feeds
from wonmun_monitor.opml import Entry, read_opml, write_opml
from wonmun_monitor.sources import distinctive_sentence, wanted
from wonmun_monitor.urls import normalise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.monitor.conftest import World


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("HTTP://News.Example:80/a#b", "http://news.example/a"),
        ("https://news.example:443", "https://news.example/"),
        ("http://news.example:8080/a?utm_source=x&id=1&fbclid=z", "http://news.example:8080/a?id=1"),
        ("http://news.example/기사?가=나", "http://news.example/%EA%B8%B0%EC%82%AC?%EA%B0%80=%EB%82%98"),
        ("http://me:word@news.example/", "http://news.example/"),
        ("http://한글.example/", "http://xn--bj0bj06e.example/"),
    ],
)
def test_an_address_has_one_spelling(given: str, kept: str) -> None:
    assert normalise(given) == kept
    assert normalise(kept) == kept


@pytest.mark.parametrize(
    "bad", ["", "news.example", "ftp://a.example/", "http://", "http://a.example:x/", "http://a b/"]
)
def test_what_is_no_address_is_one_sentence(bad: str) -> None:
    with pytest.raises(InputError):
        normalise(bad)


def test_html_instead_of_a_feed_names_the_feed_it_has() -> None:
    page = '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head></html>'
    with pytest.raises(
        InputError, match=r"is a web page, no feed; it names a feed of its own: http://a.example/rss.xml"
    ):
        parse_feed(page.encode(), "http://a.example/", "text/html", 10)


def test_atom_with_relative_links_and_no_titles() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>소식</title><entry><id>1</id>'
        '<link rel="alternate" href="/a/1"/></entry><entry><id>2</id></entry></feed>'
    )
    parsed = parse_feed(atom.encode(), "http://a.example/feed", "application/atom+xml", 10)
    assert [i.url for i in parsed.items] == ["http://a.example/a/1"]
    assert parsed.title == "소식"


def test_a_broken_feed_is_read_as_far_as_it_goes() -> None:
    rss = "<rss version='2.0'><channel><item><link>http://a.example/1</link></item><item><title>A & B</title>"
    parsed = parse_feed(rss.encode(), "http://a.example/feed", "", 10)
    assert [i.url for i in parsed.items] == ["http://a.example/1"]
    assert "not well-formed" in parsed.note


def test_site_map_plain_gzip_and_index() -> None:
    urls = "".join(f"<url><loc> http://a.example/{n}?a=1&amp;b=2 </loc></url>" for n in range(5))
    plain = f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'.encode()
    for body in (plain, gzip.compress(plain)):
        parsed = parse_sitemap(body, "http://a.example/sitemap.xml", 3)
        assert [i.url for i in parsed.items] == [f"http://a.example/{n}?a=1&b=2" for n in range(3)]
        assert "more than 3" in parsed.note
    index = "<sitemapindex><sitemap><loc>http://a.example/s1.xml</loc></sitemap></sitemapindex>"
    assert parse_sitemap(index.encode(), "http://a.example/", 10).maps == ("http://a.example/s1.xml",)
    with pytest.raises(InputError, match="site map"):
        parse_sitemap(b"<html><body>no</body></html>", "http://a.example/", 10)


def test_a_site_map_index_is_followed(world: World, texts: dict[str, str]) -> None:
    site = world.site
    site.article("/a", "도서관", texts["library"])
    site.serve("/s1.xml", f"<urlset><url><loc>{site.url('/a')}</loc></url></urlset>", "application/xml")
    site.serve(
        "/s.xml", f"<sitemapindex><sitemap><loc>{site.url('/s1.xml')}</loc></sitemap></sitemapindex>", "text/xml"
    )
    world.tree["sitemaps"] = [{"url": site.url("/s.xml")}]
    world.round()
    assert world.page("/a")["state"] == "clean"


def test_list_an_address_a_line() -> None:
    text = "# mine\nhttp://a.example/1 the first\n\n  https://b.example/\nnot an address\nhttp://a.example/1\n"
    assert [i.url for i in parse_list(text.encode(), "http://x/", "text/plain", 9).items] == [
        "http://a.example/1",
        "https://b.example/",
    ]
    with pytest.raises(InputError, match="holds no address"):
        parse_list(b"nothing here", "http://x.example/", "text/plain", 9)


def test_searches_ask_for_phrases_found_and_for_sentences_of_copied_articles(
    world: World, mirror: Callable[..., str], texts: dict[str, str]
) -> None:
    site = world.site
    path = mirror()
    world.tree["searches"] = [{"template": site.url("/search?q={term}"), "terms": ["먹튀 검증"]}]
    world.round()
    first = {f.term for f in list_feeds(world.log().db, kind="search")}
    assert first == {"먹튀 검증"}
    world.round()
    with world.log() as log:
        terms = {f.term for f in list_feeds(log.db, kind="search")}
    assert '"대박 카지노사이트"' in terms
    assert f'"{distinctive_sentence(texts["bus"])}"' in terms
    assert world.page(path)["state"] == "injected"


def test_a_source_that_the_configuration_no_longer_names_rests(world: World) -> None:
    site = world.site
    url = site.feed("/feed.xml", site.url("/a"))
    world.tree["feeds"] = [{"url": url}]
    world.round()
    world.tree["feeds"] = []
    world.clock.forward(86_400)
    world.round()
    assert site.count("/feed.xml") == 1
    world.tree["feeds"] = [{"url": url}]
    world.round()
    assert site.count("/feed.xml") == 2


@pytest.mark.parametrize("form", FORMATS)
def test_blocklists_survive_the_round_trip(form: str) -> None:
    hosts = ("spam.example", "www.other-spam.example", "203.0.113.8")
    written = write_blocklist((*hosts, "spam.example:8080"), form)
    assert parse_blocklist(written, form, "x") == hosts
    assert "Entries: 3\n" in written


def test_a_blocklist_of_another_format_is_one_sentence() -> None:
    with pytest.raises(InputError, match="no line is of the format adblock"):
        parse_blocklist("spam.example\n", "adblock", "http://x.example/list")


def test_a_subscribed_blocklist_is_a_weak_prior_and_no_verdict(world: World, texts: dict[str, str]) -> None:
    from wonmun_monitor.log.queries.page import get_page

    site = world.site
    page = site.article("/a", "도서관", texts["library"])
    site.feed("/feed.xml", page)
    site.serve("/list.txt", "spam.example\n", "text/plain")
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    world.tree["blocklists"] = [{"url": site.url("/list.txt"), "format": "domains"}]
    world.round()
    before = world.page("/a")["score"]
    site.serve("/list.txt", "spam.example\n127.0.0.1\n", "text/plain")
    world.clock.forward(86_400)
    world.round()
    world.clock.forward(86_400)
    site.article("/a", "도서관", texts["library"] + " 한 줄이 늘었다.")
    world.round()
    row = world.page("/a")
    assert row["state"] == "clean"
    assert before < row["score"] < 0.5
    with world.log() as log:
        story = get_page(log.db, row["id"])
    assert story is not None
    assert story.listed_by == (site.url("/list.txt"),)
    world.tree["blocklists"] = []
    world.round()
    with world.log() as log:
        story = get_page(log.db, row["id"])
    assert story is not None
    assert story.listed_by == (), "no longer subscribed to"


@pytest.mark.parametrize(
    ("host", "is_listed"),
    [("spam.example", True), ("m.news.spam.example:8080", True), ("notspam.example", False), ("203.0.113.80", True),
     ("203.0.113.80:81", True), ("other.example", False)],
)  # fmt: skip
def test_a_listed_domain_stands_for_those_below_it(tmp_path: Path, host: str, is_listed: bool) -> None:  # noqa: FBT001
    with open_log(tmp_path / "log.db") as log, log.transaction() as db:
        feed = add_feed(log, "http://lists.example/l", 0.0)
        hosts = parse_blocklist("*://*.spam.example/*\n*://203.0.113.80/*\n", "ublacklist", "x")
        db.executemany("INSERT INTO listed_hosts VALUES (?, ?)", [(one, feed) for one in hosts])
        assert listing(db, host) == (("http://lists.example/l",) if is_listed else ())


def test_opml_in_and_out(tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(
        '<?xml version="1.0"?><opml version="2.0"><body>'
        '<outline text="신문"><outline text="가" xmlUrl="http://a.example/rss"/>'
        '<outline title="나" xmlUrl="http://b.example/rss" wonmunTrust="true"/></outline></body></opml>',
        encoding="utf-8",
    )
    entries = read_opml(file)
    assert [(e.url, e.trust) for e in entries] == [("http://a.example/rss", False), ("http://b.example/rss", True)]
    outside = (
        '<!DOCTYPE o [<!ENTITY x SYSTEM "file:///etc/hostname">]><opml><outline text="&x;" xmlUrl="http://a/"/></opml>'
    )
    for bad in ("<opml", "<opml><body/></opml>", outside):
        file.write_text(bad, encoding="utf-8")
        with pytest.raises(InputError, match="OPML"):
            read_opml(file)


def test_opml_written_is_read_again(world: World, tmp_path: Path) -> None:
    world.tree["feeds"] = [{"url": world.site.feed("/a.xml", world.site.url("/a")), "trust": True}]
    world.round()
    file = tmp_path / "out.opml"
    with world.log() as log:
        file.write_text(write_opml(list_feeds(log.db)), encoding="utf-8")
    assert read_opml(file) == [Entry(world.site.url("/a.xml"), "소식", trust=True)]


def test_an_address_named_twice_is_one_source() -> None:
    from wonmun.settings import Feed, Settings

    sources = wanted(Settings(feeds=(Feed("http://a.example/", trust=True), Feed("http://a.example/"))))
    assert [(s.url, s.trust) for s in sources] == [("http://a.example/", True)]
