"""A page's history as one list of events, newest first; visits that brought nothing new are counted together. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wonmun_server.pages.words import KINDS, PROFILES, STATES, WRONGS, sending
from wonmun_server.tongue import read, t

if TYPE_CHECKING:
    from wonmun_monitor.log.queries.page import PageStory, VisitRow


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a page."""

    at: str
    """ISO, UTC."""
    what: str
    """visit, found, cleared, alert, report, failed: chooses the mark on the line."""
    says: str
    more: str = ""
    times: int = 1


def timeline(story: PageStory) -> tuple[Event, ...]:
    """Tell a page's history."""
    events = [_visit(visit) for visit in story.visits]
    for finding in story.findings:
        how = t("{n} ×, {how}", n=finding.count, how=t(KINDS.get(finding.kind, finding.kind)))
        events.append(Event(finding.first_seen, "found", f"“{finding.name}”", how))
        if finding.cleared_at:
            events.append(Event(finding.cleared_at, "cleared", t("“{phrase}” is gone", phrase=finding.name)))
    events += [Event(a.created_at, "alert", read(a.subject), sending(a)) for a in story.alerts]
    events += [Event(r.created_at, "report", t(WRONGS.get(r.wrong, r.wrong)), r.note) for r in story.reports]
    events.append(Event(story.page.first_seen, "visit", t("First seen")))
    return _together(sorted(events, key=lambda e: e.at, reverse=True))


def _visit(visit: VisitRow) -> Event:
    who = t("as {who}", who=t(PROFILES.get(visit.profile, visit.profile)))
    if visit.error:
        return Event(visit.fetched_at, "failed", t("Could not be read"), read(visit.error))
    if not visit.verdict:
        return Event(visit.fetched_at, "visit", t("Visited: nothing had changed"), who)
    verdict = t(STATES.get(visit.verdict, visit.verdict)).lower()
    return Event(visit.fetched_at, visit.verdict, t("Visited: {verdict}", verdict=verdict), who)


def _together(events: list[Event]) -> tuple[Event, ...]:
    """Count repeated events that follow each other as one, the newest."""
    kept: list[Event] = []
    for event in events:
        last = kept[-1] if kept else None
        if last and last.what == event.what == "visit" and (last.says, last.more) == (event.says, event.more):
            kept[-1] = replace(last, times=last.times + 1)
        else:
            kept.append(event)
    return tuple(kept)
