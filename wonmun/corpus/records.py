"""Units → records and rejections: JSONL, Parquet and WARC, each as it is found in the wild."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq

from wonmun.corpus.record import Record, Rejection
from wonmun.corpus.streams import DAMAGE, excerpt, lines, open_input, position
from wonmun.corpus.warc import read_warc
from wonmun.corpus.wire import loads
from wonmun.errors import InputError
from wonmun.page.parse import parse_page
from wonmun.page.plain import plain_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.corpus.plan import Unit

_BATCH = 256


def read_unit(unit: Unit) -> Iterator[Record | Rejection]:
    """Yield everything in a unit, in order. Raises nothing that a file's content can cause."""
    read = {"jsonl": _jsonl, "parquet": _parquet, "warc": read_warc}[unit.kind]
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
            at = line.offset - unit.start if plain else position(raw)
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
