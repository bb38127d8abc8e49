"""Inputs of every form that `wonmun scan` takes, and what of them cannot be read."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq

from .conftest import article, mirror, output, rejected, run, summary_of, write

if TYPE_CHECKING:
    from pathlib import Path


def test_parquet_and_packed_jsonl(tmp_path: Path) -> None:
    rows = [{"id": f"p{i}", "text": mirror(i) if i == 2 else article(i), "n": i} for i in range(5)] + [
        {"id": "p5", "text": None, "n": 5}
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet", row_group_size=2)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(json.dumps({"id": "z", "text": article(8)}).encode()))
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and nothing else")
    assert run(tmp_path, "--out", tmp_path / "out").exit_code == 0
    assert {r["id"]: r["wonmun"]["verdict"] for r in output(tmp_path / "out")} == {
        **{f"p{i}": "injected" if i == 2 else "clean" for i in range(5)},
        "z": "clean",
    }
    reasons = " ".join(r["reason"] for r in rejected(tmp_path / "out"))
    assert "neither" in reasons
    assert "Parquet file is damaged" in reasons


def test_inputs_by_fsspec_address_and_by_pattern(tmp_path: Path) -> None:
    with fsspec.open("memory://corpus/a.jsonl", "wb") as far:
        far.write(json.dumps({"id": "far", "text": article(1)}).encode())
    write(tmp_path / "in" / "b1.jsonl", [{"id": "near", "text": article(2)}])
    write(tmp_path / "in" / "c1.jsonl", [{"id": "not asked for", "text": article(3)}])
    assert run("memory://corpus", tmp_path / "in" / "b*.jsonl", "--out", tmp_path / "out").exit_code == 0
    assert sorted(r["id"] for r in output(tmp_path / "out")) == ["far", "near"]


def test_html_records_keep_their_markup(tmp_path: Path) -> None:
    html = f"<html><body><article><p>{mirror(2)}</p></article></body></html>"
    write(tmp_path / "a.jsonl", [{"id": 7, "html": html, "url": "http://m.example/"}])
    assert run(tmp_path / "a.jsonl", "--out", tmp_path / "out").exit_code == 0
    record = output(tmp_path / "out")[0]
    assert (record["id"], record["html"], record["wonmun"]["verdict"]) == (7, html, "injected")
    assert "text" not in record["wonmun"]


def test_what_cannot_be_read_is_kept_aside(tmp_path: Path) -> None:
    good = json.dumps({"id": "good", "text": article(1)}).encode()
    long = b'{"id": "long", "text": "' + b"x" * 33_000_000 + b'"}'
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([b"{broken", long, b'{"text": "\xff\xfe"}', good, b""]))
    assert run(tmp_path / "a.jsonl", "--out", tmp_path / "out").exit_code == 0
    assert [r["id"] for r in output(tmp_path / "out")] == ["good"]
    reasons = [r["reason"] for r in rejected(tmp_path / "out")]
    assert [any(word in reason for reason in reasons) for word in ("no JSON", "longer than 32 MB", "UTF-8")] == [
        True
    ] * 3
    assert summary_of(tmp_path / "out")["rejected"] == 3
    assert max(len(r["raw"]) for r in rejected(tmp_path / "out")) <= 100_000
