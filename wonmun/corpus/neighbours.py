"""Near-duplicates: which records share so many fingerprints that one may be a copy of the other.

The fingerprints of all tasks are gone through in ranges, so that memory is bounded however large the corpus:
records that share one are paired with their next two neighbours only (a footer on a million pages costs two
million pairs, not 10¹²), pairs are counted in parts by their first record, and those that share enough are kept, part
by part.
"""

from __future__ import annotations

import shutil
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from wonmun.corpus.prints import Numbers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from wonmun.corpus.folder import Folder
    from wonmun.corpus.prints import Numbers

_RANGE = 2_000_000
"""(fingerprint, record) pairs looked at together: about 200 MB while sorting."""
_SAMPLED = 3
"""One in so many times the number of ranges is looked at to cut the ranges."""
_LEAST_SHARED, _LEAST_SHARE = 3, 0.12
"""Fingerprints, and share of the shorter text's, that two records have in common if they may be copies; those that
are not (a cover below .3) are told apart later, on the texts."""
_PAIR = np.dtype([("first", "<i8"), ("second", "<i8"), ("shared", "<i4")])


class Neighbours:
    """Near-duplicates by number, counted through all tasks; reads the parts as they are asked for."""

    def __init__(self, folder: Folder, records: int) -> None:
        self.paths = sorted(folder.part("neighbours").glob("*.npy"))
        self.records = records
        self._open: dict[int, Numbers] = {}

    def of(self, number: int, most: int) -> list[int]:
        """Return the near-duplicates of one record, those that share most first."""
        part = self._part(int(_part_of(number, len(self.paths), self.records)))
        low, high = np.searchsorted(part["first"], [number, number + 1])
        return [int(n) for n in part["second"][low : min(high, low + most)]]

    def members(self, start: int, end: int) -> set[int]:
        """Return the records of [start, end) that have near-duplicates."""
        found: set[int] = set()
        last = _part_of(max(end - 1, start), len(self.paths), self.records)
        for i in range(int(_part_of(start, len(self.paths), self.records)), int(last) + 1):
            first = self._part(i)["first"]
            low, high = np.searchsorted(first, [start, end])
            found.update(np.unique(first[low:high]).tolist())
        return found

    def _part(self, i: int) -> Numbers:
        if i not in self._open:
            self._open[i] = np.load(self.paths[i], mmap_mode="r")
        return self._open[i]


def find_neighbours(folder: Folder, tasks: int) -> None:
    """Pair the near-duplicates of all tasks, each pair both ways; does nothing where that was done.

    Records are numbered through all tasks. Memory is bounded by `_RANGE`, time near linear in the number of records.
    """
    target = folder.part("neighbours")
    if target.exists():
        return
    counts = [np.load(folder.part("prints", f"{rank:05d}.counts.npy")) for rank in range(tasks)]
    bases = np.cumsum([0, *(len(c) for c in counts)])
    sizes = np.concatenate(counts) if counts else np.zeros(0, dtype="<u4")
    ranges = int(sizes.sum()) // _RANGE + 1
    parts = _Parts(folder.part("pairs"), ranges, int(bases[-1]))
    for low, high in pairwise(_edges(folder, tasks, ranges)):
        parts.add(_table(*_paired(*_slice(folder, bases, int(low), int(high)))))
    kept = _Parts(folder.part("kept"), ranges, int(bases[-1]))
    for pairs in parts.each():
        enough = _enough(pairs, sizes)
        kept.add(enough)
        kept.add(_table(enough["second"], enough["first"], enough["shared"]))
    made = folder.part("neighbours.part")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()
    for i, both in enumerate(kept.each()):
        np.save(made / f"{i:05d}.npy", both[np.lexsort((both["second"], -both["shared"], both["first"]))])
    made.rename(target)


class _Parts:
    """Pairs on disk, in parts by their first record."""

    def __init__(self, path: Path, count: int, records: int) -> None:
        self.path, self.count, self.records = path, count, records
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)

    def add(self, pairs: Numbers) -> None:
        """Append pairs to the parts they belong to."""
        where = _part_of(pairs["first"], self.count, self.records)
        for i in np.unique(where):
            with (self.path / f"{i:05d}").open("ab") as stream:
                stream.write(pairs[where == i].tobytes())

    def each(self) -> Iterator[Numbers]:
        """Yield part after part, and drop them."""
        for i in range(self.count):
            part = self.path / f"{i:05d}"
            yield np.frombuffer(part.read_bytes() if part.exists() else b"", dtype=_PAIR)
            part.unlink(missing_ok=True)
        self.path.rmdir()


def _part_of(number: Any, parts: int, records: int) -> Any:
    return number * parts // max(records, 1)


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
