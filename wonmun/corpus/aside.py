"""`rejected/`: what cannot be read or checked, with where it stood, why, and its beginning."""

from __future__ import annotations

from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.corpus.folder import Folder


class Aside:
    """A task's file of rejected records; the steps of one pipeline share it. Outside `kept` it writes nothing."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self._stream: IO[bytes] | None = None

    @contextmanager
    def kept(self, rank: int) -> Iterator[None]:
        """Keep what is put aside while the body runs; without any there is no file."""
        path = self.folder.path / "rejected" / f"{rank:05d}.jsonl"
        with self.folder.writing(path) as self._stream:
            yield
        self._stream = None
        if not path.stat().st_size:
            path.unlink()

    def put(self, where: dict[str, Any], reason: str, raw: str = "") -> None:
        """Put one record aside."""
        if self._stream is not None:
            self._stream.write(msgspec.json.encode({**where, "reason": reason, "raw": raw}) + b"\n")
