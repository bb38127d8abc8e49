"""Spam in what a page tells machines only (see `page/unseen.py`), or in its description: nothing of it in the article.

A page that shows the beginning of its article only may tell machines of all of it; what speaks of the trade there
excuses as much as what is shown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.page.unseen import TOLD
from wonmun.sights.head import runs, spoken_of
from wonmun.sights.sight import Sight, quote, spam_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.language.base import Language
    from wonmun.model import Page, Segment, Span

NAMES = frozenset(TOLD.values())
PLACES = 2
"""Different things in which a phrase leaves no doubt."""
_LISTS = frozenset(name for name in NAMES if name.endswith("keywords") or name.startswith("img "))
"""Words, no sentences: nothing to tell a copy of the article's by."""
_TITLES = frozenset(TOLD[name] for name in ("og:title", "twitter:title", "ld:headline"))
_FULL = 0.9
"""Share of a title that is the phrase."""
_COPIED, _LEAST = 0.8, 3
"""Share of the words around a phrase that stand in the article, and how many there are, where it was put in a copy."""
_WORD = re.compile(r"[^\W_]+")


def look(page: Page, speech: Language) -> list[Sight]:
    """Collect the phrases, each with all the places that hold it."""
    told = [*page.of("meta"), *(s for s in page.of("hidden") if s.hidden_by in NAMES)]
    shown = "\n".join(page.slice(s) for s in page.of("title", "text", "link"))
    if not page.html or not told or not any(s.article for s in page.of("text")):
        return []
    found: dict[str, list[tuple[Segment, Span]]] = {}
    for segment in told:
        for start, end in _phrases(page, segment, shown, speech):
            found.setdefault(page.text[start:end], []).append((segment, (start, end)))
    around = "\n".join([shown, *(v for k, v in page.head if k in TOLD), *map(page.slice, told)])
    for phrase in sorted(found, key=len, reverse=True):  # a list of such phrases is no report on their trade
        around = around.replace(phrase, " ")
    sights: list[Sight] = []
    for phrase, places in found.items():
        if not spoken_of(phrase, around, speech):
            sights += _sights(page, phrase, places, shown)
    return sights


def _sights(page: Page, phrase: str, places: list[tuple[Segment, Span]], shown: str) -> Iterator[Sight]:
    """Yield one for the hidden places, whole, and one for those in the description, the phrase alone."""
    names = dict.fromkeys(s.hidden_by or "meta description" for s, _ in places)
    where = ", ".join(names)
    reason = f"'{quote(phrase)}' stands where only machines read it ({where}), and the article says nothing of it"
    sure = len(names) >= PLACES or any(
        _copied(page.slice(s), phrase, shown) or (s.hidden_by in _TITLES and _fills(s, span))
        for s, span in places
        if s.hidden_by not in _LISTS
    )
    hidden = tuple((s.start, s.end) for s, _ in places if s.hidden_by)
    if hidden:
        yield Sight("hidden", hidden, phrase, reason, sure)
    if described := tuple(span for s, span in places if not s.hidden_by):
        yield Sight("insertion", described, phrase, reason, sure)


def _fills(segment: Segment, span: Span) -> bool:
    """Whether a title is this phrase and nothing else: the page has another one, about its article."""
    return span[1] - span[0] >= _FULL * (segment.end - segment.start)


def _phrases(page: Page, segment: Segment, shown: str, speech: Language) -> Iterator[Span]:
    """Yield runs of words that the page does not show, a strong one among them and others of spam or unknown ones.

    Where such words were put into a copy of the article, any others; and runs of spam words.
    """
    text, found = page.slice(segment), []
    for start, end in _strange(page, segment, shown):
        run = page.text[start:end]
        words = _WORD.findall(run)
        if len(words) < 2 or not spam_of(run, speech).strong:
            continue
        several = len(set(speech.lexicon.any_pattern.findall(run))) > 1 or not all(map(speech.known, words))
        if several or (segment.hidden_by not in _LISTS and _copied(text, run, shown)):
            found.append((start, end))
    yield from found
    for start, end in runs(page, segment, speech):
        if page.text[start:end] not in shown and not any(a <= start and end <= b for a, b in found):
            yield start, end


def _strange(page: Page, segment: Segment, shown: str) -> Iterator[Span]:
    """Words side by side of which none begins as one that the page shows."""
    text, run = page.slice(segment), None
    for match in [*_WORD.finditer(text), None]:
        word = match.group() if match else ""
        beside = run is not None and match is not None and text[run[1] : match.start()] == " "
        if run and not (beside and not _known(word, shown)):
            yield segment.start + run[0], segment.start + run[1]
            run = None
        if match and not _known(word, shown):
            run = (run[0] if run else match.start(), match.end())


def _known(word: str, shown: str) -> bool:
    return any(word[:k] in shown for k in range(len(word), 1, -1))


def _copied(text: str, phrase: str, shown: str) -> bool:
    """Whether the words around the phrase stand in the article."""
    words = _WORD.findall(text.replace(phrase, " "))
    return len(words) >= _LEAST and sum(w in shown for w in words) >= _COPIED * len(words)
