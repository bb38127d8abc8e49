"""Answers about words that are kept, since most words of a page have been asked about before."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

V = TypeVar("V")
MOST = 65_536
"""Answers of one kind that are kept; then all are forgotten."""


class Kept(dict[str, V]):
    """What a question about a word was answered; `Kept(ask).__getitem__` asks only where nothing is kept.

    `functools.lru_cache` puts each answer that is asked for before all others, which touches the memory of three more:
    with thousands of words, hardly ever in the processor's cache, a look-up takes twice as long so.

    >>> sizes = Kept(len).__getitem__
    >>> sizes("도서관"), sizes("도서관")
    (3, 3)
    """

    def __init__(self, ask: Callable[[str], V]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> V:
        """Ask, and keep the answer."""
        if len(self) >= MOST:
            self.clear()
        answer = self[word] = self._ask(word)
        return answer
