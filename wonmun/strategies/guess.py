"""Without a genuine copy: what the page itself, related coverage and language say of one phrase's places, decided together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wonmun.model import Correction
from wonmun.strategies import compound, gloss

if TYPE_CHECKING:
    from wonmun.strategies.slots import Group

_GLOSSED = 0.97
_SPREAD = 0.96
_LEAST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Guess:
    """What is proposed for one place: the correction to make (None: abstain) and the best proposals."""

    made: Correction | None = None
    ranked: tuple[Correction, ...] = ()


def guesses(group: Group) -> tuple[Guess, ...]:
    """Answer for every place of a group, in order."""
    read = [gloss.read(slot, (gloss.shipped(),)) for slot in group.slots]
    votes: Counter[str] = Counter()
    for found in read:
        if found:
            best = max(found, key=lambda v: (found[v], v))
            if found[best] >= 0.5:
                votes[best] += 1
    if len(votes) != 1:
        return tuple(Guess() for _ in group.slots)
    value = next(iter(votes))
    compounds = [compound.read(slot) for slot in group.slots]
    agree, against = sum(value in c for c in compounds), sum(bool(c) and value not in c for c in compounds)
    spread = len(group.slots) >= _LEAST_PLACES and not group.misfits(value) and not against
    out = []
    for slot, found in zip(group.slots, read, strict=True):
        if value in found:
            term = slot.left.split("(")[-2].split()[-1] if "(" in slot.left else ""
            out.append(Guess(Correction(value, _GLOSSED, "gloss", f"“{term}(…)” stands for {value}")))
        elif spread:
            why = f"the page glosses this phrase as {value} at another place" + (
                f", and {agree} compounds agree" if agree else ""
            )
            out.append(Guess(Correction(value, _SPREAD, "gloss", why)))
        else:
            out.append(
                Guess(None, (Correction(value, 0.5, "gloss", "the page glosses it so at another place"),))
            )
    return tuple(out)
