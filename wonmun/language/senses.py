"""What Korean nouns mean, from a shipped table: unit vectors whose product tells how near two nouns are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.kept import Kept
from wonmun.language.load import lines

if TYPE_CHECKING:
    from numpy.typing import NDArray

DIRECTIONS = 16
LEVELS, ZERO = 45, 80
"""A number x from -1 to 1 is written as the character with the code 80 + 45 x."""
LONGEST = 6
"""Letters of a noun that is sought in a word."""
MOST = 4
"""Nouns that a word is taken apart into."""
_NONE: tuple[tuple[int, ...], int | None] = ((), None)
"""What two letters begin that no noun begins with."""


class Senses:
    """The table, and how words are taken apart into its nouns."""

    def __init__(self) -> None:
        table = lines("ko", "senses.txt")
        self.names = [line[DIRECTIONS:] for line in table]
        self.place = {name: number for number, name in enumerate(self.names)}
        codes = np.frombuffer("".join(line[:DIRECTIONS] for line in table).encode(), np.uint8)
        vectors = (codes.astype(np.float32) - ZERO).reshape(-1, DIRECTIONS)
        self.vectors: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        lengths: dict[str, set[int]] = {}
        for noun in self.place:
            if len(noun) <= LONGEST:
                lengths.setdefault(noun[:2], set()).add(len(noun))
        self._starts = {
            pair: (tuple(sorted(found - {len(pair)}, reverse=True)), self.place.get(pair))
            for pair, found in lengths.items()
        }
        """Letters of the longer nouns that are sought where these two stand, most first, and the noun that they are."""
        self.begun = Kept(self._begun).__getitem__
        self.parts = Kept(self._parts).__getitem__

    def nouns(self, phrase: str) -> list[int]:
        """Give the nouns anywhere in the words of a phrase."""
        return [noun for word in phrase.split() for noun in self.parts(word)]

    def covers(self, phrase: str) -> bool:
        """Whether the nouns of a phrase are all its letters: of 슬롯나라 only 나라 is known."""
        return sum(len(self.names[noun]) for noun in self.nouns(phrase)) == len(phrase.replace(" ", ""))

    def _begun(self, word: str) -> tuple[int, ...]:
        """The nouns that a word begins with, one after the other: what follows them is particle or ending."""
        found: list[int] = []
        at, last, place, starts = 0, len(word) - 1, self.place, self._starts
        while at < last and len(found) < MOST:
            longer, noun = starts.get(pair := word[at : at + 2], _NONE)
            size = len(pair)
            for length in longer:  # as `_longest`, whose call alone is a fifth of it
                if (other := place.get(word[at : at + length])) is not None:
                    noun, size = other, length  # beyond the end where the word is shorter
                    break
            if noun is None:
                break
            found.append(noun)
            at += size
        return tuple(found)

    def _parts(self, word: str) -> tuple[int, ...]:
        """The nouns anywhere in a word of a phrase."""
        found: list[int] = []
        at = 0
        while at < len(word) - 1 and len(found) < MOST:
            noun, end = self._longest(word, at)
            if noun is not None:
                found.append(noun)
            at = max(end, at + 1)
        return tuple(found)

    def _longest(self, word: str, at: int) -> tuple[int | None, int]:
        """The longest noun that begins at an offset and where it ends; None and the offset where none does."""
        longer, noun = self._starts.get(word[at : at + 2], _NONE)
        for length in longer:
            if (other := self.place.get(word[at : at + length])) is not None:
                return other, at + length
        return noun, at if noun is None else at + 2


@cache
def senses() -> Senses:
    """Give the one table of the process."""
    return Senses()
