"""Which nouns follow which in Korean, from a shipped table: how much the words of a page call for a noun."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.load import lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

NOUNS = 6000
"""The first nouns of the table of senses: a line for each."""
FOLLOWERS = 24
"""Nouns of a line, those that follow most beyond chance."""
BASE, ZERO = 78, 48
"""A noun's number is two characters, digits to this base, a digit 0 written as the character with this code."""
STEP, LEAST = 8.0, 0.5
"""The third character is the log probability over chance, less `LEAST`, in parts of so many."""


class Followers:
    """The table: a row for each noun, its followers with how much they follow it beyond chance."""

    def __init__(self) -> None:
        codes = np.frombuffer("".join(lines("ko", "followers.txt")).encode(), np.uint8).astype(np.int32) - ZERO
        codes = codes.reshape(-1, 3)
        self.after: NDArray[np.int32] = codes[:, 0] * BASE + codes[:, 1]
        self.before = np.repeat(np.arange(NOUNS), FOLLOWERS)
        self.weight: NDArray[np.float64] = codes[:, 2] / STEP

    def called_for(self, words: Mapping[int, float]) -> NDArray[np.float64]:
        """Give how much nouns with weights, by number, call for each noun: those that it follows, or that follow it."""
        given = np.zeros(NOUNS)
        for number, weight in words.items():
            if number < NOUNS:
                given[number] = weight
        followed, following = self.both(given)
        found: NDArray[np.float64] = followed + following
        return found

    def both(self, given: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Give how much each noun follows nouns with weights, by number, and how much they follow it."""
        followed = np.bincount(self.after, self.weight * given[self.before], NOUNS)
        following = np.bincount(self.before, self.weight * given[self.after], NOUNS)
        return followed.astype(np.float64), following.astype(np.float64)


@cache
def followers() -> Followers:
    """Give the one table of the process."""
    return Followers()
