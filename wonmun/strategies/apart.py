"""Whether a phrase parts a whole word from a verb or an adverb (`손목이 X 나가요`): no bare noun stands there.

Before a noun one may have stood (`정부는 X 공장을`), so that two places say little there; before a verb none did.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from wonmun.language.kiwi import kiwi
from wonmun.signals.bonds import PARTED, bond

if TYPE_CHECKING:
    from wonmun.strategies.slots import Group, Slot

_WORDS = 3
"""Words on either side that are read."""
_COMPLETE = ("JKS", "JKO", "JKB", "JX", "EC")
"""Tags of what ends a word that nothing is wanted behind but what it hangs on: no modifier, no noun."""
_HANGING = ("VV", "VA", "VX", "MAG")


def parts_words(group: Group) -> bool:
    """Say whether a Korean phrase parts such words at one of its places at least."""
    return group.korean and any(_parts(s) for s in group.slots)


def _parts(slot: Slot) -> bool:
    if not (slot.left.endswith(" ") and slot.right.startswith(" ")):
        return False
    left, right = slot.left.rstrip(), slot.right.lstrip()
    if not left or not right:
        return False
    if bond(left, right) == PARTED:
        return True
    return _hangs(" ".join(left.split(" ")[-_WORDS:]), " ".join(right.split(" ")[:_WORDS]))


@lru_cache(1024)
def _hangs(left: str, right: str) -> bool:
    """Whether the word that follows is read as a verb or an adverb behind a complete word."""
    text = f"{left} {right}"
    tokens = kiwi().analyze(text)[0][0]
    before = [t for t in tokens if t.start < len(left)]
    after = [t for t in tokens if t.start >= len(left)]
    if not before or not after or after[0].start != len(left) + 1:
        return False
    return before[-1].tag in _COMPLETE and after[0].tag.startswith(_HANGING)
