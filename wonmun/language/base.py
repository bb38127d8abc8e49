"""The protocol of a language, and the records that it answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from wonmun.language.lexicon import Lexicon

END, PARTICLE, VERB, GLUED = 0, 1, 2, 3
"""What follows a phrase: nothing that belongs to its word, a particle, a verb ending, or letters of another word."""


class Tail(NamedTuple):
    """What stands glued to the end of a phrase."""

    kind: int
    particle: str = ""


def after_gap(letter: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where a letter follows a non-letter: there words begin in languages that write blanks between them."""
    begin = letter.copy()
    begin[1:] &= ~letter[:-1]
    return begin


class Language(Protocol):
    """A language as the signals see it."""

    code: str
    lexicon: Lexicon
    spaced: bool
    """Whether words are separated by spaces."""
    shortest: int
    """Characters that a repeat needs to be looked at."""
    loose: int
    """Characters from which on a repeat counts even where it never ends at a word's end."""

    def starts(self, codes: NDArray[np.uint16], letter: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Mark where a word can begin: code units of the text, and which of them are letters or digits."""
        ...

    def tail(self, rest: str) -> Tail:
        """Say what the letters right after a phrase are; `rest` goes up to the next non-letter."""
        ...

    def agrees(self, last: str, tail: Tail) -> bool | None:
        """Whether the particle fits the sound of the phrase's last one or two characters; None: that says nothing."""
        ...

    def without_particle(self, phrase: str) -> str | None:
        """Take the particle off a phrase; None where there is none."""
        ...

    def cost(self, word: str) -> float:
        """How rare a word is: -log10 of its likelihood as the best row of known words."""
        ...

    def known(self, word: str) -> bool:
        """Whether a word, with whatever particles it has, is one that genuine texts use."""
        ...

    def spread(self, word: str) -> int:
        """In how many genuine documents of the shipped counts the word stands."""
        ...
