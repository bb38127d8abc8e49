"""Copies given as genuine that are mirrors themselves: what they have instead of words must not be put in.

Of 96 pairs of mirrors, one given as the original of the other, 270 of 573 replacements were the other one's phrase.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from wonmun.comparing.align import align
from wonmun.comparing.evidence import looks_put, seems_put, unusual
from wonmun.detect import detect
from wonmun.looks import spam_words, worded
from wonmun.model import VEIL
from wonmun.page.plain import plain_page
from wonmun.splice import splice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.model import Copy, Span

_LIKELY = -5.0
"""Logit, by what costs little, from which on a word may have been put into the copy, so that all of it is read: of 69
terms of genuine articles .14 are above, of 96 injected phrases .98."""
_LEAST = 2
"""Places where the copy has the same instead of what the page has."""
_READ = 4
"""Different things that it has so, which are looked at."""
_PUT = -2.0
"""Logit from which on several words of the copy were put there although its finding missed them: of 380 pairs of words
that genuine articles repeat none is above (four of a thousand at .5 less), of 26 missed phrases 17."""
_ODD, _AHEAD = -3.5, 1.5
"""Logit from which on any unusual words were, where the page has usual ones instead that look put there by so much
less. Of 101 genuine terms that a phrase had taken the place of none is told to be put there so."""


def parted(text: str, lang: str, copies: Sequence[Copy]) -> tuple[list[Copy], tuple[Copy, ...]]:
    """Part copies into those to believe, and those given as genuine that are mirrors, their phrases veiled.

    `text`: the page's article, as copies are compared with it. A copy is read only where it has the same instead of
    what the page has at several places, and that may have been put there; the language model is loaded for that.
    """
    believed: list[Copy] = []
    mirrors: list[Copy] = []
    for copy in copies:
        veiled = _veiled(text, lang, copy) if copy.weight == "given" else None
        (believed if veiled is None else mirrors).append(veiled or copy)
    return believed, tuple(mirrors)


def _veiled(text: str, lang: str, copy: Copy) -> Copy | None:
    """Give the copy with its phrases veiled; None where it has none that the page differs in."""
    theirs = copy.article.text
    edits = align(text, theirs).edits
    pairs = Counter((theirs[e.genuine_start : e.genuine_end].strip(), text[e.start : e.end].strip()) for e in edits)
    there = Counter(value for value, _ in pairs.elements())
    doubted = [v for v, n in there.most_common(_READ) if n >= _LEAST and worded(v) and _likely(theirs, lang, v)]
    if not doubted:
        return None
    found = detect(plain_page(theirs, lang=lang))
    spans = [(p.start, p.end) for p in found.places]
    if found.verdict != "injected":
        ours = {v: [page for value, page in pairs if value == v] for v in doubted}
        put = [v for v in doubted if _put((theirs, v), (text, ours[v]), lang)]
        spans = [span for v in put for span in _stands(theirs, v)]
    if not spans:
        return None
    hidden = splice(theirs, ((start, end, VEIL) for start, end in sorted(spans)))
    return replace(copy, article=replace(copy.article, text=hidden))


def _put(there: tuple[str, str], here: tuple[str, Sequence[str]], lang: str) -> bool:
    """Say whether words of a copy (text, words) look put there, by themselves or beside those that the page has."""
    (theirs, value), (text, ours) = there, here
    if not unusual((theirs, lang), value, text):
        return False
    score = looks_put(theirs, lang, value)
    if score >= _PUT and (" " in value or "" in ours):
        return True
    usual = [w for w in ours if worded(w) and not unusual((text, lang), w, theirs)]
    return score >= _ODD and any(score - looks_put(text, lang, w) >= _AHEAD for w in usual)


def _likely(text: str, lang: str, value: str) -> bool:
    return bool(spam_words(value, lang)) or seems_put(text, lang, value) >= _LIKELY


def _stands(text: str, value: str) -> list[Span]:
    return [m.span() for m in re.finditer(re.escape(value), text)]
