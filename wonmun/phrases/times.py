"""How often each of many words stands in a window, inside longer words, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from wonmun.phrases.view import View

_FACTOR = np.uint16(31_421)
"""Of the hash of two code units."""
_SHORT = 2_000
"""Characters of a window in which counting takes no longer."""
_LAST = 0xFFFF
"""What stands for a character beyond the basic plane, as in `View.codes`."""


def times(view: View, words: Sequence[str]) -> list[int]:
    """Count each word as `str.count` does, in half of its time on a page of 10 KB and less on longer ones.

    A word is looked for where its first two letters stand; where these are is sorted once for all words.
    """
    text, codes = view.text, view.codes
    if len(text) <= _SHORT:
        return [text.count(word) for word in words]
    pairs = _hashed(codes[:-1], codes[1:])
    order = pairs.argsort(kind="stable")
    ranked, places = pairs[order], order.tolist()
    wanted = _hashed(
        _units(word[0] for word in words), _units(word[-1] if len(word) < 2 else word[1] for word in words)
    )
    begin, end = ranked.searchsorted(wanted).tolist(), ranked.searchsorted(wanted, "right").tolist()
    spans = zip(words, begin, end, strict=True)
    return [_apart(text, word, places[a:b]) if len(word) > 1 else text.count(word) for word, a, b in spans]


def _apart(text: str, word: str, places: Iterable[int]) -> int:
    """At how many of the ascending places the word stands, none overlapping the last one."""
    count = last = 0
    for at in places:
        if at >= last and text.startswith(word, at):
            count += 1
            last = at + len(word)
    return count


def _units(letters: Iterable[str]) -> NDArray[np.uint16]:
    return np.minimum(np.array(list(map(ord, letters)), np.int64), _LAST).astype(np.uint16)


def _hashed(first: NDArray[np.uint16], second: NDArray[np.uint16]) -> NDArray[np.uint16]:
    hashed: NDArray[np.uint16] = first * _FACTOR + second
    return hashed
