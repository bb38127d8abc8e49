"""Insertions outside Korean: by the words around all places, and by the weights of the language, which read them."""

from __future__ import annotations

import re
from math import exp
from typing import TYPE_CHECKING

from wonmun.language.load import counts
from wonmun.strategies.inserted import closing, closing_chinese, unspaced
from wonmun.strategies.inserted.against import HALF, begins_bare, cut_short, restarts

if TYPE_CHECKING:
    from wonmun.strategies.places.slots import Group

_NEARLY = -2.0
"""`Place.put_in` from which on deleting is offered."""
_RESTARTED, _SAID = 0.95, 0.9
"""Where sentences begin anew behind all of several places; where words or weights are sure."""
_USUAL, _RAREST = 450, 999
"""Rarity (hundredths) of a word that opens sentences, and of one that nobody knows: names stand so behind titles."""
_FIRST = re.compile(r"\w+")


def chance(group: Group, logit: float | None) -> float:
    """Probability by the weights of the language, which read the sentences when the phrase was found.

    In Japanese standing before sentences says it, too, unless those weights speak against it.
    """
    if len(group.slots) > 1 and all(restarts(group, s) for s in group.slots):
        return _RESTARTED if _opens(group) and not cut_short(group) else HALF
    closed = _closes(group)
    if closed is not None:
        return _SAID if closed and not cut_short(group) else min(_read(group, logit), HALF)
    return _read(group, logit)


def _opens(group: Group) -> bool:
    """Whether a word that people use often opens one of the sentences behind the phrase: no `Bupati Sumenep, …`."""
    known = counts(closing.tongue(group.rest) or "en", "frequency.txt")
    words = [found.group().lower() for s in group.slots if (found := _FIRST.search(s.right))]
    return any(known.get(word, _RAREST) < _USUAL for word in words)


def _closes(group: Group) -> bool | None:
    """Whether the sentences close without the phrase at all its places, by the words around; None: they do not tell."""
    if not unspaced.written(group):
        return closing.closes(group)
    if unspaced.japanese(group):
        return False if unspaced.before_particle(group) else None
    return closing_chinese.closes(group)


def _read(group: Group, logit: float | None) -> float:
    """Probability by the weights alone."""
    if logit is None:
        return unspaced.before_sentences(group)
    if logit < _NEARLY:
        return 0.0
    if logit >= 0:
        return HALF if cut_short(group) or begins_bare(group) or unspaced.with_particle(group) else _SAID
    return max(1 / (1 + exp(-logit)), unspaced.before_sentences(group))
