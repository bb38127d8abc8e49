"""INPUTs → tasks: which files, cut where, in which order; written down once, so that a second run does the rest."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import fsspec
import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
from fsspec.core import url_to_fs

from wonmun.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kind = Literal["jsonl", "parquet", "warc"]
_KINDS: dict[str, Kind] = {
    **dict.fromkeys((".jsonl", ".ndjson", ".jsonlines", ".json"), "jsonl"),
    **dict.fromkeys((".parquet", ".pq"), "parquet"),
    **dict.fromkeys((".warc", ".wet", ".arc"), "warc"),
}
_PACKED = (".gz", ".zst", ".zstd", ".bz2", ".xz")
_LEAST, _MOST = 250_000, 64_000_000
"""Bytes of input a task: small enough to lose little when killed, large enough that starting one costs nothing."""
_TASKS_A_WORKER = 8


@dataclass(frozen=True, slots=True)
class Unit:
    """What is read in one go: a file, or a part of it: bytes of a plain JSONL file, row groups of Parquet."""

    url: str
    kind: Kind
    start: int
    end: int
    """Exclusive; -1 = the whole file."""
    size: int
    """In bytes of the input, for progress."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All of a scan: what was asked, and the tasks that do it."""

    asked: dict[str, Any]
    tasks: tuple[tuple[Unit, ...], ...]

    @property
    def size(self) -> int:
        """Bytes of input."""
        return sum(unit.size for task in self.tasks for unit in task)


def make_plan(inputs: Sequence[str], asked: dict[str, Any], out: Path, workers: int) -> Plan:
    """Look at the inputs and cut them into tasks. Raises `InputError` naming the one that cannot be used."""
    files = [found for name in inputs for found in _files(name, out)]
    files = list(dict.fromkeys(files))  # a file named twice is read once
    if not files:
        raise InputError(
            f"{', '.join(inputs)}: holds no .jsonl, .parquet or .warc file (plain, .gz or .zst); "
            "`wonmun check` takes single texts and pages"
        )
    total = sum(size for _, _, size in files)
    target = min(max(total // (max(workers, 1) * _TASKS_A_WORKER), _LEAST), _MOST)
    tasks: list[tuple[Unit, ...]] = []
    group: list[Unit] = []
    for unit in (u for url, kind, size in files for u in _units(url, kind, size, target)):
        if group and sum(u.size for u in group) + unit.size > target:
            tasks.append(tuple(group))
            group = []
        group.append(unit)
    return Plan(asked, (*tasks, tuple(group)))


def save_plan(plan: Plan, path: Path) -> None:
    """Write a plan down."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(msgspec.json.encode(asdict(plan)))
    part.replace(path)


def load_plan(path: Path) -> Plan:
    """Read a plan. Raises `InputError` where the file is damaged."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Plan)
    except msgspec.DecodeError as error:
        raise InputError(f"{path}: is damaged ({error}); choose another --out") from error


def kind_of(name: str) -> Kind | None:
    """Tell by its name what a file holds; None for none of ours.

    >>> kind_of("a/b.jsonl.gz"), kind_of("c.WARC"), kind_of("d.txt")
    ('jsonl', 'warc', None)
    """
    bare = name.lower()
    for ending in _PACKED:
        bare = bare.removesuffix(ending)
    return _KINDS.get(bare[bare.rfind(".") :]) if "." in bare else None


def _files(name: str, out: Path) -> Iterator[tuple[str, Kind, int]]:
    """Yield (url, kind, size) of the files that an INPUT means: itself, a folder's, a pattern's."""
    try:
        fs, path = url_to_fs(name)
        pattern = fsspec.core.has_magic(path) and not fs.exists(path)
        if pattern:
            found = fs.glob(path, detail=True)
        elif fs.isdir(path):
            found = fs.find(path, detail=True)
        else:
            found = {path: fs.info(path)}
    except FileNotFoundError as error:
        raise InputError(f"{name}: there is no such file or folder") from error
    except (OSError, ValueError, ImportError) as error:
        raise InputError(f"{name}: cannot be looked at ({error})") from error
    single = len(found) == 1 and not pattern and path in found
    local = "file" in (fs.protocol if isinstance(fs.protocol, tuple) else (fs.protocol,))
    for full, info in sorted(found.items()):
        kind = kind_of(full)
        if kind is None and single:
            raise InputError(f"{name}: is no .jsonl, .parquet or .warc file (plain, .gz or .zst)")
        if kind is None or info.get("type") != "file" or (local and out.resolve() in Path(full).resolve().parents):
            continue
        yield (full if local else fs.unstrip_protocol(full)), kind, int(info.get("size") or 0)


def _units(url: str, kind: Kind, size: int, target: int) -> Iterator[Unit]:
    if kind == "parquet":
        yield from _row_groups(url, size, target)
    elif kind == "jsonl" and not url.lower().endswith(_PACKED) and size > target:
        parts = -(-size // target)
        edges = [size * i // parts for i in range(parts + 1)]
        for start, end in pairwise(edges):
            yield Unit(url, kind, start, end, end - start)
    else:
        yield Unit(url, kind, 0, -1, size)


def _row_groups(url: str, size: int, target: int) -> Iterator[Unit]:
    try:
        with fsspec.open(url, "rb") as stream:
            meta = pq.ParquetFile(stream).metadata
    except (pa.ArrowException, OSError, ValueError):
        yield Unit(url, "parquet", 0, -1, size)  # reading it will say what is wrong
        return
    sizes = [meta.row_group(i).total_byte_size for i in range(meta.num_row_groups)]
    whole, start, held = sum(sizes) or 1, 0, 0
    for i, one in enumerate(sizes):
        held += one
        if held * size / whole >= target or i == len(sizes) - 1:
            yield Unit(url, "parquet", start, i + 1, held * size // whole)
            start, held = i + 1, 0
