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


class Senses:
    """The table, and how words are taken apart into its nouns."""

    def __init__(self) -> None:
        table = lines("ko", "senses.txt")
        self.names = [line[DIRECTIONS:] for line in table]
        self.place = {name: number for number, name in enumerate(self.names)}
        codes = np.frombuffer("".join(line[:DIRECTIONS] for line in table).encode(), np.uint8)
        vectors = (codes.astype(np.float32) - ZERO).reshape(-1, DIRECTIONS)
        self.vectors: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        self._reach: dict[str, int] = {}
        """Letters of the longest noun that is sought where these two stand."""
        for noun in self.place:
            self._reach[noun[:2]] = max(self._reach.get(noun[:2], 0), min(len(noun), LONGEST))
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
        at, size, place, reach = 0, len(word), self.place, self._reach
        while at < size - 1 and len(found) < MOST:
            end = min(size, at + reach.get(word[at : at + 2], 0))
            while end > at + 1:  # as `_longest`, whose call alone is a fifth of it: each new word of a page is asked
                if (noun := place.get(word[at:end])) is not None:
                    found.append(noun)
                    at = end
                    break
                end -= 1
            else:
                break
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
        end = min(len(word), at + self._reach.get(word[at : at + 2], 0))
        while end > at + 1:
            noun = self.place.get(word[at:end])
            if noun is not None:
                return noun, end
            end -= 1
        return None, at


@cache
def senses() -> Senses:
    """Give the one table of the process."""
    return Senses()
