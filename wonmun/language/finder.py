"""Where words of a list stand in a text: their pattern is tried only where two letters stand that one begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

_SHORT = 40
"""Characters of a text up to which the pattern by itself is as fast."""
_FACTOR = np.uint16(31_421)
"""Of the hash of two code units."""
_EQUAL = {"i": "İı", "k": "K", "s": "ſ"}
_NONE = 1 << 30


@dataclass(frozen=True, eq=False)
class Finder:
    """Searches as the compiled pattern does, with the same answers, some ten times as fast in texts without matches."""

    regex: re.Pattern[str]
    words: frozenset[str]
    """What it matches, or the first letters of that, each in one spelling; none of them is shorter than two letters, or
    all texts are read."""

    @property
    def pattern(self) -> str:
        """The pattern as it is written."""
        return self.regex.pattern

    def search(self, text: str, start: int = 0, end: int = _NONE) -> re.Match[str] | None:
        """Give the first match, as `re.Pattern.search`."""
        places = self._places(text, start, end) if len(text) > _SHORT else None
        if places is None:
            return self.regex.search(text, start, end)
        return next(filter(None, (self.regex.match(text, at, end) for at in places)), None)

    def finditer(self, text: str, start: int = 0, end: int = _NONE) -> Iterator[re.Match[str]]:
        """Give all matches in order, none overlapping, as `re.Pattern.finditer`."""
        places = self._places(text, start, end)
        return self.regex.finditer(text, start, end) if places is None else self._tried(text, places, end)

    def findall(self, text: str, start: int = 0, end: int = _NONE) -> list[str]:
        """Give the texts of all matches."""
        return [match.group() for match in self.finditer(text, start, end)]

    def _tried(self, text: str, places: Iterable[int], end: int) -> Iterator[re.Match[str]]:
        last = 0
        for at in places:
            if at >= last and (match := self.regex.match(text, at, end)):
                last = match.end()
                yield match

    def _places(self, text: str, start: int, end: int) -> list[int] | None:
        """Give the offsets at which a word can begin; None where the pattern itself is to search the text."""
        if min(len(text), end) - start <= _SHORT or self._begun is None:
            return None
        hashes = _hashes(text)
        if hashes is None:
            return None
        places: list[int] = np.flatnonzero(self._begun[hashes[start : end - 1]]).tolist()
        return [at + start for at in places] if start else places

    @cached_property
    def _begun(self) -> NDArray[np.bool_] | None:
        """Which hashes two letters have that one of the words begins with, in any case."""
        pairs = {word[:2] for word in self.words}
        if any(len(pair) < 2 or max(pair) > "\uffff" for pair in pairs):
            return None
        cased = bool(self.regex.flags & re.IGNORECASE)
        written = [a + b for p in pairs for a in _spelled(p[0]) for b in _spelled(p[1])] if cased else list(pairs)
        table = np.zeros(1 << 16, np.bool_)
        units = np.frombuffer("".join(written).encode("utf-16-le"), "<u2")
        table[_hashed(units[::2], units[1::2])] = True
        return table


@lru_cache(4)
def _hashes(text: str) -> NDArray[np.uint16] | None:
    """Of each two letters side by side; None where offsets would differ: characters beyond the basic plane.

    Many patterns are sought in the same text, one after the other.
    """
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    return _hashed(units[:-1], units[1:]) if len(units) == len(text) else None


def _hashed(first: NDArray[np.uint16], second: NDArray[np.uint16]) -> NDArray[np.uint16]:
    hashed: NDArray[np.uint16] = first * _FACTOR + second
    return hashed


@cache
def _spelled(letter: str) -> str:
    """Give all letters that a pattern takes for one in any case: ſ for s, too."""
    if letter.isascii():
        return "".join({letter.lower(), letter.upper()}) + _EQUAL.get(letter.lower(), "")
    if letter.lower() == letter.upper():
        return letter
    return "".join(re.findall(re.escape(letter), _cased(), re.IGNORECASE))


@cache
def _cased() -> str:
    """All letters of the basic plane that have a case, or are taken for one that has; none of them is East Asian."""
    letters = map(chr, chain(range(0x80, 0x2E80), range(0xA640, 0xAC00), range(0xFB00, 0x10000)))
    return "".join(c for c in letters if c.lower() != c or c.upper() != c or c.casefold() != c)
