"""What the page's own head shows at some places of a phrase, at the others: one word, or of two the one that fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.language.particles import final_sound

if TYPE_CHECKING:
    from wonmun.strategies.places.slots import Group, Slot

SURE = 0.97
TWO = -2.0
"""Logit of two terms up to which the only word that is shown stands everywhere. Of 273 places of copies whose
description was left alone 3 had another one; between -2 and 0, of 345 places 31."""
_PAIR = 2


def spread(group: Group, two: float) -> list[str]:
    """Give the word of each place; "" where it is not known.

    Of two words that are shown, a particle tells which one stands before it: right at 123 of 124 places, while
    readings were wrong at one in four.
    """
    words, slots = group.shown, group.slots
    if not group.korean:
        return [""] * len(slots)
    if len(words) == 1 and two <= TWO and not group.misfits(words[0]):
        return [words[0]] * len(slots)
    if len(words) == _PAIR:
        return [_only(s, words) for s in slots]
    return [""] * len(slots)


def _only(slot: Slot, words: tuple[str, ...]) -> str:
    """Give the one of several words that stands before a place's particle; "" where there are none or several."""
    asked = slot.demand
    fitting = [w for w in words if asked is not None and final_sound(w) in asked]
    return fitting[0] if len(fitting) == 1 else ""
