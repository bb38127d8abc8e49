"""First pass: every record's fingerprints, and from them which records are near-duplicates of each other.

A task writes its (fingerprint, record) pairs sorted by fingerprint. They are then gone through in ranges of
fingerprints, so that memory is bounded however large the corpus: records that share a fingerprint are paired with
their next two neighbours only (a footer on a million pages costs two million pairs, not 10¹²), pairs are
counted in parts by their first record, and those that share enough become neighbours.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from datatrove.pipeline.base import PipelineStep
from numpy.typing import NDArray

from wonmun.corpus.tally import Progress
from wonmun.fingerprints import fingerprint_numbers
from wonmun.originals import body

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from datatrove.data import Document

    from wonmun.corpus.folder import Folder

Numbers = NDArray[Any]
_RANGE = 2_000_000
"""(fingerprint, record) pairs looked at together: about 200 MB while sorting."""
_SAMPLED = 3
"""One in so many times the number of ranges is looked at to cut the ranges."""
_LEAST_SHARED, _LEAST_SHARE = 3, 0.12
"""Fingerprints, and share of the shorter text's, that two records have in common if they may be copies; those that
are not (a cover below .3) are told apart later, on the texts."""
_PAIR = np.dtype([("first", "<i8"), ("second", "<i8"), ("shared", "<i4")])


class PrintsStep(PipelineStep):  # type: ignore[misc] # datatrove ships no types
    """Writes the fingerprints of a task's records; yields nothing."""

    name = "📜 wonmun: fingerprints"
    type = "🫂 - DEDUPS"

    def __init__(self, folder: Folder) -> None:
        super().__init__()
        self.folder = folder

    def run(self, data: Iterator[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Go through a task's records and write what their texts hash to."""
        del world_size
        progress = Progress(self.folder, "prints", rank)
        found: list[Numbers] = []
        for doc in data:
            with self.track_time():
                found.append(fingerprint_numbers(body(doc.metadata["_page"])))
            progress.add(doc.metadata["_at"], len(doc.text))
        counts = np.array([len(numbers) for numbers in found], dtype="<u4")
        hashes = np.concatenate(found) if found else np.zeros(0, dtype=np.uint32)
        owners = np.repeat(np.arange(len(found), dtype="<u4"), counts)
        order = np.argsort(hashes, kind="stable")
        for name, array in (("hashes", hashes[order]), ("owners", owners[order]), ("counts", counts)):
            with self.folder.writing(self.folder.part("prints", f"{rank:05d}.{name}.npy")) as stream:
                np.save(stream, array)
        progress.finish()
        yield from ()


def find_neighbours(folder: Folder, tasks: int) -> Path:
    """Pair the near-duplicates of all tasks; return the file of (first, second, shared), sorted, each pair both ways.

    Records are numbered through all tasks. Memory is bounded by `_RANGE`, time near linear in the number of records.
    """
    target = folder.part("neighbours.npy")
    if target.exists():
        return target
    counts = [np.load(folder.part("prints", f"{rank:05d}.counts.npy")) for rank in range(tasks)]
    bases = np.cumsum([0, *(len(c) for c in counts)])
    sizes = np.concatenate(counts) if counts else np.zeros(0, dtype="<u4")
    ranges = int(sizes.sum()) // _RANGE + 1
    edges = _edges(folder, tasks, ranges)
    parts = [folder.part("pairs", f"{i:05d}.bin") for i in range(ranges)]
    folder.part("pairs").mkdir(parents=True, exist_ok=True)
    for part in parts:
        part.write_bytes(b"")
    for low, high in pairwise(edges):
        first, second, shared = _paired(*_slice(folder, bases, int(low), int(high)))
        where = first * ranges // max(int(bases[-1]), 1)
        for i in np.unique(where):
            mine = where == i
            with parts[i].open("ab") as stream:
                stream.write(_table(first[mine], second[mine], shared[mine]).tobytes())
    kept = [_enough(np.frombuffer(part.read_bytes(), dtype=_PAIR), sizes) for part in parts]
    pairs = np.concatenate(kept)
    both = np.concatenate([pairs, _table(pairs["second"], pairs["first"], pairs["shared"])])
    both = both[np.lexsort((both["second"], -both["shared"], both["first"]))]
    with folder.writing(target) as stream:
        np.save(stream, both)
    for part in parts:
        part.unlink()
    return target


def bases_of(folder: Folder, tasks: int) -> Numbers:
    """Return the number of the first record of each task, and at the end how many there are."""
    lengths = (np.load(folder.part("prints", f"{r:05d}.counts.npy"), mmap_mode="r").shape[0] for r in range(tasks))
    return np.cumsum([0, *lengths])


def _edges(folder: Folder, tasks: int, ranges: int) -> Numbers:
    """Cut the fingerprints into ranges that hold equally many: winnowing keeps the small ones, so they are not even."""
    sampled = []
    for rank in range(tasks):
        mine = np.load(folder.part("prints", f"{rank:05d}.hashes.npy"), mmap_mode="r")
        sampled.append(np.array(mine[:: _SAMPLED * ranges or 1]))
    every = np.sort(np.concatenate(sampled)).astype(np.uint64)
    if ranges == 1 or not len(every):
        return np.array([0, 2**32], dtype=np.uint64)
    cuts = every[np.arange(1, ranges) * len(every) // ranges]
    return np.array([0, *np.unique(cuts), 2**32], dtype=np.uint64)


def _slice(folder: Folder, bases: Numbers, low: int, high: int) -> tuple[Numbers, Numbers]:
    """Load the pairs of one range of fingerprints, of all tasks."""
    hashes, owners = [], []
    for rank in range(len(bases) - 1):
        mine = np.load(folder.part("prints", f"{rank:05d}.hashes.npy"), mmap_mode="r")
        start = int(np.searchsorted(mine, np.uint32(low)))
        end = int(np.searchsorted(mine, np.uint32(high))) if high < 2**32 else len(mine)
        if start < end:
            hashes.append(np.array(mine[start:end]))
            whose = np.load(folder.part("prints", f"{rank:05d}.owners.npy"), mmap_mode="r")
            owners.append(np.array(whose[start:end], dtype=np.int64) + bases[rank])
    if not hashes:
        return np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.int64)
    return np.concatenate(hashes), np.concatenate(owners)


def _paired(hashes: Numbers, owners: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Pair each record with the next two that share a fingerprint with it; count what pairs share."""
    order = np.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    firsts, seconds = [], []
    for step in (1, 2):
        same = hashes[:-step] == hashes[step:]
        firsts.append(owners[:-step][same])
        seconds.append(owners[step:][same])
    return _counted(np.concatenate(firsts), np.concatenate(seconds), None)


def _counted(first: Numbers, second: Numbers, shared: Numbers | None) -> tuple[Numbers, Numbers, Numbers]:
    order = np.lexsort((second, first))
    first, second = first[order], second[order]
    new = np.ones(len(first), dtype=bool)
    new[1:] = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
    starts = np.flatnonzero(new)
    if shared is None:
        counts = np.diff(np.append(starts, len(first)))
    else:
        counts = np.add.reduceat(shared[order], starts) if len(starts) else np.zeros(0, dtype=np.int64)
    return first[starts], second[starts], counts


def _enough(pairs: Numbers, sizes: Numbers) -> Numbers:
    """Sum the counts of one part, and keep the pairs that share enough."""
    first, second, shared = _counted(pairs["first"], pairs["second"], pairs["shared"])
    shorter = np.minimum(sizes[first], sizes[second])
    keep = (shared >= np.minimum(_LEAST_SHARED, shorter)) & (shared >= _LEAST_SHARE * shorter)
    return _table(first[keep], second[keep], shared[keep])


def _table(first: Numbers, second: Numbers, shared: Numbers) -> Numbers:
    table = np.zeros(len(first), dtype=_PAIR)
    table["first"], table["second"], table["shared"] = first, second, shared
    return table
