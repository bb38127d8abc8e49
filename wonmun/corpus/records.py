"""Units → records and rejections: JSONL, Parquet and WARC, each as it is found in the wild."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from wonmun.corpus.streams import DAMAGE, excerpt, lines, open_input, packed_apart
from wonmun.corpus.wire import loads
from wonmun.errors import InputError
from wonmun.page.parse import parse_page
from wonmun.page.plain import plain_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.corpus.plan import Unit
    from wonmun.model import Page

_BATCH = 256
_LARGEST_PAGE = 20_000_000
_HTML = ("text/html", "application/xhtml")


@dataclass(frozen=True, slots=True)
class Record:
    """One record that can be checked."""

    id: str
    data: dict[str, Any]
    """As the input has it; of a WARC its id, url, date and the page's text."""
    page: Page
    where: dict[str, Any]
    """file, and offset, row or record."""
    at: float
    """How much of the unit has been read, in bytes of the input."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """One that cannot, and why."""

    where: dict[str, Any]
    reason: str
    raw: str = ""


def read_unit(unit: Unit) -> Iterator[Record | Rejection]:
    """Yield everything in a unit, in order. Raises nothing that a file's content can cause."""
    read = {"jsonl": _jsonl, "parquet": _parquet, "warc": _warc}[unit.kind]
    try:
        yield from read(unit)
    except DAMAGE as error:
        reason = f"the file cannot be read any further ({error or type(error).__name__})"
        yield Rejection({"file": unit.url}, reason)


def record_of(data: dict[str, Any], where: dict[str, Any], at: float) -> Record:
    """Make a record of a JSON object or a Parquet row. Raises `InputError` where it has no text."""
    given = data.get("id")
    name = "" if given is None else str(given)
    title, url, lang = (v if isinstance(v := data.get(k), str) else "" for k in ("title", "url", "lang"))
    if isinstance(html := data.get("html"), str | bytes):
        return Record(name, data, parse_page(html, url=url or None), where, at)
    text = data.get("text")
    if not isinstance(text, str):
        raise InputError('the record has neither "text" nor "html" that is a string')
    return Record(name, data, plain_page(text, title=title, url=url or None, lang=lang), where, at)


def _jsonl(unit: Unit) -> Iterator[Record | Rejection]:
    plain = unit.end >= 0
    with open_input(unit.url) as (stream, raw):
        for line in lines(stream, unit.start, unit.end):
            where = {"file": unit.url, "offset": line.offset}
            at = line.offset - unit.start if plain else _position(raw)
            if not line.whole:
                yield Rejection(where, "the line is longer than 32 MB", excerpt(line.data))
                continue
            try:
                yield record_of(loads(line.data), where, at)
            except (InputError, ValueError) as error:
                reason = str(error) if isinstance(error, InputError) else f"the line {error}"
                yield Rejection(where, reason, excerpt(line.data))


def _parquet(unit: Unit) -> Iterator[Record | Rejection]:
    try:
        with fsspec.open(unit.url, "rb") as stream, pq.ParquetFile(stream) as file:
            last = file.num_row_groups if unit.end < 0 else unit.end
            groups = range(unit.start, last)
            rows = sum(file.metadata.row_group(i).num_rows for i in groups) or 1
            row = 0
            for batch in file.iter_batches(batch_size=_BATCH, row_groups=list(groups)):
                for data in batch.to_pylist():
                    row += 1
                    yield _row(data, unit, row, row / rows)
    except (pa.ArrowException, ValueError) as error:
        yield Rejection({"file": unit.url}, f"the Parquet file is damaged ({str(error)[:200]})")


def _row(data: dict[str, Any], unit: Unit, row: int, share: float) -> Record | Rejection:
    where = {"file": unit.url, "row_group": unit.start, "row": row - 1}
    try:
        return record_of(data, where, share * unit.size)
    except InputError as error:
        return Rejection(where, str(error), repr(data)[:2000])


def _warc(unit: Unit) -> Iterator[Record | Rejection]:
    with open_input(unit.url) as (stream, raw):
        try:
            apart = unit.url.lower().endswith(".gz") and packed_apart(raw)
            for number, entry in enumerate(ArchiveIterator(raw if apart else stream)):
                if (found := _page(entry, {"file": unit.url, "record": number}, _position(raw))) is not None:
                    yield found
        except (ArchiveLoadFailed, ValueError, KeyError, AttributeError) as error:  # warcio's, on damaged headers
            yield Rejection({"file": unit.url}, f"the WARC is damaged ({str(error)[:200] or type(error).__name__})")


def _page(entry: Any, where: dict[str, Any], at: float) -> Record | Rejection | None:
    """Read one WARC entry; None for what is no page: requests, pictures, errors of servers."""
    if entry.rec_type not in {"response", "conversion", "resource"}:
        return None
    headers, http = entry.rec_headers, entry.http_headers
    content_type = (http.get_header("Content-Type") if http else headers.get_header("Content-Type")) or ""
    text = entry.rec_type == "conversion" or content_type.lower().startswith("text/plain")
    named = headers.get_header("WARC-Identified-Payload-Type") or content_type
    if not text and named and not named.lower().startswith(_HTML):
        return None
    body = _content(entry.content_stream())
    url = headers.get_header("WARC-Target-URI")
    if len(body) < _LARGEST_PAGE and getattr(entry.raw_stream, "limit", 0) > 0:  # warcio ends such a record in silence
        return Rejection({**where, "url": url}, "the record breaks off: the file is truncated")
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


def _position(raw: Any) -> float:
    try:
        return float(raw.tell())
    except (OSError, ValueError, AttributeError):
        return 0.0
