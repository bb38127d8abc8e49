"""Findings that share a phrase, a link target or a hidden block's form belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from wonmun_monitor.found import phrase_key
from wonmun_monitor.intents import Found
from wonmun_monitor.log import campaigns
from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.findings import write_finding
from wonmun_monitor.log.pages import page_state
from wonmun_monitor.log.queries.campaigns import get_campaign, list_campaigns
from wonmun_monitor.log.queries.findings import findings_of
from wonmun_monitor.log.queries.pages import PageQuery, list_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.monitor.conftest import World


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("대박 카지노", "대박카지노", True),
        ("먹튀-검증.COM", "먹튀검증com", True),
        ("ＡＢＣ 카지노", "abc카지노", True),
        ("대박 카지노", "대박 토토", False),
        ("가" * 300, "가" * 301, False),
    ],
)
def test_a_phrase_is_known_however_it_is_spaced(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert (phrase_key(one) == phrase_key(other)) is same
    assert len(phrase_key(one)) <= 80


@pytest.fixture
def hit(world: World, texts: dict[str, str], inject: Callable[[str, str, str], str]) -> Any:
    """Injected copies of trusted articles, on hosts that differ by their port only in name."""
    site = world.site
    world.tree["feeds"] = [{"url": site.url("/genuine.xml"), "trust": True}, {"url": site.url("/feed.xml")}]
    pages: list[str] = []

    def make(name: str, which: str, term: str, phrase: str) -> None:
        site.article(f"/genuine/{which}", which, texts[which])
        site.feed("/genuine.xml", site.url("/genuine/bus"), site.url("/genuine/library"))
        pages.append(site.article(f"/{name}", which, inject(texts[which], term, phrase)))
        site.feed("/feed.xml", *pages)

    return make


def test_two_pages_with_one_phrase_are_one_campaign_that_grows(world: World, hit: Callable[..., None]) -> None:
    hit("one", "bus", "시내버스", "대박 카지노사이트")
    hit("other", "library", "도서관", "먹튀검증 토토")
    world.round()
    with world.log() as log:
        assert len(list_campaigns(log.db)) == 2
    world.clock.forward(86_400)
    hit("later", "library", "도서관", "대박카지노사이트")
    world.round()
    with world.log() as log:
        latest = list_campaigns(log.db)[0]
        story = get_campaign(log.db, latest.id)
        found = list_pages(log.db, PageQuery(campaign=latest.id)).pages
    assert (latest.pages, latest.hosts) == (2, 1)
    assert story is not None
    assert [n for _, n in story.growth] == [1, 2]
    assert {p.url for p in found} == {world.site.url("/one"), world.site.url("/later")}


def test_a_finding_that_ties_two_campaigns_makes_them_one(tmp_path: Path) -> None:
    def found(phrase: str, *keys: str) -> Found:
        return Found(phrase, phrase, "link", 1, 0.9, "[]", campaign_keys=(f"phrase:{phrase}", *keys))

    with open_log(tmp_path / "log.db") as log, log.transaction() as db:
        one = campaigns.join(db, found("가", "link:spam.example"), 10.0)
        two = campaigns.join(db, found("나", "form:abc"), 20.0)
        assert one != two
        assert campaigns.join(db, found("다", "form:abc", "link:spam.example"), 30.0) == one
        assert campaigns.join(db, found("나"), 40.0) == one
        assert [row[0] for row in db.execute("SELECT id FROM campaigns")] == [one]


def test_campaigns_that_become_one_are_counted_anew(world: World, hit: Callable[..., None]) -> None:
    hit("one", "bus", "시내버스", "대박 카지노사이트")
    hit("other", "library", "도서관", "먹튀검증 토토")
    world.round()
    hit("one", "bus", "시내버스", '<a href="http://go.evil.example/x">대박 카지노사이트</a>')
    hit("other", "library", "도서관", '<a href="http://go.evil.example/y">먹튀검증 토토</a>')
    world.clock.forward(86_400)
    world.round()
    with world.log() as log:
        [only] = list_campaigns(log.db)
    assert (only.pages, only.hosts) == (2, 1)
    assert only.last_seen > only.first_seen


def test_neighbours_and_relatives_are_looked_at_again_at_once(
    world: World, hit: Callable[..., None], texts: dict[str, str]
) -> None:
    site = world.site
    hit("one", "bus", "시내버스", "대박 카지노사이트")
    clean = site.article("/clean", "도서관", texts["library"])
    site.serve("/list", clean, "text/plain")
    world.tree["lists"] = [{"url": site.url("/list")}]
    world.round()
    world.clock.forward(4 * 3600)
    world.round()
    due = world.page("/clean")["next_check_at"]
    assert due > world.clock.now + 3600
    before = site.count("/clean")
    world.clock.forward(3700)
    hit("two", "library", "도서관", "먹튀검증 토토")
    world.round()
    assert site.count("/clean") == before + 1, "a page of a host with a new finding"


def test_links_from_an_infected_page_to_its_host_are_followed_a_bounded_way(
    world: World, hit: Callable[..., None], texts: dict[str, str], inject: Callable[[str, str, str], str]
) -> None:
    site = world.site
    hit("one", "bus", "시내버스", "대박 카지노사이트")
    more = "".join(f'<li><a href="/more/{n}">더 보기 {n}</a></li>' for n in range(9))
    site.article(
        "/one",
        "bus",
        inject(texts["bus"], "시내버스", "대박 카지노사이트"),
        f"<ul>{more}<li><a href='http://b.example/'>밖</a></li></ul>",
    )
    site.article("/more/0", "bus", texts["library"])
    world.set("monitor", follow_links=4)
    world.round()
    rows = world.rows("SELECT url, depth, origin FROM pages WHERE origin = 'link'")
    assert {r[0] for r in rows} == {site.url(f"/more/{n}") for n in range(4)}
    assert {r[1] for r in rows} == {1}
    assert world.page("/more/0")["state"] == "clean"


@pytest.mark.parametrize(
    ("keys", "label"),
    [
        (("form:abcdef0123", "link:spam.example"), "doorway → spam.example"),
        (("form:abcdef0123",), "doorway, template abcdef01"),
        ((), "시는 다음 달 도서관을 연다."),
    ],
)
def test_a_doorway_is_named_by_what_binds_it(tmp_path: Path, keys: tuple[str, ...], label: str) -> None:
    """Its sentences are stolen from honest texts: one of them named the campaign (seen from outside, 2026-11-29)."""
    sentence = "시는 다음 달 도서관을 연다."
    found = Found(sentence, "x", "doorway", 1, 0.9, "[]", campaign_keys=("phrase:x", *keys))
    with open_log(tmp_path / "log.db") as log:
        with log.transaction() as db:
            campaigns.join(db, found, 10.0)
        assert log.db.execute("SELECT label FROM campaigns").fetchone()[0] == label


def test_a_hidden_block_of_links_gives_a_short_label(tmp_path: Path) -> None:
    """All its links' texts in one line were the label of the sample's campaign."""
    found = Found(
        "골드 카지노 주소 골드 카지노 코드 카지노 먹튀", "x", "hidden", 1, 0.9, "[]", name="골드 카지노 주소 +2"
    )
    with open_log(tmp_path / "log.db") as log:
        with log.transaction() as db:
            campaigns.join(db, found, 10.0)
        assert log.db.execute("SELECT label FROM campaigns").fetchone()[0] == "골드 카지노 주소 +2"


def test_a_hidden_block_goes_by_that_label_in_lists_too(tmp_path: Path) -> None:
    """The dashboard's list of pages showed the whole block, cut in a word (seen from outside, 2026-11-30)."""
    words = "골드 카지노 주소 골드 카지노 코드 카지노 먹튀"
    found = Found(words, "x", "hidden", 1, 0.9, "[]", name="골드 카지노 주소 +2")
    before = (
        "INSERT INTO findings (page_id, phrase_key, phrase, kind, first_seen, last_seen) VALUES (1, ?, ?, 'l', 1, 1)"
    )
    with open_log(tmp_path / "log.db") as log:
        with log.transaction() as db:
            db.execute("INSERT INTO pages (id, url, host, state, first_seen) VALUES (1, 'u', 'h', 'injected', 1)")
            write_finding(db, 1, found, None, 10.0)
            db.execute(before, ("old", "of an older log"))
        (row,) = list_pages(log.db, PageQuery()).pages
        assert (row.phrases, row.names) == ((words, "of an older log"), ("골드 카지노 주소 +2", "of an older log"))
        assert [f.name for f in findings_of(log.db, 1)] == list(row.names)
        assert (state := page_state(log.db, 1)) is not None
        assert state.open_names == row.names
