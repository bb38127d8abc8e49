"""Where pieces of text stand in a longer one: an index over pairs of letters, built once, asked many times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers

_PLANE = 1 << 21
"""Above every code point: two of them make one key."""
_NARROW = 1 << 16
"""Above nearly every letter of a page: where all are below it, keys take 32 bits, half of the memory."""


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
        if len(codes) and int(codes.max()) >= _NARROW:
            keys: Any = codes[:-1].astype(np.uint64) * _PLANE + codes[1:]
            order = np.argsort(keys, kind="stable")
            return cls(codes, keys[order], order.astype(np.int32))
        both: Any = codes[:-1].astype("<u8")  # a pair and where it begins in one number: sorted as one
        for part, bits in ((codes[1:], 16), (np.arange(len(both), dtype=np.uint32), 32)):
            both <<= np.uint64(bits)
            np.bitwise_or(both, part, out=both, dtype=np.uint64, casting="unsafe")
        both.sort()
        halves = both.view("<u4")  # taken apart without a third row of that length
        return cls(codes, halves[1::2].copy(), halves[::2].astype(np.int32))

    def find(self, piece: str) -> Numbers:
        """Give where a piece begins, ascending; places may overlap.

        >>> Search.of(np.array([ord(c) for c in "ababa"])).find("aba").tolist()
        [0, 2]
        """
        if len(piece) < 2:
            found: Numbers = np.flatnonzero(self.codes == ord(piece)) if piece else np.zeros(0, np.int64)
            return found
        plane = _NARROW if self.keys.dtype == np.uint32 else _PLANE
        first, second = ord(piece[0]), ord(piece[1])
        if max(first, second) >= plane:
            return np.zeros(0, np.int32)
        key = self.keys.dtype.type(first * plane + second)
        at = self.where[np.searchsorted(self.keys, key) : np.searchsorted(self.keys, key, side="right")]
        at = at[at + len(piece) <= len(self.codes)]
        for depth, letter in enumerate(piece[2:], 2):
            at = at[self.codes[at + depth] == ord(letter)]
        return at
