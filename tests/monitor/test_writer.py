"""The writer: visits of one transaction enter the full-text indexes together, and a failed one with nothing."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

import wonmun
from wonmun.page.parse import parse_page
from wonmun_monitor import writer as writing
from wonmun_monitor.decide import decide
from wonmun_monitor.intents import Outcome, Turn, View
from wonmun_monitor.log.apply import apply_visit
from wonmun_monitor.log.connect import Log, open_log
from wonmun_monitor.log.index import LogMemory
from wonmun_monitor.log.pages import add_page, page_state
from wonmun_monitor.reading import read_page
from wonmun_monitor.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.monitor.conftest import World

NOW = 1_000_000.0


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    made = Writer(tmp_path / "log.db")
    yield made
    made.close()


@pytest.fixture
def visiting(world: World, as_article: Callable[..., str]) -> Callable[..., Callable[[Log], None]]:
    """Make the job that writes a visit to a page."""

    def make(url: str, text: str, *, trusted: bool = False, fails: bool = False) -> Callable[[Log], None]:
        page = parse_page(as_article("제목", text), url=url)
        reading = read_page(page, wonmun.check(page))
        view = View("reader", url, 200, body=b"x", body_hash=url.encode(), reading=reading)

        def job(log: Log) -> None:
            number = add_page(log, url, NOW)
            log.db.execute("UPDATE pages SET trusted = ? WHERE id = ?", (int(trusted), number))
            old = page_state(log.db, number)
            assert old is not None
            apply_visit(log, decide(old, Outcome((view,)), Turn(world.settings, NOW)))
            if fails:
                raise ValueError("no")

        return job

    return make


def together(writer: Writer, *jobs: Callable[[Log], None]) -> list[BaseException | None]:
    """Have jobs written in one transaction."""
    gate = threading.Event()
    writer.put(lambda _: gate.wait(5))
    futures = [writer.put(job) for job in jobs]
    gate.set()
    return [f.exception(10) for f in futures]


def test_a_job_that_fails_leaves_nothing_in_the_indexes_and_the_others_everything(
    writer: Writer, visiting: Any, texts: dict[str, str], tmp_path: Path
) -> None:
    failed = together(
        writer,
        visiting("http://a.example/1", texts["bus"]),
        visiting("http://a.example/2", texts["library"], fails=True),
        visiting("http://a.example/3", texts["library"] + " 이웃 마을도 왔다."),
    )
    assert [type(f) for f in failed] == [type(None), ValueError, type(None)]
    with open_log(tmp_path / "log.db") as log:
        shots = dict(log.db.execute("SELECT id, url FROM (SELECT s.id, p.url FROM snapshots s, pages p "
                                    "WHERE p.id = s.page_id)").fetchall())  # fmt: skip
        assert sorted(shots.values()) == ["http://a.example/1", "http://a.example/3"]
        for word, page in {"버스": 1, "서관": 3}.items():
            found = log.db.execute("SELECT rowid FROM term_index WHERE term_index MATCH ?", (word,)).fetchall()
            assert [shots[row[0]] for row in found] == [f"http://a.example/{page}"]
        assert log.later == []


def test_a_copy_is_pulled_when_its_publishers_article_comes_in_the_same_transaction(
    writer: Writer, visiting: Any, texts: dict[str, str], tmp_path: Path
) -> None:
    assert together(
        writer,
        visiting("http://mirror.example/1", texts["bus"] + " 덧붙인 말이다."),
        visiting("http://paper.example/1", texts["bus"], trusted=True),
        visiting("http://mirror.example/2", texts["bus"] + " 다른 덧붙인 말이다."),
    ) == [None, None, None]
    with open_log(tmp_path / "log.db") as log:
        due = log.db.execute("SELECT url FROM pages WHERE force = 1 AND next_check_at <= ? ORDER BY url", (NOW,))
        assert [row[0] for row in due] == ["http://mirror.example/1", "http://mirror.example/2"]


def test_indexes_are_written_once_a_transaction(
    writer: Writer, visiting: Any, texts: dict[str, str], tmp_path: Path
) -> None:
    """An update of a row between two entries would write a part of the index for each: slower to write, and to ask."""
    urls = [f"http://a.example/{n}" for n in range(6)]
    assert not any(together(writer, *(visiting(url, f"{texts['bus']} {url[-1]}번") for url in urls)))
    with open_log(tmp_path / "log.db") as log:
        parts = log.db.execute("SELECT count(DISTINCT segid) FROM term_index_idx").fetchone()[0]
        assert parts == 1
        assert len(LogMemory(log).genuine(parse_page(texts["bus"]))) > 0


def test_a_transaction_waits_for_more_only_as_long_as_they_come(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "LONGEST", 60.0)
    # One after the other: a batch that waited to fill would leave the first without a result.
    added = [writer.put(lambda log: add_page(log, "http://a.example/1", NOW)).result(30) for _ in range(3)]
    assert len(set(added)) == 1


def test_in_a_crowd_a_transaction_waits_for_more(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "LONGEST", 60.0)
    monkeypatch.setattr(writing, "MOST", 3)
    begun: list[str] = []
    writer.put(lambda log: log.db.set_trace_callback(begun.append)).result(30)
    writer.coming = writing.CROWD
    futures = []
    for _ in range(3):
        futures.append(writer.put(lambda log: add_page(log, "http://a.example/1", NOW)))
        time.sleep(3 * writing.LINGER)
    assert len({f.result(30) for f in futures}) == 1
    assert begun.count("BEGIN IMMEDIATE") == 1
