"""What Korean nouns mean, from a shipped table: unit vectors whose product tells how near two nouns are."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

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


class Senses:
    """The table, and how words are taken apart into its nouns."""

    def __init__(self) -> None:
        table = lines("ko", "senses.txt")
        self.names = [line[DIRECTIONS:] for line in table]
        self.place = {name: number for number, name in enumerate(self.names)}
        codes = np.frombuffer("".join(line[:DIRECTIONS] for line in table).encode(), np.uint8)
        vectors = (codes.astype(np.float32) - ZERO).reshape(-1, DIRECTIONS)
        self.vectors: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        self.begun = lru_cache(65536)(self._begun)
        self.parts = lru_cache(65536)(self._parts)

    def nouns(self, phrase: str) -> list[int]:
        """Give the nouns anywhere in the words of a phrase."""
        return [noun for word in phrase.split() for noun in self.parts(word)]

    def _begun(self, word: str) -> tuple[int, ...]:
        """The nouns that a word begins with, one after the other: what follows them is particle or ending."""
        found: list[int] = []
        at = 0
        while at < len(word) - 1 and len(found) < MOST:
            end = self._longest(word, at)
            if end == at:
                break
            found.append(self.place[word[at:end]])
            at = end
        return tuple(found)

    def _parts(self, word: str) -> tuple[int, ...]:
        """The nouns anywhere in a word of a phrase."""
        found: list[int] = []
        at = 0
        while at < len(word) - 1 and len(found) < MOST:
            end = self._longest(word, at)
            if end > at:
                found.append(self.place[word[at:end]])
            at = max(end, at + 1)
        return tuple(found)

    def _longest(self, word: str, at: int) -> int:
        """Where the longest noun ends that begins at an offset; the offset itself where none does."""
        for end in range(min(len(word), at + LONGEST), at + 1, -1):
            if word[at:end] in self.place:
                return end
        return at


@cache
def senses() -> Senses:
    """Give the one table of the process."""
    return Senses()
