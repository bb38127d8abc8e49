"""The bodies of /v1/check as records: segments in, findings out, every offset in UTF-16 units of one segment."""

# ruff: noqa: TC001 (msgspec reads the annotations while running)
from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from wonmun.model import Kind, Verdict

_Whole = Annotated[int, msgspec.Meta(ge=-(2**53), le=2**53)]
_WholeFloat = Annotated[float, msgspec.Meta(multiple_of=1, ge=-(2**53), le=2**53)]
_Offset = Annotated[float, msgspec.Meta(ge=0, le=2**31, multiple_of=1)]
"""A whole number; JSON has one kind of number, and 15.0 is 15 in it."""
_Address = Annotated[str, msgspec.Meta(max_length=8192)]


class LinkIn(msgspec.Struct, frozen=True):
    """A link inside a segment."""

    offset: _Offset
    length: _Offset
    href: _Address


class SegmentIn(msgspec.Struct, frozen=True):
    """One stretch of the page, as the extension cut it."""

    id: Annotated[str, msgspec.Meta(max_length=200)] | _Whole | _WholeFloat
    text: str
    role: Literal["title", "text", "link", "hidden", "meta"] = "text"
    href: _Address | None = None
    links: tuple[LinkIn, ...] = ()
    hidden_by: Annotated[str, msgspec.Meta(max_length=500)] | None = None
    article: bool = True
    within: bool = False
    """Hidden in the middle of a sentence that is shown."""


class CheckIn(msgspec.Struct, frozen=True):
    """The body of POST /v1/check."""

    segments: tuple[SegmentIn, ...]
    url: _Address | None = None
    title: str | None = None
    lang: Annotated[str, msgspec.Meta(max_length=35)] | None = None
    meta: dict[str, str | None] | None = None


class Software(msgspec.Struct, frozen=True):
    """Who answers."""

    name: Literal["wonmun"]
    version: str
    api: int


class Replacement(msgspec.Struct, frozen=True):
    """What may have stood there; "" means nothing did."""

    value: str
    confidence: float
    source: str


class FindingOut(msgspec.Struct, frozen=True):
    """One injected place. `found` is what stands at `offset`; a client drops a finding where it does not."""

    id: str
    segment: str | int
    offset: int
    length: int
    found: str
    kind: Kind
    replacements: tuple[Replacement, ...]
    apply: bool
    """Whether the first replacement is sure enough to be put into somebody's text unasked."""
    message: str
    evidence: tuple[str, ...]


class Source(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where the genuine copy is, and how it was had: from the log, fetched, or still being fetched."""

    genuine_url: str | None = None
    how: Literal["log", "fetched", "pending"] | None = None
    id: str | None = None
    """With `how` pending: GET /v1/check/ID has the better answer later."""


class Answer(msgspec.Struct, frozen=True):
    """The answer to POST /v1/check."""

    software: Software
    warnings: tuple[str, ...]
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    findings: tuple[FindingOut, ...]
    source: Source
