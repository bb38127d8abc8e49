"""What Japanese and Chinese share, which put no spaces between words: classes of letters, and costs of words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from wonmun.language.kept import Kept
from wonmun.language.load import counts, lexicon
from wonmun.scripts import classes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wonmun.language.base import Tail

_UNKNOWN = 7.5
WHOLE = (2, 4)
"""Classes of letters (katakana; Latin, digits) that begin no word where they go on: バイナリー in バイナリーデータ."""


CLASS = classes(
    (
        ((0x3041, 0x3096),),
        ((0x30A1, 0x30FE),),
        ((0x3400, 0x9FFE), (0x3005, 0x3005)),
        ((48, 57), (65, 90), (97, 122)),
    )
)
"""Hiragana, katakana, Chinese characters; Latin letters and digits."""


def row_cost(word: str, frequency: Mapping[str, int]) -> float:
    """Cost of the best row of known words, of at most eight letters each, that spells `word`."""
    best = [0.0]
    for end in range(1, len(word) + 1):
        lowest = best[end - 1] + _UNKNOWN
        for begin in range(max(0, end - 8), end):
            hundredths = frequency.get(word[begin:end])
            if hundredths is not None:
                lowest = min(lowest, best[begin] + hundredths / 100)
        best.append(lowest)
    return best[-1]


class Unspaced(ABC):
    """The part of `Language` that needs only the language's lists; `starts`, `_tail` and particles are its own."""

    code: ClassVar[str]
    spaced = False
    loose = 4

    def __init__(self) -> None:
        self.lexicon = lexicon(self.code)
        self._frequency = counts(self.code, "frequency.txt")
        self.cost = Kept(self._cost).__getitem__
        self.tail = Kept(self._tail).__getitem__

    @abstractmethod
    def _tail(self, rest: str) -> Tail:
        """What the letters right behind a phrase are."""

    def agrees(self, last: str, tail: Tail) -> bool | None:
        """Nothing changes with the sound before it."""
        del last, tail
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
