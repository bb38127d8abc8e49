"""Phrases spelt as people type them into a search box, and as nobody prints them.

A town or a maker in small letters on a page that has capitals (`travel jakarta bandung`), a word with a number of luck
(`mawar88`), and in scripts without blanks one blank between two words, where the rest of the text has none
(エアコン クリーニング).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wonmun.language.base import Language

_ENDS = {"en": re.compile(r"[a-z].* (?:near me|free download|template free|online free)")}
"""What people type behind what they seek, and nobody prints there."""
_GAP = re.compile(r"(?<=[぀-ヿ一-鿿]) (?=[぀-ヿ一-鿿])")
"""A blank between two letters of a script that puts none between words."""
_NUMBERED = re.compile(
    "(?!densus|fortran|ansi|windows|route|area|studio|radio|formula)[a-z]{4,12}(?:77|88|99|777|888|999|138|168|188|303|338|4d)"
)
"""A word with a number of luck behind it, and none that is named by such a number: `fortran77`."""
NUMBERED = 3
"""Places within sentences that make it no slip and no writer's own name (`mawar88: …`)."""
TWO = 2
"""Words of a town's name, beside which another one must stand."""
SPARSE = 1
"""Such blanks up to which the rest of a text is printed without: a heading may hold one."""


def is_typed(language: Language, phrase: str, text: str) -> bool:
    """Whether a phrase is spelt so, with a word of searches or of spam where only a blank shows it."""
    if language.spaced:
        ends = _ENDS.get(language.code)
        if ends and ends.fullmatch(phrase) and phrase.islower():
            return _printed(text.replace(phrase, " "))
        if _NUMBERED.fullmatch(phrase):
            return _within(phrase, text) >= NUMBERED and _printed(text.replace(phrase, " "))
        named = _named(phrase.split(" "), language.lexicon.towns) if phrase.islower() else ()
        return bool(named) and _only_there(named, text.replace(phrase, " "))
    if not _GAP.search(phrase) or not language.lexicon.any_pattern.search(phrase):
        return False
    return len(_GAP.findall(text.replace(phrase, "\n"))) <= SPARSE


def _within(phrase: str, text: str) -> int:
    """At how many places a word in small letters goes on behind it, or a clause ends; 0 where it begins a line."""
    if re.search(rf"(?:^|\n|@){phrase}", text):
        return 0
    return len(re.findall(rf"(?<=[\w,] ){phrase}(?=[.,]| [a-z])", text))


def _named(words: list[str], towns: frozenset[str]) -> frozenset[str]:
    """The town, maker or league of a phrase that holds another word, too."""
    pairs = [f"{one} {two}" for one, two in pairwise(words)]
    return towns.intersection(words if len(words) > 1 else ()) | towns.intersection(pairs if len(words) > TWO else ())


def _only_there(names: Iterable[str], rest: str) -> bool:
    """Whether the rest of the text is printed, and writes none of these small itself."""
    return _printed(rest) and not any(re.search(rf"\b{name}\b", rest) for name in names)


def _printed(text: str) -> bool:
    """Whether the text has capitals within its sentences, as printed ones have."""
    return re.search(r"[a-z,] [A-Z][a-z]", text) is not None
