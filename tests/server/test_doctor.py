"""What `wonmun doctor` says of whoever has the server's port; that wonmun itself is named is in `test_commands.py`."""

from __future__ import annotations

import json
import re
import socket
import threading
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from wonmun.cli import wonmun

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    return tmp_path / "config.yaml"


def server_finding(config: Path, port: int) -> dict[str, object]:
    config.write_text(f"server: {{port: {port}}}\n", encoding="utf-8")
    runner = CliRunner(env={"WONMUN_DATA": str(config.parent / "data")})
    looked = runner.invoke(wonmun, ["doctor", "--json", "--config", str(config)])
    found: dict[str, object]
    (found,) = (f for f in map(json.loads, looked.stdout.splitlines()) if f["what"] == "server")
    return found


@pytest.mark.parametrize("says", [b"SSH-2.0-OpenSSH_9.2\r\n", b"HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", b""])
def test_another_program_on_the_port_is_told(asked: Path, says: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.sendall(says)
                connection.recv(4096)

        thread = threading.Thread(target=answer)
        thread.start()
        found = server_finding(asked, listening.getsockname()[1])
        thread.join()
    assert not found["ok"]
    assert "another program answers there" in str(found["says"])


def test_nothing_on_the_port_is_no_fault(asked: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    found = server_finding(asked, port)
    assert found["ok"]
    assert "nothing runs there now" in str(found["says"])


def test_everything_is_told_in_korean(asked: Path) -> None:
    asked.write_text("restore: {model: {url: 'http://127.0.0.1:9'}}\n", encoding="utf-8")
    runner = CliRunner(env={"WONMUN_DATA": str(asked.parent / "data"), "LC_ALL": "ko_KR.UTF-8"})
    lines = runner.invoke(wonmun, ["doctor", "--config", str(asked)]).stdout.splitlines()
    assert len(lines) == 8
    assert all(line.startswith(("좋음 ", "나쁨 ")) for line in lines)
    assert not [line for line in lines if re.search(r"(?<![/.\w])[a-z]+ [a-z]+", re.sub("`.*?`", "", line))]


def test_a_log_that_cannot_be_made_is_told(asked: Path) -> None:
    """`wonmun up` would have made it, doctor said, and could not (seen from outside, 2026-11-30)."""
    (asked.parent / "file").write_text("", encoding="utf-8")
    asked.write_text(f"log: {{path: '{asked.parent}/file/log.db'}}\n", encoding="utf-8")
    looked = CliRunner(env={"WONMUN_DATA": str(asked.parent / "data")}).invoke(
        wonmun, ["doctor", "--config", str(asked)]
    )
    assert looked.exit_code == 1
    assert "is no folder that this user may write to" in looked.stdout


@pytest.mark.filterwarnings("ignore:'imghdr' is deprecated")  # apprise's plugins, which load with the first target
def test_one_fault_is_told_once(asked: Path) -> None:
    """A broken log was two lines of the same words, and a failing feed's address stood there twice."""
    (asked.parent / "broken.db").write_bytes(b"no database" * 500)
    asked.write_text(f"log: {{path: '{asked.parent}/broken.db'}}\nalerts: {{to: ['nonsense://x']}}\n", encoding="utf-8")
    runner = CliRunner(env={"WONMUN_DATA": str(asked.parent / "data")})
    told = runner.invoke(wonmun, ["doctor", "--config", str(asked)]).stdout
    assert told.count("is no wonmun log") == 1
    assert "BAD  feeds: nothing is known of them while the log cannot be read" in told
    assert "BAD  alerts: alerts.to: nonsense://… is no apprise URL" in told
    url = "http://127.0.0.1:9/rss"
    asked.write_text(f"feeds: [{{url: '{url}'}}]\nsample: false\n", encoding="utf-8")
    runner.invoke(wonmun, ["monitor", "--once", "--config", str(asked)])
    told = runner.invoke(wonmun, ["doctor", "--config", str(asked)]).stdout
    assert f"1 of 1 fail, among them {url}: refused" in told
    assert told.count(url) == 1
    assert "ok   alerts: no target configured" in told
