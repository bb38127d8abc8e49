"""Korean names cut before their last letter, which looks like a particle: 복실이는, 바른치과를.

Where nothing else ever follows a candidate, its places are those of a longer name; what stands behind that one is the
particle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.language.ko import PARTICLES
from wonmun.language.senses import senses

if TYPE_CHECKING:
    from collections.abc import Sequence

LIKE_PARTICLES = frozenset("이과일은도로의인")
"""Letters that particles are, or begin with."""


def is_cut(phrase: str, rests: Sequence[str]) -> bool:
    """Whether a candidate is the beginning of a name, by the letters of its words that follow it at all its places.

    They begin with one letter, and with it the last word is one that the language knows, without it none; or behind
    it stands a particle that goes with no particle of that letter.

    >>> is_cut("복실", ["이는", "이", "이가"]), is_cut("안전 놀이터", ["이", "는"]), is_cut("바른치", ["과를", "과"])
    (True, False, True)
    >>> is_cut("여행 에세", ["이", "이라는"]), is_cut("가람 시", ["인", "인"])
    (True, False)
    >>> is_cut("피부", ["과", "과"]), is_cut("피부", ["의", "의"]), is_cut("가람", ["과", "과"])
    (True, False, False)
    """
    first = {rest[:1] for rest in rests}
    if len(first) > 1:
        return False
    if first == {"과"} and phrase[-1] + "과" in senses().place:
        return True
    if _completed(phrase.rpartition(" ")[2], rests[0][:1]):
        return True
    return any(rest[1:] in PARTICLES and rest not in PARTICLES for rest in rests)


def _completed(word: str, letter: str) -> bool:
    """Whether only this letter makes a known noun of a word of two letters and more."""
    known = senses().place
    return len(word) > 1 and word not in known and word + letter in known
