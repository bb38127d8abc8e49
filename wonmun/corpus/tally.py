"""Counting: what each task found, how far it is, and the sum of it all."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec
from datatrove.pipeline.base import PipelineStep

from wonmun.corpus.folder import peak_memory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from datatrove.data import Document

    from wonmun.corpus.folder import Folder

_EVERY = 0.5
"""Seconds between two notes of progress."""
_PHRASES = 5000
"""Phrases counted in a task; the rarest go when there are twice as many."""
_EXAMPLES = 3
_AROUND = 40


@dataclass(slots=True)
class Progress:
    """How far a task is, noted where the master looks."""

    folder: Folder
    name: str
    rank: int
    records: int = 0
    at: float = 0.0
    characters: int = 0
    injected: int = 0
    noted: float = 0.0

    def add(self, at: float, characters: int, *, injected: bool = False) -> None:
        """Count a record; note it now and then, and stop where a newer run has taken over."""
        self.records += 1
        self.at = at
        self.characters += characters
        self.injected += injected
        if (now := time.monotonic()) - self.noted > _EVERY:
            self.noted = now
            self.folder.still_ours()
            self._note(done=False)

    def finish(self) -> None:
        """Note the end."""
        self._note(done=True)

    def _note(self, *, done: bool) -> None:
        path = self.folder.part("progress", self.name, f"{self.rank:05d}.json")
        path.parent.mkdir(parents=True, exist_ok=True)
        told = {"records": self.records, "at": self.at, "injected": self.injected, "done": done}
        with self.folder.writing(path) as stream:
            stream.write(msgspec.json.encode(told))


class Tally(msgspec.Struct, kw_only=True):
    """What a task found, or all of them."""

    records: int = 0
    clean: int = 0
    suspicious: int = 0
    injected: int = 0
    rejected: int = 0
    findings: int = 0
    corrected: int = 0
    """Records that got at least one replacement."""
    bytes: int = 0
    """Of the texts checked, in UTF-8."""
    seconds: float = 0.0
    """Of the worker, by the clock."""
    processor: float = 0.0
    """Seconds of processor that the worker spent."""
    peak_memory: int | None = None
    phrases: dict[str, int] = {}
    """Phrase → records that it was found in."""
    examples: dict[str, list[dict[str, Any]]] = {}
    kinds: dict[str, int] = {}
    reasons: dict[str, int] = {}
    """Why records were rejected."""

    def add(self, doc: Document) -> None:
        """Count one checked document."""
        answer = doc.metadata["wonmun"]
        self.records += 1
        self.bytes += len(doc.text.encode("utf-8", "surrogatepass"))
        setattr(self, answer["verdict"], getattr(self, answer["verdict"]) + 1)
        findings = answer["findings"]
        self.findings += len(findings)
        self.corrected += any(f["replacement"] is not None for f in findings)
        for kind in {f["kind"] for f in findings}:
            self.kinds[kind] = self.kinds.get(kind, 0) + 1
        for finding in {f["found"]: f for f in reversed(findings)}.values():
            self._phrase(finding, doc)

    def merge(self, other: Tally) -> None:
        """Add another task's tally to this one."""
        for name in ("records", "clean", "suspicious", "injected", "rejected", "findings", "corrected", "bytes"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.seconds += other.seconds
        self.processor += other.processor
        self.peak_memory = max(filter(None, (self.peak_memory, other.peak_memory)), default=None)
        for name in ("phrases", "kinds", "reasons"):
            setattr(self, name, dict(Counter(getattr(self, name)) + Counter(getattr(other, name))))
        for phrase, examples in other.examples.items():
            self.examples[phrase] = (self.examples.get(phrase, []) + examples)[:_EXAMPLES]
        self.trim()

    def trim(self) -> None:
        """Forget the rarest phrases where there are too many."""
        if len(self.phrases) > 2 * _PHRASES:
            self.phrases = dict(Counter(self.phrases).most_common(_PHRASES))
        self.examples = {p: e for p, e in self.examples.items() if p in self.phrases}

    def _phrase(self, finding: dict[str, Any], doc: Document) -> None:
        phrase = " ".join(finding["found"].split())[:200]
        self.phrases[phrase] = self.phrases.get(phrase, 0) + 1
        examples = self.examples.setdefault(phrase, [])
        if len(examples) < _EXAMPLES:
            text, start, end = doc.metadata["_page"].text, finding["start"], finding["end"]
            examples.append(
                {
                    "id": doc.id,
                    "before": text[max(0, start - _AROUND) : start],
                    "found": text[start:end][:200],
                    "after": text[end : end + _AROUND],
                    "replacement": finding["replacement"],
                }
            )
        if len(self.phrases) > 2 * _PHRASES:
            self.trim()


@dataclass(slots=True)
class _Clock:
    started: float = field(default_factory=time.monotonic)
    processor: float = field(default_factory=time.process_time)

    def spent(self) -> tuple[float, float]:
        return time.monotonic() - self.started, time.process_time() - self.processor


class TallyStep(PipelineStep):  # type: ignore[misc] # datatrove ships no types
    """Counts what a task's filter found and passes it on."""

    name = "📜 wonmun: tally"
    type = "📊 - STATS"

    def __init__(self, folder: Folder) -> None:
        super().__init__()
        self.folder = folder

    def run(self, data: Iterator[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Count; write the task's tally when its records are through."""
        del world_size
        tally, clock, progress = (
            Tally(phrases={}, examples={}, kinds={}, reasons={}),
            _Clock(),
            Progress(self.folder, "scan", rank),
        )
        for doc in data:
            tally.add(doc)
            progress.add(doc.metadata["_at"], len(doc.text), injected=doc.metadata["wonmun"]["verdict"] == "injected")
            yield doc
        tally.seconds, tally.processor, tally.peak_memory = *clock.spent(), peak_memory()
        with self.folder.writing(tally_path(self.folder, rank)) as stream:
            stream.write(msgspec.json.encode(tally))
        progress.finish()


def tally_path(folder: Folder, rank: int) -> Path:
    """Where a task's tally is."""
    return folder.part("tally", f"{rank:05d}.json")


def sum_of(folder: Folder, ranks: Iterable[int]) -> Tally:
    """Add up the tallies of all tasks, and what they rejected."""
    total = Tally(phrases={}, examples={}, kinds={}, reasons={})
    for rank in ranks:
        total.merge(msgspec.json.decode(tally_path(folder, rank).read_bytes(), type=Tally))
        rejected = folder.path / "rejected" / f"{rank:05d}.jsonl"
        if rejected.exists():
            with rejected.open("rb") as lines:
                for line in lines:
                    reason = msgspec.json.decode(line)["reason"].partition(" (")[0]
                    total.rejected += 1
                    total.reasons[reason] = total.reasons.get(reason, 0) + 1
    return total
