"""A whole scan: plan, first pass over near-duplicates, the check, the summary; again on the same folder, the rest."""

from __future__ import annotations

import json
import shutil
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wonmun.corpus.aside import Aside
from wonmun.corpus.copies import CopiesStep
from wonmun.corpus.execute import Where, execute
from wonmun.corpus.folder import Folder
from wonmun.corpus.neighbours import find_neighbours
from wonmun.corpus.plan import load_plan, make_plan, save_plan
from wonmun.corpus.prints import PrintsStep
from wonmun.corpus.reader import ScanReader
from wonmun.corpus.steps import Drain, KeepFilter, RecordWriter, ScanFilter, check_memory
from wonmun.corpus.tally import TallyStep, sum_of
from wonmun.corpus.watch import watching
from wonmun.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from datatrove.pipeline.base import PipelineStep

    from wonmun.corpus.filter import Keep
    from wonmun.corpus.plan import Plan
    from wonmun.corpus.tally import Tally

_PHRASES = 1000
"""Phrases named in the summary."""


@dataclass(frozen=True, slots=True)
class Order:
    """What `wonmun scan` was asked to do."""

    inputs: tuple[str, ...]
    out: Path
    workers: int = 1
    ray: str | None = None
    keep: Keep = "all"
    restore: bool = False
    copies: bool = False
    originals: tuple[str, ...] = ()
    log: str | None = None

    @property
    def asked(self) -> dict[str, Any]:
        """What a later run must ask for, too, to go on with this one."""
        told = {"inputs": list(self.inputs), "keep": self.keep, "restore": self.restore, "copies": self.copies}
        return {**told, "originals": list(self.originals), "log": self.log}


def scan(order: Order) -> dict[str, Any]:
    """Do what is left of a scan; return the summary, which is written to `summary.json`, too.

    Raises `WonmunError` with one sentence: inputs that cannot be used, a folder that holds another scan or cannot be
    written to, a full disk, a task that failed.
    """
    check_memory(order.originals, order.log)
    folder = Folder(order.out)
    with folder.explaining():
        plan = _plan(order, folder)
        if folder.summary.exists():  # nothing is left to do
            summary: dict[str, Any] = json.loads(folder.summary.read_bytes())
            return summary
        return _scan(order, folder.begin(), plan)


def _scan(order: Order, folder: Folder, plan: Plan) -> dict[str, Any]:
    started, tasks = time.monotonic(), len(plan.tasks)
    for name, steps in _passes(order, folder, tasks):
        with watching(folder, name, plan.size):
            execute(folder, name, steps, tasks, Where(order.workers, order.ray))
        if name == "prints":
            find_neighbours(folder, tasks)
    summary = summarize(sum_of(folder, range(tasks)), time.monotonic() - started, order, plan)
    with folder.writing(folder.summary) as stream:
        stream.write(json.dumps(summary, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace"))
    _tidy(folder)
    return summary


def summarize(total: Tally, seconds: float, order: Order, plan: Plan) -> dict[str, Any]:
    """Put the figures of a scan in the contract's shape."""
    phrases = sorted(total.phrases.items(), key=lambda p: (-p[1], p[0]))[:_PHRASES]
    return {
        "records": total.records,
        "clean": total.clean,
        "suspicious": total.suspicious,
        "injected": total.injected,
        "rejected": total.rejected,
        "findings": total.findings,
        "corrected": total.corrected,
        "bytes": total.bytes,
        "seconds": round(seconds, 3),
        "input_bytes": plan.size,
        "worker_seconds": round(total.seconds, 3),
        "processor_seconds": round(total.processor, 3),
        "peak_memory_bytes": total.peak_memory,
        "workers": order.workers,
        "asked": order.asked,
        "kinds": total.kinds,
        "rejections": total.reasons,
        "phrases": dict(phrases),
        "examples": {p: total.examples[p] for p, _ in phrases[:100] if p in total.examples},
    }


def _plan(order: Order, folder: Folder) -> Plan:
    if folder.plan.exists():
        plan = load_plan(folder.plan)
        if plan.asked != order.asked:
            raise InputError(
                f"{order.out}: holds the scan of other inputs or options; choose another --out, or delete it"
            )
        return plan
    if order.out.exists() and (not order.out.is_dir() or any(order.out.iterdir())):
        raise InputError(f"{order.out}: is there already and holds no scan; choose another --out")
    plan = make_plan(order.inputs, order.asked, order.out, order.workers)
    save_plan(plan, folder.plan)
    return plan


def _passes(order: Order, folder: Folder, tasks: int) -> list[tuple[str, list[PipelineStep]]]:
    aside = Aside(folder)
    check: list[PipelineStep] = [
        ScanReader(folder, aside),
        ScanFilter(folder, aside, (order.originals, order.log), tasks if order.copies else 0),
        TallyStep(folder),
        KeepFilter(order.keep),
        RecordWriter(folder, restore=order.restore),
        Drain(),
    ]
    if not order.copies:
        return [("scan", check)]
    prints = [ScanReader(folder), PrintsStep(folder)]
    return [
        ("prints", prints),
        ("copies", [ScanReader(folder), CopiesStep(folder, tasks)]),
        ("scan", check),
    ]


def _tidy(folder: Folder) -> None:
    """Drop what no later run needs: the texts and pairs of the first pass."""
    for name in ("prints", "copies", "neighbours", "progress"):
        shutil.rmtree(folder.part(name), ignore_errors=True)
