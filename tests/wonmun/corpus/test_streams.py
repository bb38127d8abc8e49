"""Lines and records: cut anywhere, of any length, damaged in every way."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
from codecs import BOM_UTF8
from datetime import UTC, datetime
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from wonmun.corpus import streams
from wonmun.corpus.plan import Unit, kind_of
from wonmun.corpus.record import Record, Rejection
from wonmun.corpus.records import read_unit
from wonmun.corpus.wire import dumps, loads

if TYPE_CHECKING:
    from pathlib import Path


LINE = st.binary(max_size=12).filter(lambda b: not {10, 13} & set(b) and not b.startswith(BOM_UTF8))


@given(st.lists(LINE, max_size=12), st.data())
def test_parts_of_a_file_hold_each_line_once(parts: list[bytes], data: st.DataObject) -> None:
    whole = b"\n".join(parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=4)))
    edges = [0, *cuts, len(whole)]
    got = [line.data for a, b in pairwise(edges) for line in streams.lines(io.BytesIO(whole), a, b)]
    assert got == [line.data for line in streams.lines(io.BytesIO(whole))]
    assert got == [p for p in parts if p.strip()]


def test_too_long_a_line_is_passed_over_in_little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "LONGEST", 1000)
    data = b"a\n" + b"x" * 5_000_000 + b"\nb\n" + b"y" * 1000
    got = list(streams.lines(io.BytesIO(data)))
    assert [(line.data[:1], line.whole) for line in got] == [(b"a", True), (b"x", False), (b"b", True), (b"y", True)]
    assert len(got[1].data) <= 100_000
    assert got[2].offset == data.index(b"\nb") + 1


def test_a_byte_order_mark_belongs_to_no_record() -> None:
    got = list(streams.lines(io.BytesIO(b'\xef\xbb\xbf{"id": 1}\n{"id": 2}\n')))
    assert [(line.offset, line.data) for line in got] == [(0, b'{"id": 1}'), (13, b'{"id": 2}')]


@pytest.mark.parametrize(
    ("ending", "pack"),
    [("", bytes), (".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress), (".zst", zstandard.compress)],
)
def test_packed_files(tmp_path: Path, ending: str, pack: object) -> None:
    path = tmp_path / f"a.jsonl{ending}"
    path.write_bytes(pack(b'{"id": 1, "text": "\xea\xb0\x80"}\n{"id": 2, "text": "b"}'))  # type: ignore[operator]
    found = [r for r in read_unit(Unit(str(path), "jsonl", 0, -1, 9)) if isinstance(r, Record)]
    assert [(r.id, r.data["text"]) for r in found] == [("1", "가"), ("2", "b")]


@pytest.mark.parametrize(("ending", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)])
def test_truncated_files_give_what_they_hold_and_a_reason(tmp_path: Path, ending: str, pack: object) -> None:
    lines = b"".join(json.dumps({"id": i, "text": f"{i * 7919} 글 " * 9}).encode() + b"\n" for i in range(40_000))
    packed = pack(lines)  # type: ignore[operator]
    path = tmp_path / f"a.jsonl{ending}"
    path.write_bytes(packed[: len(packed) // 2])
    found = list(read_unit(Unit(str(path), "jsonl", 0, -1, 9)))
    assert isinstance(found[-1], Rejection)
    assert "any further" in found[-1].reason
    assert isinstance(found[0], Record) or ending != ".gz"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"nope", "no JSON"),
        (b'{"text": "\xff"}', "UTF-8"),
        (b"[1]", "no JSON object"),
        (b'{"id": 1}', "neither"),
        (b'{"text": 5}', "neither"),
        (b'{"html": "<html></html>"}', "no text"),
        (b'{"html": "%PDF-1.4"}', None),
        (b"[" * 100_000, "no JSON"),
    ],
)
def test_broken_records(tmp_path: Path, line: bytes, reason: str | None) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(line + b'\n{"id": "good", "text": "b"}\n')
    first, second = read_unit(Unit(str(path), "jsonl", 0, path.stat().st_size, 9))
    assert isinstance(second, Record)
    if reason is None:
        assert isinstance(first, Record)
    else:
        assert isinstance(first, Rejection)
        assert reason in first.reason


@pytest.mark.parametrize(
    "text", ['{"n": 123456789012345678901234567890}', '{"s": "\\ud800"}', '{"가": [1, null, true]}']
)
def test_records_go_through_as_they_are(text: str) -> None:
    record = json.loads(text)
    assert loads(dumps(loads(text.encode()))) == record


def test_values_of_parquet_become_json() -> None:
    row = {"html": "<p>가".encode(), "price": Decimal("1.50"), "at": datetime(2026, 1, 2, 3, 4, tzinfo=UTC)}
    assert loads(dumps(row)) == {"html": "<p>가", "price": "1.50", "at": "2026-01-02T03:04:00+00:00"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.jsonl", "jsonl"),
        ("a.JSONL.GZ", "jsonl"),
        ("x/a.warc.zst", "warc"),
        ("a.parquet", "parquet"),
        ("a.txt", None),
        ("jsonl", None),
    ],
)
def test_kinds_by_name(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind
