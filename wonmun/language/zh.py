"""Chinese: no spaces; words begin where the script changes and behind the words that join others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.base import END, GLUED, PARTICLE, VERB, Tail
from wonmun.language.unspaced import CLASS, WHOLE, Unspaced

if TYPE_CHECKING:
    from numpy.typing import NDArray

_JOINING = "的了在是和与與及对對为為被把从從向将將等也都已就不有会會可要或而之称稱於于以由"
_PARTICLE = re.compile(rf"[{_JOINING}中上下里裡]")


def _table() -> NDArray[np.bool_]:
    table = np.zeros(65536, np.bool_)
    table[[ord(c) for c in _JOINING]] = True
    return table


_JOINS = _table()


class Chinese(Unspaced):
    """Implements `Language` for Chinese, in simplified and traditional characters."""

    code = "zh"
    shortest = 3

    def starts(self, codes: NDArray[np.uint16], letter: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """After a non-letter, where the script changes, and behind a joining word."""
        script = CLASS[codes]
        begin = letter.copy()
        begin[1:] &= (~letter[:-1]) | (script[1:] != script[:-1]) | _JOINS[codes[:-1]]
        return begin

    def _tail(self, rest: str) -> Tail:
        if not rest:
            return Tail(END)
        if _PARTICLE.match(rest):
            return Tail(PARTICLE, rest[0])
        return Tail(VERB if CLASS[min(ord(rest[0]), 65535)] in WHOLE else GLUED)

    def without_particle(self, phrase: str) -> str | None:
        """Take off one joining word at the end."""
        return phrase[:-1] if len(phrase) > self.shortest and phrase[-1] in _JOINING else None
