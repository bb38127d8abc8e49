"""Places of a report → one `Found` a phrase, with what ties it to a campaign. Pure."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import msgspec

from wonmun_monitor.intents import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wonmun.model import Finding, Page, Report
    from wonmun_monitor.intents import Reading, View

KEY_LENGTH = 80
"""Longer phrases (hidden blocks) are known by a hash of their letters."""
_TEMPLATE_LENGTH = 24
"""A hidden block's skeleton shorter than this many letters says nothing of who put it there."""
_MOST_CONTEXT = 40
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")


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
    return tuple(_found(reading, key, found, view, profile) for key, found in groups)


def _found(reading: Reading, key: str, places: Sequence[Finding], view: int, profile: str) -> Found:
    return Found(
        phrase=Counter(p.found for p in places).most_common(1)[0][0],
        key=key,
        kind=Counter(p.kind for p in places).most_common(1)[0][0],
        count=len(places),
        score=reading.report.score,
        places=encode_places(places, reading.report),
        profiles=(profile,),
        campaign_keys=tuple(campaign_keys(key, places, reading.page)),
        view=view,
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


def campaign_keys(key: str, places: Sequence[Finding], page: Page) -> Iterable[str]:
    """Say what ties a finding to a campaign: phrase, foreign link targets, a hidden block's form."""
    yield f"phrase:{key}"
    own = _site(page.url or "")
    hosts = {_site(target) for place in places for target in _targets(place, page)}
    yield from sorted(f"link:{host}" for host in hosts if host and host != own)
    for place in places:
        if place.kind == "hidden":
            skeleton = re.sub(r"\w+", "w", _ADDRESS.sub("u", re.sub(r"\d", "0", place.found)))
            if len(skeleton) >= _TEMPLATE_LENGTH:
                yield f"form:{hashlib.sha256(skeleton.encode()).hexdigest()[:24]}"
                return


def _targets(place: Finding, page: Page) -> Iterable[str]:
    base = page.url or ""
    for link in page.links:
        if link.start < place.end and place.start < link.end:
            yield urljoin(base, link.href)
    for segment in page.segments:
        if segment.href and segment.start < place.end and place.start < segment.end:
            yield urljoin(base, segment.href)
    yield from _ADDRESS.findall(place.found)


def _site(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("m.")


def foreign_links(view: View) -> dict[str, str]:
    """Give the hosts outside the page's own that its links lead to, with one link text each."""
    if view.reading is None:
        return {}
    page = view.reading.page
    own = _site(view.url)
    links = {_site(urljoin(view.url, k.href)): page.text[k.start : k.end] for k in page.links}
    blocks = {_site(urljoin(view.url, s.href)): page.slice(s) for s in page.segments if s.href}
    return {host: text for host, text in (links | blocks).items() if host and host != own}
