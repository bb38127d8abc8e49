"""Text that the page keeps from its readers' eyes: spam there is put for search engines.

Menus, words for screen readers and share dialogs are hidden, too: they hold no spam words and lead nowhere foreign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.language.load import language
from wonmun.page.tongue import guess_language
from wonmun.sights.sight import Sight, foreign, own_sites, quote, spam_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wonmun.language.base import Language
    from wonmun.model import Page, Segment

DENSE, MIXED = 0.35, 0.2
"""Shares of spam words: of keyword lists nearly everything, of a hidden copy of a gambling report a tenth."""

SCATTERED = 4
"""Foreign hosts from which on a hidden block with one spam word is no paper's list of its sister sites."""


def look(page: Page, speech: Language) -> list[Sight]:
    """Judge each hidden segment, and all of them together where spam is split over many."""
    own = own_sites(page)
    found = [
        sight for s in page.of("hidden") if (sight := _judge(page, _of(page.slice(s), speech), own, s)) is not None
    ]
    sure = sum(s.sure for s in found) or len(found) >= 3
    return [Sight(s.kind, s.spans, s.phrase, s.reason, bool(sure)) for s in found]


def _of(text: str, speech: Language) -> Language:
    """Take the language that a hidden text is written in: foreign spam is hidden in pages of any language."""
    code = guess_language(text, speech.code)
    return language(code) if code and code != speech.code else speech


def _judge(page: Page, speech: Language, own: frozenset[str], segment: Segment) -> Sight | None:
    text = page.slice(segment)
    spam = spam_of(text, speech)
    anchors = [k for k in page.links if segment.start <= k.start < segment.end]
    hosts = {h for k in anchors if (h := foreign(k.href, own))}
    if segment.href and (host := foreign(segment.href, own)):
        hosts.add(host)
    queries = _queries((page.text[k.start : k.end] for k in anchors if foreign(k.href, own)), speech)
    listed = spam.strong >= 2 and spam.share >= MIXED and len(hosts) >= 2
    stuffed = spam.strong >= 3 and spam.kinds >= 2 and spam.share >= DENSE
    linked = len(hosts) >= 3 and queries >= 0.3
    hint = spam.strong >= 1 and (spam.share >= DENSE or (bool(hosts) and spam.share >= MIXED))
    scattered = len(hosts) >= SCATTERED and spam.strong >= 1
    sure = listed or stuffed or scattered or (linked and spam.strong >= 1)
    if not (sure or linked or hint):
        return None
    where = f", with links to {len(hosts)} other sites" if hosts else ""
    reason = f"'{quote(text)}' is hidden from readers ({segment.hidden_by or 'by its style'}){where}"
    return Sight("hidden", ((segment.start, segment.end),), quote(text, 60), reason, sure)


def _queries(anchors: Iterable[str], speech: Language) -> float:
    """Share of link texts that hold a word that searches end in, or a spam word."""
    texts = list(anchors)
    return sum(bool(speech.lexicon.any_pattern.search(t)) for t in texts) / len(texts) if texts else 0.0
