"""One finding among the words around it, as found and as corrected, and where on the page that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.phrases.article import paragraphs
from wonmun.splice import splice

if TYPE_CHECKING:
    from wonmun.model import Finding, Page, Report, Segment

CONTEXT = 24
"""Code points of text shown on either side of a finding."""
_WIDE = 10 * CONTEXT
"""Code points that are put right, of which so many are shown: a finding that reaches into them must lie within."""
_WHERE = {"title": "in the title", "meta": "in the description", "link": "beside the article", "hidden": ""}


def as_found(page: Page, finding: Finding) -> tuple[str, str]:
    """Give what stands before and after a finding in its own part of the page."""
    first, last = _bounds(page, finding, CONTEXT)
    return _line(page.text[first : finding.start]), _line(page.text[finding.end : last])


def as_corrected(page: Page, report: Report, finding: Finding) -> tuple[str, str]:
    """Give the same with the findings beside it put right, where they are."""
    first, last = _bounds(page, finding, _WIDE)
    before, after = _corrected(report, first, finding.start), _corrected(report, finding.end, last)
    return _line(before[-CONTEXT:]), _line(after[:CONTEXT])


def where(page: Page, finding: Finding) -> str:
    """Say in which part of a web page a finding stands; "" in the article, in what is hidden and in a plain text."""
    part = _part(page, finding)
    if part is None or not page.html:
        return ""
    if part.role == "text":
        return "" if any(part.start == one.start for one in paragraphs(page)) else "beside the article"
    return _WHERE[part.role]


def _part(page: Page, finding: Finding) -> Segment | None:
    return next((s for s in page.segments if s.start <= finding.start and finding.end <= s.end), None)


def _bounds(page: Page, finding: Finding, size: int) -> tuple[int, int]:
    part = _part(page, finding) if page.html else None
    first, last = (part.start, part.end) if part else (0, len(page.text))
    return max(first, finding.start - size), min(last, finding.end + size)


def _corrected(report: Report, start: int, end: int) -> str:
    inside = (f for f in report.findings if start <= f.start and f.end <= end and f.replacement is not None)
    return splice(report.text[start:end], ((f.start - start, f.end - start, f.replacement or "") for f in inside))


def _line(text: str) -> str:
    return text.replace("\n", " ")
