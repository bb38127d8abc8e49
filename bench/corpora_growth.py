"""What `wonmun scan --restore` costs as the corpus grows, and how much of it comes back exactly."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from bench.corpora_made import family, write
from bench.cost import measure
from wonmun.corpus import run
from wonmun.corpus.execute import execute
from wonmun.corpus.folder import peak_memory
from wonmun.corpus.neighbours import find_neighbours

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def growth(texts: Sequence[str], sizes: Sequence[int], work: Path) -> None:
    """Print the cost of each step and what was restored, size by size."""
    if not sizes:
        return
    steps = ("prints", "pairing", "copies", "scan")
    print("  records    MB   " + "".join(f"{name + ' s':>10}" for name in steps), end="")
    print("   first pass ms/record   whole ms/record   MB held: first pass, all   MB on disk: state, output")
    for size in sizes:
        source = write(work / "grow.jsonl", family(texts, size))
        first = measure(passes, source, work / "first", "prints")
        whole = measure(passes, source, work / "whole", "scan")
        spent = whole.told["spent"]
        began = sum(first.told["spent"].values())
        print(f"{size:9,} {source.stat().st_size / 1e6:5.0f} ", end="")
        print("".join(f"{spent.get(name, 0):10.1f}" for name in steps), end="")
        print(f"{1000 * began / size:15.2f} {1000 * whole.processor / size:20.2f}", end="")
        print(f"{first.memory:15.0f}, {whole.memory:.0f}", end="")
        print(f"{whole.told['state'] / 1e6:20.1f}, {_size(work / 'whole' / 'output') / 1e6:.0f}", flush=True)
        for line in outcome(work / "whole" / "output"):
            print(f"          {line}")
        for name in ("first", "whole"):
            shutil.rmtree(work / name)


class _EndError(Exception):
    """Only the first pass was wanted."""


def passes(source: Path, out: Path, last: str) -> dict[str, Any]:
    """Scan with restoring, one worker, up to the pass named and what follows from it.

    Tells the processor time of every pass and the largest size of `state`.
    """
    spent: dict[str, float] = {}
    told: dict[str, Any] = {"state": 0, "spent": spent}

    def noted(name: str, work: Callable[..., None], *given: Any) -> None:
        before = _processor()
        work(*given)
        spent[name] = _processor() - before
        told["state"] = max(told["state"], _size(out / "state"))

    def executed(folder: Any, name: str, *given: Any) -> None:
        if name == "copies" and last == "prints":
            raise _EndError
        noted(name, execute, folder, name, *given)

    def paired(*given: Any) -> None:
        noted("pairing", find_neighbours, *given)

    with patch.object(run, "execute", executed), patch.object(run, "find_neighbours", paired), suppress(_EndError):
        run.scan(run.Order((str(source),), out, restore=True, copies=True))
    return {**told, "peak_memory_bytes": peak_memory()}


def outcome(output: Path) -> list[str]:
    """Say how many mirrors came back exactly, and what became of honest records."""
    found: Counter[tuple[str, str]] = Counter()
    for path in sorted(output.glob("*.jsonl")):
        for line in path.open("rb"):
            record = json.loads(line)
            kind = record.get("why", "honest")
            found[kind, "all"] += 1
            found[kind, record["wonmun"]["verdict"]] += 1
            found[kind, "exact"] += record["text"] == record.get("truth")
            made = any(f["replacement"] is not None for f in record["wonmun"]["findings"])
            found[kind, "changed"] += made
    lines = [
        f"{kind}: {found[kind, 'exact']} of {found[kind, 'all']} restored exactly, {found[kind, 'changed']} changed"
        for kind in ("mirror", "two mirrors")
    ]
    told = ", ".join(f"{found['honest', name]} {name}" for name in ("injected", "suspicious", "changed"))
    return [*lines, f"honest: {told}, of {found['honest', 'all']}"]


def _size(path: Path) -> int:
    return sum(p.stat().st_size for p in path.rglob("*") if p.is_file())


def _processor() -> float:
    return sum(os.times()[:4])
