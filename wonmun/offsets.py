"""Code points ↔ UTF-16 code units: the only place where the two meet.

Browsers count UTF-16 units, Python code points; an emoji is two of the former and one of the latter.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Utf16Map:
    """Converts offsets of one text both ways.

    >>> m = Utf16Map.of("😀원문")
    >>> m.to_utf16(1), m.to_code_points(2)
    (2, 1)
    """

    astral: tuple[int, ...]
    """Code-point offsets of the characters that take two UTF-16 units, ascending."""
    length: int
    """Of the text, in code points."""

    @classmethod
    def of(cls, text: str) -> Utf16Map:
        """Build the map for `text`."""
        astral = () if text.isascii() else tuple(i for i, c in enumerate(text) if c > "\uffff")
        return cls(astral, len(text))

    def to_utf16(self, offset: int) -> int:
        """Turn an offset in code points into UTF-16 units."""
        return offset + bisect_left(self.astral, offset)

    def to_code_points(self, offset: int) -> int:
        """Turn an offset in UTF-16 units into code points; inside a surrogate pair it rounds up."""
        low, high = 0, self.length
        while low < high:
            middle = (low + high) // 2
            if self.to_utf16(middle) < offset:
                low = middle + 1
            else:
                high = middle
        return low
