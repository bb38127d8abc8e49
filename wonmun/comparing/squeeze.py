"""A text without its white space, for comparing, and the way back to its offsets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers


# White space, zero-width characters and the soft hyphen: copies differ in them freely.
_RARE = [0x85, 0xA0, 0xAD, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF]
_BLANK = np.array([*range(9, 14), *range(28, 33), *range(0x2000, 0x2010), *_RARE], dtype=np.uint32)
# Copies exchange these for one another; all of them are one character long.
_ALIKE = str.maketrans("“”„‟〝〞＂‘’‚‛＇´`–—―−ㅡ·ㆍ･‧•∙", '"' * 7 + "'" * 7 + "-" * 5 + "·" * 6)


@dataclass(frozen=True, slots=True)
class Squeezed:
    """`letters[i]` stands at `text[places[i]]`; quotation marks, dashes and middle dots are made alike."""

    text: str
    letters: str
    codes: Numbers
    places: Numbers

    @classmethod
    def of(cls, text: str) -> Squeezed:
        """Squeeze a text."""
        codes = np.frombuffer(text.translate(_ALIKE).encode("utf-32-le", "surrogatepass"), dtype="<u4")
        places = np.flatnonzero(~np.isin(codes, _BLANK))
        kept = codes[places]
        return cls(text, kept.tobytes().decode("utf-32-le", "surrogatepass"), kept, places)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Turn a span of `letters` into one of `text` without blanks at its ends; an empty one ends a letter."""
        if start < end:
            return int(self.places[start]), int(self.places[end - 1]) + 1
        at = int(self.places[start - 1]) + 1 if start else 0
        return at, at

    def index(self, offset: int) -> int:
        """Give the first letter at or after an offset of `text`."""
        return int(np.searchsorted(self.places, offset))

    def spaced(self, index: int) -> bool:
        """Say whether a blank stands before a letter; the text's two ends count as blanks."""
        if not 0 < index < len(self.places):
            return True
        return bool(self.places[index] - self.places[index - 1] > 1)
