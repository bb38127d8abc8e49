"""What an alert says: page, phrase, how sure, before and after, since when, where to look. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from wonmun.translate.words import SOURCES, percent
from wonmun_monitor.clock import iso
from wonmun_monitor.intents import AlertIntent
from wonmun_monitor.urls import clip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun_monitor.intents import FeedState, Found, PageChange, PageState
    from wonmun_monitor.log.alerts import Waiting

_MOST_PHRASES = 5
_MOST_PLACES = 2
MOST_IN_DIGEST = 50


def page_alert(old: PageState, change: PageChange, found: Sequence[Found], dashboard: str, now: float) -> AlertIntent:
    """Write the message about a page found injected, or injected again."""
    again = change.reopened > 0
    phrases = [f.name or f.phrase for f in found] or list(old.open_names)
    label = f"“{clip(phrases[0], 40)}”" if phrases else "a page"
    more = f" and {len(phrases) - 1} more" if len(phrases) > 1 else ""
    what = ("Injected again" if again else "Injected") if found else "Still injected"
    subject = f"{what}: {label}{more} on {old.host}"
    lines = [
        f"Page: {old.url}",
        f"Title: {clip(change.title)}" if change.title else "",
        f"Sure: {percent(change.score)}",
        f"Seen: {iso(now)}" + (f", reopened {change.reopened} time(s)" if again else ", for the first time"),
        f"Genuine copy: {change.genuine_url}" if change.genuine_url else "",
        *(line for f in found[:_MOST_PHRASES] for line in _phrase(f)),
        *(f"Phrase: {clip(phrase)}" for phrase in phrases[: 0 if found else _MOST_PHRASES]),
        f"Look: {dashboard.rstrip('/')}/pages/{old.id}" if dashboard else f"Look: wonmun page {old.id}",
    ]
    key = f"page:{old.id}:{change.reopened}:{int(change.infected_since or now)}"
    kind = "reopened" if again else "injected"
    return AlertIntent(key, kind, subject, _body(lines, key))


def _phrase(found: Found) -> list[str]:
    shown = f"Only shown to: {', '.join(found.profiles)}" if found.cloaked else ""
    lines = ["\0", f"Phrase: {clip(found.name or found.phrase)} ({found.kind}, {found.count} place(s))", shown]
    for place in msgspec.json.decode(found.places)[:_MOST_PLACES]:
        before, after = _line(place["before"]), _line(place["after"])
        lines.append(f"  Now:    …{before}[{clip(place['found'])}]{after}…")
        if place["replacement"]:
            source = SOURCES.get(place["source"], place["source"])
            lines.append(f"  Before: …{before}[{place['replacement']}]{after}… (from: {source})")
        elif place["replacement"] == "":
            lines.append(f"  Before: …{before}{after}… (nothing stood there)")
    return lines


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def feed_failing(feed: FeedState, failures: int, why: str, now: float) -> AlertIntent:
    """Write the message about a feed that has failed several times in a row."""
    key = f"feed:{feed.id}:failing:{int(now)}"
    lines = [
        f"Feed: {feed.url}",
        f"Failures in a row: {failures}",
        f"Last: {why}",
        f"Seen: {iso(now)}",
        "wonmun goes on trying, more and more seldom; one message follows when it works again.",
        "Look: wonmun feeds",
    ]
    return AlertIntent(key, "feed_failing", f"Feed failing: {clip(feed.url, 80)}", _body(lines, key))


def feed_recovered(feed: FeedState, now: float) -> AlertIntent:
    """Write the message about a feed that works again."""
    key = f"feed:{feed.id}:recovered:{int(now)}"
    lines = [f"Feed: {feed.url}", f"Works again since {iso(now)}, after {feed.failures} failures."]
    return AlertIntent(key, "feed_recovered", f"Feed works again: {clip(feed.url, 80)}", _body(lines, key))


def feed_gone(feed: FeedState, now: float) -> AlertIntent:
    """Write the message about a feed that its server says is gone for good (410)."""
    key = f"feed:{feed.id}:gone:{int(now)}"
    lines = [
        f"Feed: {feed.url}",
        f"Its server answered 410 (gone for good) at {iso(now)}; it is no longer polled.",
        f"Bring it back with: wonmun feeds add {feed.url}",
    ]
    return AlertIntent(key, "feed_gone", f"Feed gone: {clip(feed.url, 80)}", _body(lines, key))


def digest(parts: Sequence[Waiting], dashboard: str) -> tuple[str, str]:
    """Put many alerts into one message: subject and body."""
    shown = [line for part in parts[:MOST_IN_DIGEST] for line in (f"- {part.subject}", _addresses(part.body))]
    rest = [f"- and {len(parts) - MOST_IN_DIGEST} more"] if len(parts) > MOST_IN_DIGEST else []
    where = f"Look: {dashboard}" if dashboard else "Look: wonmun alerts"
    return f"wonmun: {len(parts)} alerts", "\n".join([*shown, *rest, where])


def _addresses(body: str) -> str:
    """What an alert is about, and where to look: the addresses at the ends of its first line and of its link."""
    first, *others = body.split("\n")
    look = [line.removeprefix("Look: ") for line in others if line.startswith("Look: http")]
    return "  " + " · ".join([first.partition(": ")[2], *look])


def _body(lines: Sequence[str], key: str) -> str:
    return "\n".join([*(line.rstrip("\0") for line in lines if line), "", f"Alert: {key}"])
