"""Thinning, back-up while everything goes on, evidence, and what readers tell."""

from __future__ import annotations

import asyncio
import gzip
import os
import sqlite3
import threading
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import pytest
from warcio.archiveiterator import ArchiveIterator

import wonmun
from wonmun.errors import InputError, LogError
from wonmun.page.parse import parse_page
from wonmun_monitor.intents import Turn
from wonmun_monitor.log.backup import back_up
from wonmun_monitor.log.clockwork import THINNED, noted
from wonmun_monitor.log.connect import Log, open_log
from wonmun_monitor.log.feeds import add_feed
from wonmun_monitor.log.index import LogMemory
from wonmun_monitor.log.queries.page import get_page, list_reports
from wonmun_monitor.log.readers import add_report, record_view
from wonmun_monitor.log.thin import optimize, thin_batch
from wonmun_monitor.reading import read_page
from wonmun_monitor.tools import open_tools
from wonmun_monitor.upkeep import thin_when_due
from wonmun_monitor.warc import write_warc
from wonmun_monitor.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.monitor.conftest import Clock, World


def test_thinning_keeps_first_and_last_text_and_what_proves_a_finding(
    world: World, texts: dict[str, str], inject: Callable[[str, str, str], str], clock: Clock
) -> None:
    site = world.site
    versions = [texts["bus"] + f" 고친 글 {n}." for n in range(5)]
    site.feed("/feed.xml", site.article("/a", "노선", versions[0]))
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    bad = inject(texts["bus"], "시내버스", "대박 카지노사이트")
    for text in (*versions[:3], bad, *versions[3:]):
        site.article("/a", "노선", text)
        world.round(everything=True)
        clock.forward(86_400)
    assert world.value("SELECT count(*) FROM snapshots") == 6
    with world.log() as log:
        with log.transaction() as db:
            result = thin_batch(db, 0, clock.now)
            optimize(db)
        assert result.texts == 3
        assert thin_batch(log.db, result.after or 0, clock.now).after is None
        story = get_page(log.db, 1)
    kept = world.rows("SELECT verdict FROM snapshots ORDER BY id")
    assert [k[0] for k in kept] == ["clean", "injected", "clean"]
    assert story is not None
    assert versions[4] in story.text
    assert story.findings[0].snapshot_id is not None
    with world.log() as log, log.transaction() as db:
        assert thin_batch(db, 0, clock.now - 30 * 86_400).texts == 0, "young texts stay"


def test_thinning_drops_old_visits_of_clean_pages_only(world: World, tmp_path: Path) -> None:
    with world.log() as log:
        log.db.execute("INSERT INTO pages (id, url, host, first_seen) VALUES (1, 'http://a/', 'a', 0)")
        log.db.executemany(
            "INSERT INTO fetches (page_id, fetched_at, verdict) VALUES (1, ?, ?)",
            [(n, "injected" if n % 10 == 0 else "clean") for n in range(100)],
        )
        with log.transaction() as db:
            thin_batch(db, 0, 50.0)
        left = [row[0] for row in log.db.execute("SELECT fetched_at FROM fetches ORDER BY 1")]
    assert left == [0, 10, 20, 30, 40, *range(50, 100)]


def test_back_up_while_the_monitor_writes(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "log.db")
    stop = threading.Event()
    confirmed: list[int] = []

    def keep_writing() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            url = f"http://a.example/{number}"
            confirmed.append(writer.put(partial(add_feed, url=url, now=1.0)).result())

    thread = threading.Thread(target=keep_writing)
    thread.start()
    try:
        while len(confirmed) < 50:
            stop.wait(0.01)
        before = len(confirmed)
        with open_log(tmp_path / "log.db", write=False) as log:
            back_up(log, tmp_path / "copy.db")
        during = len(confirmed)
    finally:
        stop.set()
        thread.join()
        writer.close()
    with open_log(tmp_path / "copy.db", create=False) as copy:
        there = copy.db.execute("SELECT count(*) FROM feeds").fetchone()[0]
        assert copy.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert before <= there <= during + 1
    assert not (tmp_path / "copy.db.part").exists()


def test_a_back_up_into_no_folder_says_so(tmp_path: Path) -> None:
    """“the log cannot be opened for writing; mend its permissions” was said of the copy."""
    with open_log(tmp_path / "log.db") as log, pytest.raises(LogError, match="there is no folder"):
        back_up(log, tmp_path / "none" / "copy.db")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there is nothing but files here")
def test_a_back_up_onto_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """It took the place of /dev/full (seen from outside, 2026-11-30)."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with open_log(tmp_path / "log.db") as log, pytest.raises(LogError, match="is no file but a device"):
        back_up(log, pipe)
    assert pipe.is_fifo()


def test_a_back_up_onto_the_log_itself_is_refused(tmp_path: Path) -> None:
    with open_log(tmp_path / "log.db") as log, pytest.raises(LogError, match="is the log itself"):
        back_up(log, tmp_path / "log.db")


def test_a_back_up_takes_the_place_of_an_older_one_and_of_nothing_else(tmp_path: Path) -> None:
    """It took the place of somebody's notes without a word (seen as a new user, 2026-11-30)."""
    notes, other, empty, older = (tmp_path / name for name in ("notes.txt", "other.db", "empty", "older.db"))
    notes.write_text("mine\n" * 40, encoding="utf-8")
    with closing(sqlite3.connect(other)) as db:
        db.execute("CREATE TABLE theirs (a)")
    empty.touch()
    with open_log(tmp_path / "log.db") as log:
        for theirs in (notes, other):
            before = theirs.read_bytes()
            with pytest.raises(LogError, match="is there already and is no back-up of a log; name another file"):
                back_up(log, theirs)
            assert theirs.read_bytes() == before
        assert back_up(log, empty) == back_up(log, older) == back_up(log, older) > 0


@pytest.mark.parametrize("name", ["evidence.warc", "evidence.warc.gz"])
def test_evidence_is_what_came_as_it_came(world: World, mirror: Callable[..., str], tmp_path: Path, name: str) -> None:
    site = world.site
    path = mirror()
    world.round()
    raw = site.routes[path]
    del raw
    with world.log() as log:
        story = get_page(log.db, site.url(path))
        assert story is not None
        assert write_warc(log.db, story, tmp_path / name) == 1
    records = {}
    with (tmp_path / name).open("rb") as file:
        for record in ArchiveIterator(file):
            kind = f"{record.rec_type} {record.rec_headers['WARC-Target-URI']}"
            records[kind] = (record.content_stream().read(), record.http_headers)
    body, headers = records[f"response {site.url(path)}"]
    assert "대박 카지노사이트" in body.decode()
    assert headers.get_header("Content-Type") == "text/html; charset=utf-8"
    assert records[f"request {site.url(path)}"][1].get_header("User-Agent").startswith("wonmun/")
    assert "대박 카지노사이트" in records[f"conversion urn:wonmun:text-as-served:{site.url(path)}"][0].decode()
    assert "시내버스" in records[f"conversion urn:wonmun:text-restored:{site.url(path)}"][0].decode()
    assert b'"phrase": "' in records[f"metadata urn:wonmun:findings:{site.url(path)}"][0]


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_evidence_takes_the_place_of_older_evidence_and_of_nothing_else(
    world: World, mirror: Callable[..., str], tmp_path: Path, suffix: str
) -> None:
    """It took the place of somebody's notes without a word, as back-ups did."""
    path = mirror()
    world.round()
    notes, theirs, empty, older = (tmp_path / f"{name}{suffix}" for name in ("notes", "theirs", "empty", "older"))
    squeeze = gzip.compress if suffix else bytes
    notes.write_bytes(squeeze(b"mine\n" * 40))
    theirs.write_bytes(squeeze(b"WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\nsoftware: another one\r\n"))
    empty.touch()
    with world.log() as log:
        story = get_page(log.db, world.site.url(path))
        assert story is not None
        for kept in (notes, theirs):
            before = kept.read_bytes()
            with pytest.raises(InputError, match="is there already and is no evidence of wonmun's; name another file"):
                write_warc(log.db, story, kept)
            assert kept.read_bytes() == before
        assert [write_warc(log.db, story, file) for file in (empty, older, older)] == [1, 1, 1]


def test_no_evidence_of_a_clean_page(world: World, mirror: Callable[..., str], tmp_path: Path) -> None:
    mirror()
    world.round()
    with world.log() as log:
        story = get_page(log.db, world.site.url("/genuine/1"))
        assert story is not None
        with pytest.raises(InputError, match="no response was kept"):
            write_warc(log.db, story, tmp_path / "x.warc")


def test_reports_are_kept_and_shown_with_the_page(world: World, mirror: Callable[..., str]) -> None:
    path = mirror()
    world.round()
    with world.log() as log:
        add_report(log, world.site.url(path), "false_alarm", "이건 진짜 기사입니다" * 500, 5.0)
        add_report(log, "http://unknown.example/#x", "missed", "", 6.0)
        story = get_page(log.db, world.site.url(path))
        assert story is not None
        assert [(r.wrong, len(r.note)) for r in story.reports] == [("false_alarm", 2000)]
        assert [r.url for r in list_reports(log.db)] == ["http://unknown.example/", world.site.url(path)]


def view(world: World, log: Log, url: str, document: str) -> int | None:
    """Record what a reader's browser was shown."""
    page = parse_page(document, url=url)
    reading = read_page(page, wonmun.check(page, LogMemory(log)))
    return record_view(log, url, reading, Turn(world.settings, world.clock.now))


def test_what_a_reader_was_shown_enters_the_log_and_the_monitor_looks_for_itself(
    world: World, mirror: Callable[..., str], as_article: Callable[..., str], texts: dict[str, str]
) -> None:
    mirror()
    world.round()
    document = as_article("노선", texts["bus"].replace("시내버스", "먹튀 토토"))
    world.site.serve("/read", document)
    with world.log() as log:
        assert view(world, log, world.site.url("/read"), document) is not None
        assert view(world, log, world.site.url("/read"), document) is None, "a second reader tells nothing new"
    assert world.page("/read")["state"] == "injected"
    assert world.page("/read")["origin"] == "reader"
    world.round()
    assert world.site.count("/read") == 1
    assert world.value("SELECT count(*) FROM alerts WHERE page_id = ?", world.page("/read")["id"]) == 1


def test_a_readers_clean_document_clears_nothing(
    world: World, mirror: Callable[..., str], as_article: Callable[..., str], texts: dict[str, str]
) -> None:
    path = mirror()
    world.round()
    with world.log() as log:
        view(world, log, world.site.url(path), as_article("노선", texts["bus"]))
    assert world.page(path)["state"] == "injected"
    assert world.value("SELECT cleared_at FROM findings") is None
    world.round()
    assert world.site.count(path) == 2


def test_thinning_is_done_when_due_however_often_the_monitor_is_started_anew(world: World) -> None:
    done: list[float] = []

    async def run() -> None:
        async with open_tools(world.settings, world.path, clock=world.clock) as tools:
            await thin_when_due(tools)
            done.append(noted(tools.reader.db, THINNED) or 0.0)

    begun = world.clock.now
    for hours in (0, 10, 15, 1):
        world.clock.forward(hours * 3600)
        asyncio.run(run())
    assert done == [begun, begun, begun + 25 * 3600, begun + 25 * 3600]
