"""Pages a second: fetch, check and log against urlwatch, which fetches and compares; the same pages, the same run.

    python -m bench.throughput [--pages 1000] [--latency 50] [--flat 20000]

A server in a process of its own answers each page after the latency. urlwatch (a dev dependency) gets one job a page.
`--flat N` then visits N pages and prints the memory of the monitor's process as it goes.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import multiprocessing
import os
import subprocess
import sys
import tempfile
import threading
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bench.log_made import Articles
from wonmun.configuration import parse_settings
from wonmun_monitor.service import run_once

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from wonmun.settings import Settings


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


def monitor(port: int, pages: int, folder: Path) -> float:
    """Give the pages a second of one round."""
    settings = settings_for(port, pages)
    begun = time.perf_counter()
    counts = run_once(settings, folder / "log.db")
    took = time.perf_counter() - begun
    print(f"wonmun    {counts}")
    return counts.pages / took


def settings_for(port: int, pages: int) -> Settings:
    """As an operator would: one list, the loopback host allowed."""
    return parse_settings(
        f"""
        sample: false
        lists: [{{url: "http://127.0.0.1:{port}/list/{pages}"}}]
        monitor:
          allow_private: ["127.0.0.1:{port}"]
          concurrency: 32
          items_per_feed: {pages}
        """.encode()
    )


def urlwatch(port: int, pages: int, folder: Path, python: str) -> float:
    """Give urlwatch's pages a second: the second of two runs, which fetches and compares."""
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
    return pages / took


def resident() -> float:
    """Give this process's memory in MB, where the system tells it."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return float("nan")
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def flat(port: int, pages: int, folder: Path) -> None:
    """Visit many pages, and print the memory of this process every ten seconds."""
    done = threading.Event()

    def watch() -> None:
        begun = time.perf_counter()
        while not done.wait(10):
            print(f"  {time.perf_counter() - begun:5.0f} s  {resident():6.0f} MB", flush=True)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        rate = monitor(port, pages, folder)
    finally:
        done.set()
        thread.join()
    print(f"{pages:,} pages: {rate:.0f} a second, {resident():.0f} MB at the end")


def main() -> None:
    """Run both, print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--latency", type=float, default=50, help="Milliseconds until a page is answered.")
    parser.add_argument("--urlwatch", default=sys.executable, help="The Python that has urlwatch.")
    parser.add_argument("--flat", type=int, default=0, help="Then visit so many pages and watch the memory.")
    asked = parser.parse_args()
    mine, theirs = multiprocessing.get_context("spawn").Pipe()
    server = multiprocessing.get_context("spawn").Process(
        target=serve, args=(theirs, asked.latency / 1000), daemon=True
    )
    server.start()
    port = mine.recv()
    try:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            ours = monitor(port, asked.pages, folder)
            print(f"wonmun    {ours:7.1f} pages a second: fetched, checked, logged")
            if asked.urlwatch != sys.executable or importlib.util.find_spec("urlwatch"):
                others = urlwatch(port, asked.pages, folder, asked.urlwatch)
                print(f"urlwatch  {others:7.1f} pages a second: fetched, compared")
                print(f"ratio     {ours / others:7.2f}")
            else:
                print("urlwatch is not installed; the ratio needs it (pip install urlwatch)")
            if asked.flat:
                flat(port, asked.flat, folder)
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
