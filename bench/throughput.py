"""Pages a second: fetch, check and log against urlwatch, which fetches and compares; the same pages, the same run.

    python -m bench.throughput [--pages 1000] [--latency 50] [--flat 20000]

A server in a process of its own answers each page after the latency. urlwatch (a dev dependency) gets one job a page.
Two ratios: of the whole commands, from their start to their end, which is what a user sees; and while running, the
start of either left out, which is what counts for a monitor that runs for months.
`--flat N` then visits N pages and prints the memory of all processes as it goes.
"""

from __future__ import annotations

import argparse
import asyncio
import compileall
import importlib.util
import multiprocessing
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import wonmun
import wonmun_monitor
from bench.log_made import Articles
from bench.processes import Watch, family, resident
from wonmun.configuration import parse_settings
from wonmun_monitor.checking import MANY
from wonmun_monitor.service import run_once

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_WONMUN = "from wonmun.cli import main; main()"


@cache
def texts() -> Articles:
    """Give the maker of articles; made once a process."""
    return Articles(3)


def article(number: int) -> bytes:
    """Make a page of some 1,300 letters, always the same for a number; every fiftieth is injected."""
    maker = texts()
    maker.chance.seed(number)
    text = maker.article()
    if number % 50 == 0:
        words = text.split()
        for place in range(5, len(words), 25):
            words[place] = "대박 카지노사이트"
        text = " ".join(words)
    head = f'<!doctype html><html lang="ko"><head><title>소식 {number}</title></head><body>'
    menu = "".join(f'<li><a href="/menu/{n}">메뉴 {n}</a></li>' for n in range(20))
    return f"{head}<ul>{menu}</ul><article><h1>소식 {number}</h1><p>{text}</p></article></body></html>".encode()


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, latency: float) -> None:
    try:
        while line := await reader.readline():
            path = line.split()[1].decode()
            while (await reader.readline()).strip():
                pass
            await asyncio.sleep(latency)
            kind, _, number = path.strip("/").partition("/")
            if kind == "list":
                port = writer.get_extra_info("sockname")[1]
                body = "\n".join(f"http://127.0.0.1:{port}/p/{n}" for n in range(int(number))).encode()
            else:
                body = article(int(number)) if kind == "p" else b""
            status = "200 OK" if body else "404 Not Found"
            type_ = "text/plain" if kind == "list" else "text/html; charset=utf-8"
            head = f"HTTP/1.1 {status}\r\nContent-Type: {type_}\r\nContent-Length: {len(body)}\r\n\r\n"
            writer.write(head.encode() + body)
            await writer.drain()
    except (ConnectionError, asyncio.IncompleteReadError, IndexError):
        pass
    finally:
        writer.close()


def serve(pipe: Connection, latency: float) -> None:
    """Run the server until the program that started it ends."""

    async def run() -> None:
        texts()
        server = await asyncio.start_server(lambda r, w: _answer(r, w, latency), "127.0.0.1", 0, backlog=512)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


def command(port: int, pages: int, folder: Path) -> float:
    """Give the pages a second of `wonmun monitor --once` on an empty log, its start included."""
    config = folder / "config.yaml"
    config.write_text(config_for(port, pages), encoding="utf-8")
    environment = os.environ | {"WONMUN_CONFIG": str(config), "WONMUN_DATA": str(folder / "command")}
    begun = time.perf_counter()
    started = subprocess.Popen([sys.executable, "-c", _WONMUN, "monitor", "--once"], env=environment)
    with Watch(started.pid) as watch:
        code = started.wait()
    took = time.perf_counter() - begun
    if code:
        raise SystemExit(f"wonmun monitor ended with {code}")
    cost = 1000 * watch.total / pages
    print(f"          {took:.2f} s, {cost:.2f} ms of processor a page in {len(watch.seconds)} processes")
    return pages / took


def running(port: int, pages: int, folder: Path) -> float:
    """Give the pages a second of a round whose workers have been loaded by an earlier one."""
    settings = parse_settings(config_for(port, pages).encode())
    run_once(parse_settings(config_for(port, MANY).encode()), folder / "before.db")
    begun = time.perf_counter()
    counts = run_once(settings, folder / "log.db")
    print(f"          {counts}")
    return counts.pages / (time.perf_counter() - begun)


def config_for(port: int, pages: int) -> str:
    """As an operator would: one list, the loopback host allowed."""
    return f"""
sample: false
lists: [{{url: "http://127.0.0.1:{port}/list/{pages}"}}]
monitor:
  allow_private: ["127.0.0.1:{port}"]
  concurrency: 32
  items_per_feed: {pages}
"""


def urlwatch(port: int, pages: int, folder: Path, python: str) -> float:
    """Give the seconds of urlwatch's second of two runs, which fetches and compares."""
    folder.mkdir(exist_ok=True)
    jobs = folder / "urls.yaml"
    jobs.write_text("\n---\n".join(f"url: http://127.0.0.1:{port}/p/{n}" for n in range(pages)), encoding="utf-8")
    config = folder / "urlwatch.yaml"
    config.write_text("report: {stdout: {enabled: true}}\n", encoding="utf-8")
    command = [python, "-c", "from urlwatch.cli import main; main()", "--urls", str(jobs), "--config", str(config)]
    command += ["--cache", str(folder / "cache.db"), "--hooks", str(folder / "hooks.py")]
    took = 0.0
    for _ in range(2):
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        took = time.perf_counter() - begun
    return took


def flat(port: int, pages: int, folder: Path) -> None:
    """Visit many pages with the command, and print the memory of its processes as it goes."""
    config = folder / "config.yaml"
    config.write_text(config_for(port, pages), encoding="utf-8")
    data = folder / "flat"
    environment = os.environ | {"WONMUN_CONFIG": str(config), "WONMUN_DATA": str(data)}
    begun = time.perf_counter()
    started = subprocess.Popen([sys.executable, "-c", _WONMUN, "monitor", "--once"], env=environment)
    marks = [n for n in (1000, 2000, 5000, 10_000, 15_000, 20_000, 50_000, 100_000) if n <= pages]
    print("    pages   seconds   MB (share of what is shared) of each process: the monitor first")
    while started.poll() is None:
        done = _visited(data / "log.db")
        if marks and done >= marks[0] - 50:  # the last ones are written as the processes end
            sizes = [resident(one) for one in family(started.pid)]
            told = "  ".join(f"{rss:.0f} ({pss:.0f})" for rss, pss in sizes if rss > 20)
            whole = sum(pss for _, pss in sizes)
            print(f"  {done:>7,}  {time.perf_counter() - begun:>7.0f}   {told}   together {whole:.0f}", flush=True)
            marks.pop(0)
        time.sleep(0.1)
    print(f"{pages:,} pages: {pages / (time.perf_counter() - begun):.0f} a second")


def compiled() -> None:
    """Compile the modules that run, as pip does when it installs: in a checkout each start might do it anew."""
    for package in (wonmun, wonmun_monitor):
        compileall.compile_dir(package.__path__[0], quiet=1)


def _visited(log: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{log}?mode=ro", uri=True)) as db:
            return int(db.execute("SELECT count(*) FROM pages WHERE visits > 0").fetchone()[0])
    except sqlite3.Error:  # not made yet
        return 0


def main() -> None:
    """Run both, print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--latency", type=float, default=50, help="Milliseconds until a page is answered.")
    parser.add_argument("--urlwatch", default=sys.executable, help="The Python that has urlwatch.")
    parser.add_argument("--flat", type=int, default=0, help="Then visit so many pages and watch the memory.")
    asked = parser.parse_args()
    compiled()
    mine, theirs = multiprocessing.get_context("spawn").Pipe()
    server = multiprocessing.get_context("spawn").Process(
        target=serve, args=(theirs, asked.latency / 1000), daemon=True
    )
    server.start()
    port = mine.recv()
    try:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            ours = command(port, asked.pages, folder)
            print(f"wonmun    {ours:7.1f} pages a second: fetched, checked, logged; the whole command")
            while_running = running(port, asked.pages, folder)
            print(f"wonmun    {while_running:7.1f} pages a second while running")
            if asked.urlwatch != sys.executable or importlib.util.find_spec("urlwatch"):
                whole = urlwatch(port, asked.pages, folder / "all", asked.urlwatch)
                start = urlwatch(port, 1, folder / "one", asked.urlwatch)
                theirs_running = (asked.pages - 1) / (whole - start)
                print(f"urlwatch  {asked.pages / whole:7.1f} pages a second: fetched, compared; the whole command")
                print(f"urlwatch  {theirs_running:7.1f} pages a second while running")
                print(f"ratio     {ours * whole / asked.pages:7.2f} of the whole commands")
                print(f"ratio     {while_running / theirs_running:7.2f} while running")
            else:
                print("urlwatch is not installed; the ratios need it (pip install urlwatch)")
            if asked.flat:
                flat(port, asked.flat, folder)
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
