"""Whether a phrase's nouns are of the page's kind: 바카라 is near nothing that a report on a parliament speaks of.

Likenesses of single nouns come from a shipped table (`wonmun.language.senses`), so Kiwi is not asked.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from wonmun.language.senses import senses
from wonmun.language.words import korean_spans, korean_words
from wonmun.phrases.columns import firsts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

NAMES = ("affinity", "affinity_least", "affinity_middle", "affinity_round", "sensed")
"""How near its nouns are to the nearest of the page's other nouns (mean, least) · how near to their middle · how near
to the nouns round its places, for one that is not at home (the least) · nouns known, by word. Where none is known,
the first four are `USUAL`."""
SHARP = 5.0
"""How much the nearest count before the others: the mean of exp(5 · likeness) is taken."""
USUAL = (0.3, 0.28, 0.44, 0.28)
"""What the candidates of honest news have in the middle."""
FEWEST = 8
"""Nouns that a page must have to be of any kind."""
AT_HOME = 0.2
"""Nearness from which on a phrase is at home on the page, and what stands round its places is not asked."""
LEAST = 1e-6
"""Sums below this are what adding and taking away has left of nothing."""
ROUND = 40
"""Characters on either side of a place whose nouns stand round it."""
FEWEST_ROUND = 4
"""Nouns that must stand round its places to tell anything."""
FAR = 0.15
"""Mean nearness below which the phrase is said to be about something else."""


@dataclass(frozen=True)
class Company:
    """A text's nouns, one by one as they stand in it."""

    at: NDArray[np.int64]
    """Where the word begins that each belongs to, in code points."""
    nouns: NDArray[np.int64]
    """Their numbers in the table."""

    @cached_property
    def different(self) -> NDArray[np.int64]:
        """Each of them once, ascending."""
        ranked = np.sort(self.nouns)
        return ranked[firsts(ranked)]


@dataclass(frozen=True)
class Nouns:
    """The nouns of candidates in one row, sorted by owner, and which pairs of them belong to one candidate."""

    number: NDArray[np.int64]
    owner: NDArray[np.int64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    """Entries of the row: for each `left`, every different noun of its phrase once, itself too."""

    @cached_property
    def like(self) -> NDArray[np.float32]:
        """The exponential of the likeness of each pair."""
        vectors = senses().vectors
        pairs = np.einsum("ij,ij->i", vectors[self.number[self.left]], vectors[self.number[self.right]])
        powers: NDArray[np.float32] = np.exp(SHARP * pairs)
        return powers

    def own(self, values: NDArray[Any]) -> NDArray[np.float64]:
        """Add up a value of the pairs for each noun of the row."""
        sums: NDArray[np.float64] = np.bincount(self.left, values, len(self.number)).astype(np.float64)
        return sums


def measure(occ: Occurrences, which: NDArray[np.bool_] | None = None) -> NDArray[np.float64]:
    """One row a candidate, one column a name; zeros in other languages than Korean.

    Candidates beyond those of `which` get what the usual ones have.
    """
    if occ.batch.view.language.code != "ko":
        return np.zeros((occ.batch.size, len(NAMES)))
    rows = np.empty((occ.batch.size, len(NAMES)))
    rows[:] = (*USUAL, 0.0)
    if which is not None and not which.any():
        return rows
    mine = _nouns(occ, which)
    if not len(mine.number):
        return rows
    text = company(occ.batch.view.text)
    page = text.different
    if len(page) < FEWEST:
        return rows
    first = firsts(mine.owner)
    asked = mine.owner[first]
    count = np.bincount(mine.owner)[asked]
    vectors = senses().vectors
    middle = vectors[page].mean(axis=0)
    to_middle = vectors[mine.number] @ (middle / max(1e-6, math.sqrt(middle.dot(middle))))
    near = _near(mine, page)
    rows[asked, 0] = np.add.reduceat(near, first) / count
    rows[asked, 1] = np.minimum.reduceat(near, first)
    rows[asked, 2] = np.add.reduceat(to_middle, first) / count
    rows[asked, 3] = rows[asked, 1]
    rows[asked, 4] = count / occ.words.count[asked]
    strange = (rows[:, 1] < AT_HOME)[mine.owner]
    if strange.any():
        few = _paired(mine.number[strange].tolist(), mine.owner[strange].tolist())
        first = firsts(few.owner)
        rows[few.owner[first], 3] = np.minimum.reduceat(_near_places(occ, few, text, near[strange]), first)
    return rows


def affinity(text: str, word: str) -> float:
    """Tell how near a word's nouns are to the nearest other nouns of a text, as `measure` does; infinite if unknown."""
    whole, mine = senses(), senses().nouns(word)
    page = company(text).different
    if not mine or len(page) < FEWEST:
        return math.inf
    powers = np.exp(SHARP * (whole.vectors[mine] @ whole.vectors[page[(page[:, None] != mine).all(axis=1)]].T))
    return float(np.log(powers.mean(axis=1)).mean()) / SHARP


@lru_cache(2)
def company(text: str) -> Company:
    """List the nouns with which a text's words begin; the same text is asked about again for each lone phrase."""
    found = list(map(senses().begun, korean_words(text)))
    count = np.fromiter(map(len, found), np.int64, len(found))
    return Company(korean_spans(text)[0].repeat(count), np.fromiter(chain.from_iterable(found), np.int64))


def _nouns(occ: Occurrences, which: NDArray[np.bool_] | None) -> Nouns:
    """The nouns of the candidates named, mostly some ten of a page's hundred."""
    parts, phrases = senses().parts, occ.batch.phrases
    asked = range(len(phrases)) if which is None else np.flatnonzero(which).tolist()
    found = [(noun, index) for index in asked for word in phrases[index].split(" ") for noun in parts(word)]
    return _paired([noun for noun, _ in found], [index for _, index in found])


def _paired(number: list[int], owner: list[int]) -> Nouns:
    """The nouns of the row with their pairs, each candidate's sorted by noun: plain Python, a noun has hardly two."""
    left: list[int] = []
    right: list[int] = []
    begin = 0
    for owned in Counter(owner).values():
        end = begin + owned
        first = {number[at]: at for at in range(end - 1, begin - 1, -1)}
        once = [first[noun] for noun in sorted(first)]
        left += [at for at in range(begin, end) for _ in once]
        right += once * owned
        begin = end
    return Nouns(*(np.array(each, np.int64) for each in (number, owner, left, right)))


def _different(numbers: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each number once, ascending, and which of these stands at each place: `np.unique` at a quarter of its time."""
    ranked = np.sort(numbers)
    each = ranked[firsts(ranked)]
    return each, each.searchsorted(numbers)


def _crossed(owners: NDArray[np.int64], others: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pair each of the first with each of the others that has the same owner; the others are sorted by owner."""
    begin, end = others.searchsorted(owners), others.searchsorted(owners, "right")
    times = end - begin
    left = np.arange(len(owners)).repeat(times)
    return left, np.arange(len(left)) - (times.cumsum() - end).repeat(times)


def _near(mine: Nouns, page: NDArray[np.int64]) -> NDArray[np.float64]:
    """How near each noun of the row is to the page's nouns other than those of its own phrase."""
    vectors = senses().vectors
    each, entry = _different(mine.number)
    whole = np.exp(SHARP * (vectors[each] @ vectors[page].T)).sum(axis=1)[entry]
    there = (page[np.minimum(page.searchsorted(mine.number), len(page) - 1)] == mine.number)[mine.right]
    total, count = whole - mine.own(mine.like * there), len(page) - mine.own(there)
    near: NDArray[np.float64] = np.log(np.maximum(total, LEAST) / np.maximum(count, 1)) / SHARP
    return near


def _near_places(occ: Occurrences, mine: Nouns, text: Company, otherwise: NDArray[np.float64]) -> NDArray[np.float64]:
    """How near each noun is to those round the places of its phrase; `otherwise` where there are too few."""
    vectors = senses().vectors
    each, entry = _different(mine.number)
    left, place = _crossed(mine.owner, occ.batch.owner)
    begin, end = occ.batch.pos[place], occ.end[place]
    lows, highs = text.at.searchsorted((begin - ROUND, end)), text.at.searchsorted((begin, end + ROUND))
    powers = np.exp(SHARP * (vectors[each] @ vectors[text.nouns].T))
    whole = np.bincount(left, _sums(powers, entry[left], lows, highs), len(entry))
    owned = np.bincount(left, _sums(each[:, None] == text.nouns, entry[left], lows, highs), len(entry))[mine.right]
    total = whole - mine.own(mine.like * owned)
    count = np.bincount(left, (highs - lows).sum(axis=0), len(entry)) - mine.own(owned)
    near: NDArray[np.float64] = np.log(np.maximum(total, LEAST) / np.maximum(count, 1)) / SHARP
    return np.where(count < FEWEST_ROUND, otherwise, near)


def _sums(
    values: NDArray[Any], row: NDArray[np.int64], lows: NDArray[np.int64], highs: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Add up a row's values from each low to its high."""
    upto = np.zeros((len(values), values.shape[1] + 1), np.float32)
    np.cumsum(values, axis=1, out=upto[:, 1:])
    sums: NDArray[np.float64] = (upto[row, highs] - upto[row, lows]).sum(axis=0)
    return sums


def explain(occ: Occurrences, index: int) -> str:
    """Say that its nouns are far from all that the page speaks of."""
    phrase, text = occ.batch.phrases[index], occ.batch.view.text
    if occ.batch.view.language.code != "ko" or affinity(text, phrase) >= FAR:
        return ""
    return f"'{phrase}' is about nothing that the rest of the page speaks of"
