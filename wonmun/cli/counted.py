"""How often each thing that was found stands: in the article, as the evidence counts, and elsewhere on the page."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from wonmun.naming import name_of
from wonmun.phrases.article import paragraphs

if TYPE_CHECKING:
    from wonmun.model import Page, Report
    from wonmun.translate import Catalog

_KINDS = {
    "substitution": "put in place of a term",
    "insertion": "put into the text",
    "hidden": "hidden in the page",
    "link": "in a block of spam links",
    "doorway": "in a doorway page",
}
_IN_TEXT = frozenset({"substitution", "insertion"})


def counted(page: Page, report: Report, speech: Catalog) -> list[str]:
    """Say of each thing found what it is called, what it is and how often it stands, the most frequent first."""
    body = [(s.start, s.end) for s in paragraphs(page)] if page.html else [(0, len(page.text))]
    starts = [start for start, _ in body]
    times: Counter[tuple[str, str]] = Counter()
    inside: Counter[tuple[str, str]] = Counter()
    for finding in report.findings:
        what = name_of(page, finding), finding.kind
        times[what] += 1
        at = bisect_right(starts, finding.start)
        inside[what] += at > 0 and finding.end <= body[at - 1][1]
    return [f"“{name}” {_said(kind, (n, inside[name, kind]), speech)}" for (name, kind), n in times.most_common()]


def _said(kind: str, how_often: tuple[int, int], speech: Catalog) -> str:
    every, article = how_often
    what = speech.say(_KINDS[kind])
    if kind not in _IN_TEXT or article in {0, every}:
        return f"{what}, {speech.count(every, 'once', '{n} times')}"
    there = speech.count(article, "once in the article", "{n} times in the article")
    elsewhere = speech.count(every - article, "once elsewhere on the page", "{n} times elsewhere on the page")
    return f"{what}, {there}, {elsewhere}"
