"""INPUT arguments and records → documents: files, addresses, standard input, lines of JSON."""

from __future__ import annotations

import json
import math
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import urlsplit

from wonmun.errors import InputError
from wonmun.page.charset import decode
from wonmun.page.kind import binary_kind, full_of_controls
from wonmun.page.plain import plain_page
from wonmun.page.wide import wide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.model import Page

HTML_ENDINGS = {".html", ".htm", ".xhtml", ".mht", ".mhtml"}
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
LONGEST = 32_000_000
"""Bytes of an INPUT, or of a line of records: checking takes some forty times as much memory."""


@dataclass(frozen=True, slots=True)
class Document:
    """A page to be checked, under the id that its answer carries."""

    id: str
    page: Page


def read_input(name: str) -> Document:
    """Read one INPUT: an http(s) address, `-` for standard input, else a file.

    Files with one of `HTML_ENDINGS` are web pages, other files plain text; standard input is a web page where it begins
    like one. Raises `InputError` or `FetchError`.
    """
    if name[:8].lower().startswith(("http://", "https://")):
        return _from_address(name)
    if name == "-":
        data = sys.stdin.buffer.read(LONGEST + 1)
        return Document("-", _from_bytes(data, "standard input", html=_looks_like_html(data)))
    if not name:
        raise InputError("an INPUT has no name; give a file, an http(s) address or -")
    if _SCHEME.match(name):
        raise InputError(f"{name}: is no http or https address; give one, a file or -")
    path = Path(name)
    if path.is_dir():
        raise InputError(f"{name}: is a folder; name the files in it, as a shell does with {path.as_posix()}/*")
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST + 1)
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror}); give a file, an http(s) address or -") from error
    return Document(name, _from_bytes(data, name, html=path.suffix.lower() in HTML_ENDINGS))


def _from_address(address: str) -> Document:
    from wonmun.net.client import fetch_once  # noqa: PLC0415 - files and pipes need no network library
    from wonmun.net.guard import Allowed  # noqa: PLC0415 - as above

    # Whoever types an address of their own network means it; redirects to other private places stay refused.
    place = _host_and_port(address)
    try:
        Allowed.of([place])
    except ValueError as error:
        raise InputError(
            f"{address}: is no address (its host is missing or no name); write http(s)://host/path"
        ) from error
    answer = fetch_once(address, allow_private=[place])
    try:
        page = _web_page(answer.body, url=answer.url, content_type=answer.headers.get("content-type"))
    except InputError as error:
        raise InputError(f"{address}: {error}") from error
    return Document(address, page)


def _host_and_port(address: str) -> str:
    try:
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise InputError(f"{address}: is no address ({error}); write http(s)://host/path") from error
    host = parts.hostname or ""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _from_bytes(data: bytes, name: str, *, html: bool) -> Page:
    if len(data) > LONGEST:
        raise InputError(f"{name}: is longer than 32 MB; check it in parts, or its texts with `wonmun scan`")
    try:
        return _web_page(data) if html else plain_page(_plain_text(data))
    except InputError as error:
        raise InputError(f"{name}: {error}") from error


def _web_page(source: bytes | str, **told: str | None) -> Page:
    from wonmun.page.parse import parse_page  # noqa: PLC0415 - plain text needs no parser: a fifth of a start

    return parse_page(source, **told)


def _plain_text(data: bytes) -> str:
    if data.startswith((b"%PDF-", b"{\\rtf")):
        raise InputError(f"is {binary_kind(data)}, not a text; extract its text first")
    head = data[:4096]
    if (b"\0" in head or full_of_controls(head)) and not (data.startswith((b"\xff\xfe", b"\xfe\xff")) or wide(head)):
        raise InputError("is binary, not a text; give a text or an .html file")
    return decode(data, None)[0]


def _looks_like_html(data: bytes) -> bool:
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml", b"<!--"))


def record_lines(name: str) -> Iterator[bytes]:
    """Lines of a JSONL INPUT, blank ones left out; of one longer than `LONGEST` the beginning, one byte longer.

    Raises `InputError` where it cannot be opened.
    """
    if name == "-":
        yield from _bounded(sys.stdin.buffer)
        return
    try:
        with Path(name).open("rb") as lines:
            yield from _bounded(lines)
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror}); give a JSONL file or -") from error


def _bounded(stream: IO[bytes]) -> Iterator[bytes]:
    while line := stream.readline(LONGEST + 1):
        part = line
        while len(part) > LONGEST and not part.endswith(b"\n"):
            part = stream.readline(LONGEST + 1)
        if line.strip():
            yield line


def parse_line(line: bytes) -> dict[str, Any]:
    """One line of JSON → its record. Raises `InputError` where it is not a JSON object, or too long."""
    if len(line) > LONGEST:
        raise InputError("the line is longer than 32 MB; give its text in parts")
    try:
        record = json.loads(line, parse_constant=_number, parse_float=_number)
    except (ValueError, RecursionError) as error:
        raise InputError(f"the line is no JSON ({error}); write one JSON object a line") from error
    if not isinstance(record, dict):
        raise InputError('the line is no JSON object; write {"id": …, "text": …}')
    return record


def _number(written: str) -> float:
    """Refuse what would stand as no JSON in the answer: NaN, Infinity, 1e999."""
    if not math.isfinite(number := float(written)):
        raise ValueError(f"{written[:40]} is no number there")
    return number


def record_document(record: dict[str, Any]) -> Document:
    """Make a document of a record `{"id", "text" or "html", "title"?, "url"?, "lang"?}`. Raises `InputError`."""
    title, url, lang = (_text_of(record, key) for key in ("title", "url", "lang"))
    if record.get("html") is not None:
        page = _web_page(_text_of(record, "html"), url=url or None)
    elif record.get("text") is not None:
        page = plain_page(_text_of(record, "text"), title=title, url=url or None, lang=lang)
    else:
        raise InputError('the record has neither "text" nor "html"; give one of them')
    return Document(str(record.get("id", "")), page)


def _text_of(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError(f'"{key}" is no string ({json.dumps(value)[:40]}); write it in quotation marks')
    return value
