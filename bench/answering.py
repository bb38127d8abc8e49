"""How fast POST /v1/check answers: a clean 10 KB article, one after the other and fifty at once; beside harper.js.

    python -m bench.answering [--times 300] [--harper FOLDER]

A server of its own is started on a free port with an empty log. FOLDER is one where `npm install harper.js` was run:
its linter reads 10 KB of English in the same run, and the ratio of the medians is printed.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from tools import given
from wonmun_server.sample.copies import articles

TOKEN = "a-token-of-this-benchmark"  # noqa: S105 (guards an empty log for a minute)
SIZE = 10_000
"""Bytes of text, UTF-8."""
_LINT = """
import { readFileSync } from 'node:fs';
import * as harper from 'harper.js';
const { binary } = harper.binary ? harper : await import('harper.js/binary');
const linter = new harper.LocalLinter({ binary });
await linter.setup();
const text = readFileSync(0, 'utf8'), spent = [];
for (let n = 0; n < 31; n++) {
  const begun = performance.now();
  await linter.lint(`${n} ${text}`);
  spent.push(performance.now() - begun);
}
console.log(JSON.stringify(spent));
"""
_ENGLISH = "The city library stays open until midnight from next month, because readers who work late asked for it. "


def clean_article() -> bytes:
    """Give 10 KB of honest Korean news as the extension sends it."""
    parts: list[dict[str, object]] = []
    size = 0
    for paragraph in (p for a in articles().values() if a.kind == "genuine" for p in a.paragraphs):
        if size < SIZE:
            parts.append({"id": f"s{len(parts)}", "role": "text", "text": paragraph})
            size += len(paragraph.encode())
    body = {"url": "https://news.example/1", "title": "", "lang": "ko", "segments": parts}
    return json.dumps(body, ensure_ascii=False).encode()


def ask(connection: http.client.HTTPConnection, body: bytes) -> float:
    """Ask once; give the milliseconds."""
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    begun = time.perf_counter()
    connection.request("POST", "/v1/check", body, headers)
    answer = connection.getresponse()
    read = answer.read()
    spent = (time.perf_counter() - begun) * 1000
    if answer.status != 200 or json.loads(read)["verdict"] != "clean":
        raise SystemExit(f"an unexpected answer: {answer.status} {read[:200]!r}")
    return spent


def at_once(port: int, body: bytes, count: int) -> tuple[int, float]:
    """Ask `count` times at the same moment; give how many failed, and the slowest's milliseconds."""
    spent: list[float] = []

    def one() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        spent.append(ask(connection, body))
        connection.close()

    threads = [threading.Thread(target=one) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return count - len(spent), max(spent, default=0.0)


def lint(folder: Path) -> list[float]:
    """Have harper.js lint 10 KB; give the milliseconds of each time but the first."""
    text = (_ENGLISH * (SIZE // len(_ENGLISH) + 1))[:SIZE]
    script = folder / "wonmun-lint.mjs"
    script.write_text(_LINT, encoding="utf-8")
    command = ["node", script.name]  # whichever the user has
    done = subprocess.run(command, cwd=folder, input=text, capture_output=True, text=True, check=True)
    spent: list[float] = json.loads(done.stdout)
    return spent[1:]


def told(name: str, spent: list[float]) -> float:
    """Print a row of figures; give the median."""
    ranks = statistics.quantiles(spent, n=100)
    median = statistics.median(spent)
    print(f"{name:34} median {median:7.1f} ms   p95 {ranks[94]:7.1f}   p99 {ranks[98]:7.1f}   max {max(spent):7.1f}")
    return median


def measure(port: int, times: int, harper: Path | None) -> None:
    """Print all figures."""
    body = clean_article()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for _ in range(20):
        ask(connection, body)
    ours = told(f"POST /v1/check, {len(body):,} bytes", [ask(connection, body) for _ in range(times)])
    if harper:
        theirs = told(f"harper.js, {SIZE:,} bytes", lint(harper))
        print(f"wonmun is {theirs / ours:.1f} times as fast at the median")
    failed, slowest = at_once(port, body, 50)
    print(f"50 at once: {failed} failed, the slowest took {slowest:.0f} ms")


def main() -> None:
    """Start a server, measure, end it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=300)
    parser.add_argument("--harper", type=given.folder)
    options = parser.parse_args()
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = int(found.getsockname()[1])
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "config.yaml")
        config.write_text(f"server: {{port: {port}}}\n", encoding="utf-8")
        environment = os.environ | {"WONMUN_DATA": folder, "WONMUN_TOKEN": TOKEN}
        command = [sys.executable, "-m", "wonmun", "serve", "--config", str(config)]
        server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)
        try:
            assert server.stdout is not None
            server.stdout.readline()  # it says so once it answers
            measure(port, options.times, options.harper)
        finally:
            server.terminate()
            server.wait(10)


if __name__ == "__main__":
    main()
