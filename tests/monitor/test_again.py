"""An injected page is restored again when its genuine copy comes: no visit, no alert, nothing lost in a crash."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

import wonmun
from wonmun.page.plain import plain_page
from wonmun_monitor.better import Better, try_again
from wonmun_monitor.log.again import MOST_TRIES, apply_better, call_back, due_again
from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.pack import unpack
from wonmun_monitor.reading import read_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.monitor.conftest import World
    from tests.monitor.web import Site

PHRASE = "대박 카지노사이트"


@pytest.fixture
def late(world: World, texts: dict[str, str], inject: Callable[[str, str, str], str]) -> Callable[..., None]:
    """Have mirrors visited, then publish their article in a trusted feed; `late()` publishes."""
    site = world.site
    bad = inject(texts["bus"], "시내버스", PHRASE)
    site.feed("/feed.xml", *(site.article(f"/mirror/{n}", f"노선 {n}", bad) for n in range(3)))
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    world.set("alerts", to=[site.target()], digest=1000)

    def publish(text: str = texts["bus"]) -> None:
        site.feed("/genuine.xml", site.article("/genuine", "노선", text))
        world.tree["feeds"].append({"url": site.url("/genuine.xml"), "trust": True})

    return publish


def told(world: World) -> list[tuple[Any, ...]]:
    """What each mirror's places say: what was put in, from where, how often visited."""
    rows = world.rows(
        "SELECT f.places, p.genuine_url, p.visits FROM findings f JOIN pages p ON p.id = f.page_id "
        "WHERE p.url LIKE '%/mirror/%' AND f.cleared_at IS NULL ORDER BY p.url"
    )
    return [({(x["replacement"], x["source"]) for x in json.loads(p)}, url, visits) for p, url, visits in rows]


def test_the_genuine_copy_that_comes_later_restores_all_mirrors_without_a_visit_or_an_alert(
    world: World, late: Callable[..., None]
) -> None:
    site = world.site
    inbox = site.inbox()
    world.round()
    assert all(values != {("시내버스", "genuine")} and not url for values, url, _ in told(world))
    before = world.rows("SELECT id, last_seen, first_seen FROM findings"), world.rows("SELECT id FROM alerts")
    late()
    world.clock.forward(100)
    counts = world.round()
    assert told(world) == [({("시내버스", "genuine")}, site.url("/genuine"), 1)] * 3
    assert [site.count(f"/mirror/{n}") for n in range(3)] == [1, 1, 1]
    assert (world.rows("SELECT id, last_seen, first_seen FROM findings"), world.rows("SELECT id FROM alerts")) == before
    assert (counts.alerts, len(inbox)) == (0, 3)
    assert not world.rows("SELECT 1 FROM again WHERE due_at IS NOT NULL")


def test_a_lead_restores_the_page_that_named_it_in_the_same_round(
    world: World, elsewhere: Site, texts: dict[str, str], inject: Callable[[str, str, str], str]
) -> None:
    site = world.site
    genuine = elsewhere.article("/view/1", "노선", texts["bus"])
    bad = inject(texts["bus"], "시내버스", PHRASE)
    site.feed("/feed.xml", site.article("/mirror/1", "노선", bad, f'<p><a href="{genuine}">기사 원문</a></p>'))
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    world.round()
    [(values, url, visits)] = told(world)
    assert ({value for value, _ in values}, url, visits) == ({"시내버스"}, genuine, 1)
    assert (site.count("/mirror/1"), elsewhere.count("/view/1")) == (1, 1)


def test_killed_between_the_genuine_copy_and_the_restoring_it_is_done_after_the_restart(
    world: World, late: Callable[..., None], wait_for: Callable[..., None]
) -> None:
    site = world.site
    assert world.run("monitor", "--once")[0] == 0
    late()
    let = threading.Event()

    def slow(asked: Any) -> None:
        let.wait(60)
        asked.answer(404)

    site.routes["/slow"] = slow
    site.feed("/slow.xml", site.url("/slow"))
    world.tree["feeds"].append({"url": site.url("/slow.xml")})
    process = world.start("monitor", "--once")
    wait_for(lambda: world.rows("SELECT 1 FROM pages WHERE url = ? AND state = 'clean'", site.url("/genuine")), 60)
    process.kill()  # SIGKILL, while the round waits for a page, and restoring for the round
    process.communicate()
    let.set()
    assert world.value("SELECT count(*) FROM again WHERE due_at IS NOT NULL") == 3, "promised with the genuine copy"
    assert world.run("monitor", "--once")[0] == 0
    assert told(world) == [({("시내버스", "genuine")}, site.url("/genuine"), 1)] * 3
    assert world.value("SELECT count(*) FROM again WHERE due_at IS NOT NULL") == 0
    assert world.value("SELECT count(*) FROM alerts") == 3


def test_a_write_that_fails_half_way_leaves_the_old_answer_and_the_promise(
    world: World, late: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    world.round()
    before = told(world)
    late()
    world.clock.forward(100)

    def broken(*asked: Any) -> None:
        apply_better(*asked)
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("wonmun_monitor.again.apply_better", broken)
    with pytest.raises(RuntimeError, match="broken on purpose"):
        world.round()
    assert told(world) == before
    monkeypatch.undo()
    world.round()
    assert {url for _, url, _ in told(world)} == {world.site.url("/genuine")}


def test_a_page_that_is_injected_no_more_once_more_is_known_is_for_a_visit_to_decide(
    world: World, late: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    world.round()
    before = told(world)
    late()
    world.clock.forward(100)
    monkeypatch.setattr("wonmun_monitor.again.better", lambda *_: None)
    world.round()
    assert told(world) == before
    world.round()
    assert [world.site.count(f"/mirror/{n}") for n in range(3)] == [2, 2, 2]
    assert {url for _, url, _ in told(world)} == {world.site.url("/genuine")}


def world_text(world: World) -> str:
    """Give the article's text as the mirrors have it."""
    with world.log() as log:
        row = log.db.execute("SELECT s.z FROM snapshots s JOIN pages p ON p.snapshot_id = s.id LIMIT 1").fetchone()
        return max(unpack(row[0]).split("\n"), key=len)


def test_a_page_visited_meanwhile_keeps_its_newer_answer(world: World, late: Callable[..., None]) -> None:
    world.round()
    late()
    with world.log() as log:
        page = world.page("/mirror/0")
        log.db.execute(
            "INSERT INTO again (page_id, due_at) VALUES (?, 1) ON CONFLICT DO UPDATE SET due_at = 1", (page["id"],)
        )
        [waiting] = due_again(log.db, 1, 10)
        found = Better((), "http://x.example/", ())
        apply_better(log, replace(waiting, snapshot_id=999), found)
        assert world.page("/mirror/0")["genuine_url"] == ""
        assert due_again(log.db, 1, 10) == [waiting], "what has come since is still to be done"
        log.db.execute("UPDATE pages SET state = 'gone' WHERE id = ?", (page["id"],))
        apply_better(log, waiting, found)
        assert due_again(log.db, 1, 10) == []


def test_a_call_during_the_check_is_not_forgotten_and_calls_come_to_an_end(
    world: World, late: Callable[..., None]
) -> None:
    world.round()
    with world.log() as log:
        db = log.db
        words = tuple(read_page(plain_page(t := world_text(world)), wonmun.check(t)).words)
        genuine = db.execute(
            "INSERT INTO pages (url, host, trusted, first_seen) VALUES ('u', 'h', 1, 0) RETURNING id"
        ).fetchone()[0]
        call_back(db, genuine, words, 1)
        waiting = due_again(db, 1, 10)
        assert len(waiting) == 3
        call_back(db, genuine, words, 1)
        apply_better(log, waiting[0], None)
        assert len(due_again(db, 1, 10)) == 3
        for _ in range(MOST_TRIES):
            call_back(db, genuine, words, 1)
            for one in due_again(db, 1, 10):
                apply_better(log, one, None)
        call_back(db, genuine, words, 1)
        assert due_again(db, 1, 10) == []


def test_a_page_that_nobody_could_restore_is_tried_again_with_what_has_come(
    world: World, texts: dict[str, str], inject: Callable[[str, str, str], str]
) -> None:
    """Another mirror with another phrase holds what this one lost; no genuine copy is known of either."""
    site = world.site
    world.set("monitor", recheck={"infected": "30d"})
    site.feed("/feed.xml", site.article("/mirror/1", "노선", inject(texts["bus"], "시내버스", PHRASE)))
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    world.round()
    assert {value for value, _ in told(world)[0][0]} == {None}
    site.feed("/feed.xml", site.article("/mirror/2", "노선", inject(texts["bus"], "개편", "먹튀 토토사이트")))
    world.clock.forward(1000)
    world.round()
    world.clock.forward(6 * 3600)
    world.round()
    assert told(world)[0][0] == {("시내버스", "copy")}
    assert site.count("/mirror/1") == 1


def test_tries_grow_apart_and_end(texts: dict[str, str], inject: Callable[[str, str, str], str]) -> None:
    page = plain_page(inject(texts["bus"], "시내버스", PHRASE))
    bad = read_page(page, wonmun.check(page))
    assert [try_again(bad, n, 0.0) for n in range(4)] == [6 * 3600, 24 * 3600, 96 * 3600, None]
    known = replace(bad, report=replace(bad.report, genuine_url="http://a.example/"))
    clean = read_page(plain_page(texts["bus"]), wonmun.check(texts["bus"]))
    assert try_again(known, 0, 0.0) is try_again(clean, 0, 0.0) is None


def test_injected_pages_of_an_older_log_are_restored_too(world: World, late: Callable[..., None]) -> None:
    world.round()
    with open_log(world.path) as log:
        for table in ("infected_index", "again", "leads"):
            log.db.execute(f"DROP TABLE {table}")
        log.db.execute(
            "DELETE FROM _sqlite_migrations WHERE name IN ('0006_leads', '0007_again', '0008_leads_by_address')"
        )
    late()
    world.clock.forward(100)
    world.round()
    assert {url for _, url, _ in told(world)} == {world.site.url("/genuine")}
