"""Where words of a list stand in a text: their pattern is tried only where three letters stand that one begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import add
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.cased import in_any_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

_PIECE = 50_000
"""Letters that are asked for pairs at a time: nearly all pages are shorter."""
_SHORT = 40
"""Characters of a text up to which pairs of letters are looked up one by one."""
_FACTOR = np.uint16(31_421)
"""Of the hash of two code units, or of that and a third one."""
_LONG, _WHOLE = 1, 2
"""What two letters begin: words that have a third one; a word that they are the whole of."""
_BITS = 32
"""Finders that are asked at once; any further one by itself."""
_NONE = 1 << 30


@dataclass(frozen=True, eq=False)
class Finder:
    """Searches as the compiled pattern does, with the same answers, some ten times as fast in texts without matches."""

    regex: re.Pattern[str]
    words: frozenset[str]
    """What it matches, or the first letters of that, each in one spelling; none of them is shorter than two letters, or
    all texts are read. What goes on behind two of them may be anything."""

    @property
    def pattern(self) -> str:
        """The pattern as it is written."""
        return self.regex.pattern

    def search(self, text: str, start: int = 0, end: int = _NONE) -> re.Match[str] | None:
        """Give the first match, as `re.Pattern.search`."""
        if len(text) <= _SHORT and self.pairs and self.pairs.isdisjoint(map(add, text, text[1:])):
            return None  # as in most phrases
        places = self._places(text, start, end)
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
        if start > 0 or end < len(text) or len(text) <= _SHORT:
            return self._between(text, start, end)
        if len(text) > _PIECE or self._bit is None:
            return _everywhere(self, text)
        marked = _marked_by_all(text, len(_ALL.finders))
        if marked is None:
            return None
        places, bits = marked
        return self._begun_at(text, places[(bits & self._bit) > 0].tolist())

    def _between(self, text: str, start: int, end: int) -> list[int] | None:
        if self.begun is None:
            return None
        if (stop := min(len(text), end)) - start <= _SHORT:
            return self._begun_at(text, range(start, stop))
        units = units_of(text)
        if units is None:
            return None
        hashes, (begun, third) = _hashes(text), self.begun
        kinds = begun.take(hashes[start : end - 1])
        places = kinds.nonzero()[0]
        kinds = kinds[places]
        places += start
        possible = (kinds == _WHOLE) | third[_hashed(hashes[places], units[places + 2])]
        return self._begun_at(text, places[possible].tolist())

    def _begun_at(self, text: str, places: Iterable[int]) -> list[int]:
        """Those of the offsets at which a word does begin, by its first letters: hashes let through two more of three.

        The pattern, which is dear to compile as well, is asked about these only.
        """
        heads = self._heads
        return [at for at in places if text[at : at + 3] in heads or text[at : at + 2] in heads]

    @cached_property
    def _heads(self) -> set[str]:
        """The first three letters of its words, or both, in any case where the pattern takes any."""
        return self._spellings({word[:3] for word in self.words})

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The first two letters of its words; none where all texts are read."""
        return frozenset(head[:2] for head in self._heads) if self.begun else frozenset()

    @cached_property
    def _bit(self) -> np.uint32 | None:
        """The one of all finders' bits that is this one's; None where the pattern searches, or there are no more."""
        return _ALL.add(self)

    @cached_property
    def begun(self) -> tuple[NDArray[np.uint8], NDArray[np.bool_]] | None:
        """What two letters of a hash begin, and which hashes the first three letters of longer words have."""
        begun, third = np.zeros(1 << 16, np.uint8), np.zeros(1 << 16, np.bool_)
        if any(len(word) < len("ab") or max(word[:3]) > "\uffff" for word in self.words):
            return None
        long = _written(head for head in self._heads if len(head) > len("ab"))
        pairs = _hashed(long[::3], long[1::3])
        begun[pairs] = _LONG
        third[_hashed(pairs, long[2::3])] = True
        whole = _written(head for head in self._heads if len(head) == len("ab"))
        begun[_hashed(whole[::2], whole[1::2])] = _WHOLE
        return begun, third

    def _spellings(self, words: set[str]) -> set[str]:
        """Words in any case where the pattern takes any."""
        if not self.regex.flags & re.IGNORECASE:
            return words
        return in_any_case(words)


@lru_cache(8)
def _everywhere(finder: Finder, text: str) -> list[int] | None:
    """The offsets in a whole text that is long: marks of all finders would take much room."""
    return finder._between(text, 0, len(text))  # noqa: SLF001 - of this file


class _All:
    """What the words of all finders begin with, a bit for each finder: a whole text is looked through once for all."""

    def __init__(self) -> None:
        self.finders: list[Finder] = []
        self.long, self.third, self.whole = (np.zeros(1 << 16, np.uint32) for _ in range(3))
        self._adding = Lock()

    def add(self, finder: Finder) -> np.uint32 | None:
        """Give a finder its bit."""
        with self._adding:
            if finder.begun is None or len(self.finders) == _BITS:
                return None
            bit, (begun, third) = np.uint32(1 << len(self.finders)), finder.begun
            self.long[begun == _LONG] |= bit
            self.whole[begun == _WHOLE] |= bit
            self.third[third] |= bit
            self.finders.append(finder)
            return bit


_ALL = _All()


@lru_cache(4)
def _marked_by_all(text: str, finders: int) -> tuple[NDArray[np.int64], NDArray[np.uint32]] | None:
    """The offsets in a whole text at which a word of any of so many finders can begin, and the bits of these."""
    del finders
    units = units_of(text)
    if units is None:
        return None
    hashes = _hashes(text)
    bits = _ALL.third.take(_hashed(hashes, units[2:]))
    bits &= _ALL.long.take(hashes)
    bits |= _ALL.whole.take(hashes)
    places = bits.nonzero()[0]
    return places, bits[places]


@lru_cache(4)
def units_of(text: str) -> NDArray[np.uint16] | None:
    """The code units of a text, and a zero; None where offsets would differ: characters beyond the basic plane."""
    units = np.frombuffer((text + "\0").encode("utf-16-le", "surrogatepass"), "<u2")
    return units if len(units) == len(text) + 1 else None


@lru_cache(4)
def _hashes(text: str) -> NDArray[np.uint16]:
    """Of each two letters side by side: many patterns are sought in the same text, one after the other."""
    units = units_of(text)
    assert units is not None
    return _hashed(units[:-2], units[1:-1])


def pairs_in(text: str, pairs: frozenset[str]) -> frozenset[str]:
    """Which of many pairs of letters stand in a text; a long one is read in pieces, so that it takes no room."""
    if len(text) > _PIECE:
        pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE - 1))
        return frozenset[str]().union(*(pairs_in(piece, pairs) for piece in pieces))
    units = units_of(text) if len(text) > _SHORT else None
    if units is None:
        return pairs & {*map(add, text, text[1:])}
    places = _marked(pairs).take(_hashes(text)).nonzero()[0].tolist()
    return pairs & {text[at : at + 2] for at in places}


@lru_cache(16)
def _marked(pairs: frozenset[str]) -> NDArray[np.bool_]:
    """Which hashes pairs of letters have."""
    written = _written(pairs)
    marked = np.zeros(1 << 16, np.bool_)
    marked[_hashed(written[::2], written[1::2])] = True
    return marked


def _written(words: Iterable[str]) -> NDArray[np.uint16]:
    """The code units of words one behind the other."""
    return np.frombuffer("".join(words).encode("utf-16-le"), "<u2")


def _hashed(first: NDArray[np.uint16], second: NDArray[np.uint16]) -> NDArray[np.uint16]:
    hashed: NDArray[np.uint16] = first * _FACTOR + second
    return hashed
