"""Corpora: `wonmun scan` against datatrove's GopherRepetitionFilter in one run, and its first pass as the corpus grows.

    python -m bench.corpora [--texts GENUINE.jsonl] [--records 400] [--sizes 1000,10000,100000]

Times are processor seconds of this process and its children, so that a busy machine does not change the ratios;
only the line with two workers is by the clock.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from datatrove.pipeline.filters import GopherRepetitionFilter

from bench.log_made import Articles
from wonmun.corpus.execute import Where, execute
from wonmun.corpus.folder import Folder, peak_memory
from wonmun.corpus.neighbours import find_neighbours
from wonmun.corpus.plan import load_plan, make_plan, save_plan
from wonmun.corpus.prints import PrintsStep
from wonmun.corpus.reader import ScanReader
from wonmun.corpus.run import Order, scan
from wonmun.corpus.steps import Drain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from datatrove.pipeline.base import PipelineStep

PHRASE = "온라인 카지노 추천"


def spent() -> float:
    """Processor seconds of this process and of those it has waited for."""
    return sum(os.times()[:4])


def made(count: int, seed: int = 5) -> Iterator[dict[str, object]]:
    """Make records; every twentieth is a mirror of an earlier one with a phrase in a word's place."""
    maker, rng = Articles(seed), random.Random(seed)
    kept: list[str] = []
    for number in range(count):
        if number % 20 == 19:
            words = rng.choice(kept).split()
            text = " ".join(PHRASE if i % 30 == 7 else word for i, word in enumerate(words))
        else:
            text = maker.article()
            kept = [*kept[-200:], text]
        yield {"id": number, "text": text}


def write(path: Path, records: Iterator[dict[str, object]]) -> Path:
    """Write records as JSON lines."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return path


def timed(run: Callable[[], object]) -> tuple[float, float]:
    """Return (processor seconds, seconds by the clock) of a call."""
    processor, clock = spent(), time.perf_counter()
    run()
    return spent() - processor, time.perf_counter() - clock


def run_pass(source: Path, work: Path, *steps: PipelineStep) -> None:
    """Run one pass of single steps over a file, in a folder of its own."""
    shutil.rmtree(work, ignore_errors=True)
    plan = make_plan([str(source)], {}, work, 1)
    folder = Folder(work).begin()
    save_plan(plan, folder.plan)
    execute(folder, "bench", [ScanReader(folder, aside=False), *steps], len(plan.tasks), Where())


def speeds(source: Path, work: Path) -> None:
    """Print MB/s of the scan, its first pass and the peer."""
    size = sum(len(json.loads(line)["text"].encode()) for line in source.open("rb")) / 1e6
    few = write(work / "few.jsonl", (json.loads(line) for line in source.read_bytes().splitlines()[:3]))
    scan(Order((str(few),), work / "warm"))  # loads models
    run_pass(few, work / "w", GopherRepetitionFilter(), Drain())
    peer, peer_clock = timed(lambda: run_pass(source, work / "g", GopherRepetitionFilter(), Drain()))
    first, _ = timed(lambda: run_pass(source, work / "p", PrintsStep(Folder(work / "p"))))
    one, one_clock = timed(lambda: scan(Order((str(source),), work / "one")))
    _, two_clock = timed(lambda: scan(Order((str(source),), work / "two", workers=2)))
    print(f"{size:.1f} MB of text        MB/s of processor   against Gopher")
    for name, seconds in (("GopherRepetitionFilter", peer), ("wonmun scan", one), ("first pass", first)):
        print(f"{name:24} {size / seconds:12.2f} {peer / seconds:18.2f}")
    print(f"by the clock: Gopher {peer_clock:.1f} s, scan {one_clock:.1f} s, scan --workers 2 {two_clock:.1f} s")
    print(f"peak memory of this process {(peak_memory() or 0) / 1e6:.0f} MB")


def growth(sizes: list[int], work: Path) -> None:
    """Print what the first pass costs as the corpus grows."""
    print("\n  records       MB  fingerprints s  pairing s  ms/record  neighbours  peak MB")
    for size in sizes:
        source = write(work / "grow.jsonl", made(size))
        folder = Folder(work / "grow")
        prints, _ = timed(lambda source=source, folder=folder: run_pass(source, folder.path, PrintsStep(folder)))  # type: ignore[misc]
        tasks = len(load_plan(folder.plan).tasks)
        pairing, _ = timed(lambda folder=folder, tasks=tasks: find_neighbours(folder, tasks))  # type: ignore[misc]
        pairs = sum((p.stat().st_size - 128) // 20 for p in folder.part("neighbours").glob("*.npy"))
        megabytes, memory = source.stat().st_size / 1e6, (peak_memory() or 0) / 1e6
        each = (prints + pairing) / size * 1000
        print(
            f"{size:9,} {megabytes:8.1f} {prints:15.1f} {pairing:10.1f} {each:10.3f} {pairs:11,} {memory:8.0f}",
            flush=True,
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="genuine texts to measure speed on; without it made ones")
    parser.add_argument("--records", type=int, default=400)
    parser.add_argument("--sizes", default="1000,10000")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        speeds(given.texts or write(work / "made.jsonl", made(given.records)), work)
        growth([int(size) for size in given.sizes.split(",")], work)


if __name__ == "__main__":
    main()
