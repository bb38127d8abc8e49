"""Which of the commonest nouns are thought of at a phrase's places: by the words before them, and by the page's own."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from math import log1p, sqrt
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.followers import NOUNS, followers
from wonmun.language.kiwi import kiwi
from wonmun.language.senses import senses
from wonmun.strategies.particles import final_sound, stems

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers
    from wonmun.strategies.slots import Group

RIVALS = 12_000
"""Nouns that are thought of, of the table of senses, whose first are the commonest."""
_TAGS = frozenset({"NNG", "NNP"})
_ASKED, _PREDICTED, _WORDS_BEFORE = 8, 3000, 4
"""Different surroundings that predictions are asked for, morphemes at each, and words that are shown."""
_FLOOR = 9.0
"""Log probability behind the likeliest noun's at which the rest of the nouns count."""
_AKIN, _WORDS = 5, 40
"""A noun is as near to the page as to the nearest of its most frequent words, so many of them."""
_THOUGHT, _CALLED = 6.0, 1.2
"""What nearness (-1..1) to the page's words and what they call for counts, in log probabilities. Of 114 nouns that
stood there, .74 are thought of, .53 by nearness alone."""
_MISFITTING = 0.15
"""Share of the particles that may speak against a noun."""
_READ = 100
"""Nouns that are thought of."""


def near(group: Group) -> Numbers:
    """Give how near (-1..1) each of the commonest nouns is to the page's most frequent words."""
    table = senses()
    words = Counter(w for w in stems(group.rest) if w in table.place)
    places = [table.place[w] for w, _ in words.most_common(_WORDS)]
    if not places:
        return np.zeros(RIVALS)
    alike = table.vectors[:RIVALS] @ table.vectors[places].T
    found: Numbers = np.sort(alike, 1)[:, -_AKIN:].mean(1)
    return found


def called_for(group: Group) -> Numbers:
    """Give how much the page's most frequent words call for each of the commonest nouns, beyond the half of them."""
    table, words = senses(), Counter[int]()
    for word in stems(group.rest):
        words.update([table.place[word]] if word in table.place else table.begun(word))
    most = [(n, times) for n, times in words.most_common() if n < NOUNS][:_WORDS]
    found = followers().called_for({n: log1p(times) / sqrt(len(most)) for n, times in most})
    above: Numbers = found - np.median(found)
    return above


def thought_of(group: Group, close: Numbers, called: Numbers) -> list[str]:
    """Give the nouns that language expects at the places and that the page speaks for, likeliest first."""
    befores = [b for b in dict.fromkeys(_before(s.left) for s in group.slots) if len(b) >= 2]
    befores = befores[:: max(1, len(befores) // _ASKED)][:_ASKED]
    scores = (
        _THOUGHT * close
        + _CALLED * np.pad(called, (0, RIVALS - NOUNS))
        + sum((_chances(b) for b in befores), np.zeros(RIVALS)) / max(1, len(befores))
    )
    asked = [d for d in (s.demand for s in group.slots) if d is not None]
    against = sum((_misfits(d) for d in asked), np.zeros(RIVALS))
    scores[against > _MISFITTING * len(asked)] = -np.inf
    names = senses().names
    return [names[n] for n in np.argsort(-scores)[:_READ].tolist() if np.isfinite(scores[n])]


@lru_cache(maxsize=16)
def _misfits(sounds: frozenset[str]) -> Numbers:
    """Say of the commonest nouns which ones a particle that asks for these last sounds does not follow."""
    found = [final_sound(n) for n in senses().names[:RIVALS]]
    return np.array([float(s is not None and s not in sounds) for s in found])


def _before(left: str) -> str:
    return " ".join(left.rsplit(". ", 1)[-1].split(" ")[-_WORDS_BEFORE:]).strip()


@lru_cache(maxsize=64)
def _chances(before: str) -> Numbers:
    """Give the log probability of each of the commonest nouns after some words."""
    place = senses().place
    found = np.full(RIVALS, -np.inf)
    for m in kiwi().predict_next_morpheme(before, top_n=_PREDICTED):
        number = place.get(m.form, RIVALS) if m.tag in _TAGS else RIVALS
        if number < RIVALS:
            found[number] = max(found[number], m.score)
    best = found.max()
    return np.maximum(found, best - _FLOOR) if np.isfinite(best) else np.zeros(RIVALS)
