"""Japanese: no spaces; words begin where the script changes, particles are kana that follow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.language.base import END, GLUED, PARTICLE, VERB, Tail
from wonmun.language.unspaced import CLASS, WHOLE, Unspaced

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PARTICLE = re.compile(
    r"(?:について|によって|により|による|において|における|として|とともに|などの|などが|からの|までの|への|では|には|とは|でも|にも|とも"
    r"|ごとに|ごと|ずつ|なら|ほど|くらい|から|まで|より|など|だけ|しか|ばかり|だった|である|です|でした|の|は|が|を|に|へ|と|で|も|や|か)"
)
_VERB = re.compile(r"する|した|して|され|さん|でき|だ|的|化")


class Japanese(Unspaced):
    """Implements `Language` for Japanese."""

    code = "ja"
    shortest = 2

    def starts(self, codes: NDArray[np.uint16], letter: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """After a non-letter, and where hiragana gives way to another script or that one to a third."""
        script = CLASS[codes]
        begin = letter.copy()
        begin[1:] &= (~letter[:-1]) | (script[1:] != script[:-1])
        return begin

    def _tail(self, rest: str) -> Tail:
        if not rest:
            return Tail(END)
        if found := _PARTICLE.match(rest):
            return Tail(PARTICLE, found.group())
        inside = _VERB.match(rest) or CLASS[min(ord(rest[0]), 65535)] in WHOLE
        return Tail(VERB if inside else GLUED)

    def without_particle(self, phrase: str) -> str | None:
        """Take off one particle at the end that follows another script."""
        for size in (2, 1):
            if len(phrase) - size >= 2 and _PARTICLE.fullmatch(phrase[-size:]) and CLASS[ord(phrase[-size - 1])] > 1:
                return phrase[:-size]
        return None
