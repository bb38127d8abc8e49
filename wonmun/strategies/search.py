"""Where pieces of text stand in a longer one: an index over pairs of letters, built once, asked many times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers

_PLANE = 1 << 21
"""Above every code point: two of them make one key."""


@dataclass(frozen=True, slots=True)
class Search:
    """All pairs of letters of a text, sorted. Offsets are code points."""

    codes: Numbers
    """The text as code points."""
    keys: Numbers
    """Sorted keys of the pairs."""
    where: Numbers
    """Where the pair of each key begins, ascending among equal keys."""

    @classmethod
    def of(cls, codes: Numbers) -> Search:
        """Index a text given as code points."""
        wide = codes.astype(np.int64)
        keys = wide[:-1] * _PLANE + wide[1:]
        order = np.argsort(keys, kind="stable")
        return cls(codes, keys[order], order)

    def find(self, piece: str) -> Numbers:
        """Give where a piece begins, ascending; places may overlap.

        >>> Search.of(np.array([ord(c) for c in "ababa"])).find("aba").tolist()
        [0, 2]
        """
        if len(piece) < 2:
            found: Numbers = np.flatnonzero(self.codes == ord(piece)) if piece else np.zeros(0, np.int64)
            return found
        key = ord(piece[0]) * _PLANE + ord(piece[1])
        low, high = np.searchsorted(self.keys, [key, key + 1])
        at = self.where[low:high]
        at = at[at + len(piece) <= len(self.codes)]
        for depth, letter in enumerate(piece[2:], 2):
            at = at[self.codes[at + depth] == ord(letter)]
        return at
