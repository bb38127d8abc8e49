"""Places of a report → one `Found` a phrase. Pure."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from wonmun.naming import name_of
from wonmun_monitor.intents import Found
from wonmun_monitor.ties import campaign_keys, site
from wonmun_monitor.urls import absolute

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wonmun.model import Finding, Report
    from wonmun_monitor.intents import Reading, View

KEY_LENGTH = 80
"""Longer phrases (hidden blocks) are known by a hash of their letters."""
_MOST_CONTEXT = 40


def phrase_key(phrase: str) -> str:
    """Give what stays of a phrase however it is spaced and written: letters and digits, folded.

    >>> phrase_key("모아 카지노-ABC")
    '모아카지노abc'
    """
    letters = "".join(c for c in unicodedata.normalize("NFKC", phrase).casefold() if c.isalnum())
    if len(letters) <= KEY_LENGTH:
        return letters or phrase.strip()
    return f"#{hashlib.sha256(letters.encode()).hexdigest()[:24]}"


def group(reading: Reading, *, view: int = 0, profile: str = "reader") -> tuple[Found, ...]:
    """Put a report's places together by phrase, most frequent first."""
    places: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in reading.report.findings:
        places[phrase_key(finding.found)].append(finding)
    groups = sorted(places.items(), key=lambda pair: -len(pair[1]))
    return tuple(
        replace(
            _found(key, found, reading.report),
            profiles=(profile,),
            campaign_keys=tuple(campaign_keys(key, found, reading.page)),
            name=name_of(reading.page, found[0]),
            view=view,
        )
        for key, found in groups
    )


def _found(key: str, places: Sequence[Finding], report: Report) -> Found:
    return Found(
        phrase=Counter(p.found.strip() or p.found for p in places).most_common(1)[0][0],
        key=key,
        kind=Counter(p.kind for p in places).most_common(1)[0][0],
        count=len(places),
        score=report.score,
        places=encode_places(places, report),
    )


def encode_places(places: Iterable[Finding], report: Report) -> str:
    """Write places as JSON for the log, each with a little of the text before and after it."""
    return msgspec.json.encode(
        [
            {
                "start": p.start,
                "end": p.end,
                "found": p.found,
                "kind": p.kind,
                "replacement": p.replacement,
                "confidence": round(p.confidence, 4),
                "source": p.source,
                "evidence": p.evidence,
                "before": report.text[max(0, p.start - _MOST_CONTEXT) : p.start],
                "after": report.text[p.end : p.end + _MOST_CONTEXT],
            }
            for p in places
        ]
    ).decode()


def foreign_links(view: View) -> dict[str, str]:
    """Give the hosts outside the page's own that its links lead to, with one link text each."""
    if view.reading is None:
        return {}
    page = view.reading.page
    own = site(view.url)
    links = {site(absolute(view.url, k.href)): page.text[k.start : k.end] for k in page.links}
    blocks = {site(absolute(view.url, s.href)): page.slice(s) for s in page.segments if s.href}
    return {host: text for host, text in (links | blocks).items() if host and host != own}
