"""English, Indonesian: spaces between words and no particles; also what any unknown language falls back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.language.base import END, GLUED, PARTICLE, VERB, Tail, after_gap
from wonmun.language.kept import Kept
from wonmun.language.load import counts, lexicon

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ENDINGS = {
    "en": frozenset({"s", "es"}),
    "id": frozenset({"nya", "ku", "mu", "lah", "kah", "pun", "nyalah"}),
}
"""What may follow a noun without a blank, by language."""
_RAREST = 7.5
_SHORTEST, _USUAL = 3, 550
"""Letters and rarity (hundredths) of a word that is seen to begin where a phrase ends."""


class Spaced:
    """Implements `Language` with endings that may follow a noun and a list of word frequencies; "" has neither."""

    spaced = True
    shortest = 4
    loose = 9

    def __init__(self, code: str) -> None:
        self.code = code
        self.endings = _ENDINGS.get(code, frozenset())
        self.lexicon = lexicon(code or "any")
        self._frequency = counts(code, "frequency.txt") if code else {}
        self.cost = Kept(self._cost).__getitem__
        self.tail = Kept(self._tail).__getitem__

    def starts(self, codes: NDArray[np.uint16], letter: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """A word begins behind a blank or a mark."""
        del codes
        return after_gap(letter)

    def _tail(self, rest: str) -> Tail:
        """Endings of the language count as particles. Another word is glued where one begins; else the word goes on."""
        if not rest:
            return Tail(END)
        if rest in self.endings:
            return Tail(PARTICLE, rest)
        first = rest[0]
        begins = first.isupper() or first.lower() == first.upper()
        return Tail(GLUED if begins or self._word(rest) else VERB)

    def _word(self, rest: str) -> bool:
        """A word that people use by itself, no syllable."""
        return len(rest) >= _SHORTEST and self._frequency.get(rest, _RAREST * 100) < _USUAL

    def agrees(self, last: str, tail: Tail) -> bool | None:
        """Nothing to agree."""
        del last, tail
        return None

    def without_particle(self, phrase: str) -> str | None:
        """Nothing to take off: the plural is part of the phrase."""
        del phrase
        return None

    def _cost(self, word: str) -> float:
        if not self._frequency:
            return 0.0
        return self._frequency.get(word.lower(), _RAREST * 100) / 100

    def known(self, word: str) -> bool:
        """It stands in the frequency list."""
        return word.lower() in self._frequency

    def spread(self, word: str) -> int:
        """No articles are counted; a word of the frequency list stands in some, and where there is none, every word."""
        return 3 if not self._frequency or word.lower() in self._frequency else 0
