"""What a scan starts ends with it, killed or not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import multiprocess
import pytest
from multiprocess.pool import Pool

from wonmun.corpus import start

from .conftest import many, write

if TYPE_CHECKING:
    from collections.abc import Callable

HELD = """
import time
import multiprocess
from multiprocess import forkserver
from wonmun.corpus import start
def work():
    while not start.orphaned():
        time.sleep(0.1)
if __name__ == "__main__":
    start.ahead(2)
    with start.mortal_managers():
        manager = multiprocess.Manager()
        worker = multiprocess.get_context("forkserver").Process(target=work)
        worker.start()
        print(manager._process.pid, forkserver._forkserver._forkserver_pid, worker.pid, flush=True)
        time.sleep(60)
"""


@pytest.mark.skipif(os.name == "nt", reason="processes are asked after in the way of Unix")
def test_nothing_outlives_a_killed_scan(tmp_path: Path) -> None:
    """Case: after kill -9 a process of 400 MB stayed for good, and workers for minutes."""
    (tmp_path / "go.py").write_text(HELD, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    with subprocess.Popen(
        [sys.executable, str(tmp_path / "go.py")], stdout=subprocess.PIPE, text=True, env=environment
    ) as scan:
        assert scan.stdout is not None
        started = [int(number) for number in scan.stdout.readline().split()]
        assert all(alive(number) for number in started)
        scan.kill()
    for _ in range(100):
        if not any(alive(number) for number in started):
            break
        time.sleep(0.1)
    assert [number for number in started if alive(number)] == []


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent in the way of Unix")
def test_ctrl_c_while_workers_start_ends_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Case: on a busy machine a scan stopped as its workers started left them, and each printed what it missed."""
    listen = Pool._get_sentinels

    def stopped(pool: Pool) -> object:
        os.kill(os.getpid(), signal.SIGINT)
        return listen(pool)

    monkeypatch.setattr(Pool, "_get_sentinels", stopped)
    others = set(multiprocess.active_children())
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)  # another test may have left its own
    try:
        with start.whole_pools(), pytest.raises(KeyboardInterrupt):
            multiprocess.get_context(start.way()).Pool(2)
    finally:
        signal.signal(signal.SIGINT, handler)
    assert set(multiprocess.active_children()) <= others


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent in the way of Unix")
@pytest.mark.parametrize(
    ("seconds", "stop", "number"),
    [(0.6, os.killpg, signal.SIGINT), (2.5, os.killpg, signal.SIGINT), (2.5, os.kill, signal.SIGTERM)],
)
def test_ctrl_c_is_one_sentence(
    tmp_path: Path, seconds: float, stop: Callable[[int, int], None], number: signal.Signals
) -> None:
    """Case: the process that workers are forked from printed where it was interrupted; SIGTERM, of what it left."""
    source = write(tmp_path / "a.jsonl", many(300))
    heard = "signal.signal(signal.SIGINT, signal.default_int_handler)"  # what runs the tests may ignore it
    script = f"import signal\nfrom wonmun.cli.scan import scan\nif __name__ == '__main__':\n    {heard}\n    scan()\n"
    (tmp_path / "go.py").write_text(script, "utf-8")
    command = [sys.executable, str(tmp_path / "go.py"), str(source), "--out", str(tmp_path / "out"), "--workers", "2"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True
    ) as running:
        for _ in range(600):
            if (tmp_path / "out" / "state" / "run").exists():
                break
            time.sleep(0.05)
        time.sleep(seconds)
        stop(running.pid, number)
        assert running.stderr is not None
        assert running.stderr.read() == "wonmun: stopped; the same command goes on from here\n"
    assert running.returncode == 130


def alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return not Path(f"/proc/{number}/stat").exists() or " Z " not in Path(f"/proc/{number}/stat").read_text("utf-8")


def test_one_worker_starts_no_process_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multiprocess.forkserver.ensure_running", lambda: pytest.fail("a process was started"))
    start.ahead(1)
