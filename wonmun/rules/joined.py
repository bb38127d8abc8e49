"""Names that run into clauses, in English and Indonesian: `in a glider, Velnorialanding on a pitch. VelnoriaTwice the`.

To the search for repeats such a name is a part of other words. What tells it: at the beginning of clauses several words
that nobody knows begin alike, and what is left of each is a word that everybody knows, a figure, or an opening mark.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from wonmun.later import later
from wonmun.rules.ruled import Ruled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wonmun.language.base import Language
    from wonmun.phrases.view import View

_OPENING = later(
    r"(?:(?P<stop>[.!?][”\"’']?|[”\"])|[,;:]) (?P<word>[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9])(?P<mark>[“\"][A-Za-z])?"
)
"""A word that opens a clause, and a mark that opens right behind it."""
SHORTEST, LONGEST = 4, 34
"""Letters of such a name."""
FEW, OFTEN = 2, 3
"""Words that begin with it, from which on it leaves a doubt, and none."""
_WORD = later(r"[A-Z]?[a-z]{2,}|[Aa]|I")
_FIGURES = later(r"[\d,.]*\d")
_ABOVE = {2: 1.5, 1: 0.3}
"""Logits above the limits of the language's weights, by level."""


class _Opening(NamedTuple):
    """A word that opens a clause."""

    word: str
    start: int
    stop: bool
    """Whether a sentence ended before it."""
    marked: bool
    """Whether a quotation begins right behind it."""


def look(view: View) -> Iterator[Ruled]:
    """Yield the names found."""
    if view.language.code not in ("en", "id"):
        return
    opened = [
        _Opening(m["word"], m.start("word"), m["stop"] is not None, m["mark"] is not None)
        for m in _OPENING.finditer(view.text)
        if len(m["word"]) >= SHORTEST and not view.language.known(m["word"])
    ]
    opened.sort()
    names = {_name(view.language, one, two) for one, two in pairwise(opened)} - {""}
    for name in sorted(names):
        places = [o for o in opened if o.word.startswith(name)]
        if level := _level(view, name, places):
            why = f"'{name}' is glued to the words that follow it, at the beginning of clauses"
            yield Ruled(name, len(places), "insertion", "joined", why, sure=level > 1, above=_ABOVE[level], added=True)


def _name(language: Language, one: _Opening, two: _Opening) -> str:
    """Give what both words begin with, if a word is left of both; the longest such."""
    for size in range(min(len(one.word), len(two.word), LONGEST), SHORTEST - 1, -1):
        name = one.word[:size]
        shared = two.word.startswith(name) and not language.known(name)
        if shared and _left(language, one, size) and _left(language, two, size):
            return name
    return ""


def _left(language: Language, opening: _Opening, size: int) -> str:
    """What is left of a word behind so many letters, if anybody writes that by itself; a mark for a quotation."""
    rest = opening.word[size:]
    if not rest:
        return '"' if opening.marked else ""
    if _FIGURES.fullmatch(rest) and not opening.word[size - 1].isdigit():
        return rest
    return rest if _WORD.fullmatch(rest) and (language.known(rest) or rest[0].isupper()) else ""


def _level(view: View, name: str, places: Sequence[_Opening]) -> int:
    """2 where it was put there for sure, 1 where that seems so, 0 where it may be how words begin."""
    rests = {_left(view.language, place, len(name)) for place in places}
    if "" in rests or len(rests) < FEW or view.text.count(name) > len(places):
        return 0
    capital, address = name[0].isupper(), "." in name
    odd = address or any(place.stop != capital for place in places)  # a capital behind a comma, or none behind a stop
    odd = odd or sum(rest[0].isupper() for rest in rests) >= FEW
    words = {rest for rest in rests if rest.isalpha()}
    broken = address or any(not rest.islower() for rest in rests)
    if not words or not odd or (len(words) < FEW and not broken):
        return 0
    return 1 + int(len(places) >= OFTEN or broken)
