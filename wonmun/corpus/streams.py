"""Opening inputs: unpacked as they come, lines of bounded length, damage told apart from the end."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from codecs import BOM_UTF8
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Any, NamedTuple

import fsspec
import zstandard

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 32_000_000
"""Bytes of a line; longer ones are kept aside."""
_KEPT = 100_000
"""Bytes kept of what is put aside."""
DAMAGE = (EOFError, OSError, zlib.error, lzma.LZMAError, zstandard.ZstdError)
"""What a damaged or truncated compressed file raises."""


class Line(NamedTuple):
    """One line, without its end."""

    offset: int
    data: bytes
    whole: bool
    """False: longer than `LONGEST`; `data` is its beginning."""


@contextmanager
def open_input(url: str) -> Iterator[tuple[Any, Any]]:
    """Yield (what the file unpacks to, the file itself, whose position tells progress)."""
    with fsspec.open(url, "rb") as raw:
        low = url.lower()
        if low.endswith(".gz"):
            yield gzip.open(raw), raw  # noqa: SIM115 - `raw` is what is closed
        elif low.endswith((".zst", ".zstd")):
            reader = zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True)
            yield io.BufferedReader(reader, 1 << 20), raw
        elif low.endswith(".bz2"):
            yield bz2.open(raw), raw  # noqa: SIM115 - as above
        elif low.endswith(".xz"):
            yield lzma.open(raw), raw  # noqa: SIM115 - as above
        else:
            yield raw, raw


def lines(stream: IO[bytes], start: int = 0, end: int = -1) -> Iterator[Line]:
    """Yield the lines that begin in [start, end), blank ones left out. `stream` must be seekable if start > 0.

    A line that begins before `start` belongs to the part before; one that begins before `end` is read whole.
    """
    offset = start
    if start > 0:
        stream.seek(start - 1)
        offset = start - 1 + _rest(stream)
    while end < 0 or offset < end:
        data = stream.readline(LONGEST + 1)
        if not data:
            return
        length, whole = len(data), data.endswith(b"\n") or len(data) <= LONGEST
        if offset == 0:
            data = data.removeprefix(BOM_UTF8)  # what programs of Windows put before a text
        if not whole:
            length += _rest(stream)
            data = data[:_KEPT]
        if data.strip():
            yield Line(offset, data.rstrip(b"\r\n"), whole)
        offset += length


def packed_apart(raw: IO[bytes]) -> bool:
    """Tell whether a gzipped WARC has a member for each record, as it should, or was packed as a whole."""
    with suppress(zlib.error):
        first = zlib.decompressobj(31).decompress(raw.read(1 << 20), 4 << 20)
        raw.seek(0)
        return b"\r\n\r\nWARC/1" not in first
    raw.seek(0)
    return True


def _rest(stream: IO[bytes]) -> int:
    """Read on to the end of the line; return how many bytes that took."""
    length = 0
    while piece := stream.readline(1 << 20):
        length += len(piece)
        if piece.endswith(b"\n"):
            break
    return length


def excerpt(data: bytes) -> str:
    """Return the beginning of a damaged record as text that any JSON file can hold."""
    return data[:_KEPT].decode("utf-8", "backslashreplace")


def position(raw: Any) -> float:
    """How far a file has been read, in bytes; 0 where it does not say."""
    try:
        return float(raw.tell())
    except (OSError, ValueError, AttributeError):
        return 0.0
