"""How a command ends that cannot go on: stopped by somebody, or with nowhere to write."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")
COMMAND = [sys.executable, "-m", "wonmun"]
ENGLISH = os.environ | {"LC_ALL": "C.UTF-8", "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is another thing there")
def test_ctrl_c_is_no_verdict() -> None:
    """It ended with 1, which says that something is injected, and with "Aborted!"."""
    started = [*COMMAND, "check", "--jsonl", "-"]
    with subprocess.Popen(
        started, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENGLISH
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b'{"id": 1, "text": "a"}\n')
        process.stdin.flush()
        assert process.stdout.readline().startswith(b'{"id": 1')
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr.read() == b"wonmun: stopped\n"


@pytest.mark.skipif(not FULL.is_char_device(), reason="there is no device that is always full")
@pytest.mark.parametrize("form", [[], ["--json"], ["--restored"], ["--jsonl"]])
def test_an_answer_that_cannot_be_written_is_one_sentence(form: list[str]) -> None:
    """It was a traceback and 1, as where something is injected; then, with output in blocks, 120 and a complaint."""
    with FULL.open("wb") as full:
        ended = subprocess.run(
            [*COMMAND, "check", *form],
            input=b'{"id": 1, "text": "a"}\n',
            stdout=full,
            stderr=subprocess.PIPE,
            env=ENGLISH | {"PYTHONUNBUFFERED": ""},
            check=False,
        )
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[-1] == b"wonmun: the answer: cannot be read or written (No space left on device)"
    assert b"Traceback" not in ended.stderr
