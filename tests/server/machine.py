"""A user's machine for tests: a folder with data and a configuration, and commands started in it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from tests.ports import free_port

RUN = [sys.executable, "-m", "wonmun"]
TOKEN = "token-for-the-commands-0123456789"


class Machine:
    """One user's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.configure(f"server: {{port: {self.port}}}\nmonitor: {{delay: 0s}}\n")
        self.environment = os.environ | {
            "WONMUN_DATA": str(folder / "data"), "WONMUN_TOKEN": TOKEN, "PYTHONUNBUFFERED": "1",
            "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        }  # fmt: skip
        self.started: list[subprocess.Popen[str]] = []

    def configure(self, text: str) -> None:
        (self.folder / "config.yaml").write_text(text, encoding="utf-8")

    def start(self, *command: str) -> subprocess.Popen[str]:
        made = subprocess.Popen(
            [*RUN, *command], cwd=self.folder, env=self.environment, text=True, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self.started.append(made)
        return made

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*RUN, *command], cwd=self.folder, env=self.environment, text=True, encoding="utf-8", timeout=100,
            capture_output=True, check=False,
        )  # fmt: skip

    def address_of(self, process: subprocess.Popen[str]) -> str:
        """Read what is printed until the address stands there."""
        assert process.stdout is not None
        for line in process.stdout:
            if found := re.search(r"http://\S+", line):
                return found.group()
        raise AssertionError("it ended without printing an address")

    def ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data, headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def end(self) -> None:
        for process in self.started:
            if process.poll() is None:
                process.kill()
            process.wait(10)
            if process.stdout:
                process.stdout.close()


def end_gently(process: subprocess.Popen[str], number: int) -> tuple[float, str]:
    """Send a signal; give the seconds until the end, and what was printed since."""
    started = time.monotonic()
    process.send_signal(number)
    said, _ = process.communicate(timeout=15)
    return time.monotonic() - started, said


def memory_of(process: subprocess.Popen[str]) -> int:
    """Megabytes that a process holds."""
    return int(re.findall(r"VmRSS:\s+(\d+)", Path(f"/proc/{process.pid}/status").read_text())[0]) // 1024
