"""Chinese: no spaces; words begin where the script changes, behind ones that join others, where a known one does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.base import END, GLUED, PARTICLE, VERB, Tail
from wonmun.language.unspaced import CLASS, WHOLE, Unspaced
from wonmun.scripts import table_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

_JOINING = "的了在是和与與及对對为為被把从從向将將等也都已就不有会會可要或而之称稱於于以由"
_RARE = 340
"""Rarity (hundredths) below which one character is a word by itself."""
_PARTICLE = re.compile(rf"[{_JOINING}中上下里裡]")
_JOINS = table_of(_JOINING)


def _joined(pairs: NDArray[np.uint16]) -> NDArray[np.uint32]:
    """One number for each two characters."""
    joined: NDArray[np.uint32] = (pairs[:, 0].astype(np.uint32) << np.uint32(16)) | pairs[:, 1]
    return joined


class Chinese(Unspaced):
    """Implements `Language` for Chinese, in simplified and traditional characters."""

    code = "zh"
    shortest = 3

    def __init__(self) -> None:
        super().__init__()
        pairs = "".join(word for word in self._frequency if len(word) == 2 and max(word) <= "\uffff")
        self._pairs = np.unique(_joined(np.frombuffer(pairs.encode("utf-16-le"), np.uint16).reshape(-1, 2)))

    def starts(self, codes: NDArray[np.uint16], letter: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """After a non-letter, where the script changes, behind a joining word, and where only there a word begins."""
        script = CLASS[codes]
        begin = letter.copy()
        begin[1:] &= (~letter[:-1]) | (script[1:] != script[:-1]) | _JOINS[codes[:-1]] | self._words(codes)
        return begin

    def _words(self, codes: NDArray[np.uint16]) -> NDArray[np.bool_]:
        """From the second character on: a known pair begins there, and none reaches over from the one before."""
        wanted = _joined(np.lib.stride_tricks.sliding_window_view(codes, 2))
        known = self._pairs[np.minimum(np.searchsorted(self._pairs, wanted), len(self._pairs) - 1)] == wanted
        words: NDArray[np.bool_] = np.append(known[1:], [False]) & ~known
        return words

    def _tail(self, rest: str) -> Tail:
        if not rest:
            return Tail(END)
        if _PARTICLE.match(rest):
            return Tail(PARTICLE, rest[0])
        next_word = rest[:2] in self._frequency or self._frequency.get(rest[0], _RARE) < _RARE
        return Tail(VERB if next_word or CLASS[min(ord(rest[0]), 65535)] in WHOLE else GLUED)

    def without_particle(self, phrase: str) -> str | None:
        """Take off one joining word at the end."""
        return phrase[:-1] if len(phrase) > self.shortest and phrase[-1] in _JOINING else None
