"""The steps that only a scan has: the filter that knows the corpus, the choice of verdicts, the writer."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing, nullcontext
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.filters.base_filter import BaseFilter
from datatrove.pipeline.writers.jsonl import JsonlWriter

from wonmun.cli.memories import choose_memory
from wonmun.corpus.copies import Copies, CorpusMemory
from wonmun.corpus.filter import ANSWER, RECORDED, InjectionFilter, Keep
from wonmun.corpus.trust import only_own
from wonmun.corpus.wire import dumps
from wonmun.recipe import check

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import IO

    from datatrove.data import Document

    from wonmun.corpus.aside import Aside
    from wonmun.corpus.folder import Folder
    from wonmun.memory import Memory
    from wonmun.model import Page, Report


_BEGINNING = 2000
"""Characters kept of a text whose check failed."""


class ScanFilter(InjectionFilter):
    """Marks every record; asks the user's memory and, where the first pass was made, the corpus itself."""

    def __init__(self, folder: Folder, aside: Aside, known: tuple[Sequence[str], str | None], copies: int = 0) -> None:
        """`known` is (originals, log); `copies` is the number of tasks of the first pass, 0 = there was none."""
        super().__init__("all")
        self.folder, self.aside, self.copies = folder, aside, copies
        self.named = (tuple(known[0]), known[1])
        self.rank = 0

    def run(self, data: Iterator[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Check a task's records."""
        self.rank = rank
        yield from super().run(data, rank, world_size)

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """Mark one record; put it aside where its check fails."""
        kept = super().filter(doc)
        if kept is not True:
            self.aside.put(
                {**doc.metadata["_where"], "id": doc.id}, doc.metadata[ANSWER]["error"], doc.text[:_BEGINNING]
            )
        return kept

    def page_of(self, doc: Document) -> Page:
        """Take the page that the reader made; the steps behind want it, too."""
        page: Page = doc.metadata["_page"]
        return page

    def report(self, doc: Document, page: Page) -> Report:
        """Check a record with its near-duplicates, the user's memory behind them."""
        memory = _memory(*self.named)
        if self.copies:
            copies, number = _copies(self.folder, self.copies), doc.metadata["_number"]
            if (own := copies.own(self.rank, number)) is not None:
                corpus = CorpusMemory(own, copies.of(self.rank, number), memory)
                report = check(page, corpus, resources=RECORDED)
                return report if own.verdict != "injected" else only_own(report, own.phrases)
        return check(page, memory, resources=RECORDED)


class KeepFilter(BaseFilter):  # type: ignore[misc] # datatrove ships no types
    """Lets the records of one verdict through."""

    name = "📜 wonmun: keep"

    def __init__(self, keep: Keep) -> None:
        super().__init__()
        self.keep = keep

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """Tell whether the record is written."""
        verdict: str = doc.metadata[ANSWER]["verdict"]
        return self.keep in {"all", verdict} or (False, verdict)


class RecordWriter(JsonlWriter):  # type: ignore[misc] # datatrove ships no types
    """Writes the input's records with the answer in them; a task's file gets its name when it is complete."""

    def __init__(self, folder: Folder, *, restore: bool) -> None:
        self.folder, self.restore = folder, restore
        self.target = folder.path / "output"
        super().__init__(str(self.target), f"${{rank}}.jsonl.part-{folder.run}", compression=None)

    def run(self, data: Iterator[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Write a task's records."""
        final = self.target / f"{rank:05d}.jsonl"
        part = self.folder.part_name(final)
        self.target.mkdir(parents=True, exist_ok=True)
        part.write_bytes(b"")  # a task without records has a file, too
        # Closed at once, should the disk be full: its reader's files stay open as long as the error is looked at.
        with closing(data) if isinstance(data, Generator) else nullcontext():
            yield from super().run(data, rank, world_size)
        self.folder.commit(part, final)

    def _default_adapter(self, document: Document) -> dict[str, Any]:
        record = {**document.metadata["_record"], ANSWER: document.metadata[ANSWER]}
        if self.restore:
            record["text"] = document.metadata[ANSWER]["restored"]
        return record

    def _write(self, document: dict[str, Any], file_handler: IO[bytes], _filename: str) -> None:
        file_handler.write(dumps(document) + b"\n")


class Drain(PipelineStep):  # type: ignore[misc] # datatrove ships no types
    """Takes what is left, so that nothing is held in memory."""

    name = "📜 wonmun: end"
    type = "🔚"

    def run(self, data: Iterator[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Go through all documents and yield none."""
        del rank, world_size
        for _ in data:
            pass
        yield from ()


@lru_cache(maxsize=2)
def _memory(originals: tuple[str, ...], log: str | None) -> Memory | None:
    """Open the user's memory once in a process."""
    return choose_memory(originals, log, use_default_log=False)


@lru_cache(maxsize=1)
def _copies(folder: Folder, tasks: int) -> Copies:
    return Copies(folder, tasks)


def check_memory(originals: Sequence[str], log: str | None) -> None:
    """Raise what opening the memory raises, before any worker starts."""
    _memory(tuple(str(Path(name)) for name in originals), log)
