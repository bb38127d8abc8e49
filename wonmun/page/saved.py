"""A page that a browser saved as a single file (MHTML, RFC 2557) → the web page in it."""

from __future__ import annotations

import re
from email import message_from_bytes

_START = 4000
"""Bytes in which such a file says what it is."""
_MHTML = re.compile(rb"^mime-version:.*^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE | re.DOTALL)


def saved_page(data: bytes) -> tuple[bytes, str | None, str | None] | None:
    """Give the web page's bytes, where it was and its Content-Type; None where `data` is no such file.

    What such a file says in another order than browsers write it is left as it is.
    """
    if not _MHTML.search(data[:_START]):
        return None
    try:
        parts = list(message_from_bytes(data).walk())
    except RecursionError:  # parts in parts in parts: no browser's
        return None
    for part in parts:
        body = part.get_payload(decode=True)
        if part.get_content_type() in {"text/html", "application/xhtml+xml"} and isinstance(body, bytes):
            where = str(part.get("Content-Location", ""))
            return body, where if where.startswith(("http://", "https://")) else None, str(part["Content-Type"])
    return None
