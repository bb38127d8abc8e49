"""The real server and engine behind the extension, as a process of its own on a free loopback port."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any, Final, Self

from tests.browser.servers import TOKEN
from tests.ports import free_port

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE: Final = 60.0


class RealServer:
    """`wonmun COMMAND` for as long as the `with` lasts, its log in `folder`."""

    def __init__(self, folder: Path, command: str = "serve", settings: str = "") -> None:
        self.url = f"http://127.0.0.1:{free_port()}"
        config = folder / "config.yaml"
        port = self.url.rsplit(":", 1)[1]
        config.write_text(f"server:\n  port: {port}\n  max_body: 500KB\n{settings}", encoding="utf-8")
        environment = {**os.environ, "WONMUN_TOKEN": TOKEN, "WONMUN_DATA": str(folder)}
        self._log = (folder / "server.txt").open("w+", encoding="utf-8")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "wonmun", command, "--config", str(config)],
            env=environment,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )

    def __enter__(self) -> Self:
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            try:
                self.get("/v1/health")
            except urllib.error.URLError:
                if self._process.poll() is not None:
                    break
                time.sleep(0.05)
            else:
                return self
        self.__exit__()
        raise RuntimeError("the server did not start")

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()

    def knows(self, url: str) -> bool:
        """Whether the log has visited a page."""
        return url in [page["url"] for page in self.get("/v1/pages?size=200")["pages"]]

    def get(self, path: str) -> Any:
        """What the interface answers."""
        request = urllib.request.Request(self.url + path, headers={"Authorization": f"Bearer {TOKEN}"})
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
            return json.load(answer)

    def post(self, path: str, body: object) -> Any:
        """What the interface answers to a change."""
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        request = urllib.request.Request(self.url + path, json.dumps(body).encode(), headers)
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
            return json.load(answer)
