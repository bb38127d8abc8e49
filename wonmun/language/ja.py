"""Japanese: no spaces; words begin where the script changes, particles are kana that follow."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.base import END, GLUED, PARTICLE, VERB, Tail
from wonmun.language.load import counts, lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

_PARTICLE = re.compile(
    r"(?:について|によって|により|による|において|における|として|とともに|などの|などが|からの|までの|への|では|には|とは|でも|にも|とも"
    r"|から|まで|より|など|だけ|しか|ばかり|だった|である|です|でした|の|は|が|を|に|へ|と|で|も|や|か)"
)
_VERB = re.compile(r"する|した|して|され|さん|でき|だ|的|化")
_UNKNOWN = 7.5
WHOLE = (2, 4)
"""Classes of letters (katakana; Latin, digits) that begin no word where they go on: バイナリー in バイナリーデータ."""


def _classes() -> NDArray[np.uint8]:
    table = np.zeros(65536, np.uint8)
    table[0x3041:0x3097] = 1
    table[0x30A1:0x30FF] = 2
    table[0x3400:0x9FFF] = 3
    table[0x3005] = 3
    table[48:58] = table[65:91] = table[97:123] = 4
    return table


CLASS = _classes()


def row_cost(word: str, frequency: Mapping[str, int]) -> float:
    """Cost of the best row of known words, of at most eight letters each, that spells `word`; also for Chinese."""
    best = [0.0]
    for end in range(1, len(word) + 1):
        lowest = best[end - 1] + _UNKNOWN
        for begin in range(max(0, end - 8), end):
            hundredths = frequency.get(word[begin:end])
            if hundredths is not None:
                lowest = min(lowest, best[begin] + hundredths / 100)
        best.append(lowest)
    return best[-1]


class Japanese:
    """Implements `Language` for Japanese."""

    code = "ja"
    spaced = False
    shortest = 2
    loose = 4

    def __init__(self) -> None:
        self.lexicon = lexicon("ja")
        self._frequency = counts("ja", "frequency.txt")
        self.cost = lru_cache(65536)(self._cost)
        self.tail = lru_cache(65536)(self._tail)

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

    def agrees(self, last: str, tail: Tail) -> bool | None:
        """Particles do not change with the sound before them."""
        del last, tail
        return None

    def without_particle(self, phrase: str) -> str | None:
        """Take off one particle at the end that follows another script."""
        for size in (2, 1):
            if len(phrase) - size >= 2 and _PARTICLE.fullmatch(phrase[-size:]) and CLASS[ord(phrase[-size - 1])] > 1:
                return phrase[:-size]
        return None

    def _cost(self, word: str) -> float:
        return row_cost(word, self._frequency)

    def known(self, word: str) -> bool:
        """Words cannot be told apart without spaces."""
        del word
        return False

    def spread(self, word: str) -> int:
        """No articles are counted; a word of the frequency list stands in some."""
        return 3 if word in self._frequency else 0
