"""What a corpus knows of its own records: for each one its near-duplicates, as genuine copies and as siblings.

A copy that is clean by itself serves as genuine; one that is injected serves as a sibling, with another phrase
perhaps.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from datatrove.pipeline.base import PipelineStep
from loguru import logger

from wonmun.corpus.neighbours import Neighbours
from wonmun.corpus.prints import bases_of
from wonmun.corpus.tally import Progress
from wonmun.fingerprints import covers
from wonmun.model import Article, Copy, Standing
from wonmun.originals import body
from wonmun.recipe import examine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from datatrove.data import Document

    from wonmun.corpus.folder import Folder
    from wonmun.corpus.prints import Numbers
    from wonmun.memory import Memory
    from wonmun.model import Page

_MOST = 12
"""Near-duplicates of one record that are looked at."""
_CLEAN = 4
"""So many of them are clean where there are as many: one of them is the genuine article, most likely."""
_REACHED = 200
"""Records looked at for that, from near-duplicate to near-duplicate."""
_HELD = 20_000_000
"""Characters of copies held in memory."""
_INDEXES = 64
"""Tasks whose list of members is held in memory."""
_LEAST_COVER = 0.3
_BESIDE = 0.45
"""Beside a copy that covers a record, a clean one that covers less than this share of that is another article on the
same event, or an earlier one; half is left for articles that were joined."""
_MARGIN = 0.1
"""Of two copies that are clean by themselves the one that looks worse by this much is compared with the other, never
the other way round: else an injection that was missed would serve as the genuine text of the genuine one."""


class Known(msgspec.Struct, frozen=True):
    """A record that others are near-duplicates of."""

    id: str
    title: str
    url: str
    text: str
    verdict: str
    score: float
    """Of the check by itself, as the verdict."""
    phrases: tuple[str, ...] = ()
    """What was found in it by itself."""


class CopiesStep(PipelineStep):  # type: ignore[misc] # datatrove ships no types
    """Judges by themselves those of a task's records that have near-duplicates, and keeps their texts."""

    name = "📜 wonmun: copies"
    type = "🫂 - DEDUPS"

    def __init__(self, folder: Folder, tasks: int) -> None:
        super().__init__()
        self.folder, self.tasks = folder, tasks

    def run(self, data: Iterator[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Go through a task's records and keep the members of groups."""
        del world_size
        progress = Progress(self.folder, "copies", rank)
        bases = bases_of(self.folder, self.tasks)
        base = int(bases[rank])
        members = Neighbours(self.folder, int(bases[-1])).members(base, int(bases[rank + 1]))
        numbers, offsets = [], [0]
        with self.folder.writing(self.folder.part("copies", f"{rank:05d}.bin")) as stream:
            for doc in data:
                number = base + doc.metadata["_number"]
                progress.add(doc.metadata["_at"], len(doc.text))
                if number not in members:
                    continue
                try:
                    line = msgspec.msgpack.encode(_known(doc))
                except Exception:  # noqa: BLE001 - it is no copy of anything then; the check will put it aside
                    logger.exception("{}: the check failed", doc.id)
                    continue
                stream.write(line)
                numbers.append(number)
                offsets.append(offsets[-1] + len(line))
        with self.folder.writing(self.folder.part("copies", f"{rank:05d}.npy")) as stream:
            np.save(stream, np.array([[*numbers, -1], offsets], dtype=np.int64))
        progress.finish()
        yield from ()


class Copies:
    """Near-duplicates by a record's number; reads what it needs from the folder."""

    def __init__(self, folder: Folder, tasks: int) -> None:
        self.folder = folder
        self.bases = bases_of(folder, tasks)
        self.neighbours = Neighbours(folder, int(self.bases[-1]))
        self._kept: dict[int, Known | None] = {}
        self._held = 0
        self._indexes: dict[int, Numbers] = {}

    def of(self, rank: int, number: int) -> list[Known]:
        """Return the near-duplicates of a task's record: clean ones first, those that share most before others.

        A record is paired with the next few that share a fingerprint only, so an article that was copied many times
        is reached from copy to copy.
        """
        whole = int(self.bases[rank]) + number
        clean, other, seen, ahead = list[Known](), list[Known](), {whole}, deque([whole])
        while ahead and len(seen) < _REACHED and (len(clean) < _CLEAN or len(clean) + len(other) < _MOST):
            for near in self.neighbours.of(ahead.popleft(), _MOST):
                if near in seen:
                    continue
                seen.add(near)
                ahead.append(near)
                if (known := self._get(near)) is not None:
                    (clean if known.verdict == "clean" else other).append(known)
        clean = clean[: max(_CLEAN, _MOST - len(other))]
        return [*clean, *other[: _MOST - len(clean)]]

    def own(self, rank: int, number: int) -> Known | None:
        """Return what the record is by itself; None where it has no near-duplicates."""
        return self._get(int(self.bases[rank]) + number)

    def _get(self, number: int) -> Known | None:
        if number not in self._kept:
            if self._held >= _HELD:
                self._kept.clear()
                self._held = 0
            known = self._kept[number] = self._load(number)
            self._held += len(known.text) if known else 1
        return self._kept[number]

    def _load(self, number: int) -> Known | None:
        rank = int(np.searchsorted(self.bases, number, side="right")) - 1
        numbers, offsets = self._index(rank)
        at = int(np.searchsorted(numbers[:-1], number))
        if at >= len(numbers) - 1 or numbers[at] != number:
            return None
        with self.folder.part("copies", f"{rank:05d}.bin").open("rb") as stream:
            stream.seek(int(offsets[at]))
            return msgspec.msgpack.decode(stream.read(int(offsets[at + 1] - offsets[at])), type=Known)

    def _index(self, rank: int) -> Numbers:
        if rank not in self._indexes:
            if len(self._indexes) >= _INDEXES:
                self._indexes.clear()
            self._indexes[rank] = np.load(self.folder.part("copies", f"{rank:05d}.npy"))
        return self._indexes[rank]


class CorpusMemory:
    """A `Memory` for one record: its clean near-duplicates, and behind them what the user gave."""

    def __init__(self, own: Known, known: Sequence[Known], behind: Memory | None) -> None:
        self.known = known
        self.behind = behind
        self._shares: list[float] | None = None
        self._limit = 1.0 if own.verdict == "injected" else own.score - _MARGIN

    def genuine(self, page: Page, limit: int = 3) -> Sequence[Copy]:
        """Give the copies of the given memory, then clean near-duplicates."""
        given = list(self.behind.genuine(page, limit)) if self.behind else []
        return [*given, *self.copies(page, "clean")][:limit]

    def siblings(self, page: Page) -> Sequence[Copy]:
        """Give the injected near-duplicates."""
        return self.copies(page, "injected")

    def copies(self, page: Page, verdict: str) -> list[Copy]:
        """Give the near-duplicates of one verdict that `page` is a copy of, best first.

        They weigh as given ones: what a difference alone accuses, `trust.only_own` takes back. Weighed as merely seen,
        40 of 43 mirrors came back exactly instead of 42, and no honest record more was let off (2,000 made records).
        """
        if self._shares is None:
            self._shares = covers(body(page), [k.text for k in self.known])
        least = max(_LEAST_COVER, _BESIDE * max(self._shares, default=0.0)) if verdict == "clean" else _LEAST_COVER
        found = [
            Copy(Article(k.id, k.text, k.title, k.url), share)
            for k, share in zip(self.known, self._shares, strict=True)
            if k.verdict == verdict and share >= least and (verdict != "clean" or k.score < self._limit)
        ]
        return sorted(found, key=lambda copy: -copy.cover)

    def related(self, page: Page, phrases: Sequence[str], limit: int = 25) -> Sequence[Article]:
        """Give related coverage of the given memory, else the clean near-duplicates."""
        given = list(self.behind.related(page, phrases, limit)) if self.behind else []
        near = [Article(k.id, k.text, k.title, k.url) for k in self.known if k.verdict == "clean"]
        return [*given, *near][:limit]

    def standing(self, phrase: str, page: Page) -> Standing:
        """Ask the given memory; near-duplicates prove nothing about a phrase."""
        return self.behind.standing(phrase, page) if self.behind else Standing()


def _known(doc: Document) -> Known:
    page: Page = doc.metadata["_page"]
    found = examine(page, None)  # what stood there is asked once its copies are known
    title = page.title or next((value for name, value in page.head if name == "title"), "")
    phrases = tuple(dict.fromkeys(page.text[place.start : place.end] for place in found.places))
    return Known(doc.id, title, page.url or "", body(page), found.verdict, found.score, phrases)
