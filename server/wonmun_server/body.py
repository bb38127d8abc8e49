"""A request's JSON body → a checked record; type, size, gzip and nesting are bounded first."""

from __future__ import annotations

import re
import zlib
from typing import TypeVar

import msgspec
from flask import request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

from wonmun_server.context import context

T = TypeVar("T")
_ESCAPE = re.compile(rb"\\(?:u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|(u[dD][89a-fA-F]\w\w)|.)", re.DOTALL)
"""Every escape of a JSON text; group 1 is half a surrogate pair, which a browser sends of a broken text."""


def read_json(kind: type[T]) -> T:
    """Read the request's body as `kind`.

    Raises `UnsupportedMediaType` (415) for anything but application/json, `RequestEntityTooLarge` (413), and
    `BadRequest` (400) saying where in the body the mistake stands.
    """
    if request.mimetype != "application/json":
        raise UnsupportedMediaType("The body must be application/json; set the Content-Type header.")
    body = _decoded(request.get_data(cache=False))
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.ValidationError as error:
        text, _, path = str(error).partition(" - at `$")
        where = path.rstrip("`").lstrip(".") or "the body"
        if "matching regex" in text:  # an address is the only text of a pattern, and the pattern tells nobody anything
            raise BadRequest(f"{where}: is no http or https address; write one out in full.") from error
        raise BadRequest(f"{where}: {text[:1].lower()}{text[1:]}.") from error
    except msgspec.DecodeError as error:
        mended = _ESCAPE.sub(lambda e: rb"\ufffd" if e[1] else e[0], body)
        if mended != body:
            return _again(mended, kind)
        raise BadRequest(f"The body is not valid JSON: {error}.") from error
    except (RecursionError, UnicodeDecodeError) as error:
        raise BadRequest("The body cannot be read: it is nested too deeply, or not UTF-8.") from error


def _again(body: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise BadRequest(f"The body is not valid JSON: {error}.") from error


def _decoded(raw: bytes) -> bytes:
    """Undo Content-Encoding; never more bytes than `server.max_body`."""
    encoding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding in {"", "identity"}:
        return raw
    if encoding not in {"gzip", "x-gzip"}:
        raise UnsupportedMediaType(f"Content-Encoding {encoding[:40]} is not understood; send gzip or none.")
    limit = context().settings.server.max_body
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        body = unpacker.decompress(raw, limit + 1)
    except zlib.error as error:
        raise BadRequest("The body is not gzip as its Content-Encoding says.") from error
    if len(body) > limit:
        raise RequestEntityTooLarge(f"Unpacked, the body is larger than {limit} bytes (server.max_body).")
    if not unpacker.eof:
        raise BadRequest("The gzip body ends in the middle.")
    return body
