"""What a person is called: a title that the page has, though never with the name before the places, is another's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.language.ko import SURNAMES
from wonmun.language.particles import is_particle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wonmun.strategies.places.slots import Group, Slot

_SURNAME = re.compile(r"(?<![^\W_])([가-힣]) $")
"""One letter before a place: nobody is called so without a title (김 위원장)."""
_SEVERAL = 3
"""Places behind surnames alone from which on it is a title that is sought."""
_NAME = re.compile(r"(?<![^\W_])([가-힣])[가-힣]{0,3} $")
_FORMER = "전"
"""Before a title it is no surname (전 대표)."""
_BY_CHANCE = 0.01
"""Probability, at most, that a title which was spared at places by chance was spared at none behind the name."""
_LONGEST = 8
_GLUED = re.compile("[가-힣]*")


def anothers(group: Group, names: Sequence[str], terms: Iterable[int]) -> frozenset[int]:
    """Give the terms that the page has as somebody else's title, where the places stand behind one's surname.

    A copy that leaves some places as they were leaves them by chance, behind the name as often as the phrase is. Seen
    from outside in 2026, twice: 대변인 at eleven places behind one surname, of a page that has it five times, as
    the ministry's.
    """
    called = _called(group.slots)
    if not called:
        return frozenset()
    behind = sum(_begins(_NAME, slot.left) in called for slot in group.slots)
    other = (len(group.slots) - behind + 1) / (len(group.slots) + 2)
    return frozenset(t for t in terms if _never(group.rest, names[t], called, other))


def _called(slots: Sequence[Slot]) -> frozenset[str]:
    """Give the surnames that stand alone before the places; none where they are too few."""
    found = [s for slot in slots if (s := _begins(_SURNAME, slot.left)) in SURNAMES and s != _FORMER]
    return frozenset(found) if len(found) >= _SEVERAL else frozenset()


def _begins(name: re.Pattern[str], left: str) -> str:
    """Give the first letter of the name that stands before a place; a blank where none does."""
    found = name.search(left)
    return found[1] if found else " "


def _never(rest: str, term: str, called: frozenset[str], other: float) -> bool:
    """Say whether a term stands in the page, never behind one who is so called, though by chance it should.

    `other`: share of places that stand behind something else, as the phrase's let expect (Laplace's rule).
    """
    chance, found = 1.0, False
    for stands in re.finditer(re.escape(term), rest):
        glued = _GLUED.match(rest, stands.end())
        if glued and glued[0] and not is_particle(glued[0]):
            continue
        if _begins(_NAME, rest[max(0, stands.start() - _LONGEST) : stands.start()]) in called:
            return False
        chance, found = chance * other, True
    return found and chance <= _BY_CHANCE
