"""Bodies are checked in threads or in processes, with the same answers, whatever happens to a worker."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from wonmun.errors import InputError
from wonmun_monitor.checking import MANY, Checker
from wonmun_monitor.log.connect import open_log

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


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
        assert checker._pool is not None
        in_process = await checker.check("http://a.example/", body, "text/html")
        assert in_process == in_thread
        for worker in list(checker._pool._processes.values()):
            worker.kill()
        again = await asyncio.gather(*(checker.check("http://a.example/", body, "text/html") for _ in range(3)))
        assert all(reading == in_thread for reading in again)
        checker.close()

    asyncio.run(run())


def test_few_bodies_start_no_process(log: Path, texts: dict[str, str], as_article: Callable[..., str]) -> None:
    async def run() -> None:
        checker = Checker(log)
        checker.expect(MANY - 1)
        await checker.check("http://a.example/", as_article("노선", texts["bus"]).encode(), "text/html")
        assert checker._pool is None
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
