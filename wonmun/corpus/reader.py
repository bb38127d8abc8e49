"""The reader of a scan: a task's units → documents; what cannot be read is kept aside."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from datatrove.data import Document
from datatrove.pipeline.readers.base import BaseReader

from wonmun.corpus.plan import load_plan
from wonmun.corpus.record import Record
from wonmun.corpus.records import read_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.corpus.aside import Aside
    from wonmun.corpus.folder import Folder


class ScanReader(BaseReader):  # type: ignore[misc] # datatrove ships no types
    """Yields a task's records as documents.

    datatrove's own readers leave out what they cannot read; here it goes to `rejected/`, with `aside`. Metadata
    holds the record (`_record`), its page (`_page`), where it stands (`_where`), its number in the task (`_number`),
    and how far the task has read (`_at`, bytes of input).
    """

    name = "📜 wonmun: records"

    def __init__(self, folder: Folder, aside: Aside | None = None) -> None:
        super().__init__()
        self.folder = folder
        self.aside = aside

    def run(self, data: Iterator[Document] | None = None, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Read the units of task `rank`."""
        del data, world_size
        with self.aside.kept(rank) if self.aside else nullcontext():
            yield from self._read(rank)

    def _read(self, rank: int) -> Iterator[Document]:
        number, before = 0, 0.0
        for unit in load_plan(self.folder.plan).tasks[rank]:
            for found in read_unit(unit):
                if not isinstance(found, Record):
                    self.stat_update("rejected")
                    if self.aside:
                        self.aside.put(found.where, found.reason, found.raw)
                    continue
                metadata = {"_record": found.data, "_page": found.page, "_where": found.where, "_number": number}
                metadata["_at"] = before + min(found.at, unit.size)
                yield Document(found.page.text, found.id, metadata=metadata)
                number += 1
            before += unit.size
