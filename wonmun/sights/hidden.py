"""Text that the page keeps from its readers' eyes: spam there is put for search engines.

Menus, words for screen readers and share dialogs are hidden, too: they hold no spam words that the page does not show
and lead nowhere foreign, or lead to sister sites whose names have something in common.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wonmun.page.unseen import SENT
from wonmun.sights import addresses, unseen
from wonmun.sights.manner import crafted
from wonmun.sights.sight import Sight, foreign, own_sites, quote, spam_of
from wonmun.sights.worded import lawless, one_search, says_spam, tongue_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.language.base import Language
    from wonmun.model import Link, Page, Segment
    from wonmun.sights.sight import Spam

DENSE, MIXED = 0.35, 0.2
"""Shares of spam words: of keyword lists nearly everything, of a hidden copy of a gambling report a tenth."""
WHOLE = 0.9
"""Share from which on a lone spam word is a hint: what people search for (`카지노 주가`) has others beside it."""
SEVERAL = 0.15
"""Share from which on several are one where the text is hidden as no menu is."""
PURE = 0.6
"""Share of spam words in the text of a single hidden link that leaves no doubt."""
SCATTERED = 4
"""Foreign hosts from which on a hidden block with one spam word is no paper's list of its sister sites."""
HOSTS = 3
"""Foreign hosts from which on a hidden block of search phrases as link texts needs no spam word."""
LINKED = 0.7
"""Share of the block's letters that must stand in those links."""
SEARCHED, KIN = 0.5, 0.4
"""Shares of link texts: like search phrases at least; with a word in common, as sister sites have, at most."""
LONGEST = 26
STREWN = 3
"""Places in the middle of sentences from which on a hidden phrase needs no spam word."""
_MARK = re.compile("저작|무단|배포|출처|복사|기사|기자|제공|광고|ⓒ|©|copyright|source", re.IGNORECASE)
"""What pages hide in their texts to find copies of them."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Block:
    """What is measured of one hidden segment."""

    text: str
    spam: Spam
    hosts: frozenset[str]
    anchors: tuple[str, ...]
    """Texts of its links to other sites."""
    menu: bool
    """It links, to the page's own site only, and its spam words stand in what the page shows, too."""
    own: bool
    """It links to the page's own site only: a menu, headlines."""
    words: int
    """Words that spam uses, strong or not."""
    crafted: bool
    """It is hidden as no menu is, and says no word of those who report on such trades."""


def look(page: Page, speech: Language) -> list[Sight]:
    """Judge each hidden segment, and all of them together where spam is split over many."""
    own = own_sites(page)
    hidden = [s for s in page.of("hidden") if s.hidden_by not in (*unseen.NAMES, *SENT)]
    links = sorted(page.links, key=lambda link: link.start)
    starts = [link.start for link in links]
    within = [links[bisect_left(starts, s.start) : bisect_left(starts, s.end)] for s in hidden]
    judged = [_judge(page, tongue_of(page.slice(s), speech), own, s, w) for s, w in zip(hidden, within, strict=True)]
    found = [sight for sight in judged if sight is not None]
    if rows := [sight for row in _rows(page, hidden, within) if (sight := _read_as_one(page, row, speech))]:
        return [*rows, *(s for s in found if not any(span in row.spans for row in rows for span in s.spans))]
    sure = sum(s.sure for s in found) or len(found) >= 3
    told = [Sight(s.kind, s.spans, s.phrase, s.reason, bool(sure)) for s in found]
    return told or list(_strewn(page))


def _rows(page: Page, hidden: list[Segment], within: list[list[Link]]) -> Iterator[list[Segment]]:
    """Yield headings and paragraphs without links that follow one another, hidden by the same thing."""
    row: list[Segment] = []
    for segment, links in zip(hidden, within, strict=True):
        follows = row and segment.hidden_by == row[-1].hidden_by and not page.text[row[-1].end : segment.start].strip()
        plain = not (segment.href or links)
        if row and not (follows and plain):
            yield row
            row = []
        if plain:
            row.append(segment)
    yield row


def _read_as_one(page: Page, row: list[Segment], speech: Language) -> Sight | None:
    """Judge a row whose parts say little each, as one text."""
    if len(row) < 2:
        return None
    text = "\n".join(page.slice(s) for s in row)
    speech = tongue_of(text, speech)
    several = len(speech.lexicon.any_pattern.findall(text)) > 1
    if not several or not (says_spam(text, speech) or _lawless(page, (text,), speech, 2)):
        return None
    reason = f"'{quote(text)}' is hidden from readers ({row[0].hidden_by or 'by its style'})"
    return Sight("hidden", tuple((s.start, s.end) for s in row), quote(text, 60), reason, sure=True)


def _strewn(page: Page) -> Iterator[Sight]:
    """Yield what is hidden in the middle of sentences again and again, be it spam by its words or not.

    Words for screen readers stand in links, notes on terms differ, and a paper's own mark against copying says so.
    """
    within = [s for s in page.of("hidden") if s.within]
    if len(within) < STREWN:
        return
    places: dict[str, list[Segment]] = defaultdict(list)
    linked = {k.start for k in page.links}
    for segment in within:
        text = page.slice(segment).strip()
        if segment.start not in linked and 3 <= len(text) <= LONGEST and not _MARK.search(text):
            places[text].append(segment)
    shown = " ".join(page.slice(s) for s in page.of("title", "text", "link"))
    for text, those in places.items():
        if len(those) >= STREWN and text not in shown:
            spans = tuple((s.start, s.end) for s in those)
            reason = f"'{quote(text)}' is hidden within sentences at {len(those)} places ({those[0].hidden_by})"
            yield Sight("hidden", spans, text, reason, sure=True)


def _judge(page: Page, speech: Language, own: frozenset[str], segment: Segment, within: list[Link]) -> Sight | None:
    block = _block(page, speech, own, segment, within)
    hosts = len(block.hosts)
    searched = _searched(block.anchors, speech)
    linked = _linked(block, searched)
    sure = (
        _spam_links(block, searched, speech)
        or (linked and searched >= SEARCHED)
        or (not block.own and (says_spam(block.text, speech) or _offered(page, block, speech)))
        or addresses.betting(block.text, block.hosts, own)
    )
    if not (sure or linked or _hint(block, searched) or addresses.alone(block.text, own)):
        return None
    where = f", with links to {hosts} other sites" if hosts > 1 else ", with a link to another site" if hosts else ""
    reason = f"'{quote(block.text)}' is hidden from readers ({segment.hidden_by or 'by its style'}){where}"
    return Sight("hidden", ((segment.start, segment.end),), _phrase(block, speech), reason, sure)


def _spam_links(block: _Block, searched: float, speech: Language) -> bool:
    """Tell whether words of spam and the sites that a hidden part links to leave no doubt."""
    spam, hosts = block.spam, len(block.hosts)
    listed = spam.strong >= 2 and spam.share >= MIXED and hosts >= 2
    stuffed = spam.strong >= 3 and spam.kinds >= 2 and spam.share >= DENSE and not block.menu
    scattered = hosts >= SCATTERED and spam.strong >= 1 and searched >= SEARCHED
    away = hosts > 0 and spam.strong >= 1 and block.words > 1 and block.crafted
    pure = any(len(a) <= LONGEST and _says_all(a, speech) for a in block.anchors)
    return listed or stuffed or scattered or away or pure


def _hint(block: _Block, searched: float) -> bool:
    """Tell whether a hidden part is worth a reader's look: spam and hardly anything else, or hidden as nobody does."""
    spam, hosts = block.spam, len(block.hosts)
    if block.crafted:
        worded = spam.share >= SEVERAL and block.words > 1
        return worded or (hosts > 0 and searched >= SEARCHED and (block.words > 0 or hosts > 1))
    named = block.menu or (bool(block.anchors) and searched < 0.3)
    worded = spam.share >= (DENSE if block.words > 1 else WHOLE)
    return spam.strong >= 1 and not named and (worded or (hosts > 0 and spam.share >= MIXED))


def _offered(page: Page, block: _Block, speech: Language) -> bool:
    """Tell whether a hidden part has two such words, or one of its links to other sites is a short one with one."""
    short = tuple(a for a in block.anchors if len(a) <= LONGEST)
    return (block.words > 1 and _lawless(page, (block.text,), speech, 2)) or _lawless(page, short, speech, 1)


def _lawless(page: Page, texts: tuple[str, ...], speech: Language, least: int) -> bool:
    """Tell whether words that no lawful trade has stand there, none of which the page shows."""
    words = {word for text in texts for word in lawless(text, speech)}
    if len(words) < least:
        return False
    visible = " ".join(page.slice(s) for s in page.of("text"))
    return not any(word in visible for word in words)


def _phrase(block: _Block, speech: Language) -> str:
    """Name a hidden part by its link text that is most of spam words, whatever their order; without links by its words.

    Parts of one campaign are told by it.
    """
    short = [a for a in block.anchors if len(a) <= LONGEST]
    return max(sorted(short), key=lambda a: spam_of(a, speech).share, default=quote(block.text, 60))


def _block(page: Page, speech: Language, own: frozenset[str], segment: Segment, within: list[Link]) -> _Block:
    text = page.slice(segment)
    links = [(page.text[k.start : k.end], k.href) for k in within]
    if segment.href and not links:
        links = [(text, segment.href)]
    away = [(t.strip(), host) for t, href in links if (host := foreign(href, own))]
    spam = spam_of(text, speech)
    menu = spam.strong > 0 and bool(links) and not away and _shown(page, speech, text)
    here, words = bool(links) and not away, len(speech.lexicon.any_pattern.findall(text))
    meant = bool(words or away) and crafted(segment.hidden_by or "") and not speech.lexicon.report_pattern.search(text)
    return _Block(text, spam, frozenset(h for _, h in away), tuple(t for t, _ in away if t), menu, here, words, meant)


def _shown(page: Page, speech: Language, text: str) -> bool:
    """Say whether the page shows each spam word of a hidden text, as a casino's own page those of its folded menu."""
    visible = " ".join(page.slice(s) for s in page.of("text")).lower()
    return all(word.lower() in visible for word in set(speech.lexicon.strong_pattern.findall(text)))


def _says_all(anchor: str, speech: Language) -> bool:
    """A link text that is a spam phrase and hardly anything else."""
    spam = spam_of(anchor, speech)
    return spam.strong >= 1 and spam.share >= PURE and one_search(anchor, speech)


def _searched(anchors: tuple[str, ...], speech: Language) -> float:
    """Share of link texts that people would type into a search: some words, not a sentence, or a spam word."""
    hits = [spam_of(a, speech).share >= PURE or (2 <= len(a.split()) <= 5 and len(a) <= LONGEST) for a in anchors]
    return sum(hits) / len(hits) if hits else 0.0


def _linked(block: _Block, searched: float) -> bool:
    """Hardly anything but links to several sites that have nothing to do with each other."""
    letters = sum(map(len, block.anchors))
    if len(block.hosts) < HOSTS or searched < 0.3 or letters < LINKED * len("".join(block.text.split())):
        return False
    words = Counter(w[:2] for a in block.anchors for w in set(_WORD.findall(a)))
    return len(block.anchors) == HOSTS or max(words.values()) <= KIN * len(block.anchors)
