"""Folds spellings that hide a phrase from filters, offsets kept.

Blanks of all widths, ends of lines and `카.지.노` here, characters in `characters.py`, `c.a.s.i.n.o` and `sl0t` in
`disguise.py`, marks between words in `joints.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.finder import units_of
from wonmun.spelling.characters import ODD, Pieces, as_meant, is_strange
from wonmun.spelling.disguise import changes
from wonmun.spelling.joints import Sought, beside, joints, repeated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

_SEPARATORS = ".·ㆍ・•*_^~/|,\\-"
_SPELLED = re.compile(
    f"[가-힣]([{_SEPARATORS}])[가-힣](?:\\1[가-힣])*|(?<![가-힣])[가-힣](?: [가-힣]){{2,}}(?![가-힣])"
)
_MARKED = re.compile(f"[{_SEPARATORS}](?<=[가-힣].)(?=[가-힣])")
_LONE = re.compile(r" (?=[가-힣] [가-힣])(?<=(?<![가-힣])[가-힣] )")
"""What stands behind the first letter of all that is spelled out: found three times as fast as trying each letter."""
_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Blanks that look like a space and part words as one."""
_HALVED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FULL = re.compile("[\uff01-\uff5e]")
"""Full-width ASCII, one character for one: in Japanese and Chinese every line has some."""
_LINE = re.compile(r"[^\n]{0,4000}(?:\n|(?=.)|$)", re.DOTALL)
"""Folded bit by bit, so that memory stays within bounds."""
_WHOLE = 40_000
"""Characters of a text that is first looked at as a whole: most hold nothing strange."""


@dataclass(frozen=True)
class Folded:
    """A folded text. Where each character stands for one, offsets are the same and the arrays are empty."""

    text: str
    same: bool = True
    starts: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    """For each folded character, where the first of its own characters stands."""
    ends: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    """For each folded character, where the last of its own characters ends."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the folded text as a stretch of the original one.

        >>> fold("카\u200b지\u200b노에").span(0, 3)
        (0, 5)
        """
        return (start, end) if self.same or end <= start else (int(self.starts[start]), int(self.ends[end - 1]))

    def touched(self, start: int, end: int) -> bool:
        """Whether anything was folded in that stretch of the folded text."""
        first, last = self.span(start, end)
        return last - first != end - start

    def at(self, offset: int) -> int:
        """Where an original offset stands in the folded text (the next character that is left)."""
        return offset if self.same else int(bisect_left(self.starts, offset))


def fold(text: str, words: Iterable[str] = (), searched: Iterable[str] = ()) -> Folded:
    """Fold a text; spelled-out words (`카.지.노`), joints and tags only where one of `words` results or stands beside.

    `searched` are words that make a phrase of `슬롯·추천`, where `카지노·호텔` are two things.
    """
    if not text:
        return Folded(text)
    if "\r" in text:  # one character for one: a line that ends in two is one with an empty line behind it
        text = text.replace("\r\n", "\n\n").replace("\r", "\n")
    known, usual = frozenset(words), _is_usual(text)
    if not usual:
        text = _BLANK.sub(" ", text)
        text = text.translate(_HALVED) if _FULL.search(text) else text
    there = beside(text, known)
    sought = Sought(known, there, tuple(searched), repeated(text, there))
    if (len(text) <= _WHOLE or text.isascii()) and not _strange(text, sought, usual=usual):
        return Folded(text)
    odd = [line.span() for line in _LINE.finditer(text) if _strange(line.group(), sought)]
    if not odd:
        return Folded(text)
    parts: list[str] = []
    starts: list[NDArray[np.int32]] = []
    ends: list[NDArray[np.int32]] = []
    last = 0
    for first, end in [*odd, (len(text), len(text))]:
        pieces = _fold_line(text[first:end], sought)
        parts += [text[last:first], "".join(p[0] for p in pieces)]
        plain = np.arange(last, first, dtype=np.int32)
        starts += [plain, np.array([p[1] + first for p in pieces], np.int32)]
        ends += [plain + np.int32(1), np.array([p[2] + first for p in pieces], np.int32)]
        last = end
    return Folded("".join(parts), same=False, starts=np.concatenate(starts), ends=np.concatenate(ends))


def _strange(text: str, sought: Sought, *, usual: bool = False) -> bool:
    """Whether anything is to be folded; `usual`: no character by itself is."""
    odd = not usual and is_strange(text)
    return odd or bool(_spelled(text, sought.words) or changes(text, sought.words) or joints(text, sought))


def _is_usual(text: str) -> bool:
    """Whether a text of a page's size holds no character that may be folded by itself: one look instead of three."""
    units = units_of(text) if len(text) <= _WHOLE else None
    return units is not None and not _foldable()[units].any()


@cache
def _foldable() -> NDArray[np.bool_]:
    """Which code units of the basic plane are blanks, full-width characters, or may be strange."""
    every, table = "".join(map(chr, range(1 << 16))), np.zeros(1 << 16, np.bool_)
    for kind in (_BLANK, _FULL, ODD):
        table[[match.start() for match in kind.finditer(every)]] = True
    return table


def _fold_line(line: str, sought: Sought) -> Pieces:
    return _undisguise(_join_spelled(as_meant(line), sought.words), sought)


def _spelled(text: str, words: frozenset[str]) -> list[re.Match[str]]:
    """Where single syllables with the same mark between them spell a spam word."""
    found = [(m.group()[::2], m) for m in _apart(text)]
    together = "\n".join(plain for plain, _ in found)
    present = [w for w in words if w in together] if found else []
    return [m for plain, m in found if any(w in plain for w in present)]


def _apart(text: str) -> Iterator[re.Match[str]]:
    """What `_SPELLED` finds."""
    last = 0
    for start in sorted(mark.start() - 1 for kind in (_MARKED, _LONE) for mark in kind.finditer(text)):
        if start >= last and (match := _SPELLED.match(text, start)):
            last = match.end()
            yield match


def _join_spelled(pieces: Pieces, words: frozenset[str]) -> Pieces:
    """Single syllables with the same mark between them, where they spell a spam word."""
    text = "".join(p[0] for p in pieces)
    out: Pieces = []
    last = 0
    for match in _spelled(text, words):
        out.extend(pieces[last : match.start()])
        out.extend(pieces[match.start() : match.end() : 2])
        last = match.end()
    out.extend(pieces[last:])
    return out


def _undisguise(pieces: Pieces, sought: Sought) -> Pieces:
    """Disguised spam words as they are meant; the letters of each share the stretch letter by letter."""
    out: Pieces = []
    last = 0
    text = "".join(p[0] for p in pieces)
    sought = sought._replace(beside=sought.words)  # what was put right above may have made words of spam
    for start, end, plain in sorted([*changes(text, sought.words), *joints(text, sought)]):
        if start < last:  # a joint inside a word that is spelled apart
            continue
        out.extend(pieces[last:start])
        out.extend(_shared(pieces[start:end], plain))
        last = end
    out.extend(pieces[last:])
    return out


def _shared(pieces: Pieces, plain: str) -> Pieces:
    """Give each letter of `plain` its own piece, a single one all: all where the lengths agree, else the letters."""
    if len(plain) == 1:
        return [(plain, pieces[0][1], pieces[-1][2])]
    own = pieces if len(pieces) == len(plain) else [p for p in pieces if p[0].isalpha() or p[0] == "ー"]
    return [(char, start, end) for char, (_, start, end) in zip(plain, own, strict=True)]
