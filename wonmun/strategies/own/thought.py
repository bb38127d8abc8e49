"""Which of the commonest nouns are thought of at a phrase's places: by the words before them, and by the page's own."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from math import log1p, sqrt
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.followers import NOUNS, followers
from wonmun.language.kiwi import kiwi
from wonmun.language.particles import final_sound, stems
from wonmun.language.senses import senses

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers
    from wonmun.strategies.places.slots import Group

RIVALS = 12_000
"""Nouns that are thought of, of the table of senses, whose first are the commonest."""
_TAGS = frozenset({"NNG", "NNP"})
_ASKED, _PREDICTED, _WORDS_BEFORE = 6, 3000, 4
"""Different surroundings that predictions are asked for, morphemes at each, and words that are shown."""
_FLOOR = 9.0
"""Log probability behind the likeliest noun's at which the rest of the nouns count."""
_AKIN, _WORDS = 5, 40
"""A noun is as near to the page as to the nearest of its most frequent words, so many of them."""
_MISFITTING = 0.15
"""Share of the particles that may speak against a noun."""
_TOLD = 80
"""Words of the page, its most frequent ones, that call for nouns and that nouns are near to."""
ASPECTS = ("near", "like", "followed", "following", "expected", "rarer", "misfitting", "times", "present")
"""What a noun is thought of by: nearness (-1..1) to the page's nearest words, and to all of them, how much it follows
them and they follow it, its log probability behind the words before the places, log of its number in the table, whether
particles speak against it, and how often it stands in the page still."""


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
    words = _nouns(group)
    most = [(n, times) for n, times in words.most_common() if n < NOUNS][:_WORDS]
    found = followers().called_for({n: log1p(times) / sqrt(len(most)) for n, times in most})
    above: Numbers = found - np.median(found)
    return above


def _nouns(group: Group) -> Counter[int]:
    """Count the page's nouns, by number: its words, or what they begin with."""
    table, words = senses(), Counter[int]()
    for word in stems(group.rest):
        words.update([table.place[word]] if word in table.place else table.begun(word))
    return words


def aspects(group: Group) -> Numbers:
    """Measure the commonest nouns × `ASPECTS`."""
    table, words = senses(), _nouns(group)
    most = words.most_common(_TOLD)
    numbers, weights = [n for n, _ in most], np.log1p([times for _, times in most])
    alike = table.vectors[:RIVALS] @ table.vectors[numbers].T if most else np.zeros((RIVALS, 1))
    given = np.zeros(NOUNS)
    for number, weight in zip(numbers, weights.tolist(), strict=True):
        if number < NOUNS:
            given[number] = weight
    followed, following = followers().both(given / max(1e-6, float(np.linalg.norm(given))))
    asked = [d for d in (s.demand for s in group.slots) if d is not None]
    against = sum((_misfits(d) for d in asked), np.zeros(RIVALS))
    present = np.zeros(RIVALS)
    for number, times in words.items():
        if number < RIVALS:
            present[number] = log1p(times)
    return np.column_stack([
        np.sort(alike, 1)[:, -_AKIN:].mean(1), alike @ weights / weights.sum() if most else np.zeros(RIVALS),
        np.pad(followed, (0, RIVALS - NOUNS)), np.pad(following, (0, RIVALS - NOUNS)), _expected(group),
        np.log1p(np.arange(RIVALS)), against > _MISFITTING * max(1, len(asked)), present, present > 0,
    ])  # fmt: skip


def _expected(group: Group) -> Numbers:
    """Give the mean log probability of the nouns behind the words before the places, less the likeliest noun's."""
    befores = [b for b in dict.fromkeys(_before(s.left) for s in group.slots) if len(b) >= 2]
    befores = befores[:: max(1, len(befores) // _ASKED)][:_ASKED]
    if not befores:
        return np.zeros(RIVALS)
    found: Numbers = np.mean([_chances(b) for b in befores], 0)
    return found


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
    return np.maximum(found - best, -_FLOOR) if np.isfinite(best) else np.zeros(RIVALS)
