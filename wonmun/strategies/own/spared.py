"""Whether a word that the page still has may be what was replaced elsewhere: then a commoner noun is no proof."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.particles import stems
from wonmun.strategies.own.reading import OWN_SCORE, Wide, readings

if TYPE_CHECKING:
    from wonmun.strategies.places.slots import Group

_VERBAL = re.compile(r"(?:하|했|된|되|한|할|적|다|고|며|서|면|지|게|있|없|는|해)$")
_SHARE, _LEAST, _MOST = 0.2, 2, 12
"""For each place, how often a word stands in the page at least that was replaced there and spared elsewhere; that many
times at least; and so many words are read."""
_WIDE = Wide(places=8, left=3, right=3)
_EVEN = 5.0
"""Most that one place speaks for or against a word."""
_AHEAD = 1.5
"""Log probability, the mean of all places, by which a term beats the words that were spared. Of 69 phrases, each over
one noun that read best, it leaves 43 of 51 right ones and 15 of 18 wrong ones."""


def another_spared(group: Group, term: str) -> bool:
    """Say whether a word that the page has still reads nearly as well as a term at the places of a phrase.

    A word of the page's subject is as likely there as any noun, however rare it is elsewhere: its own score is taken
    off whole. Seen from outside in November 2026: 나무 was put in 14 times for 가로수, which the page had 7 times more.
    """
    words = Counter(w for w in stems(group.rest) if len(w) >= _LEAST and not _VERBAL.search(w))
    least = max(_LEAST, _SHARE * len(group.slots))
    found = [
        w for w, n in words.most_common()
        if n >= least and w not in term and term not in w and not group.misfits(w) and w not in group.phrase
    ][:_MOST]  # fmt: skip
    if not found:
        return False
    plain, own = readings(group.slots, [term, *found], _WIDE)
    scores = plain - (plain - own) / OWN_SCORE
    return bool(np.clip(scores[0] - scores[1:], -1.5 * _EVEN, _EVEN).mean(1).min() < _AHEAD)
