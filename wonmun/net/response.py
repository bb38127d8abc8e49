"""What is asked and what comes back: records, without the network."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

_LONGEST_WAIT = 7 * 86400.0


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one fetch may take, redirects included."""

    timeout: float = 20.0
    """Seconds, from the first lookup to the last byte."""
    max_bytes: int = 5_000_000
    """Of the body, unpacked."""
    redirects: int = 5
    truncate: bool = False
    """Keep the first `max_bytes` of a body that is longer, instead of failing."""
    text_only: bool = True
    """Give up on pictures, videos, PDFs and archives before their body is read."""


class Headers(tuple[tuple[str, str], ...]):
    """Headers as they came, in order; upper and lower case are one when asked for.

    >>> Headers([("Content-Type", "text/html")]).get("content-type")
    'text/html'
    """

    __slots__ = ()

    def get(self, name: str, default: str = "") -> str:
        """Return a header's first value."""
        return next((value for key, value in self if key.lower() == name.lower()), default)


def header_text(raw: str) -> str:
    r"""Read as Latin-1 what is no UTF-8: aiohttp keeps such bytes as lone surrogates, which nothing can write.

    >>> header_text("caf\udce9"), header_text("원문")
    ('café', '원문')
    """
    try:
        raw.encode()
    except UnicodeEncodeError:
        return raw.encode("utf-8", "surrogateescape").decode("latin-1")
    return raw


class Onward(NamedTuple):
    """Where a redirect leads."""

    url: str
    for_good: bool


@dataclass(frozen=True, slots=True)
class Response:
    """An answer with status 2xx or 304."""

    url: str
    """Where the body came from, after redirects."""
    status: int
    headers: Headers
    body: bytes
    """Unpacked."""
    elapsed: float
    """Seconds."""
    redirects: tuple[str, ...] = ()
    """The URLs asked before the last one."""
    truncated: bool = False
    request_headers: Headers = field(default_factory=Headers)
    moved: bool = False
    """Whether all redirects said that they are for good."""

    @property
    def content_type(self) -> str:
        """The Content-Type header."""
        return self.headers.get("Content-Type")

    @property
    def etag(self) -> str:
        """To be sent back as `etag` for a conditional request."""
        return self.headers.get("ETag")

    @property
    def last_modified(self) -> str:
        """To be sent back as `last_modified` for a conditional request."""
        return self.headers.get("Last-Modified")

    @property
    def not_modified(self) -> bool:
        """The body is the one that was fetched before."""
        return self.status == 304


def retry_after(value: str, now: datetime | None = None) -> float | None:
    """Return the seconds that a Retry-After header asks to wait (at most a week), None where it says nothing.

    >>> retry_after("120"), retry_after("soon")
    (120.0, None)
    """
    value = value.strip()
    if re.fullmatch(r"\d{1,9}", value):
        return min(float(value), _LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return min(max((until - (now or datetime.now(UTC))).total_seconds(), 0.0), _LONGEST_WAIT)
