"""monitor.md, 23–25: a log that is locked, has no room, or cannot be used."""

from __future__ import annotations

import hashlib
import random
import sqlite3
import threading
import time
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from wonmun.errors import LogError
from wonmun_monitor.log import connect
from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.feeds import add_feed
from wonmun_monitor.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.monitor.conftest import World
    from wonmun_monitor.log.connect import Log


def test_23_log_locked_waits_loses_nothing(world: World, mirror: Callable[..., str]) -> None:
    """The lock is held for 2 s here; the patience behind it is asserted to be above 30 s."""
    assert connect.PATIENCE > 30
    path = mirror()
    world.log().close()
    held = threading.Event()
    seen: list[int] = []

    def hold() -> None:
        other = sqlite3.connect(world.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        held.set()
        time.sleep(2)
        seen.append(world.site.count(path))
        other.execute("COMMIT")
        other.close()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    begun = time.monotonic()
    counts = world.round()
    thread.join()
    assert time.monotonic() - begun >= 1.5
    assert counts.errors == 0
    assert world.page(path)["state"] == "injected"
    assert world.value("SELECT count(*) FROM alerts") == 1


def test_24_disk_full_a_clear_error_integrity_kept_later_writes_succeed(world: World, texts: dict[str, str]) -> None:
    writer = Writer(world.path)
    db = writer._log.db
    full = writer.put(lambda log: log.db.execute("PRAGMA page_count").fetchone()[0]).result()

    def cap(pages: int) -> None:
        # outside the writer's own transactions, where the pragma has no effect
        db.execute(f"PRAGMA max_page_count = {pages}")

    cap(full)
    big = "가" * 4000
    urls = [f"http://a.example/{n}" for n in range(40)]
    futures = [writer.put(partial(add_feed, url=url, now=1.0, title=big)) for url in urls]
    errors = [f.exception(timeout=10) for f in futures]
    failed = [e for e in errors if e is not None]
    assert failed
    assert all(isinstance(e, LogError) and "disk is full" in str(e) for e in failed)
    written = world.value("SELECT count(*) FROM feeds")
    assert written == sum(e is None for e in errors), "what was confirmed is there, and nothing else"
    assert world.value("PRAGMA integrity_check") == "ok"

    cap(1_000_000)
    assert writer.put(lambda log: add_feed(log, "http://a.example/later", 1.0)).result(timeout=10)
    writer.close()
    assert world.value("SELECT count(*) FROM feeds") == written + 1


def test_24b_a_round_on_a_full_disk_says_so_and_the_next_one_catches_up(
    world: World,
    mirror: Callable[..., str],
    texts: dict[str, str],
    inject: Callable[[str, str, str], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = mirror()
    filler = random.Random(1).randbytes(60_000).hex()  # evidence of an infected page is kept whole
    world.site.article(path, "노선 개편 1", inject(texts["bus"], "시내버스", "대박 카지노사이트"), f"<!-- {filler} -->")
    with monkeypatch.context() as patched:
        world.fill_disk(patched)
        counts = world.round()
    assert counts.errors > 0
    assert world.value("PRAGMA integrity_check") == "ok"
    world.round()
    assert world.page(path)["state"] == "injected"
    assert world.value("SELECT count(*) FROM alerts") == 1


def damaged(file: Path) -> None:
    file.write_bytes(b"this is no database, whatever its name says" * 50)


def torn(file: Path) -> None:
    open_log(file).close()
    raw = bytearray(file.read_bytes())
    raw[100:4096] = b"\xff" * 3996
    file.write_bytes(raw)


def newer(file: Path) -> None:
    with open_log(file) as log:
        log.db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('wonmun', '9999_later', '')"
        )
        log.db.execute("PRAGMA journal_mode = DELETE")


def foreign(file: Path) -> None:
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE recipes (name)")
    other.commit()
    other.close()


@pytest.fixture
def command(world: World) -> Any:
    """Run a command within this process: exit code, standard output, standard error."""
    from wonmun import cli

    def run(*arguments: str) -> tuple[int, str, str]:
        result = CliRunner().invoke(cli.wonmun, [*arguments], prog_name="wonmun")
        return result.exit_code, result.stdout, result.stderr

    return run


@pytest.mark.parametrize(
    ("make", "says"),
    [(damaged, "damaged"), (torn, "damaged"), (newer, "newer version"), (foreign, "another program's")],
)
@pytest.mark.parametrize("name", ["monitor --once", "pages"])
def test_25_corrupt_log_newer_schema_one_line_error_file_untouched(
    world: World, command: Callable[..., tuple[int, str, str]], make: Any, says: str, name: str
) -> None:
    make(world.path)
    before = hashlib.sha256(world.path.read_bytes()).hexdigest()
    code, out, err = command(*name.split(), "--config", str(world.config()))
    assert (code, out) == (2, "")
    assert says in err
    assert len(err.strip().splitlines()) == 1
    assert hashlib.sha256(world.path.read_bytes()).hexdigest() == before


@pytest.mark.parametrize(("name", "exits"), [("stats", 2), ("feeds", 2), ("doctor", 1)])
def test_25_a_log_that_opens_and_is_damaged_within_is_told_in_one_line(
    world: World, command: Callable[..., tuple[int, str, str]], name: str, exits: int
) -> None:
    with open_log(world.path) as log:
        roots = log.db.execute("SELECT rootpage FROM sqlite_master WHERE tbl_name = 'feeds' AND rootpage").fetchall()
        size = log.db.execute("PRAGMA page_size").fetchone()[0]
        log.db.execute("PRAGMA journal_mode = DELETE")
    raw = bytearray(world.path.read_bytes())
    for (root,) in roots:
        raw[(root - 1) * size : root * size] = b"\xff" * size
    world.path.write_bytes(raw)
    code, out, err = command(name, "--config", str(world.config()))
    assert code == exits
    assert "damaged" in (err if exits == 2 else out)
    assert len(err.strip().splitlines()) == exits - 1


def test_25_as_a_process(world: World) -> None:
    damaged(world.path)
    code, out, err = world.run("monitor", "--once")
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("yaml", "says"),
    [
        ("monitor: [1, 2", "no valid YAML"),
        ("monitor:\n  intervall: 5m\n", "monitor.intervall"),
        ("feeds:\n  - adress: x\n", "feeds[0]"),
        ("monitor:\n  interval: soon\n", "monitor.interval"),
    ],
)
def test_25b_bad_yaml_one_line_error_file_untouched(
    tmp_path: Path, command: Callable[..., tuple[int, str, str]], yaml: str, says: str
) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(yaml, encoding="utf-8")
    code, out, err = command("monitor", "--once", "--config", str(file))
    assert (code, out) == (2, "")
    assert says in err
    assert len(err.strip().splitlines()) == 1
    assert file.read_text(encoding="utf-8") == yaml


def test_only_the_failing_job_of_a_batch_is_taken_back(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "log.db")
    gate = threading.Event()
    writer.put(lambda _: gate.wait(5))  # so that the next ones form one batch

    def fail(log: Log) -> None:
        add_feed(log, "http://a.example/half", 1.0)
        raise ValueError("no")

    good = writer.put(lambda log: add_feed(log, "http://a.example/1", 1.0))
    bad = writer.put(fail)
    last = writer.put(lambda log: add_feed(log, "http://a.example/2", 1.0))
    gate.set()
    assert good.result(5)
    assert last.result(5)
    assert isinstance(bad.exception(5), ValueError)
    writer.close()
    with open_log(tmp_path / "log.db") as log:
        assert [r[0][-1] for r in log.db.execute("SELECT url FROM feeds ORDER BY id")] == ["1", "2"]
