"""The check as a datatrove filter, and restoring as a step behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.filters.base_filter import BaseFilter
from loguru import logger

from wonmun.cli.answer import answer_of
from wonmun.errors import InputError
from wonmun.page.parse import parse_page
from wonmun.page.plain import plain_page
from wonmun.recipe import check
from wonmun.restore import Resources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from datatrove.data import Document
    from datatrove.pipeline.writers.disk_base import DiskWriter

    from wonmun.memory import Memory
    from wonmun.model import Page, Report

Keep = Literal["clean", "injected", "all"]
ANSWER = "wonmun"
"""The key in a document's metadata (and in output records) that holds the answer."""
FAILED = "failed"
"""Why a document is dropped whose check came to no end: a fault of ours, told in the task's log."""
PAGE = "_page"
"""The key under which a reader may leave the `Page` that it has parsed already."""

RECORDED = Resources(guesses=False)
"""A corpus is too large for anybody to be shown guesses of its places; `wonmun check --jsonl` works them out."""


class InjectionFilter(BaseFilter):  # type: ignore[misc] # datatrove ships no types
    """Checks each document and keeps those of one verdict.

    `keep` is "clean", "injected", or "all" (mark only). The answer, as `wonmun scan` writes it, is left in
    `metadata["wonmun"]`; title, url and language are taken from the metadata. With `html` the document's text
    is a page's markup: it becomes the page's text, which the offsets refer to; a page without text is dropped, and
    so is a document whose check fails: its answer is {"id", "error"} then.
    `memory` is a `Memory`, or a function that makes one, called once in each process that runs the filter.
    """

    name = "📜 wonmun"

    def __init__(
        self,
        keep: Keep = "clean",
        *,
        memory: Memory | Callable[[], Memory | None] | None = None,
        html: bool = False,
        exclusion_writer: DiskWriter | None = None,
    ) -> None:
        super().__init__(exclusion_writer)
        if keep not in {"clean", "injected", "all"}:
            raise ValueError(f"keep is {keep!r}; it must be clean, injected or all")
        self.keep = keep
        self.html = html
        self._given = memory

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """Check one document; keep it, or drop it with its verdict as the reason."""
        try:
            page = self.page_of(doc)
        except InputError as error:
            doc.metadata[ANSWER] = {"id": doc.id, "error": str(error)}
            return False, "no_page"
        try:
            report = self.report(doc, page)
        except Exception as error:  # noqa: BLE001 - one text must not end a run of days
            logger.exception("{}: the check failed", doc.id)
            doc.metadata[ANSWER] = {"id": doc.id, "error": f"the check failed ({type(error).__name__}: {error})"}
            return False, FAILED
        doc.metadata[ANSWER] = {"id": doc.id, **answer_of(report)}
        self.stat_update(f"verdict_{report.verdict}")
        return self.keep in {"all", report.verdict} or (False, report.verdict)

    def page_of(self, doc: Document) -> Page:
        """Make the page to check; raises `InputError` where markup holds none."""
        if (page := doc.metadata.pop(PAGE, None)) is not None:
            return page  # type: ignore[no-any-return]
        url = _text(doc.metadata, "url") or None
        if self.html:
            page = parse_page(doc.text, url=url)
            doc.text = page.text
            return page
        lang = _text(doc.metadata, "lang") or _text(doc.metadata, "language")
        return plain_page(doc.text, title=_text(doc.metadata, "title"), url=url, lang=lang)

    def report(self, doc: Document, page: Page) -> Report:
        """Check the document's page."""
        del doc  # what is known beyond the page is the same for every document here
        return check(page, self.memory, resources=RECORDED)

    @property
    def memory(self) -> Memory | None:
        """The memory that was given; made at the first document where it was given as a function."""
        if callable(self._given):
            self._given = self._given()
        return self._given

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__


class RestoreText(PipelineStep):  # type: ignore[misc] # datatrove ships no types
    """Puts the restored text in the document's place; behind an `InjectionFilter` that keeps injected ones."""

    name = "📜 wonmun: restored text"
    type = "🔧 - FORMAT"

    def run(self, data: Iterator[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Replace texts of documents that were changed by injection; the answer keeps what was found."""
        del rank, world_size
        for doc in data:
            restored = doc.metadata.get(ANSWER, {}).get("restored")
            if isinstance(restored, str) and restored != doc.text:
                doc.text = restored
                self.stat_update("restored")
            yield doc


def _text(metadata: dict[str, Any], key: str) -> str:
    value = metadata.get(key)
    return value if isinstance(value, str) else ""
