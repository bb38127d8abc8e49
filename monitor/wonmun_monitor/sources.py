"""Where pages come from: the configuration's feeds, site maps, lists, searches and blocklists, as one list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from wonmun_monitor.log.pack import unpack
from wonmun_monitor.presets import load_preset

if TYPE_CHECKING:
    import sqlite3
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
    title: str = ""


def wanted(settings: Settings, terms: Iterable[str] = ()) -> tuple[Wanted, ...]:
    """Give every source once, the first mention of an address counting.

    `terms` (see `found_terms`) go into the searches that want them. Raises `SettingsError` for a preset that does
    not exist.
    """
    sources: dict[str, Wanted] = {}
    for feed in settings.feeds:
        interval = int(feed.interval) if feed.interval else None
        sources.setdefault(feed.url, Wanted(feed.url, trust=feed.trust, interval=interval))
    for preset in settings.presets:
        for one in load_preset(preset).feeds:
            sources.setdefault(one.url, Wanted(one.url, one.kind, trust=True, title=one.name))
    for kind, entries in (("sitemap", settings.sitemaps), ("list", settings.lists)):
        for entry in entries:
            sources.setdefault(entry.url, Wanted(entry.url, kind, trust=entry.trust))
    found = tuple(dict.fromkeys(terms))
    for search in settings.searches:
        for term in (*search.terms, *(found if search.from_findings else ())):
            url = search.template.replace("{term}", quote(term, safe=""))
            sources.setdefault(url, Wanted(url, "search", term=term))
    for blocklist in settings.blocklists:
        sources.setdefault(blocklist.url, Wanted(blocklist.url, "blocklist", format=blocklist.format))
    return tuple(sources.values())


def removed_by_hand(db: sqlite3.Connection, sources: Iterable[Wanted]) -> list[str]:
    """Give the addresses of those that somebody removed: they stay off until they are added again."""
    removed = {row[0] for row in db.execute("SELECT url FROM feeds WHERE removed = 1")}
    return [source.url for source in sources if source.url in removed]


MOST_TERMS = 20
"""Phrases, and sentences, that searches ask for at a time."""
_SENTENCE = re.compile(r"[^.\n]{40,120}다\.")
_RECENT_PHRASES = (
    "SELECT f.phrase, max(f.last_seen) AS seen FROM findings f JOIN pages p ON p.id = f.page_id "
    "WHERE f.cleared_at IS NULL AND p.state = 'injected' AND f.kind <> 'hidden' AND length(f.phrase) <= 60 "
    "GROUP BY f.phrase_key ORDER BY seen DESC LIMIT ?"
)
_RECENT_GENUINE = (
    "SELECT s.z FROM pages p JOIN snapshots s ON s.id = p.clean_snapshot_id WHERE p.url IN "
    "(SELECT genuine_url FROM pages WHERE state = 'injected' AND genuine_url <> '' "
    "ORDER BY last_checked DESC LIMIT ?)"
)


def found_terms(db: sqlite3.Connection) -> tuple[str, ...]:
    """Give what searches may find more mirrors by: phrases of findings, a sentence of each article copied lately."""
    phrases = [row[0] for row in db.execute(_RECENT_PHRASES, (MOST_TERMS,))]
    texts = [unpack(row[0]) for row in db.execute(_RECENT_GENUINE, (MOST_TERMS,))]
    sentences = [distinctive_sentence(text) for text in texts]
    return tuple(f'"{term}"' for term in (*phrases, *sentences) if term)


def distinctive_sentence(text: str) -> str:
    """Give a sentence that hardly stands anywhere else: among the longer ones the one with most different letters."""
    return max((s.strip() for s in _SENTENCE.findall(text)), key=lambda s: len(set(s)), default="")
