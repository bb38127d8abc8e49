"""WARC files in a scan: pages go through the page parser, and a damaged record costs itself, never in silence."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest
import zstandard

from wonmun.corpus.plan import Unit
from wonmun.corpus.record import Record
from wonmun.corpus.records import read_unit

from .conftest import PHRASE, article, mirror, output, rejected, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wonmun.corpus.record import Rejection

HTML = "text/html; charset=utf-8"


def warc(pages: list[tuple[str, bytes, str]]) -> bytes:
    out = b""
    for number, (url, body, kind) in enumerate(pages):
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:test:{number}>\r\nWARC-Target-URI: {url}\r\n"
            f"WARC-Date: 2026-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        out += gzip.compress(head.encode() + http + b"\r\n\r\n")
    return out


def test_warc_pages_go_through_page(tmp_path: Path) -> None:
    body = "".join(f"<p>{p}</p>" for p in mirror(3).split("\n\n"))
    page = f"<html><head><meta charset=euc-kr><title>뷁</title></head><body><nav><a href=/>처음</a></nav><article>{body}</article></body></html>"
    pages = [
        ("http://a.example/1", page.encode("cp949"), "text/html"),
        ("http://a.example/2", b"\x89PNG\r\n\x1a\n", "image/png"),
        ("http://a.example/3", b"<html></html>", "text/html; charset=utf-8"),
        ("http://a.example/4", f"<p>{article(4)}</p>".encode(), "text/html; charset=utf-8"),
    ]
    whole = warc(pages)
    (tmp_path / "a.warc.gz").write_bytes(whole)
    (tmp_path / "cut.warc.gz").write_bytes(whole[: len(whole) - 300])
    assert run(tmp_path, "--out", tmp_path / "out").exit_code == 0
    found = [r for r in output(tmp_path / "out") if r["url"] == "http://a.example/1"]
    assert found[0]["wonmun"]["verdict"] == "injected"
    first = found[0]["wonmun"]["findings"][0]
    assert found[0]["text"][first["start"] : first["end"]] == first["found"]
    assert PHRASE in first["found"]
    assert found[0]["text"].startswith("뷁")
    assert [r["url"][-1] for r in output(tmp_path / "out")] == ["1", "4", "1"]
    reasons = [r["reason"] for r in rejected(tmp_path / "out")]
    assert any("no text" in r for r in reasons)
    assert any("truncated" in r for r in reasons)


@pytest.mark.parametrize("ending", ["", ".gz", ".zst"])
def test_warc_plain_and_packed_whole(tmp_path: Path, ending: str) -> None:
    pages = [(f"http://a.example/{i}", f"<p>{article(i)}</p>".encode(), "text/html; charset=utf-8") for i in range(3)]
    plain = gzip.decompress(warc(pages))
    packed = {"": plain, ".gz": gzip.compress(plain), ".zst": zstandard.compress(plain)}
    (tmp_path / f"a.warc{ending}").write_bytes(packed[ending])
    assert run(tmp_path, "--out", tmp_path / "out").exit_code == 0
    assert [r["text"] for r in output(tmp_path / "out")] == [article(i).replace("\n\n", " ") for i in range(3)]
    assert rejected(tmp_path / "out") == []


def three() -> list[bytes]:
    """Three records, unpacked."""
    pages = [(f"http://a.example/{n}", f"<p>{article(n)}</p>".encode(), HTML) for n in range(3)]
    return [warc([page]) and gzip.decompress(warc([page])) for page in pages]


def read(path: Path, records: list[bytes], *, packed: bool) -> tuple[str, list[str]]:
    """Write records to a file; give the pages read (by the last letter of their address), and why others were not."""
    data = b"".join(map(gzip.compress, records)) if packed else b"".join(records)
    file = path / ("a.warc.gz" if packed else "a.warc")
    file.write_bytes(data)
    found: list[Record | Rejection] = list(read_unit(Unit(str(file), "warc", 0, -1, len(data))))
    pages = "".join(str(f.data["url"])[-1] for f in found if isinstance(f, Record))
    return pages, [f.reason for f in found if not isinstance(f, Record)]


def put(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda record: re.sub(old, new, record, count=1)


DAMAGED = {
    "no version": (put(rb"WARC/1.0\r\n", b""), "02", "Invalid WARC record"),
    "another version": (put(rb"WARC/1.0", b"WARC/9.9"), "02", "Invalid WARC record"),
    "no kind": (put(rb"WARC-Type: response\r\n", b""), "02", "names no kind of record (none)"),
    "unknown kind": (put(rb"response", b"respomse"), "02", "names no kind of record (respomse)"),
    "a field without a colon": (put(rb"WARC-Type:", b"WARC-Type"), "02", "names no kind of record"),
    "bytes in a field": (put(rb"WARC-Type: response", b"\x00\xff\xfe"), "02", "names no kind of record"),
    "no address": (put(rb"WARC-Target-URI: \S+\r\n", b""), "02", "a field of its header is missing"),
    "too short": (put(rb"Content-Length: \d+", b"Content-Length: 400"), "012", "Invalid WARC record"),
    "too long": (put(rb"Content-Length: \d+", b"Content-Length: 9999999"), "02", "its Content-Length wrong"),
    "no length": (put(rb"Content-Length: \d+\r\n", b""), "02", "does not say how long it is"),
    "cut in its header": (lambda record: record[:70], "02", ""),
}


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_record_costs_itself_and_is_told(tmp_path: Path, name: str, packed: bool) -> None:  # noqa: FBT001 - a parameter of the test
    damage, pages, reason = DAMAGED[name]
    one, two, last = three()
    found, reasons = read(tmp_path, [one, damage(two), last], packed=packed)
    if name == "no length" and packed:
        assert (found, reasons) == ("012", [])  # its member ends it
        return
    assert found == pages
    assert any(reason in said for said in reasons)


@pytest.mark.parametrize("packed", [False, True])
def test_what_stands_between_records_is_told_and_passed(tmp_path: Path, packed: bool) -> None:  # noqa: FBT001 - as above
    one, two, last = three()
    found, reasons = read(tmp_path, [one, b"neither here nor there\r\n\r\n", two, last], packed=packed)
    assert (found, len(reasons)) == ("012", 1)


def test_a_text_cut_short_is_told(tmp_path: Path) -> None:
    one, two, last = three()
    length = int(re.findall(rb"Content-Length: (\d+)", two)[0])
    cut = put(rb"Content-Length: \d+", b"Content-Length: %d" % (length - 9))(two)
    assert read(tmp_path, [one, cut, last], packed=False) == ("012", ["the record goes on past its Content-Length"])


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, [], packed=False) == ("", ["the file is empty"])


def test_nothing_is_printed_beside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two, last = three()
    read(tmp_path, [one, put(rb"Content-Length: \d+", b"Content-Length: 400")(two), last], packed=False)
    assert capsys.readouterr().err == ""


def test_the_next_record_is_found_far_away(tmp_path: Path) -> None:
    one, two, last = three()
    far = (
        put(rb"WARC-Type: response", b"WARC-Type: respomse")(put(rb"Content-Length: \d+\r\n", b"")(two))
        + b"x" * 3_000_000
    )
    assert read(tmp_path, [one, far, b"\r\n\r\n", last], packed=False)[0] == "02"
