"""Background threads: results and failures come back, and none of them holds the program up."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from wonmun_server.workers import Workers


def test_results_and_failures_come_with_the_future() -> None:
    workers = Workers(2, "test")
    assert [workers.submit(lambda n=n: n * n).result(5) for n in range(9)] == [n * n for n in range(9)]  # type: ignore[misc]
    with pytest.raises(ZeroDivisionError):
        workers.submit(lambda: 1 // 0).result(5)
    assert workers.submit(lambda: "still at work").result(5) == "still at work"


def test_no_more_threads_than_asked_for() -> None:
    workers, gate = Workers(3, "counted"), threading.Event()
    jobs = [workers.submit(lambda: gate.wait(5)) for _ in range(10)]
    assert sum(t.name == "counted" for t in threading.enumerate()) == 3
    gate.set()
    assert all(job.result(5) for job in jobs)


def test_a_job_that_hangs_does_not_hold_the_program_up() -> None:
    code = "from wonmun_server.workers import Workers; import time; Workers(1, 'x').submit(lambda: time.sleep(60))"
    path = f"import sys; sys.path[:] = {sys.path!r}; "
    started = time.monotonic()
    subprocess.run([sys.executable, "-c", path + code], check=True, timeout=30)
    assert time.monotonic() - started < 20
