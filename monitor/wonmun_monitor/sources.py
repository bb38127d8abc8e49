"""Where pages come from: the configuration's feeds, site maps, lists, searches and blocklists, as one list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wonmun.settings import Settings


@dataclass(frozen=True, slots=True)
class Wanted:
    """A source that the configuration asks for."""

    url: str
    kind: str = "feed"
    trust: bool = False
    interval: int | None = None
    term: str = ""
    format: str = ""


def wanted(settings: Settings, found_terms: Iterable[str] = ()) -> tuple[Wanted, ...]:
    """Give every source once, the first mention of an address counting.

    `found_terms` (phrases of findings, sentences of tracked articles) go into the searches that want them.
    """
    sources: dict[str, Wanted] = {}
    for feed in settings.feeds:
        interval = int(feed.interval) if feed.interval else None
        sources.setdefault(feed.url, Wanted(feed.url, trust=feed.trust, interval=interval))
    for kind, entries in (("sitemap", settings.sitemaps), ("list", settings.lists)):
        for entry in entries:
            sources.setdefault(entry.url, Wanted(entry.url, kind, trust=entry.trust))
    found = tuple(dict.fromkeys(found_terms))
    for search in settings.searches:
        for term in (*search.terms, *(found if search.from_findings else ())):
            url = search.template.replace("{term}", quote(term, safe=""))
            sources.setdefault(url, Wanted(url, "search", term=term))
    for blocklist in settings.blocklists:
        sources.setdefault(blocklist.url, Wanted(blocklist.url, "blocklist", format=blocklist.format))
    return tuple(sources.values())
