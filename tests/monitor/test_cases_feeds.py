"""monitor.md, 18–22: what feeds and pages are made of."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.monitor.conftest import Clock, World
    from tests.monitor.web import Site

BOMB = """<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">
{entities}
<!ENTITY x SYSTEM "file://{file}">]>
<rss version="2.0"><channel><title>&x;&z9;</title>
<item><title>&z9;</title><link>{link}</link></item></channel></rss>"""


def test_18_billion_laughs_external_entity_bounded_no_file_read(world: World, tmp_path: Path) -> None:
    site = world.site
    secret = tmp_path / "secret"
    secret.write_text("비밀문서", encoding="utf-8")
    names = ["a", *(f"z{n}" for n in range(10))]
    entities = "\n".join(f'<!ENTITY {n} "{f"&{p};" * 10}">' for p, n in pairwise(names))
    site.serve("/feed.xml", BOMB.format(entities=entities, file=secret, link=site.url("/a")), "text/xml")
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    begun = time.monotonic()
    world.round()
    assert time.monotonic() - begun < 5
    assert [row[0] for row in world.rows("SELECT url FROM pages")] == [site.url("/a")]
    told = f"{world.feed('/feed.xml')['title']}{world.page('/a')['title']}"
    assert "비밀문서" not in told
    assert len(told) < 1000


def test_19_feed_body_that_is_a_path_never_opened(world: World, tmp_path: Path, as_rss: Callable[..., str]) -> None:
    site = world.site
    trap = tmp_path / "trap.xml"
    trap.write_text(as_rss(site.url("/trapped")), encoding="utf-8")
    for path, body in (("/path", str(trap)), ("/address", site.url("/inner.xml")), ("/passwd", "/etc/passwd")):
        site.serve(path, body, "application/rss+xml")
        world.tree["feeds"].append({"url": site.url(path)})
    site.feed("/inner.xml", site.url("/trapped"))
    world.round()
    assert world.value("SELECT count(*) FROM pages") == 0
    assert site.count("/inner.xml") == 0
    assert "is no RSS or Atom feed" in world.feed("/passwd")["last_error"]


def test_20_feed_of_50_mb_and_100_000_items_capped_flagged(world: World) -> None:
    site = world.site
    filler = "x" * 400
    items = "".join(
        f"<item><link>{site.url(f'/i/{n}')}</link><description>{filler}</description></item>" for n in range(100_000)
    )
    body = f"<rss version='2.0'><channel><title>groß</title>{items}</channel></rss>"
    assert len(body) > 45_000_000
    site.serve("/huge.xml", body, "application/rss+xml")
    world.tree["feeds"] = [{"url": site.url("/huge.xml")}]
    world.set("monitor", items_per_feed=50)
    begun = time.monotonic()
    world.round()
    assert time.monotonic() - begun < 10
    assert world.value("SELECT count(*) FROM pages") == 50
    note = world.feed("/huge.xml")["note"]
    assert "longer than 5,000,000 bytes" in note
    assert "more than 50 entries" in note


CP949 = "펲시와 뷁이라는 글자는 옛 완성형에 없다. 똠방각하는 드라마 제목이다. 그래도 글은 바르게 읽혀야 한다."


@pytest.mark.parametrize(
    ("kind", "meta"),
    [
        ("text/html; charset=euc-kr", '<meta charset="euc-kr">'),
        ("text/html; charset=iso-8859-1", '<meta charset="euc-kr">'),
        ("text/html; charset=utf-8", '<meta charset="ks_c_5601-1987">'),
        ("text/html", '<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">'),
        ("text/html", ""),
        ("", ""),
    ],
)
def test_21_euc_kr_label_with_cp949_text_wrong_header_none_right_text(world: World, kind: str, meta: str) -> None:
    from wonmun_monitor.log.queries.page import get_page

    site = world.site
    body = f"<!doctype html><html lang=ko><head>{meta}<title>펲시와 뷁</title></head><article><p>{CP949}</p><p>{CP949}</p></article></html>"
    site.serve("/a", body.encode("cp949"), kind)
    site.serve("/list", site.url("/a"), "text/plain")
    world.tree["lists"] = [{"url": site.url("/list")}]
    world.round()
    with world.log() as log:
        story = get_page(log.db, site.url("/a"))
    assert story is not None
    assert CP949 in story.text
    assert story.page.title == "펲시와 뷁"


def test_21b_feeds_likewise(world: World) -> None:
    site = world.site
    feed = f"<?xml version='1.0' encoding='euc-kr'?><rss version='2.0'><channel><title>펲시 소식</title><item><title>뷁</title><link>{site.url('/a')}</link></item></channel></rss>"
    site.serve("/feed.xml", feed.encode("cp949"), "text/xml")
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    world.round()
    assert world.feed("/feed.xml")["title"] == "펲시 소식"
    assert world.page("/a")["title"] == "뷁"


def test_22_304_unchanged(world: World, texts: dict[str, str], clock: Clock) -> None:
    site = world.site
    page = site.article("/a", "도서관", texts["library"])
    feed = site.feed("/feed.xml", page)
    _with_etag(site, "/a")
    _with_etag(site, "/feed.xml")
    world.tree["feeds"] = [{"url": feed}]
    world.round()
    clock.forward(7200)
    world.round()
    again = [a for a in site.asked if a.headers.get("if-none-match") == '"v1"']
    assert {a.path for a in again} == {"/a", "/feed.xml"}
    row = world.page("/a")
    assert (row["state"], row["visits"], row["failures"]) == ("clean", 2, 0)
    assert row["interval"] > 3600, "an unchanged page is visited more seldom"
    assert world.rows("SELECT status, verdict FROM fetches ORDER BY id") == [(200, "clean"), (304, "")]
    assert world.feed("/feed.xml")["failures"] == 0
    assert world.value("SELECT count(*) FROM snapshots") == 1


def _with_etag(site: Site, path: str) -> None:
    inner = site.routes[path]

    def answer(asked: Any) -> None:
        if asked.headers.get("if-none-match") == '"v1"':
            asked.answer(304, ETag='"v1"')
            return
        send = asked.answer
        asked.answer = lambda *a, **k: send(*a, **k, ETag='"v1"')
        inner(asked)

    site.routes[path] = answer


def test_22b_429_with_retry_after_deferred(world: World, texts: dict[str, str], clock: Clock) -> None:
    site = world.site
    page = site.fail("/a", 429, Retry_After="7200")
    other = site.article("/b", "도서관", texts["library"])
    site.feed("/feed.xml", page)
    site.fail("/busy.xml", 429, Retry_After="50000")
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}, {"url": site.url("/busy.xml")}]
    world.round()
    assert world.page("/a")["next_check_at"] >= clock.now + 7200
    assert world.feed("/busy.xml")["next_check_at"] >= clock.now + 50_000
    assert "429" in world.page("/a")["last_error"]

    site.feed("/feed.xml", page, other)
    clock.forward(3600)
    world.round()
    assert site.count("/b") == 0, "the host asked to be left alone, all of it"
    clock.forward(3700)
    world.round()
    assert site.count("/b") == 1


def test_22c_410_disabled_and_reported(world: World, clock: Clock) -> None:
    site = world.site
    gone = site.fail("/feed.xml", 410)
    site.fail("/a", 410)
    site.serve("/list", site.url("/a"), "text/plain")
    world.tree["feeds"] = [{"url": gone}]
    world.tree["lists"] = [{"url": site.url("/list")}]
    inbox = site.inbox()
    world.set("alerts", to=[site.target()])
    world.round()
    assert world.feed("/feed.xml")["enabled"] == 0
    assert [m["title"].split(":")[0] for m in inbox] == ["Feed gone"]
    assert world.page("/a")["state"] == "gone"
    clock.forward(30 * 86_400)
    world.round()
    assert site.count("/feed.xml") == 1
    assert len(inbox) == 1


@pytest.mark.parametrize(
    ("body", "kind", "says"),
    [
        (b"", "text/html", "the page is empty"),
        (b"%PDF-1.7\n" + b"x" * 500, "application/pdf", "not a page"),
        (b"%PDF-1.7\n" + bytes(500), "text/html", "PDF"),
        (b"<p>" + b"x" * 6_000_000, "text/html", "larger than 5,000,000 bytes"),
        (b"<html><body><script>go()</script></body></html>", "text/html", "no text"),
    ],
)
def test_a_page_that_cannot_be_read_is_one_sentence_in_the_log(world: World, body: bytes, kind: str, says: str) -> None:
    site = world.site
    site.serve("/a", body, kind)
    site.feed("/feed.xml", site.url("/a"))
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    counts = world.round()
    row = world.page("/a")
    assert (counts.errors, row["state"]) == (1, "failed")
    assert says in row["last_error"]
    assert "\n" not in row["last_error"]
    assert row["next_check_at"] > world.clock.now


def test_a_feed_that_is_a_web_page_is_one_sentence_in_the_log(world: World, as_article: Callable[..., str]) -> None:
    site = world.site
    site.serve("/feed.xml", as_article("노선", "글"))
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    assert world.round().errors == 1
    assert "is a web page, no feed" in world.feed("/feed.xml")["last_error"]


@pytest.mark.parametrize(("status", "says"), [(301, "has moved for good to {}; add that"), (308, "{}"), (302, "")])
def test_a_feed_that_has_moved_for_good_is_said_to(world: World, status: int, says: str) -> None:
    """It was read from there without a word, until the old address was gone (seen from outside)."""
    site = world.site
    new = site.feed("/new.xml")
    site.fail("/old.xml", status, Location=new)
    world.tree["feeds"] = [{"url": site.url("/old.xml")}]
    world.round()
    note = world.feed("/old.xml")["note"]
    assert says.format(new) in note
    assert bool(says) == ("moved" in note)
