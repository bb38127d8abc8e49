"""Where words that may have stood at a place stand already: beside it, or in its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.places.slots import Group

_SENTENCE = re.compile(r"[.?!] ")
_BESIDE = 12
"""Letters on either side within which a word stands beside a place."""


def beside(group: Group, names: Sequence[str]) -> tuple[Numbers, Numbers]:
    """Give names × places, twice: 1 where a name stands beside the place; 1 where it stands in its sentence.

    A sentence seldom says a word twice. Seen from outside in November 2026: the word that mostly stands beside a term
    was put in its place.
    """
    sides = [(_SENTENCE.split(s.left)[-1], _SENTENCE.split(s.right)[0]) for s in group.slots]
    close = [f"{left[-_BESIDE:]}\n{right[:_BESIDE]}" for left, right in sides]
    whole = ["\n".join(s) for s in sides]
    near, sentence = (np.array([[float(n in s) for s in texts] for n in names]) for texts in (close, whole))
    return near, sentence
