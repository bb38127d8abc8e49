"""WARC files → records and rejections. A damaged record costs itself: reading goes on at the next one that begins."""

from __future__ import annotations

import re
import zlib
from typing import IO, TYPE_CHECKING, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from wonmun.corpus.record import Record, Rejection
from wonmun.corpus.streams import open_input, packed_apart, position
from wonmun.errors import InputError
from wonmun.page.parse import parse_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.corpus.plan import Unit

_LARGEST_PAGE = 20_000_000
_HTML = ("text/html", "application/xhtml")
_PAGES = {"response", "conversion", "resource"}
_OTHERS = {"warcinfo", "request", "metadata", "revisit", "continuation", "arc_header"}
"""Kinds of records that are no pages."""
_DAMAGE = (ArchiveLoadFailed, ValueError, KeyError, AttributeError)
"""What warcio raises on damaged headers."""
_PIECE, _OVERLAP = 1 << 20, 64
_BEGINS, _MEMBER = re.compile(rb"WARC/1\.[01]\r?\n"), re.compile(rb"\x1f\x8b\x08")


def read_warc(unit: Unit) -> Iterator[Record | Rejection]:
    """Yield every page of a file; of what is damaged, a rejection that says where. Raises `DAMAGE`."""
    with open_input(unit.url) as (stream, raw):
        apart = unit.url.lower().endswith(".gz") and packed_apart(raw)
        source = raw if apart else stream
        number, at = 0, 0
        while True:
            archive = _Quiet(source)
            try:
                for entry, whole in archive.entries():
                    where = {"file": unit.url, "record": number}
                    if entry is not None and (found := _page(entry, where, position(raw), apart=apart)) is not None:
                        yield found
                    if not whole:
                        yield Rejection({**where, "record": number - 1}, "the record goes on past its Content-Length")
                    number += entry is not None
            except _DAMAGE as error:
                yield Rejection({"file": unit.url, "record": number}, _reason(error))
                number += 1
            else:
                break
            if source is not raw or (at := _next(raw, max(int(archive.offset), at) + 1, apart=apart)) < 0:
                break
        if not number:
            yield Rejection({"file": unit.url}, "the file is empty")


class _Quiet(ArchiveIterator):  # type: ignore[misc] # warcio ships no types
    """An iterator that tells of records cut short instead of printing it."""

    INC_RECORD = ""

    def entries(self) -> Iterator[tuple[Any, bool]]:
        """Yield each record, and whether the one before it ended where it said; at the end None, with the same."""
        odd = 0
        for entry in self:
            yield entry, self.err_count == odd
            odd = self.err_count
        if self.err_count != odd:
            yield None, False


def _next(raw: IO[bytes], start: int, *, apart: bool) -> int:
    """Put a file where the next record begins at or after `start`; give that place, -1 where none does."""
    begins = _MEMBER if apart else _BEGINS
    while True:
        raw.seek(start)
        piece = raw.read(_PIECE)
        for found in begins.finditer(piece):
            if not apart or _unpacks(piece[found.start() :]):
                raw.seek(start + found.start())
                return start + found.start()
        if len(piece) < _PIECE:
            return -1
        start += _PIECE - _OVERLAP


def _unpacks(packed: bytes) -> bool:
    """Say whether a record begins in these packed bytes."""
    try:
        return bool(_BEGINS.match(zlib.decompressobj(31).decompress(packed, _OVERLAP)))
    except zlib.error:
        return False


def _reason(error: Exception) -> str:
    said = "a field of its header is missing" if isinstance(error, AttributeError | KeyError) else str(error)[:200]
    return f"the record is damaged ({said.strip() or type(error).__name__})"


def _page(entry: Any, where: dict[str, Any], at: float, *, apart: bool) -> Record | Rejection | None:
    """Read one WARC entry; None for what is no page: requests, pictures, errors of servers.

    Raises ValueError where nobody can tell where the record or its header ends.
    """
    headers, http = entry.rec_headers, entry.http_headers
    if not apart and not (headers.get_header("Content-Length") or "").strip().isdecimal():
        raise ValueError("its header does not say how long it is")  # so all that follows would be taken for it
    if sum(name.lower() == "warc-type" for name, _ in headers.headers) > 1:
        raise ValueError("its header breaks off in the middle of the next one's")
    if entry.rec_type not in _PAGES:
        known = entry.rec_type in _OTHERS
        return None if known else Rejection(where, f"its header names no kind of record ({entry.rec_type or 'none'})")
    content_type = (http.get_header("Content-Type") if http else headers.get_header("Content-Type")) or ""
    text = entry.rec_type == "conversion" or content_type.lower().startswith("text/plain")
    named = headers.get_header("WARC-Identified-Payload-Type") or content_type
    if not text and named and not named.lower().startswith(_HTML):
        return None
    body = _content(entry.content_stream())
    url = headers.get_header("WARC-Target-URI")
    if len(body) < _LARGEST_PAGE and getattr(entry.raw_stream, "limit", 0) > 0:  # warcio ends such a record in silence
        raise ValueError("it breaks off: the file is truncated, or its Content-Length wrong")
    name = headers.get_header("WARC-Record-ID") or ""
    try:
        page = parse_page(body, url=url, content_type="text/plain; charset=utf-8" if text else content_type)
    except InputError as error:
        return Rejection({**where, "url": url}, str(error))
    data = {"id": name, "url": url, "date": headers.get_header("WARC-Date"), "text": page.text}
    return Record(name, data, page, where, at)


def _content(stream: IO[bytes]) -> bytes:
    """Read a body up to a size that no page reaches."""
    parts, size = [], 0
    while size < _LARGEST_PAGE and (piece := stream.read(1 << 16)):
        parts.append(piece)
        size += len(piece)
    return b"".join(parts)
