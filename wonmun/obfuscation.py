"""Folds spellings that hide a phrase from filters, offsets kept.

Zero-width characters, full-width and decomposed ones, look-alikes, `카.지.노`, `ㅋㅏ지노`, blanks of all widths;
`c.a.s.i.n.o` and `sl0t` are read in `disguise.py`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun.disguise import changes
from wonmun.joints import Sought, beside, joints, repeated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f"
    "\u0334-\u0338\ufeff\uffa0"
)
_WIDE = "\u24b6-\u24e9\uff01-\uffee\U0001d400-\U0001d7ff\U0001f130-\U0001f149"
_FILLED = {chr(first + i): chr(65 + i) for first in (0x1F150, 0x1F170) for i in range(26)}
"""White letters on black discs and squares, which Unicode does not relate to letters."""
_ALIKE_FROM = "аеорсухіјѕԁԛԝАВЕКМНОРСТХІЈЅοαρνΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_ALIKE_TO = "aeopcyxijsdqwABEKMHOPCTXIJSoapvABEZHIKMNOPTYX"
_ALIKE = dict(zip(_ALIKE_FROM, _ALIKE_TO, strict=True))
_SEPARATORS = ".·ㆍ・•*_^~/|,\\-"
_JAMO = "\u3131-\u3163"
_STRANGE = re.compile(
    f"[{_INVISIBLE}]|[{_WIDE}\U0001f150-\U0001f189]+|[\u1100-\u11ff]|[\u0300-\u036f\u3099\u309a]|[{_JAMO}]{{2,}}|[가-힣][{_JAMO}][{_JAMO}가-힣]"
    f"|(?<=[A-Za-z])[{_ALIKE_FROM}]|[{_ALIKE_FROM}](?=[A-Za-z])"
)
_ODD = re.compile(
    f"[{_INVISIBLE}{_WIDE}\U0001f150-\U0001f189\u1100-\u11ff\u0300-\u036f\u3099\u309a{_JAMO}{_ALIKE_FROM}]"
)
"""Without one of these nothing is strange: one class of characters is looked for much faster than all of the above."""
_SPELLED = re.compile(
    f"[가-힣]([{_SEPARATORS}])[가-힣](?:\\1[가-힣])*|(?<![가-힣])[가-힣](?: [가-힣]){{2,}}(?![가-힣])"
)
_MARKED = re.compile(f"[{_SEPARATORS}](?<=[가-힣].)(?=[가-힣])")
_LONE = re.compile(r" (?<=(?<![가-힣])[가-힣] )(?=[가-힣] [가-힣])")
"""What stands behind the first letter of all that is spelled out: found three times as fast as trying each letter."""
_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Blanks that look like a space and part words as one."""
_MIXED = re.compile(f"[A-Za-z{_ALIKE_FROM}]+")
_HALVED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FULL = re.compile("[\uff01-\uff5e]")
"""Full-width ASCII, one character for one: in Japanese and Chinese every line has some."""
_LINE = re.compile(r"[^\n]{0,4000}(?:\n|(?=.)|$)", re.DOTALL)
"""Folded bit by bit, so that memory stays within bounds."""
_WHOLE = 40_000
"""Characters of a text that is first looked at as a whole: most hold nothing strange."""
_NULL = re.compile(f"[{_INVISIBLE}]")
_IS_WIDE = re.compile(f"[{_WIDE}]")
_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_TYPED = re.compile(f"([{_LEADS}])([{_VOWELS}])(?:([{_FINALS[1:]}])(?![{_VOWELS}]))?")


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
    text, known = _BLANK.sub(" ", text), frozenset(words)
    words = _listed(known)
    if _FULL.search(text):
        text = text.translate(_HALVED)
    there = beside(text, known)
    sought = Sought(words, there, tuple(searched), repeated(text, there))
    if (len(text) <= _WHOLE or text.isascii()) and not _strange(text, sought):
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


@lru_cache(16)
def _listed(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(words)


def _strange(text: str, sought: Sought) -> bool:
    odd = _ODD.search(text)
    if odd and _STRANGE.search(text, max(0, odd.start() - 1)):
        return True
    return bool(_spelled(text, sought.words) or changes(text, sought.words) or joints(text, sought))


def _fold_line(line: str, sought: Sought) -> _Pieces:
    pieces = [(c, i, i + 1) for i, c in enumerate(line)]
    for step in (_drop_invisible, _normalise, _look_alikes, _type_syllables):
        pieces = step(pieces)
    return _undisguise(_join_spelled(pieces, sought.words), sought)


_Pieces = list[tuple[str, int, int]]


def _drop_invisible(pieces: _Pieces) -> _Pieces:
    return [p for p in pieces if not _NULL.match(p[0])]


def _normalise(pieces: _Pieces) -> _Pieces:
    """Full-width and mathematical letters to plain ones; decomposed syllables and accents put together."""
    pieces = [(c, start, end) for char, start, end in pieces for c in _plain(char)]
    out: _Pieces = []
    at = 0
    while at < len(pieces):
        char, start, end = pieces[at]
        at += 1
        while at < len(pieces):
            joined = unicodedata.normalize("NFC", char + pieces[at][0])
            if len(joined) != 1 or pieces[at][0] < "\u0300":
                break
            char, end = joined, pieces[at][2]
            at += 1
        out.append((char, start, end))
    return out


def _plain(char: str) -> str:
    return unicodedata.normalize("NFKC", char) if _IS_WIDE.match(char) else _FILLED.get(char, char)


def _look_alikes(pieces: _Pieces) -> _Pieces:
    """Cyrillic and Greek letters inside Latin words become the Latin ones that they look like."""
    text = "".join(p[0] for p in pieces)
    out = list(pieces)
    for word in _MIXED.finditer(text):
        letters = word.group()
        if letters.isascii() or not any(c.isascii() for c in letters):
            continue
        for i in range(word.start(), word.end()):
            char, start, end = out[i]
            out[i] = (_ALIKE.get(char, char), start, end)
    return out


def _type_syllables(pieces: _Pieces) -> _Pieces:
    """Letters typed one by one become syllables: ㅋㅏ → 카."""
    text = "".join(p[0] for p in pieces)
    out: _Pieces = []
    last = 0
    for match in _TYPED.finditer(text):
        lead, vowel, final = match.groups()
        code = 0xAC00 + (_LEADS.index(lead) * 21 + _VOWELS.index(vowel)) * 28 + (_FINALS.index(final) if final else 0)
        out.extend(pieces[last : match.start()])
        out.append((chr(code), pieces[match.start()][1], pieces[match.end() - 1][2]))
        last = match.end()
    out.extend(pieces[last:])
    return out


def _spelled(text: str, words: tuple[str, ...]) -> list[re.Match[str]]:
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


def _join_spelled(pieces: _Pieces, words: tuple[str, ...]) -> _Pieces:
    """Single syllables with the same mark between them, where they spell a spam word."""
    text = "".join(p[0] for p in pieces)
    out: _Pieces = []
    last = 0
    for match in _spelled(text, words):
        out.extend(pieces[last : match.start()])
        out.extend(pieces[match.start() : match.end() : 2])
        last = match.end()
    out.extend(pieces[last:])
    return out


def _undisguise(pieces: _Pieces, sought: Sought) -> _Pieces:
    """Disguised spam words as they are meant; the letters of each share the stretch letter by letter."""
    out: _Pieces = []
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


def _shared(pieces: _Pieces, plain: str) -> _Pieces:
    """Give each letter of `plain` its own piece, a single one all: all where the lengths agree, else the letters."""
    if len(plain) == 1:
        return [(plain, pieces[0][1], pieces[-1][2])]
    own = pieces if len(pieces) == len(plain) else [p for p in pieces if p[0].isalpha() or p[0] == "ー"]
    return [(char, start, end) for char, (_, start, end) in zip(plain, own, strict=True)]
