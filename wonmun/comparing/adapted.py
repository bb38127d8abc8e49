"""Particles that were changed to fit a new word: editors change them, who puts spam in leaves the old ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.language.ko import final_sound
from wonmun.language.senses import senses
from wonmun.looks import is_letter, misfits

if TYPE_CHECKING:
    from wonmun.comparing.edit import Edit
    from wonmun.model import Span

_COUNTERPARTS = frozenset(("은는", "는은", "이가", "가이", "을를", "를을", "과와", "와과"))

_DROPPED = {"이": frozenset("라란며랑다든었였"), "으": frozenset("로")}
"""Vowels that stand behind consonants only, and what follows them: 지도꾼이라, 매퍼라."""


def adapted(edit: Edit, page: str, genuine: str) -> bool:
    """Say whether page and copy have the two forms of one particle behind a replaced word, each the one that fits.

    The particle may have been taken for a part of what differs, or stand behind it.
    """
    (start, end), (first, last) = (edit.start, edit.end), edit.there
    if last - first == 1 and page[end : end + 1] + genuine[first:last] in _COUNTERPARTS:
        # The word stayed, a longer name stands behind it: "시대표가" became "시대표 비상대책위원장이".
        return not is_letter(page, end + 1) and not misfits(page[start:end], page, end)
    if _dropped((page, edit.start, edit.end), (genuine, first, last)):
        return True
    ours, theirs = [(start, end - 1)], [(first, last - 1)]
    if page[end : end + 1] != genuine[last : last + 1]:
        ours, theirs = [*ours, (start, end)], [*theirs, (first, last)]
    return any(_counterparts((page, a), (genuine, b)) for a in ours for b in theirs)


def _dropped(ours: tuple[str, int, int], theirs: tuple[str, int, int]) -> bool:
    """Say whether one of two words ends in a consonant and has a vowel before what both go on with, and the other not.

    That vowel may have been taken for a part of what differs, unless it is one (어린이).
    """
    for (text, start, end), (there, first, last) in ((ours, theirs), (theirs, ours)):
        bare = end > start and final_sound(text[end - 1]) == 0
        ends = [last] if there[first:last] in senses().place else [last, last - 1]
        if bare and any(_with_vowel(there, (first, at), text[end : end + 1]) for at in ends):
            return True
    return False


def _with_vowel(text: str, word: Span, behind: str) -> bool:
    """Say whether a word ends in a consonant, with a vowel that goes before `behind`."""
    start, end = word
    follows = _DROPPED.get(text[end : end + 1], frozenset())
    return end > start and bool(final_sound(text[end - 1])) and behind in follows and text[end + 1 : end + 2] == behind


def _counterparts(ours: tuple[str, Span], theirs: tuple[str, Span]) -> bool:
    """Say whether two words are followed by the two forms of one particle, each by the one that fits it."""
    particles = ""
    for text, (start, end) in (ours, theirs):
        if end <= start or is_letter(text, end + 1) or misfits(text[start:end], text, end):
            return False
        particles += text[end : end + 1]
    return particles in _COUNTERPARTS
