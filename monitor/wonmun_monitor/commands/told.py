"""One page's story in words, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wonmun.cli.tame import tame
from wonmun.cli.width import padded
from wonmun.translate.words import SOURCES, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.translate import Catalog
    from wonmun_monitor.log.queries.findings import FindingRow
    from wonmun_monitor.log.queries.page import PageStory, VisitRow

MOST_PLACES = 3
"""Places shown of one finding."""
_MOST_VISITS = 10
_LABEL = 14
"""Columns of a line's first word."""


def told(story: PageStory, said: Catalog) -> str:
    """Tell a story: what the page is, what was found in it, how it was visited."""
    row = story.page
    doubted = row.state in {"injected", "suspicious"}  # one that is gone keeps its last score
    sure = said.say(", {share} sure", share=percent(row.score)) if doubted and row.score else ""
    lines = [
        f"{row.url}  [{said.say(row.state)}{sure}]",
        *(f"  {padded(said.say(label), _LABEL)}{value}" for label, value in _facts(story, said) if value),
        *(line for finding in story.findings for line in _finding(finding, said)),
        *(
            f"  {padded(said.say('reported'), _LABEL)}{r.created_at}  {said.say(r.wrong)}  {r.note}"
            for r in story.reports
        ),
        f"  {said.say('visits')}",
        *(f"    {_visit(visit, said)}" for visit in story.visits[:_MOST_VISITS]),
    ]
    return tame("\n".join(lines))


def _facts(story: PageStory, said: Catalog) -> Iterator[tuple[str, str]]:
    row = story.page
    yield "title", row.title
    seen = said.say(
        "{first}   last checked {last}   next {next}",
        first=row.first_seen,
        last=row.last_checked or said.say("never"),
        next=row.next_check or "-",
    )
    yield "first seen", seen
    yield "infected", said.say("since {when}", when=row.infected_since) if row.infected_since else ""
    yield "genuine copy", row.genuine_url or ""
    yield ("named by", ", ".join(story.feeds)) if story.feeds else ("known by", said.say(story.origin))
    yield "blocklists", ", ".join(story.listed_by)
    yield "last error", said.read(row.last_error)
    for reason in story.reasons:
        yield "because", said.read(reason)


def _visit(visit: VisitRow, said: Catalog) -> str:
    columns = (
        (said.say(visit.profile), 8),
        (str(visit.status or "-"), 5),
        (said.say(visit.verdict or "unchanged"), 12),
    )
    return f"{visit.fetched_at}  {''.join(padded(*column) for column in columns)}{said.read(visit.error)}"


def _finding(finding: FindingRow, said: Catalog) -> Iterator[str]:
    what = said.say("{kind:t}, {n:d}×", kind=said.say(finding.kind), n=finding.count)
    if finding.cloaked:
        what += said.say(", only shown to {who}", who=", ".join(map(said.say, finding.profiles)))
    when = said.say("since {when}", when=finding.first_seen)
    if finding.cleared_at:
        when += said.say(", cleared {when}", when=finding.cleared_at)
    yield f"  {padded(said.say('found'), _LABEL)}“{finding.name}” ({what}) {when}"
    for place in finding.places[:MOST_PLACES]:
        context = f"…{place['before'][-20:]}[{place['found']}]{place['after'][:20]}…".replace("\n", " ")
        yield f"    {place['start']:>6}  {context}  {_became(place, said)}"
    if (more := finding.count - MOST_PLACES) > 0 and finding.places:
        yield f"            … {said.say('and {n:d} more', n=more)}"


def _became(place: dict[str, Any], said: Catalog) -> str:
    """Say what was done at a place, where that comes from and how sure it is."""
    if place["replacement"] is None:
        return said.say("not corrected")
    sure = percent(place["confidence"])
    if not place["replacement"]:
        return f"→ {said.say('taken out, {sure} sure', sure=sure)}"
    source = said.say(SOURCES.get(place["source"], place["source"]))
    return f"→ “{place['replacement']}” ({source}, {sure})"
