"""First pass: every record's fingerprints, written by each task sorted by fingerprint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from datatrove.pipeline.base import PipelineStep
from numpy.typing import NDArray

from wonmun.corpus.tally import Progress
from wonmun.fingerprints import fingerprint_numbers
from wonmun.originals import body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from datatrove.data import Document

    from wonmun.corpus.folder import Folder

Numbers = NDArray[Any]


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


def bases_of(folder: Folder, tasks: int) -> Numbers:
    """Return the number of the first record of each task, and at the end how many there are."""
    lengths = (np.load(folder.part("prints", f"{r:05d}.counts.npy"), mmap_mode="r").shape[0] for r in range(tasks))
    return np.cumsum([0, *lengths])
