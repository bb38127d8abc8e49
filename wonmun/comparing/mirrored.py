"""Copies given as genuine that are mirrors themselves: what they have instead of words must not be put in.

Of 96 pairs of mirrors, one given as the original of the other, 270 of 573 replacements were the other one's phrase.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from wonmun.comparing.align import align
from wonmun.comparing.evidence import seems_put
from wonmun.detect import detect
from wonmun.looks import spam_words, worded
from wonmun.model import VEIL
from wonmun.page.plain import plain_page
from wonmun.splice import splice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wonmun.model import Copy

_LIKELY = -5.0
"""Logit, by what costs little, from which on a word may have been put into the copy, so that all of it is read: of 69
terms of genuine articles .14 are above, of 96 injected phrases .98."""
_LEAST = 2
"""Places where the copy has the same instead of what the page has."""
_READ = 4
"""Different things that it has so, which are looked at."""


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
    there = Counter(theirs[e.genuine_start : e.genuine_end].strip() for e in edits)
    doubted = [v for v, n in there.most_common(_READ) if n >= _LEAST and worded(v) and _likely(theirs, lang, v)]
    if not doubted:
        return None
    found = detect(plain_page(theirs, lang=lang))
    spans = [(p.start, p.end) for p in found.places]
    if found.verdict != "injected" or not any(_meet(theirs, v, spans) for v in doubted):
        return None
    hidden = splice(theirs, ((start, end, VEIL) for start, end in spans))
    return replace(copy, article=replace(copy.article, text=hidden))


def _likely(text: str, lang: str, value: str) -> bool:
    return bool(spam_words(value, lang)) or seems_put(text, lang, value) >= _LIKELY


def _meet(text: str, value: str, spans: Iterable[tuple[int, int]]) -> bool:
    """Say whether a value stands in one of the places."""
    stands = [m.span() for m in re.finditer(re.escape(value), text)]
    return any(a < end and start < b for a, b in spans for start, end in stands)
