"""Words in every spelling that a pattern without regard to case takes for them."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, product

_EQUAL = {"i": "İı", "k": "K", "s": "ſ"}


def in_any_case(words: set[str]) -> set[str]:
    """Give the words in all spellings that `re.IGNORECASE` takes for one of them.

    >>> sorted(in_any_case({"no", "룰렛"}))
    ['NO', 'No', 'nO', 'no', '룰렛']
    """
    cased = {word for word in words if word.lower() != word.upper()}
    return (words - cased) | {"".join(letters) for word in cased for letters in product(*map(_spelled, word))}


@cache
def _spelled(letter: str) -> str:
    """Give all letters that a pattern takes for one in any case: ſ for s, too."""
    if letter.isascii():
        return "".join({letter.lower(), letter.upper()}) + _EQUAL.get(letter.lower(), "")
    if letter.lower() == letter.upper():
        return letter
    return "".join(re.findall(re.escape(letter), _cased(), re.IGNORECASE))


@cache
def _cased() -> str:
    """All letters of the basic plane that have a case, or are taken for one that has; none of them is East Asian."""
    letters = map(chr, chain(range(0x80, 0x2E80), range(0xA640, 0xAC00), range(0xFB00, 0x10000)))
    return "".join(c for c in letters if c.lower() != c or c.upper() != c or c.casefold() != c)
