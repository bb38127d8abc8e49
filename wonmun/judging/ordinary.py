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
from wonmun.phrases.marks import FULL_STOPS, QUOTES, STOPS
from wonmun.phrases.view import BREAK, SPACE
from wonmun.scripts import table_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.language.finder import Finder

MANY = 8
"""Counted genuine articles that each of its words stands in. Of 86,600 candidates of 5,900 texts, honest and injected,
30 of 100 are such (of news 49), and of 6,389 that were suspicious when they were read, or nearly so, none is."""
SEVERAL = 2
"""So many are enough for one word that neither runs into a clause where a sentence begins nor always stands between two
words. Of what was left of news 23 of 100 are such. Of 6,041 phrases in the end suspicious or injected on 9,055 pages,
one is, on a page with few candidates, where none are told apart (논산시, put between words); without the two conditions
7 are. Phrases of several words are put there of commoner ones, too."""
FEWEST = 30
"""Candidates from which on a page's are told apart. Among few an ordinary one may be the best rival of another, which
is part of what that one scores (`ahead`): of 3,312 doubtful windows with fewer 70, of 449 with as many 3."""
_SELDOM, _OFTEN = 1, 2
_CLOSED, _OPEN = table_of("은을이과으"), table_of("는를가와로라란나며랑든")
"""First letters of particles behind a final consonant, and behind a vowel; 이다, which fits any, is taken for one."""
_PARTICLES = _CLOSED | _OPEN | table_of("의에도만까부보처들인")
"""First letters of particles."""
_VOWELS, _RIEUL, _CONSONANTS = (
    table_of("".join(chr(0xAC00 + 28 * k + final) for k in range(399) for final in finals))
    for finals in ([0], [8], range(1, 28))
)
"""Syllables by how they end; how other letters sound is not asked."""


def told_apart(batch: Batch) -> Batch:
    """Give the candidates without the ordinary ones and their places; all where they are few or not Korean."""
    if batch.view.language.code != "ko" or batch.size < FEWEST:
        return batch
    used = np.fromiter(map(ordinary().__getitem__, batch.phrases), np.int64, batch.size)
    if not used.any():
        return batch
    kept = used == 0
    ends = batch.pos + np.fromiter(map(len, batch.phrases), np.int64, batch.size)[batch.owner]
    kept[batch.owner[_misfits(batch, ends)]] = True
    kept |= (used == _SELDOM) & _put_in(batch, ends)
    if kept.all():
        return batch
    there = kept[batch.owner]
    phrases = [phrase for phrase, keep in zip(batch.phrases, kept.tolist(), strict=True) if keep]
    return Batch(batch.view, phrases, (kept.cumsum() - 1)[batch.owner[there]], batch.pos[there])


@cache
def ordinary() -> Kept[int]:
    """Whether a phrase is made of words that many genuine articles use (`_OFTEN`), or is one that some do (`_SELDOM`).

    0 of others, and of those in which a word that spam lives on stands, or over two of their words.
    """
    return Kept(_ordinary)


def _ordinary(phrase: str) -> int:
    korean, used, least = language("ko"), _OFTEN, MANY if " " in phrase else SEVERAL
    for word in phrase.split(" "):  # no generator: its start takes longer than the one word that most are
        articles = korean.spread(word)
        if articles < least:
            return 0
        if articles < MANY:
            used = _SELDOM
    finders, pairs = _spam()
    plain = pairs.isdisjoint(map(add, phrase, phrase[1:])) or not any(each.search(phrase) for each in finders)
    return used if plain else 0


@cache
def _spam() -> tuple[tuple[Finder, ...], frozenset[str]]:
    """What seeks the words that spam lives on, and the first two letters of all these: none stands in most phrases."""
    lexicon = language("ko").lexicon
    finders = lexicon.phrase_any, lexicon.phrase_spam, companions("ko").pattern
    assert all(finder.pairs for finder in finders)
    return finders, frozenset[str]().union(*(finder.pairs for finder in finders))


def _misfits(batch: Batch, ends: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Places whose next letter may begin a particle that does not fit the last sound; a few too many."""
    codes = batch.view.codes
    last, after = codes[ends - 1], codes[ends]
    open_ones = _OPEN[after] & ~_VOWELS[last]
    open_ones &= (after != ord("로")) | ~_RIEUL[last]
    misfits: NDArray[np.bool_] = (_CLOSED[after] & ~_CONSONANTS[last]) | open_ones
    return misfits


def _put_in(batch: Batch, ends: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Candidates that stand between two words everywhere, or run into what follows where a sentence begins."""
    codes, letter = batch.view.codes, batch.view.letter
    before, earlier, after = codes[batch.pos - 1], codes[batch.pos - 2], codes[ends]
    between = (before == SPACE) & (after == SPACE) & letter[ends + 1]
    begins = (batch.pos == 0) | (before == BREAK) | FULL_STOPS[before]
    begins |= (before == SPACE) & (STOPS[earlier] | (earlier == BREAK))
    runs_on = begins & ((letter[ends] & ~_PARTICLES[after]) | QUOTES[after])
    put_in: NDArray[np.bool_] = np.bincount(batch.owner[~between], minlength=batch.size) == 0
    put_in[batch.owner[runs_on]] = True
    return put_in
