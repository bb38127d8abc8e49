"""Addresses on betting sites that a page's head names as its AMP version, as its proper one, or sends readers on to.

Who broke into a site sends its place in search results on so, and leaves the article as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from wonmun.page.unseen import SENT
from wonmun.phrases.brands import plays
from wonmun.sights.sight import Sight, foreign, own_sites, site_of

if TYPE_CHECKING:
    from wonmun.language.base import Language
    from wonmun.model import Page


def look(page: Page, speech: Language) -> list[Sight]:
    """Collect the addresses; a name with a number or a hyphen in it, as papers on sport have none, is enough."""
    told = [s for s in page.of("hidden") if s.hidden_by in SENT]
    if not told or not any(s.article for s in page.of("text")):
        return []
    shown = "\n".join(page.slice(s) for s in page.of("title", "text", "link"))
    if speech.lexicon.strong_pattern.search(shown) or speech.lexicon.topic_pattern.search(shown):
        return []
    here = site_of(page.url or "")
    found = []
    for segment in told:
        address = page.slice(segment)
        own = frozenset((here,)) if here else own_sites(page)
        if foreign(address, own) and (here or segment.hidden_by != "canonical"):
            host = urlsplit(address).hostname or ""
            reason = f"the page's {segment.hidden_by} is on '{host}', and the article says nothing of betting"
            sure = any(plays(label) and not label.isalpha() for label in host.split("."))
            found.append(Sight("hidden", ((segment.start, segment.end),), host, reason, sure))
    return found
