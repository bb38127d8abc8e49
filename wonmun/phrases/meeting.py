"""Whether a phrase and what it is glued to are a word together: 당첨번호, 유실물센터."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.language.base import END, PARTICLE
from wonmun.language.senses import senses

if TYPE_CHECKING:
    from wonmun.phrases.view import View

_HOUSE = re.compile("센터|방|점|펍|숍|샵|관|업소|업체|업계|업자|가게|매장|카페|학교|학원|협회|시장")
"""What makes a noun the name of a house, or of a trade."""


def is_word(view: View, where: tuple[int, ...], *, right: bool) -> bool:
    """Whether it is one that genuine texts have, or the name of a house after known nouns.

    `where`: beginning of the word that the phrase is in, the phrase's own start and end, end of its last word; `right`:
    whether it is glued on its right.
    """
    text = view.text
    return view.language.known(_meeting(text, where, right=right)) or (right and _is_house(view, where))


def _meeting(text: str, where: tuple[int, ...], *, right: bool) -> str:
    """The word that a phrase makes with what it is glued to: on its right where it is glued there, else on its left."""
    first, start, end, stop = where
    space = text.find(" ", start, end)
    if space < 0:
        return text[first:stop]
    return text[text.rfind(" ", start, end) + 1 : stop] if right else text[first:space]


def _is_house(view: View, where: tuple[int, ...]) -> bool:
    """Whether a word of known nouns goes on as the name of a place does: 유실물센터, 성인용품점."""
    first, start, end, _ = where
    text = view.text
    apart = first == start and " " not in text[start:end]
    return apart and goes_on(view, end, _HOUSE) and bool(senses().parts(text[start:end]))


def goes_on(view: View, end: int, kinds: re.Pattern[str]) -> bool:
    """Whether a word goes on behind an offset with one of these and ends there, or in a particle."""
    house = kinds.match(view.text, end)
    if house is None:
        return False
    return view.language.tail(view.text[house.end() : int(view.word_end[house.end()])]).kind in (END, PARTICLE)
