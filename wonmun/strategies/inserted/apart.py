"""Whether a phrase parts a whole word from a verb or an adverb (`손목이 X 나가요`): no bare noun stands there.

Before a noun one may have stood (`정부는 X 공장을`), so that two places say little there; before a verb none did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.signals.bonds import parts

if TYPE_CHECKING:
    from wonmun.strategies.places.slots import Group, Slot


def parts_words(group: Group) -> bool:
    """Say whether a Korean phrase parts such words at one of its places at least."""
    return group.korean and any(_parts(s) for s in group.slots)


def _parts(slot: Slot) -> bool:
    return slot.left.endswith(" ") and slot.right.startswith(" ") and parts(slot.left.rstrip(), slot.right.lstrip())
