"""Wire segments → the engine's page, and its report → findings by segment: code points ↔ UTF-16 units."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from msgspec import structs

from wonmun import __version__
from wonmun.model import Link, Page, Segment
from wonmun.offsets import Utf16Map
from wonmun.page.head import linked_data
from wonmun.page.tongue import guess_language
from wonmun.page.unseen import with_unseen
from wonmun_monitor.urls import clip
from wonmun_server import API
from wonmun_server.wire import Answer, FindingOut, Replacement, SegmentIn, Software

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wonmun.model import Finding, Report
    from wonmun_server.wire import CheckIn, Source

_META_TEXT = ("description",)
"""What of the head is text for readers of result pages; the rest is kept as `Page.head`."""
_LD, _PICTURES = "ld+json", "img "
"""What the names of JSON-LD scripts and of the texts of pictures begin with."""
_TITLES = ("og:title", "twitter:title")
_HEADING, _MARKS = 6, re.compile(r"\W+")
"""Letters of a heading at least; what is no letter."""
_GAP = "\n\n"
_SHOWN = 80
"""Characters of a phrase that a sentence about it repeats."""


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
    warnings: tuple[str, ...] = ()

    def region_at(self, offset: int) -> Region:
        """Find the region that an offset in code points of the page stands in (or right behind)."""
        return self.regions[bisect_right(self.regions, offset, key=lambda r: r.start) - 1]


def page_of(asked: CheckIn) -> Mapped:
    """Join the segments with blank lines, in the order that `Page` wants.

    Texts are kept character for character, so that offsets lead back. What cannot be used (a link outside its
    text) is left out with a warning.
    """
    regions: list[Region] = []
    segments: list[Segment] = []
    links: list[Link] = []
    warnings: list[str] = []
    start = 0
    for number, part in enumerate(sorted(_with_heading(list(_parts(asked)), asked), key=_rank)):
        region = Region(part.id if isinstance(part.id, str) else int(part.id), start, part.text, Utf16Map.of(part.text))
        regions.append(region)
        end = start + len(part.text)
        about = Segment(f"s{number}", part.role, start, end, part.href, part.hidden_by, part.article)
        segments.append(replace(about, within=part.within))
        links += _links(part, region, warnings)
        start = end + len(_GAP)
    text = _GAP.join(region.text for region in regions)
    head, pictures = _head(asked.meta or {})
    body = " ".join(text[s.start : s.end] for s in segments if s.role == "text" and s.article)
    lang = guess_language(body or text, asked.lang or "")
    page = with_unseen(Page(text, tuple(segments), tuple(links), asked.url or None, lang, head, html=True), pictures)
    regions += [_unseen(page, s) for s in page.segments[len(segments) :]]
    return Mapped(page, tuple(regions), tuple(warnings))


def _head(meta: Mapping[str, str | None]) -> tuple[tuple[tuple[str, str], ...], list[tuple[str, str]]]:
    """Sort what a page tells machines: its head as `Page.head` has it, and the texts of its pictures."""
    said: list[tuple[str, str]] = []
    pictures: list[tuple[str, str]] = []
    for name, value in ((name.lower(), value) for name, value in meta.items() if value and name not in _META_TEXT):
        if name.startswith(_LD):
            said += linked_data(value)
        elif name.startswith(_PICTURES):
            pictures += [(name, line) for line in value.splitlines()]
        else:
            said.append((name, value))
    return tuple(dict.fromkeys(said)), pictures


def _unseen(page: Page, segment: Segment) -> Region:
    text = page.slice(segment)
    return Region(f"meta:{segment.hidden_by}", segment.start, text, Utf16Map.of(text))


def _parts(asked: CheckIn) -> Iterator[SegmentIn]:
    """Give the segments that have text; title and description of the head join as segments of their own."""
    yield from (part for part in asked.segments if part.text.strip())
    ids = {part.id for part in asked.segments}
    roles = {part.role for part in asked.segments if part.text.strip()}
    if asked.title and asked.title.strip() and "title" not in roles and "title" not in ids:
        yield SegmentIn("title", asked.title, "title")
    if "meta" in roles:
        return
    for name in _META_TEXT:
        value = (asked.meta or {}).get(name)
        if value and value.strip() and f"meta:{name}" not in ids:
            yield SegmentIn(f"meta:{name}", value, "meta")


def _with_heading(parts: list[SegmentIn], asked: CheckIn) -> list[SegmentIn]:
    """Make the line that says the page's title its heading, as a page's HTML tells: no paragraph of the article."""
    titles = [_bare(part.text) for part in parts if part.role == "title"]
    titles += [_bare((asked.meta or {}).get(name) or "") for name in _TITLES]
    for number, part in enumerate(parts):
        said = _bare(part.text)
        if part.role == "text" and part.article and len(said) >= _HEADING and any(said in title for title in titles):
            return [*parts[:number], structs.replace(part, role="title"), *parts[number + 1 :]]
    return parts


def _bare(text: str) -> str:
    return _MARKS.sub("", text)


def _rank(part: SegmentIn) -> int:
    if part.role == "title":
        return 0
    if part.role == "meta":
        return 1
    if part.role == "hidden":
        return 4
    return 2 if part.article else 3


def _links(part: SegmentIn, region: Region, warnings: list[str]) -> list[Link]:
    links: list[Link] = []
    units = region.map.to_utf16(region.map.length)
    for link in part.links:
        first, behind = int(link.offset), int(link.offset + link.length)
        if behind == first or behind > units:
            warnings.append(f"segment {region.id!r}: the link at {first} to {behind} is outside the text")
            continue
        start, end = region.map.to_code_points(first), region.map.to_code_points(behind)
        links.append(Link(region.start + start, region.start + end, link.href))
    return sorted(links, key=lambda link: link.start)


def answer_of(report: Report, mapped: Mapped, source: Source) -> Answer:
    """Write the body of the answer."""
    return Answer(
        software=Software("wonmun", __version__, API),
        warnings=mapped.warnings,
        verdict=report.verdict,
        score=round(report.score, 4),
        reasons=report.reasons,
        findings=tuple(_finding(n, f, mapped) for n, f in enumerate(report.findings)),
        source=source,
    )


def _finding(number: int, finding: Finding, mapped: Mapped) -> FindingOut:
    """Place a finding in its segment. One that reaches past it is cut there, and then never applied."""
    region = mapped.region_at(finding.start)
    start = min(finding.start - region.start, len(region.text))
    end = min(finding.end - region.start, len(region.text))
    whole = end == finding.end - region.start
    offset = region.map.to_utf16(start)
    return FindingOut(
        id=f"f{number}",
        segment=region.id,
        offset=offset,
        length=region.map.to_utf16(end) - offset,
        found=region.text[start:end],
        kind=finding.kind,
        replacements=_replacements(finding) if whole else (),
        apply=whole and finding.replacement is not None,
        message=_message(finding),
        evidence=finding.evidence,
    )


def _replacements(finding: Finding) -> tuple[Replacement, ...]:
    """Best first: what the engine puts in, then what it held back."""
    rest = tuple(
        Replacement(g.value, round(g.confidence, 4), g.source)
        for g in finding.guesses
        if g.value != finding.replacement
    )
    if finding.replacement is None:
        return rest
    return (Replacement(finding.replacement, round(finding.confidence, 4), finding.source), *rest)


def _message(finding: Finding) -> str:
    """Say in one sentence what happened."""
    found = clip(finding.found, _SHOWN)
    if finding.kind == "doorway":
        return "This text was written for search engines, to sell what it names."
    if finding.replacement:
        return f"“{found}” was put in the place of “{clip(finding.replacement, _SHOWN)}”."
    if finding.replacement == "":
        return f"“{found}” was put in; nothing stood here."
    if finding.kind == "substitution":
        return f"“{found}” was put in the place of something else; what stood here is not sure."
    return f"“{found}” does not belong to this text."
