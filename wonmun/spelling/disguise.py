"""Spellings that only make sense as a disguise: letters apart (`c.a.s.i.n.o`), digits for letters, emoji within.

All of these are read as a spam word only where that is what results: honest texts hold abbreviations, model numbers
and emoji, too.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from wonmun.later import later

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = "A-Za-z\u00c0-\u024fぁ-んァ-ヶー一-龥々"
_MARKS = " .·・•*_~^/|\\-"
_APART = later(rf"(?<![{_LETTER}])[{_LETTER}]([{_MARKS}])[{_LETTER}](?:\1[{_LETTER}])+(?![{_LETTER}])")
_WIDE = "ぁ-んァ-ヶー一-龥々"
_ANY_WIDE = later("[々-龥]")
"""No Korean page without one needs to be looked through for those: one range is found fastest."""
_APART_WIDE = later(rf"[{_WIDE}]([{_MARKS}])[{_WIDE}](?:\1[{_WIDE}])*")
"""Without spaces the letters around it belong to other words."""
_ROW = 2
"""Words spelled apart in a row, of three letters or more, from which on no spam word among them is asked for: nobody
writes `j.u.d.i b.o.l.a` for another reason. With blanks as marks (`a b c`) one is."""
_EMOJI = "\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001f12f\U0001f18e-\U0001faff"
_ANY_EMOJI = later(f"[{_EMOJI}]")
_BETWEEN = later(rf"[{_LETTER}]+(?:[{_EMOJI}]+[{_LETTER}]+)+")
_CODED = "0134578@$!"
_DIGITS = later(rf"[A-Za-z][{_CODED}]|[{_CODED}][A-Za-z]")
_WORD = later(r"[A-Za-z0-9@$!]+")
_SMALL = later(r"(?<![ァ-ヶー])[ァィゥェォヵヶャュョッヮ][ァ-ヶー]+|[ァ-ヶー]+[ヵヶ][ァ-ヶー]+")
_READINGS = tuple(str.maketrans("0134578@$!", f"o{one}eastbasi") for one in "il")
_LARGE = str.maketrans("ァィゥェォヵヶャュョッヮ", "アイウエオカケヤユヨツワ")
_HANGUL = later("[가-힣]")
_SHORTEST = 3
"""Letters of a word that is looked for."""

Change = tuple[int, int, str]
"""Start and end of a stretch, and what it reads as; the same length, or shorter where characters are dropped."""


@lru_cache(32)
def _plain(words: frozenset[str]) -> frozenset[str]:
    """The words without blanks, in small letters; those in Hangul are spelled out in ways of their own."""
    plain = {w.replace(" ", "").lower() for w in words}
    return frozenset(w for w in plain if len(w) >= (_SHORTEST if w.isascii() else 2) and not _HANGUL.search(w))


def changes(text: str, words: frozenset[str]) -> list[Change]:
    """All stretches of a text that a disguise hides one of `words` in, in order, none overlapping."""
    known = _plain(words)
    if not known:
        return []
    found = {*_apart(text, known), *_between(text, known), *_digits(text, known)}
    if _ANY_WIDE.search(text):
        found |= {*_apart_wide(text, known), *_small(text, known)}
    kept: list[Change] = []
    for change in sorted(found):
        if not kept or change[0] >= kept[-1][1]:
            kept.append(change)
    return kept


def _apart(text: str, known: frozenset[str]) -> Iterator[Change]:
    row: list[re.Match[str]] = []
    for match in _APART.finditer(text):
        if row and not (text[row[-1].end() : match.start()].isspace() and match.group(1) == row[-1].group(1)):
            yield from _row(row, known)
            row = []
        row.append(match)
    yield from _row(row, known)


def _apart_wide(text: str, known: frozenset[str]) -> Iterator[Change]:
    for match in _APART_WIDE.finditer(text):
        if _holds(plain := match.group()[::2], known, 2):
            yield (*match.span(), plain)


def _row(row: list[re.Match[str]], known: frozenset[str]) -> Iterator[Change]:
    """Words spelled apart one behind the other: all of them, where one is a spam word or they are several."""
    words = [match.group()[::2] for match in row]
    plainly = len(row) >= _ROW and row[0].group(1) != " " and not any(w.isupper() for w in words)
    if plainly or any(_spells(w, known) for w in words):
        yield from ((*match.span(), w) for match, w in zip(row, words, strict=True))
        gaps = [(left.end(), right.start()) for left, right in pairwise(row)]
        yield from ((start, end, " ") for start, end in gaps if end - start > 1)


def _between(text: str, known: frozenset[str]) -> Iterator[Change]:
    """Emoji inside a word; between two words that can be read as they are they stay."""
    if not _ANY_EMOJI.search(text):
        return
    for match in _BETWEEN.finditer(text):
        parts = re.split(f"[{_EMOJI}]+", match.group())
        plain = "".join(parts)
        if _holds(plain, known) and not any(_holds(part, known) for part in parts):
            yield (*match.span(), plain)


def _digits(text: str, known: frozenset[str]) -> Iterator[Change]:
    last = 0
    for hint in _DIGITS.finditer(text):
        if hint.start() < last:
            continue
        start = hint.start()
        while start > last and _WORD.match(text[start - 1]):
            start -= 1
        match = _WORD.match(text, start)
        assert match is not None
        last, written = match.end(), match.group()
        if len(written) < _SHORTEST or written.lower() in known:
            continue
        for table in _READINGS:
            if _spells(plain := written.translate(table), known):
                yield (*match.span(), plain)
                break


def _small(text: str, known: frozenset[str]) -> Iterator[Change]:
    """Small kana in the large ones' place: ヵジノ."""
    for match in _SMALL.finditer(text):
        plain = match.group().translate(_LARGE)
        if _holds(plain, known) and not _holds(match.group(), known):
            yield (*match.span(), plain)


def _spells(plain: str, known: frozenset[str]) -> bool:
    """The whole of it is a word, or its plural; without word boundaries it holds one."""
    low = plain.lower()
    return low in known or low.removesuffix("s") in known if low[0].isascii() else _holds(plain, known)


def _holds(plain: str, known: frozenset[str], shortest: int = _SHORTEST) -> bool:
    low = plain.lower()
    return any(low[a : a + n] in known for n in range(shortest, min(len(low), 16) + 1) for a in range(len(low) - n + 1))
