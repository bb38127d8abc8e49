"""Candidates of which nothing can come: ordinary words that stand as words do, with the particles that fit them.

Half of what repeats in Korean news is such (`정부`, `지난해`). What is dear to measure is measured of the others only.
"""

from __future__ import annotations

from functools import cache
from operator import add
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.companions import companions
from wonmun.language.kept import Kept
from wonmun.language.load import language
from wonmun.phrases.candidates import Batch
from wonmun.scripts import table_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.language.finder import Finder

MANY = 8
"""Counted genuine articles that each of its words stands in. Of 86,600 candidates of 5,900 texts, honest and injected,
30 of 100 are such (of news 49), and of 6,389 that were suspicious when they were read, or nearly so, none is."""
FEWEST = 30
"""Candidates from which on a page's are told apart. Among few an ordinary one may be the best rival of another, which
is part of what that one scores (`ahead`): of 3,312 doubtful windows with fewer 70, of 449 with as many 3."""
_CLOSED, _OPEN = table_of("은을이과으"), table_of("는를가와로라란나며랑든")
"""First letters of particles behind a final consonant, and behind a vowel; 이다, which fits any, is taken for one."""
_VOWELS, _RIEUL, _CONSONANTS = (
    table_of("".join(chr(0xAC00 + 28 * k + final) for k in range(399) for final in finals))
    for finals in ([0], [8], range(1, 28))
)
"""Syllables by how they end; how other letters sound is not asked."""


def told_apart(batch: Batch) -> Batch:
    """Give the candidates without the ordinary ones and their places; all where they are few or not Korean."""
    if batch.view.language.code != "ko" or batch.size < FEWEST:
        return batch
    common = _common(batch.phrases)
    if not common:
        return batch
    kept = np.ones(batch.size, np.bool_)
    kept[common] = False
    kept[batch.owner[_misfits(batch)]] = True
    if kept.all():
        return batch
    there = kept[batch.owner]
    phrases = [phrase for phrase, keep in zip(batch.phrases, kept.tolist(), strict=True) if keep]
    return Batch(batch.view, phrases, (kept.cumsum() - 1)[batch.owner[there]], batch.pos[there])


def _common(phrases: list[str]) -> list[int]:
    """Which candidates are made of words that many genuine articles use, none of them a word that spam lives on."""
    plain = ordinary().__getitem__
    return [n for n, phrase in enumerate(phrases) if plain(phrase)]


@cache
def ordinary() -> Kept[bool]:
    """Whether a phrase is made of such words, and no word of spam stands in it, nor over two of them."""
    return Kept(_ordinary)


def _ordinary(phrase: str) -> bool:
    korean = language("ko")
    for word in phrase.split(" "):  # no generator: its start takes longer than the one word that most are
        if korean.spread(word) < MANY:
            return False
    finders, pairs = _spam()
    return pairs.isdisjoint(map(add, phrase, phrase[1:])) or not any(each.search(phrase) for each in finders)


@cache
def _spam() -> tuple[tuple[Finder, ...], frozenset[str]]:
    """What seeks the words that spam lives on, and the first two letters of all these: none stands in most phrases."""
    lexicon = language("ko").lexicon
    finders = lexicon.phrase_any, lexicon.phrase_spam, companions("ko").pattern
    assert all(finder.pairs for finder in finders)
    return finders, frozenset[str]().union(*(finder.pairs for finder in finders))


def _misfits(batch: Batch) -> NDArray[np.bool_]:
    """Places whose next letter may begin a particle that does not fit the last sound; a few too many."""
    codes, lengths = batch.view.codes, np.fromiter(map(len, batch.phrases), np.int64, batch.size)
    end = batch.pos + lengths[batch.owner]
    last, after = codes[end - 1], codes[end]
    open_ones = _OPEN[after] & ~_VOWELS[last]
    open_ones &= (after != ord("로")) | ~_RIEUL[last]
    misfits: NDArray[np.bool_] = (_CLOSED[after] & ~_CONSONANTS[last]) | open_ones
    return misfits
