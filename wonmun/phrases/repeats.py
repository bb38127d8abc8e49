"""What repeats on a page: strings that stand there twice or oftener and begin a word at least once.

Found by sorting the first 32 characters of every position whose first two stand elsewhere, too, and begin a word there
or here (numpy, no suffix array: at the size of an article it is faster, and it starts no threads) and reading the
intervals of common prefixes off the order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from wonmun.phrases.view import SPACE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.view import View

LONGEST = 32
"""Code points that are compared; a longer repeat is cut there."""
SHORT = 2
"""The shortest repeat; one of so few must stand three times."""
_FACTOR, _BUCKETS = 2_654_435_761, 8192
"""Of the hash of two characters (Knuth's multiplier)."""
_PLACES = 20
_PLACE = (1 << _PLACES) - 1
"""Bits of a place in a text, and those set; windows are far shorter."""


class Repeats(NamedTuple):
    """Repeats, shorter ones first, and all their places flat: place k belongs to repeat `owner[k]`."""

    size: NDArray[np.int64]
    owner: NDArray[np.int64]
    pos: NDArray[np.int64]
    """Ascending for each repeat."""


def repeats(view: View) -> Repeats:
    """Give each right-maximal repeat that begins a word at least once, without a blank at its end."""
    positions = _paired(view)
    if len(positions) < 2:
        nothing = np.zeros(0, np.int64)
        return Repeats(nothing, nothing, nothing)
    keys = np.ndarray(len(view.codes) - LONGEST, f"S{2 * LONGEST}", view.codes, strides=view.codes.strides)[positions]
    order = keys.argsort()
    ranked = keys[order].view(np.uint16).reshape(-1, LONGEST)
    differs = np.ones((len(ranked) - 1, LONGEST + 1), np.bool_)
    np.not_equal(ranked[1:], ranked[:-1], out=differs[:, :LONGEST])
    common = differs.argmax(axis=1)
    places = positions[order]
    room = view.phrase_end[places] - places
    common = np.minimum(common, np.minimum(room[1:], room[:-1]))
    return _listed(view, places, _nested(common))


def _paired(view: View) -> NDArray[np.int64]:
    """Where a repeat may stand: the others need no sorting.

    Its first two characters begin a word somewhere, and stand elsewhere, too; where they do so only once more, the
    third one is the same there. All are told by hashes, which let through some that are not.
    """
    positions = view.letter.nonzero()[0]
    codes = view.codes
    pair = codes[positions].astype(np.int64) * _FACTOR + codes[positions + 1]
    third = (pair * _FACTOR + codes[positions + 2]) & (_BUCKETS - 1)
    pair &= _BUCKETS - 1
    begun = np.zeros(_BUCKETS, np.bool_)
    begun[pair[view.start[positions]]] = True
    few = np.bincount(pair, minlength=_BUCKETS)[pair]
    twice = np.bincount(third, minlength=_BUCKETS)[third] > 1
    kept: NDArray[np.int64] = positions[begun[pair] & (few > 1) & ((few > SHORT) | twice)]
    return kept


def _listed(view: View, places: NDArray[np.int64], nested: NDArray[np.int64]) -> Repeats:
    """Intervals of ranked places as repeats, but for those that begin no word."""
    size, begin, end = nested >> 2 * _PLACES, nested >> _PLACES & _PLACE, nested & _PLACE
    begun = np.zeros(len(places) + 1, np.int64)
    view.start[places].cumsum(out=begun[1:])
    kept = ((size > SHORT) | (end - begin > SHORT)) & (begun[end] > begun[begin])
    size, begin, end, keys = size[kept], begin[kept], end[kept], nested[kept] >> _PLACES
    if (blank := view.codes[places[begin] + size - 1] == SPACE).any():
        # what ends in a blank is the repeat without it, and that one is here already where it stands elsewhere, too
        within = np.maximum(keys.searchsorted(keys - (1 << _PLACES), "right") - 1, 0)
        mine = ~(blank & (size[within] == size - 1) & (end[within] >= end) & (begin[within] <= begin))
        size, begin, end = (size - blank)[mine], begin[mine], end[mine]
    times = end - begin
    owner = np.arange(len(size)).repeat(times)
    ranks = np.arange(len(owner)) + (begin - times.cumsum() + times)[owner]
    keys = (owner << _PLACES) + places[ranks]
    keys.sort()
    return Repeats(size, owner, keys & _PLACE)


def _nested(common: NDArray[np.int64]) -> NDArray[np.int64]:
    """Length, begin and end of each stretch whose members share that prefix, in one number each, ascending.

    Plain Python: at the size of an article, some calls to numpy for each length take longer.
    """
    lengths = np.zeros(len(common) + 1, np.int64)
    lengths[:-1] = np.where(common >= SHORT, common, 0)
    long = lengths > 0
    long[1:] |= long[:-1]
    steps = long.nonzero()[0]
    found: list[int] = []
    waiting = [0]
    one = top = 0
    for at, length in zip(steps.tolist(), lengths[steps].tolist(), strict=True):
        if length > top:
            waiting.append(length << _PLACES | at)
            top = length
        elif length < top:
            while length < top:
                one = waiting.pop()
                found.append(one << _PLACES | at + 1)
                top = waiting[-1] >> _PLACES
            if length > top:
                waiting.append(length << _PLACES | one & _PLACE)
                top = length
    nested = np.array(found, np.int64)
    nested.sort()
    return nested
