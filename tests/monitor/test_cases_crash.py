"""monitor.md, 1–3: real processes, killed; targets that fail."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

from wonmun_monitor.alerts import outbox

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from tests.monitor.conftest import Clock, World

PAGES, SEEN = 40, 12


def held_pages(
    world: World, texts: dict[str, str], inject: Callable[[str, str, str], str], as_article: Callable[..., str]
) -> threading.Event:
    """Forty pages, every second one injected; after the first twelve each waits for the event that is given."""
    site = world.site
    bad = inject(texts["bus"], "시내버스", "대박 카지노사이트")
    let = threading.Event()
    answered = iter(range(PAGES * 3))
    for number in range(PAGES):
        raw = as_article(f"소식 {number}", bad if number % 2 else texts["library"]).encode()

        def slow(asked: Any, raw: bytes = raw) -> None:
            if next(answered) >= SEEN:
                let.wait(60)
            asked.answer(200, raw, Content_Type="text/html; charset=utf-8")

        site.routes[f"/p/{number}"] = slow
    site.feed("/feed.xml", *(site.url(f"/p/{n}") for n in range(PAGES)))
    site.feed("/genuine.xml", site.article("/genuine/1", "소식", texts["bus"]))
    world.tree["feeds"] = [{"url": site.url("/genuine.xml"), "trust": True}, {"url": site.url("/feed.xml")}]
    world.set("monitor", concurrency=4)
    return let


def test_01_kill_9_in_mid_poll_no_half_rows_resumes(
    world: World,
    texts: dict[str, str],
    inject: Callable[[str, str, str], str],
    as_article: Callable[..., str],
    wait_for: Callable[..., None],
) -> None:
    site = world.site
    let = held_pages(world, texts, inject, as_article)
    inbox = site.inbox()
    world.set("alerts", to=[site.target()], digest=1000)
    process = world.start("monitor", "--once")
    # those that have come are being checked and written, and others are asked for
    wait_for(lambda: sum(a.path.startswith("/p/") for a in site.asked) > SEEN)
    wait_for(lambda: world.value("SELECT count(*) FROM pages WHERE url LIKE '%/p/%' AND visits > 0"))
    process.kill()  # SIGKILL
    process.communicate()
    let.set()
    visited = world.value("SELECT count(*) FROM pages WHERE url LIKE '%/p/%' AND visits > 0")
    assert 0 < visited <= SEEN
    assert whole(world)

    code, _, err = world.run("monitor", "--once", "--json")
    assert code == 0, err
    assert whole(world)
    assert world.value("SELECT count(*) FROM pages WHERE state IN ('clean', 'injected')") == PAGES + 1
    assert world.value("SELECT count(*) FROM pages WHERE state = 'injected'") == PAGES // 2
    assert world.value("SELECT count(*) FROM fetches") == PAGES + 1, "no page was visited twice"
    assert world.value("SELECT count(*) FROM alerts WHERE sent_at IS NULL") == 0
    assert len({m["title"] + m["message"] for m in inbox}) == len(inbox) == PAGES // 2


def whole(world: World) -> bool:
    """No row of a visit without the others."""
    assert world.value("PRAGMA integrity_check") == "ok"
    assert not world.rows("PRAGMA foreign_key_check")
    half = [
        "SELECT url FROM pages WHERE last_checked IS NOT NULL AND id NOT IN (SELECT page_id FROM fetches)",
        "SELECT id FROM fetches WHERE page_id IN (SELECT id FROM pages WHERE last_checked IS NULL)",
        "SELECT url FROM pages WHERE state = 'injected' AND id NOT IN (SELECT page_id FROM findings)",
        "SELECT url FROM pages WHERE state = 'injected' AND id NOT IN (SELECT page_id FROM alerts)",
        "SELECT url FROM pages WHERE state = 'injected' AND id NOT IN (SELECT page_id FROM bodies)",
        "SELECT id FROM findings WHERE page_id IN (SELECT id FROM pages WHERE state = 'new')",
        "SELECT id FROM snapshots WHERE id NOT IN (SELECT rowid FROM term_index WHERE term_index MATCH '소식')",
    ]
    return all(not world.rows(sql) for sql in half)


def test_02_killed_between_commit_and_send_sent_after_restart_same_key(
    world: World, mirror: Callable[..., str], wait_for: Callable[..., None]
) -> None:
    site = world.site
    mirror()
    world.set("alerts", to=[site.target()])
    hanging: list[bytes] = []

    def hang(asked: Any) -> None:
        hanging.append(asked.body)
        time.sleep(20)

    site.routes["/hook"] = hang
    process = world.start("monitor", "--once")
    wait_for(lambda: hanging)
    process.kill()
    process.communicate()
    [(key, sent)] = world.rows("SELECT dedupe_key, sent_at FROM alerts")
    assert sent is None

    inbox = site.inbox()
    code, _, err = world.run("monitor", "--once")
    assert code == 0, err
    assert len(inbox) == 1
    assert f"Alert: {key}" in inbox[0]["message"]
    assert key in hanging[0].decode()
    assert world.value("SELECT count(*) FROM alerts WHERE sent_at IS NOT NULL") == 1
    world.run("monitor", "--once", "--due", "all")
    assert len(inbox) == 1


def test_03_alert_target_500_or_silent_backs_off_stays_pending(
    world: World, mirror: Callable[..., str], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = world.site
    mirror()
    world.set("alerts", to=[site.target()])
    site.fail("/hook", 500)
    world.round()
    attempts, waits = [], []
    for _ in range(3):
        [(sent, tries, next_try, error)] = world.rows("SELECT sent_at, attempts, next_try_at, last_error FROM alerts")
        assert sent is None
        assert "did not take the message" in error
        attempts.append(tries)
        waits.append(next_try - clock.now)
        before = site.count("/hook")
        clock.now = next_try - 1
        world.round()
        assert site.count("/hook") == before, "asked before its time"
        clock.now = next_try
        world.round()
        assert site.count("/hook") == before + 1
    assert attempts == [1, 2, 3]
    assert waits[0] < waits[1] < waits[2]

    monkeypatch.setattr(outbox, "PATIENCE", 0.3)
    site.routes["/hook"] = lambda _: time.sleep(3)
    clock.now = world.value("SELECT next_try_at FROM alerts")
    begun = time.monotonic()
    world.round()
    assert time.monotonic() - begun < 3, "a silent target holds nobody up"
    assert "did not answer" in world.value("SELECT last_error FROM alerts")

    inbox = site.inbox()
    world.round(everything=True)
    assert len(inbox) == 1
    assert world.value("SELECT sent_at FROM alerts") is not None


def test_03b_each_target_gets_a_message_once_though_another_fails(
    world: World, mirror: Callable[..., str], clock: Clock
) -> None:
    site = world.site
    mirror()
    good = site.inbox("/good")
    site.fail("/bad", 503)
    world.set("alerts", to=[site.target("/good"), site.target("/bad")])
    world.round()
    clock.forward(86_400)
    world.round()
    assert len(good) == 1
    assert world.value("SELECT sent_at FROM alerts") is None
    late = site.inbox("/bad")
    clock.forward(86_400)
    world.round()
    assert (len(good), len(late)) == (1, 1)
    assert world.value("SELECT sent_at FROM alerts") is not None


def test_silence_of_a_target_does_not_delay_the_end(
    world: World, mirror: Callable[..., str], wait_for: Callable[..., None]
) -> None:
    from wonmun_monitor.service import Monitor

    site = world.site
    mirror()
    world.set("alerts", to=[site.target()])
    site.routes["/hook"] = lambda _: time.sleep(4)
    monitor = Monitor(world.settings, world.path)
    monitor.start()
    wait_for(lambda: site.count("/hook"))
    begun = time.monotonic()
    monitor.stop()
    assert time.monotonic() - begun < 3
    assert not monitor.running
