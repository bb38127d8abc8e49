"""JSON ↔ records for /v1/check: segments in, findings out, every offset in UTF-16 units of one segment."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from werkzeug.exceptions import BadRequest

from wonmun import __version__
from wonmun.model import Link, Page, Segment
from wonmun.offsets import Utf16Map
from wonmun_server import API

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.model import Finding, Report

_Offset = Annotated[int, msgspec.Meta(ge=0, le=2**31)]
_Address = Annotated[str, msgspec.Meta(max_length=8192)]
_META_TEXT = ("description", "keywords")
"""What of the head is text for readers of result pages; the rest is kept as `Page.head`."""
_GAP = "\n\n"


class LinkIn(msgspec.Struct, frozen=True):
    """A link inside a segment."""

    offset: _Offset
    length: _Offset
    href: _Address


class SegmentIn(msgspec.Struct, frozen=True):
    """One stretch of the page, as the extension cut it."""

    id: Annotated[str, msgspec.Meta(max_length=200)] | int
    text: str
    role: Literal["title", "text", "link", "hidden", "meta"] = "text"
    href: _Address | None = None
    links: tuple[LinkIn, ...] = ()
    hidden_by: Annotated[str, msgspec.Meta(max_length=500)] | None = None
    article: bool = True


class CheckIn(msgspec.Struct, frozen=True):
    """The body of POST /v1/check."""

    segments: tuple[SegmentIn, ...]
    url: _Address = ""
    title: str = ""
    lang: Annotated[str, msgspec.Meta(max_length=35)] | None = None
    meta: dict[str, str | None] = {}


@dataclass(frozen=True, slots=True)
class Region:
    """Where one segment of the wire stands in `Page.text`."""

    id: str | int
    start: int
    text: str
    map: Utf16Map


@dataclass(frozen=True, slots=True)
class Mapped:
    """A page made of wire segments, and the way back to them."""

    page: Page
    regions: tuple[Region, ...]

    def region_at(self, offset: int) -> Region:
        """Find the region that an offset in code points of the page stands in (or right behind)."""
        return self.regions[bisect_right(self.regions, offset, key=lambda r: r.start) - 1]


def page_of(asked: CheckIn) -> Mapped:
    """Join the segments with blank lines, in the order that `Page` wants.

    Texts are kept character for character, so that offsets lead back. Raises `BadRequest` for an id that
    stands twice or a link outside its text.
    """
    regions: list[Region] = []
    segments: list[Segment] = []
    links: list[Link] = []
    start = 0
    for number, part in enumerate(sorted(_parts(asked), key=_rank)):
        region = Region(part.id, start, part.text, Utf16Map.of(part.text))
        regions.append(region)
        end = start + len(part.text)
        segments.append(Segment(f"s{number}", part.role, start, end, part.href, part.hidden_by, part.article))
        links += sorted((_link(link, region) for link in part.links), key=lambda link: link.start)
        start = end + len(_GAP)
    text = _GAP.join(region.text for region in regions)
    head = tuple(
        (name.lower(), value) for name, value in asked.meta.items() if value and name not in _META_TEXT
    )
    page = Page(
        text,
        tuple(segments),
        tuple(links),
        asked.url or None,
        (asked.lang or "")[:2].lower(),
        head,
        html=True,
    )
    return Mapped(page, tuple(regions))


def _parts(asked: CheckIn) -> Iterator[SegmentIn]:
    """Give the segments that have text; title and description of the head join as segments of their own."""
    seen: set[str | int] = set()
    for number, part in enumerate(asked.segments):
        if part.id in seen:
            raise BadRequest(f"segments[{number}].id: {part.id!r} stands twice; ids must differ.")
        seen.add(part.id)
        if part.text.strip():
            yield part
    titled = any(part.role == "title" and part.text.strip() for part in asked.segments)
    if asked.title.strip() and not titled and "title" not in seen:
        yield SegmentIn("title", asked.title, "title")
    for name in _META_TEXT:
        value = asked.meta.get(name)
        if value and value.strip() and f"meta:{name}" not in seen:
            yield SegmentIn(f"meta:{name}", value, "meta")


def _rank(part: SegmentIn) -> int:
    if part.role == "title":
        return 0
    if part.role == "meta":
        return 1
    if part.role == "hidden":
        return 4
    return 2 if part.article else 3


def _link(link: LinkIn, region: Region) -> Link:
    start = region.map.to_code_points(link.offset)
    end = region.map.to_code_points(link.offset + link.length)
    if end <= start or region.map.to_utf16(region.map.length) < link.offset + link.length:
        raise BadRequest(
            f"segment {region.id!r}: the link at {link.offset} + {link.length} is outside the text."
        )
    return Link(region.start + start, region.start + end, link.href)


def answer_of(
    report: Report, mapped: Mapped, source: dict[str, Any], warnings: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Write the body of the answer."""
    return {
        "software": {"name": "wonmun", "version": __version__, "api": API},
        "warnings": list(warnings),
        "verdict": report.verdict,
        "score": round(report.score, 4),
        "reasons": list(report.reasons),
        "findings": [_finding(n, f, mapped) for n, f in enumerate(report.findings)],
        "source": source,
    }


def _finding(number: int, finding: Finding, mapped: Mapped) -> dict[str, Any]:
    """One finding in its segment. One that reaches past its segment is cut there, and then never applied."""
    region = mapped.region_at(finding.start)
    start = min(finding.start - region.start, len(region.text))
    end = min(finding.end - region.start, len(region.text))
    whole = end == finding.end - region.start
    offset = region.map.to_utf16(start)
    return {
        "id": f"f{number}",
        "segment": region.id,
        "offset": offset,
        "length": region.map.to_utf16(end) - offset,
        "found": region.text[start:end],
        "kind": finding.kind,
        "replacements": _replacements(finding) if whole else [],
        "apply": whole and finding.replacement is not None,
        "message": _message(finding),
        "evidence": list(finding.evidence),
    }


def _replacements(finding: Finding) -> list[dict[str, Any]]:
    """Best first: what the engine puts in, then what it held back."""
    best = []
    if finding.replacement is not None:
        best = [(finding.replacement, finding.confidence, finding.source)]
    rest = [(g.value, g.confidence, g.source) for g in finding.guesses if g.value != finding.replacement]
    return [{"value": v, "confidence": round(c, 4), "source": s} for v, c, s in best + rest]


def _message(finding: Finding) -> str:
    """One sentence for people."""
    if finding.kind == "doorway":
        return "This text is a doorway: it was written for search engines to sell what it names."
    if finding.replacement:
        return f"“{finding.found}” was put in the place of “{finding.replacement}”."
    if finding.replacement == "":
        return f"“{finding.found}” was put in; nothing stood here."
    if finding.kind == "substitution":
        return f"“{finding.found}” was put in the place of another word; which one is not sure."
    return f"“{finding.found}” does not belong to this text."
