"""Bodies are checked in threads or in processes, with the same answers, whatever happens to a worker."""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from typing import TYPE_CHECKING

import pytest

from wonmun.errors import InputError, WonmunError
from wonmun.page.parse import parse_page
from wonmun_monitor import reading
from wonmun_monitor.checking import LARGE, MANY, Checker
from wonmun_monitor.log.connect import open_log

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wonmun.model import Page


@pytest.fixture
def log(tmp_path: Path) -> Path:
    open_log(tmp_path / "log.db").close()
    return tmp_path / "log.db"


def test_processes_say_what_threads_say_and_a_killed_worker_stops_nobody(
    log: Path, texts: dict[str, str], as_article: Callable[..., str]
) -> None:
    body = as_article("노선", texts["bus"]).encode()

    async def run() -> None:
        checker = Checker(log, processes=2)
        in_thread = await checker.check("http://a.example/", body, "text/html")
        checker.expect(MANY)
        in_process = await checker.check("http://a.example/", body, "text/html")
        assert in_process == in_thread
        workers = multiprocessing.active_children()
        assert workers, "checked in a process"
        for worker in workers:
            worker.kill()
        again = await asyncio.gather(*(checker.check("http://a.example/", body, "text/html") for _ in range(3)))
        assert all(reading == in_thread for reading in again)
        checker.close()

    asyncio.run(run())


@pytest.mark.parametrize(("processors", "processes"), [(1, 1), (2, 2), (16, 6)])
def test_there_is_a_process_a_processor_up_to_what_one_monitor_can_feed(
    log: Path, monkeypatch: pytest.MonkeyPatch, processors: int, processes: int
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    checker = Checker(log)
    assert checker._most == processes
    checker.close()


def test_few_bodies_start_no_process(log: Path, texts: dict[str, str], as_article: Callable[..., str]) -> None:
    async def run() -> None:
        checker = Checker(log)
        checker.expect(MANY - 1)
        await checker.check("http://a.example/", as_article("노선", texts["bus"]).encode(), "text/html")
        assert not multiprocessing.active_children()
        checker.close()

    asyncio.run(run())


@pytest.mark.parametrize("body", [b"", b"%PDF-1.7 ...", bytes(range(256)) * 20])
def test_what_is_no_page_is_one_sentence(log: Path, body: bytes) -> None:
    async def run() -> None:
        checker = Checker(log, processes=0)
        try:
            with pytest.raises(InputError):
                await checker.check("http://a.example/", body, "")
        finally:
            checker.close()

    asyncio.run(run())


def test_a_large_body_goes_to_a_process_however_little_there_is_to_do(
    log: Path, texts: dict[str, str], as_article: Callable[..., str]
) -> None:
    async def run() -> None:
        checker = Checker(log)
        body = as_article("노선", texts["bus"]).encode()
        reading = await checker.check("http://a.example/", body + b" " * LARGE, "text/html")
        assert reading.report.verdict == "clean"
        assert len(multiprocessing.active_children()) == 1
        checker.close()

    asyncio.run(run())


def test_a_check_in_a_thread_that_never_ends_costs_that_page_only(
    log: Path, texts: dict[str, str], as_article: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    body = as_article("노선", texts["bus"]).encode()

    def slow(data: bytes, **named: str) -> Page:
        if data == b"slow":
            time.sleep(3)
        return parse_page(data, **named)

    monkeypatch.setattr(reading, "parse_page", slow)

    async def run() -> None:
        warm = Checker(log, processes=0)
        await warm.check("http://a.example/", body, "")  # what a first page loads takes longer than a second, at times
        warm.close()
        checker = Checker(log, processes=0, patience=1.0)
        asked = [checker.check("http://a.example/", what, "") for what in (b"slow", b"slow", b"slow", body, body)]
        said = await asyncio.gather(*asked, return_exceptions=True)
        checker.close()
        assert [isinstance(answer, WonmunError) for answer in said] == [True, True, True, False, False]
        assert "longer than 1 s" in str(said[0])

    asyncio.run(run())


def test_half_a_surrogate_pair_travels_from_a_process(log: Path) -> None:
    body = (
        '<title>t</title><script type="application/ld+json">{"@type": "Article", "headline": "\\ud800"}</script>a b c'
    )

    async def run() -> None:
        checker = Checker(log, processes=1)
        checker.expect(MANY)
        reading = await checker.check("http://a.example/", body.encode(), "text/html")
        checker.close()
        assert ("ld:headline", "\ud800") in reading.page.head

    asyncio.run(run())


def test_a_header_that_is_no_text_travels_to_a_process(log: Path) -> None:
    async def run() -> None:
        checker = Checker(log, processes=1)
        checker.expect(MANY)
        reading = await checker.check("http://a.example/", b"<p>a b c</p>", "text/html; charset=\udcff")
        checker.close()
        assert reading.page.text == "a b c"

    asyncio.run(run())
