"""Phrases spelt as people type them into a search box, and as nobody prints them.

A town in small letters on a page that has capitals (`travel jakarta bandung`), and in scripts without blanks one blank
between two words, where the rest of the text has none (エアコン クリーニング).
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
SPARSE = 1
"""Such blanks up to which the rest of a text is printed without: a heading may hold one."""


def is_typed(language: Language, phrase: str, text: str) -> bool:
    """Whether a phrase is spelt so, with a word of searches or of spam where only a blank shows it."""
    if language.spaced:
        towns, ends = language.lexicon.towns, _ENDS.get(language.code)
        if ends and ends.fullmatch(phrase) and phrase.islower():
            return _printed(text.replace(phrase, " "))
        return phrase.islower() and _town(phrase.split(" "), towns) and _printed(text.replace(phrase, " "))
    if not _GAP.search(phrase) or not language.lexicon.any_pattern.search(phrase):
        return False
    return len(_GAP.findall(text.replace(phrase, "\n"))) <= SPARSE


def _town(words: list[str], towns: frozenset[str]) -> bool:
    """A town beside another word."""
    pairs = [f"{one} {two}" for one, two in pairwise(words)]
    return (len(words) > 1 and not towns.isdisjoint(words)) or (len(words) > 2 and not towns.isdisjoint(pairs))


def _printed(text: str) -> bool:
    """Whether the text has capitals within its sentences, as printed ones have."""
    return re.search(r"[a-z,] [A-Z][a-z]", text) is not None
