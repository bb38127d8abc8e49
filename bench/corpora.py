"""Corpora: `wonmun scan` against datatrove's GopherRepetitionFilter in one run, and restoring as the corpus grows.

    python -m bench.corpora [--texts GENUINE.jsonl …] [--megabytes 4] [--fresh TEXTS.jsonl] [--sizes 1000,10000]

`--texts` are genuine articles, of which corpora are made at measuring time (without it: those of `bench.finding`);
`--fresh` is scanned as it is. Speeds are by processor seconds of a process and its children, so that a busy machine
does not change the ratios; lines with two workers are by the clock, too. Each measurement has a process of its own.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.filters import GopherRepetitionFilter
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter

from bench.corpora_growth import growth
from bench.corpora_made import mixed, write
from bench.cost import measure
from bench.finding import articles
from tools import given
from wonmun.corpus.execute import Where, execute
from wonmun.corpus.folder import Folder
from wonmun.corpus.plan import make_plan, save_plan
from wonmun.corpus.prints import PrintsStep
from wonmun.corpus.reader import ScanReader
from wonmun.corpus.run import Order, scan

if TYPE_CHECKING:
    from bench.cost import Cost


def bare(source: Path, _: Path) -> None:
    """The peer by itself: nothing is written."""
    peer = GopherRepetitionFilter()
    for line in source.read_bytes().splitlines():
        peer.filter(Document(json.loads(line)["text"], "0"))


def piped(source: Path, out: Path) -> None:
    """The peer between datatrove's own reader and writer."""
    steps = [
        JsonlReader(str(source.parent), glob_pattern=source.name),
        GopherRepetitionFilter(),
        JsonlWriter(str(out), compression=None),
    ]
    LocalPipelineExecutor(steps, logging_dir=f"{out}.logs").run()


def scanned(source: Path, out: Path, workers: int = 1) -> dict[str, Any]:
    """`wonmun scan`."""
    return scan(Order((str(source),), out, workers))


def first_pass(source: Path, out: Path) -> None:
    """The first pass by itself, up to each task's fingerprints."""
    plan = make_plan([str(source)], {}, out, 1)
    folder = Folder(out).begin()
    save_plan(plan, folder.plan)
    execute(folder, "prints", [ScanReader(folder), PrintsStep(folder)], len(plan.tasks), Where())


def speeds(name: str, source: Path, work: Path) -> None:
    """Print MB/s of the peer and of ours on one file."""
    size = sum(len(json.loads(line)["text"].encode()) for line in source.open("rb")) / 1e6
    print(f"{name}: {size:.1f} MB of text    MB/s   against Gopher   MB held   seconds by the clock")
    peer = None
    for told, run in (("GopherRepetitionFilter", bare), ("the same, read + written", piped)):
        cost = measure(run, source, work / f"{name}-{run.__name__}")
        peer = peer or cost
        _row(told, size, peer, cost)
    one = measure(scanned, source, work / f"{name}-one")
    _row("wonmun scan", size, peer or one, one)
    two = measure(scanned, source, work / f"{name}-two", 2)
    spent = two.told["processor_seconds"]
    print(
        f"  {'--workers 2':26} both workers' processor {spent:.1f} s, by the clock {size / two.clock:.2f} MB/s: "
        f"{one.clock / two.clock:.2f} times one worker, {(peer or one).clock / two.clock:.2f} times Gopher; "
        f"{two.memory:.0f} MB a worker, most of it shared"
    )
    _row("first pass", size, peer or one, measure(first_pass, source, work / f"{name}-prints"))
    print(f"  found: {one.told['injected']} injected, {one.told['suspicious']} suspicious of {one.told['records']}\n")


def _row(name: str, size: float, peer: Cost, cost: Cost) -> None:
    ratio = peer.processor / cost.processor
    print(f"  {name:26} {size / cost.processor:12.2f} {ratio:14.2f} {cost.memory:11.0f} {cost.clock:12.1f}", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=given.file, nargs="*", default=())
    parser.add_argument("--megabytes", type=float, default=4)
    parser.add_argument("--fresh", type=given.file)
    parser.add_argument("--sizes", default="1000")
    options = parser.parse_args()
    texts = articles(options.texts)
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        if options.megabytes:
            speeds("mixed", write(work / "mixed.jsonl", mixed(texts, options.megabytes)), work)
        if options.fresh:
            speeds("fresh", options.fresh, work)
        growth(texts, [int(size) for size in options.sizes.split(",") if size], work)


if __name__ == "__main__":
    main()
