"""Latin words made of spam words: `onlinecasino`, `bestslots`.

Taken apart letter by letter: a pattern of some 700 words takes 50 ms to compile, as long as five articles to judge.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from wonmun.language.load import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wonmun.model import Span

BESIDE = 3
"""Words that stand before a strong one at most, and behind it; numbers, too, behind."""
LONG, SHORT = 4, 2
"""Letters of a strong word that is sought inside another one, and of those beside it."""
_BEGUN = re.compile(r"[A-Za-z][A-Za-z]{6}[A-Za-z]*")
"""What such a word begins with; a class in front is sought the fastest."""
_WHOLE = re.compile(r"[A-Za-z0-9]{7,250}")
"""Figures included: no seven words are longer."""
_DIGITS = re.compile(r"\d+")


def made(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield where such words stand.

    >>> list(made("Bestslots24, FreeBet365Casino, casinos, Wednesday"))
    [(0, 11), (13, 29), (31, 38)]
    """
    last, end = start, len(text) if end is None else end
    for match in _BEGUN.finditer(text, start, end):
        whole = _WHOLE.match(text, match.start(), end)
        if whole and whole.start() >= last and (size := _made(whole.group().lower())):
            last = whole.start() + size
            yield whole.start(), last


def _made(word: str) -> int:
    """How many letters of a word are spam words, a strong one among them, and no letter behind them; else 0."""
    strong, every = _words()
    starts = reached = {0}
    for _ in range(BESIDE):
        reached = every.ends(word, reached)
        starts |= reached
    ends = reached = strong.ends(word, starts)
    for _ in range(BESIDE):
        figures = {number.end() for at in reached if (number := _DIGITS.match(word, at))}
        reached = every.ends(word, reached) | figures
        ends |= reached
    return max((end for end in ends if not word[end : end + 1].isalpha()), default=0)


class _Words:
    """Words in small letters, and how many letters they have."""

    def __init__(self, words: Iterable[str], least: int) -> None:
        latin = {word.replace(" ", "").lower() for word in words if word.isascii()}
        self._words = frozenset(word for word in latin if len(word) >= least)
        self._lengths = sorted({*map(len, self._words)})

    def ends(self, word: str, places: Iterable[int]) -> set[int]:
        """Where one of the words ends that begins at one of the places."""
        pieces = ((at, word[at : at + size]) for at in places for size in self._lengths)
        return {at + len(piece) for at, piece in pieces if piece in self._words}


@cache
def _words() -> tuple[_Words, _Words]:
    """The strong words, and all that may stand beside them."""
    known = lexicon("abroad")
    return _Words(known.strong, LONG), _Words(known.strong | known.weak | known.query, SHORT)
