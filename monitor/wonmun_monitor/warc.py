"""Evidence that a publisher or a host can act on: responses as they came, with both texts and the findings, as WARC."""

from __future__ import annotations

import base64
import hashlib
import zlib
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from wonmun import __version__
from wonmun.errors import InputError
from wonmun_monitor.clock import iso

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from wonmun_monitor.log.queries.page import PageStory

# The body is kept unpacked and whole: what says otherwise of it would make readers of the file trip.
_CHANGED = frozenset({"content-encoding", "transfer-encoding", "content-length"})


def write_warc(db: sqlite3.Connection, story: PageStory, path: Path) -> int:
    """Write a page's kept responses into `path` (gzip where it ends in .gz); give how many there are.

    Headers that describe only the transfer (encoding, length) are written as `X-Wonmun-Original-…`. Raises
    `InputError` where nothing was kept (responses of clean pages are not), the file cannot be written, or something
    else than older evidence has its name.
    """
    rows = db.execute("SELECT * FROM bodies WHERE page_id = ? ORDER BY fetched_at, id", (story.page.id,)).fetchall()
    if not rows:
        raise InputError(f"{story.page.url}: no response was kept; only those of infected pages are")
    try:
        if path.is_file() and not _may_be_replaced(path):
            raise InputError(f"{path}: is there already and is no evidence of wonmun's; name another file")
        with path.open("wb") as file:
            writer = WARCWriter(file, gzip=path.suffix == ".gz")
            writer.write_record(writer.create_warcinfo_record(path.name, {"software": f"wonmun {__version__}"}))
            for row in rows:
                _response(writer, row)
            _about(writer, story, "text-as-served", story.text.encode(), "text/plain; charset=utf-8")
            for profile, text in story.shown:
                if text != story.text:
                    _about(writer, story, f"text-shown-to-{profile}", text.encode(), "text/plain; charset=utf-8")
            _about(writer, story, "text-restored", story.restored.encode(), "text/plain; charset=utf-8")
            findings = msgspec.json.format(msgspec.json.encode(msgspec.to_builtins(story.findings)))
            _about(writer, story, "findings", findings, "application/json")
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror})") from error
    return len(rows)


def _may_be_replaced(path: Path) -> bool:
    """Say whether a file is empty, or begins as those do that are written here."""
    with path.open("rb") as file:
        begins = file.read(4096)
    if begins.startswith(b"\x1f\x8b"):
        with suppress(zlib.error):
            begins = zlib.decompressobj(wbits=31).decompress(begins, 4096)
    return not begins or (begins.startswith(b"WARC/") and b"software: wonmun " in begins)


def _response(writer: WARCWriter, row: sqlite3.Row) -> None:
    body = zlib.decompress(row["z"])
    date = {"WARC-Date": iso(row["fetched_at"]) or ""}
    headers = [
        (f"X-Wonmun-Original-{name}" if name.lower() in _CHANGED else name, value)
        for name, value in msgspec.json.decode(row["headers"])
    ]
    head = StatusAndHeaders(str(row["status"]), [*headers, ("Content-Length", str(len(body)))], protocol="HTTP/1.1")
    response = writer.create_warc_record(
        row["url"],
        "response",
        payload=BytesIO(body),
        length=len(body),
        http_headers=head,
        warc_headers_dict=date | {"WARC-Payload-Digest": _digest(body)},
    )
    parts = urlsplit(row["url"])
    line = f"GET {parts.path or '/'}{'?' + parts.query if parts.query else ''} HTTP/1.1"
    sent = [("Host", parts.netloc), *((k, v) for k, v in msgspec.json.decode(row["request_headers"]))]
    request = writer.create_warc_record(
        row["url"],
        "request",
        http_headers=StatusAndHeaders(line, sent, is_http_request=True),
        warc_headers_dict=date | {"WARC-Payload-Digest": _digest(b"")},
    )
    writer.write_request_response_pair(request, response)


def _about(writer: WARCWriter, story: PageStory, what: str, content: bytes, kind: str) -> None:
    writer.write_record(
        writer.create_warc_record(
            f"urn:wonmun:{what}:{story.page.url}",
            "metadata" if what == "findings" else "conversion",
            payload=BytesIO(content),
            length=len(content),
            warc_content_type=kind,
            warc_headers_dict={"WARC-Payload-Digest": _digest(content)},
        )
    )


def _digest(content: bytes) -> str:
    """Name a content by its hash as WARC files do; given one, warcio opens no temporary file that it leaves open."""
    return f"sha1:{base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()}"
