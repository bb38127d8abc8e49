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
        rest = text.replace(phrase, " ")
        towns, ends = language.lexicon.towns, _ENDS.get(language.code)
        if ends and ends.fullmatch(phrase) and phrase.islower():
            return _printed(rest)
        if _NUMBERED.fullmatch(phrase):
            return _printed(rest) and _within(phrase, text) >= NUMBERED
        return phrase.islower() and _named_small(phrase.split(" "), towns, rest) and _printed(rest)
    if not _GAP.search(phrase) or not language.lexicon.any_pattern.search(phrase):
        return False
    return len(_GAP.findall(text.replace(phrase, "\n"))) <= SPARSE


def _within(phrase: str, text: str) -> int:
    """At how many places a word in small letters goes on behind it, or a clause ends; 0 where it begins a line."""
    if re.search(rf"(?:^|\n|@){phrase}", text):
        return 0
    return len(re.findall(rf"(?<=[\w,] ){phrase}(?=[.,]| [a-z])", text))


def _named_small(words: list[str], towns: frozenset[str], rest: str) -> bool:
    """A town, a maker or a league beside another word, which the rest of the text does not write small itself."""
    pairs = [f"{one} {two}" for one, two in pairwise(words)]
    named = towns.intersection(words if len(words) > 1 else ()) | towns.intersection(pairs if len(words) > TWO else ())
    return bool(named) and not any(re.search(rf"\b{name}\b", rest) for name in named)


def _printed(text: str) -> bool:
    """Whether the text has capitals within its sentences, as printed ones have."""
    return re.search(r"[a-z,] [A-Z][a-z]", text) is not None
