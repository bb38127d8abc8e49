"""Insertions outside Korean: by the words around all places, and by the weights of the language, which read them."""

from __future__ import annotations

import re
from math import exp
from typing import TYPE_CHECKING

from wonmun.strategies import closing, closing_chinese, unspaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.strategies.slots import Group, Slot

_NEARLY = -2.0
"""`Place.put_in` from which on deleting is offered."""
HALF = 0.5
"""Most that can be said of a phrase whose end was not found, or that a sentence cannot do without."""
_SHARED = 2
"""Letters in common beside all places that are no accident."""
_MANY = 3
"""At so many places the same single letter behind the phrase is no accident either (바둑 for 바둑이)."""
_LETTER = re.compile("[가-힣]")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_BEGINNING = re.compile(r"(?:^|[.?!][\"'”’)]?) ?$")
_ANEW = re.compile(r" [A-Z]")
_RESTARTED, _SAID = 0.95, 0.9
"""Where sentences begin anew behind all of several places; where words or weights are sure."""
_GOES_ON = re.compile(r" [가-힣A-Za-z0-9]")


def chance(group: Group, logit: float | None) -> float:
    """Probability by the weights of the language, which read the sentences when the phrase was found.

    In Japanese standing before sentences says it, too, unless those weights speak against it.
    """
    if len(group.slots) > 1 and all(_restarts(group, s) for s in group.slots):
        return HALF if cut_short(group) else _RESTARTED
    closed = _closes(group)
    if closed is not None:
        return _SAID if closed and not cut_short(group) else min(_read(group, logit), HALF)
    return _read(group, logit)


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


def cut_short(group: Group) -> bool:
    """Say whether the same word follows at all of many places, or stands beside them all and nowhere else.

    Then the phrase goes on there.
    """
    rights, lefts = [s.right for s in group.slots], [s.left.rstrip()[::-1] for s in group.slots]
    after, before = _shared(rights).strip(), _LETTERS.match(_shared(lefts))
    if len(rights) >= _MANY and (_LETTER.match(_shared(rights)) or len(after) >= _SHARED):
        return True
    return len(rights) > 1 and (
        (len(after) >= _SHARED and group.rest.count(after) <= len(rights))
        or (before is not None and group.rest.count(before.group()[::-1]) <= len(rights))
    )


def _shared(texts: Sequence[str]) -> str:
    """Give what all texts begin with."""
    low, high = min(texts), max(texts)
    return next((low[:i] for i, c in enumerate(low) if high[i : i + 1] != c), low)


def begins_bare(group: Group) -> bool:
    """Say whether a sentence goes on with a blank after the phrase that it begins with (“X 씨는 말했다”).

    What is put before a sentence is glued to it, or the sentence begins anew (“casino The minister”), and what is put
    between two words begins none.
    """
    return any(_BEGINNING.search(s.left) and _GOES_ON.match(s.right) and not _restarts(group, s) for s in group.slots)


def _restarts(group: Group, slot: Slot) -> bool:
    """Say whether the phrase opens a sentence in small letters, and one begins behind its blank with a capital."""
    return group.phrase[0].islower() and bool(_BEGINNING.search(slot.left)) and bool(_ANEW.match(slot.right))
