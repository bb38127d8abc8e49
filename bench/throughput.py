"""Pages a second: fetch, check and log against urlwatch, which fetches and compares; the same pages, the same run.

    python -m bench.throughput [--articles FILE.jsonl | --syllables] [--pages 1000] [--rounds 1] [--flat 20000]

A server in a process of its own answers each page after the latency. urlwatch (a dev dependency) gets one job a page,
without filters, and asks for ten at a time, as it does for everybody: 200 pages a second at most behind 50 ms.
Two ratios: of the whole commands, from their start to their end, which is what a user sees; and while running, the
start of either left out, which is what counts for a monitor that runs for months.
The pages are sentences of this project's own articles (`bench/served.py` says how). `--articles` takes yours, records
with a "text", each a page: genuine news is the fairest measure.
`--syllables` makes pages of random syllables, as this bench did at first: no page that somebody wrote costs so.
`--flat N` then visits N pages and prints the memory of all processes as it goes.
"""

from __future__ import annotations

import argparse
import compileall
import importlib.util
import multiprocessing
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import wonmun
import wonmun_monitor
from bench.processes import Watch, family, resident
from bench.served import serve
from tools import given
from wonmun.configuration import parse_settings
from wonmun_monitor.checking import MANY
from wonmun_monitor.service import run_once

PAGES = 1000


class Server(NamedTuple):
    """Where the pages are."""

    port: int
    process: int


def command(server: Server, pages: int, folder: Path) -> float:
    """Give the pages a second of `wonmun monitor --once` on an empty log, its start included."""
    config = folder / "config.yaml"
    config.write_text(config_for(server.port, pages), encoding="utf-8")
    data = folder / "command"
    environment = os.environ | {"WONMUN_CONFIG": str(config), "WONMUN_DATA": str(data)}
    took = watched([sys.executable, "-m", "wonmun", "monitor", "--once"], server, pages, environment)
    with closing(sqlite3.connect(f"file:{data / 'log.db'}?mode=ro", uri=True)) as db:
        states = db.execute("SELECT state, count(*) FROM pages WHERE url LIKE '%/p/%' GROUP BY state").fetchall()
    print("          " + ", ".join(f"{count} {state}" for state, count in states))
    return pages / took


def watched(command: list[str], server: Server, pages: int, environment: dict[str, str] | None = None) -> float:
    """Run a command to its end, print what it took of the processors; give its seconds."""
    begun = time.perf_counter()
    started = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    with Watch(started.pid) as watch, Watch(server.process) as serving:
        code = started.wait()
        took = time.perf_counter() - begun
    if code:
        raise SystemExit(f"{' '.join(command)} ended with {code}")
    cost, share = (1000 * seconds / pages for seconds in (watch.total, serving.spent))
    print(f"          {took:.2f} s; of the processors {cost:.2f} ms a page in {len(watch.seconds)} processes, "
          f"and the server {share:.2f}")  # fmt: skip
    return took


def running(server: Server, pages: int, folder: Path) -> float:
    """Give the pages a second of a round whose workers have been loaded by an earlier one."""
    settings = parse_settings(config_for(server.port, pages).encode())
    run_once(parse_settings(config_for(server.port, MANY).encode()), folder / "before.db")
    begun = time.perf_counter()
    run_once(settings, folder / "log.db")
    return pages / (time.perf_counter() - begun)


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


def urlwatch(server: Server, pages: int, folder: Path, python: str) -> float:
    """Give the seconds of urlwatch's second of two runs, which fetches and compares."""
    folder.mkdir(parents=True)
    jobs = folder / "urls.yaml"
    addresses = (f"url: http://127.0.0.1:{server.port}/p/{n}" for n in range(pages))
    jobs.write_text("\n---\n".join(addresses), encoding="utf-8")
    config = folder / "urlwatch.yaml"
    config.write_text("report: {stdout: {enabled: true}}\n", encoding="utf-8")
    command = [python, "-c", "from urlwatch.cli import main; main()", "--urls", str(jobs), "--config", str(config)]
    command += ["--cache", str(folder / "cache.db"), "--hooks", str(folder / "hooks.py")]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return watched(command, server, pages)


def flat(port: int, pages: int, folder: Path) -> None:
    """Visit many pages with the command, and print the memory of its processes as it goes."""
    config = folder / "config.yaml"
    config.write_text(config_for(port, pages), encoding="utf-8")
    data = folder / "flat"
    environment = os.environ | {"WONMUN_CONFIG": str(config), "WONMUN_DATA": str(data)}
    begun = time.perf_counter()
    started = subprocess.Popen([sys.executable, "-m", "wonmun", "monitor", "--once"], env=environment)
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


class Figures(NamedTuple):
    """One round's ratios to urlwatch."""

    whole: float
    running: float


def measured(server: Server, pages: int, folder: Path, python: str) -> Figures | None:
    """Run both once, print their pages a second; None without urlwatch."""
    folder.mkdir()
    ours = command(server, pages, folder)
    print(f"wonmun    {ours:7.1f} pages a second: fetched, checked, logged; the whole command")
    while_running = running(server, pages, folder)
    print(f"wonmun    {while_running:7.1f} pages a second while running", flush=True)
    if python == sys.executable and not importlib.util.find_spec("urlwatch"):
        print("urlwatch is not installed; the ratios need it (pip install urlwatch)")
        return None
    whole = urlwatch(server, pages, folder / "all", python)
    print(f"urlwatch  {pages / whole:7.1f} pages a second: fetched, compared; the whole command")
    theirs = (pages - 1) / (whole - urlwatch(server, 1, folder / "one", python))
    print(f"urlwatch  {theirs:7.1f} pages a second while running", flush=True)
    return Figures(ours * whole / pages, while_running / theirs)


def asked() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=given.file, help="Genuine articles, as JSON lines, to make the pages of.")
    parser.add_argument("--syllables", action="store_true", help="Pages of random syllables instead.")
    parser.add_argument("--pages", type=int, help="1000; with --articles as many as there are, 1000 at most.")
    parser.add_argument("--rounds", type=int, default=1, help="The ratios' medians are printed at the end.")
    parser.add_argument("--latency", type=float, default=50, help="Milliseconds until a page is answered.")
    parser.add_argument("--urlwatch", default=sys.executable, help="The Python that has urlwatch.")
    parser.add_argument("--flat", type=int, default=0, help="Then visit so many pages and watch the memory.")
    args = parser.parse_args()
    there = len(args.articles.read_text(encoding="utf-8").splitlines()) if args.articles else PAGES
    args.pages = args.pages or min(there, PAGES)
    return args


def main() -> None:
    """Run both, print the ratios."""
    args = asked()
    compiled()
    mine, theirs = multiprocessing.get_context("spawn").Pipe()
    source = "syllables" if args.syllables else str(args.articles or "")
    ready = max(args.pages, MANY)
    process = multiprocessing.get_context("spawn").Process(
        target=serve, args=(theirs, source, ready, args.latency / 1000), daemon=True
    )
    process.start()
    server = Server(mine.recv(), process.pid or 0)
    try:
        with tempfile.TemporaryDirectory() as temporary:
            rounds = [measured(server, args.pages, Path(temporary) / str(n), args.urlwatch) for n in range(args.rounds)]
            if seen := [one for one in rounds if one]:
                print(f"ratio     {statistics.median(one.whole for one in seen):7.2f} of the whole commands")
                print(f"ratio     {statistics.median(one.running for one in seen):7.2f} while running")
            if args.flat:
                flat(server.port, args.flat, Path(temporary))
    finally:
        process.terminate()


if __name__ == "__main__":
    main()
