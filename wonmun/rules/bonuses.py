"""What betting sites promise, in Korean: a word of theirs beside so many per cent (`매충 10% 토토`, `첫충 100%`).

The search for repeats ends at the sign, so that such a phrase is two short ones to it, and few see that they belong
together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.judging.quotations import quoted
from wonmun.rules.abroad import SPOKEN, kind, korean_behind
from wonmun.rules.ruled import Ruled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.phrases.view import View

_BONUS = re.compile(r"(?:[가-힣A-Za-z]{2,12} ?)?\d{1,3}%")
FEW, OFTEN = 2, 3
"""Places from which on such a phrase is odd, and from which on it leaves no doubt; one more for a word of the trade."""
_ABOVE = {2: 1.5, 1: 0.3}
"""Logits above the limits of the language's weights, by level."""


def look(view: View) -> Iterator[Ruled]:
    """Yield the phrases found."""
    if view.language.code != "ko" or "%" not in view.text:
        return
    found: dict[str, list[int]] = {}
    for match in _BONUS.finditer(view.text):
        found.setdefault(match.group(), []).append(match.start())
    lexicon = view.language.lexicon
    for bonus, places in found.items():
        if len(places) < FEW:
            continue
        phrase = bonus + korean_behind(view, bonus, places, FEW)
        if not lexicon.strong_pattern.search(phrase) or quoted(view.text, places, len(phrase)):
            continue
        told = len(set(lexicon.topic_pattern.findall(view.text.replace(phrase, " "))))
        if told > SPOKEN:
            continue
        level = 1 + int(len(places) >= OFTEN + told)
        why = f"'{phrase}' is what betting sites promise, and the text speaks of no such thing"
        what = kind(view, phrase, places)
        yield Ruled(phrase, len(places), what, "bonuses", why, sure=level > 1, above=_ABOVE[level])
