"""What repeats on a page: strings that stand there twice or oftener and begin a word at least once.

Found by sorting the first 32 characters of every position whose first two stand elsewhere, too, and begin a word there
or here (numpy, no suffix array: at the size of an article it is faster, and it starts no threads) and reading the
intervals of common prefixes off the order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from wonmun.phrases.view import View

LONGEST = 32
"""Code points that are compared; a longer repeat is cut there."""
SHORT = 2
"""The shortest repeat; one of so few must stand three times."""
_FACTOR, _BUCKETS = 2_654_435_761, 8192
"""Of the hash of two characters (Knuth's multiplier)."""


def repeats(view: View) -> Iterator[tuple[int, int, list[int]]]:
    """Yield (a place, length, all places) of each right-maximal repeat that begins a word at least once."""
    positions = _paired(view)
    if len(positions) < 2:
        return
    windows = view.codes[positions[:, None] + np.arange(LONGEST)]
    keys = windows.view(f"S{2 * LONGEST}").ravel()
    order = keys.argsort()
    ranked = windows.take(order, axis=0)
    differs = np.ones((len(ranked) - 1, LONGEST + 1), np.bool_)
    np.not_equal(ranked[1:], ranked[:-1], out=differs[:, :LONGEST])
    common = differs.argmax(axis=1)
    places = positions[order]
    room = view.phrase_end[places] - places
    common = np.minimum(common, np.minimum(room[1:], room[:-1]))
    starts = np.concatenate(([0], view.start[places].cumsum()))
    yield from _intervals(common, places, starts)


def _paired(view: View) -> NDArray[np.int64]:
    """Where a repeat may stand: the others need no sorting.

    Its first two characters begin a word somewhere, and stand elsewhere, too; where they do so only once more, the
    third one is the same there. All are told by hashes, which let through some that are not.
    """
    positions = np.flatnonzero(view.letter)
    codes = view.codes
    pair = codes[positions].astype(np.int64) * _FACTOR + codes[positions + 1]
    third = (pair * _FACTOR + codes[positions + 2]) & (_BUCKETS - 1)
    pair &= _BUCKETS - 1
    times = np.bincount(pair, minlength=_BUCKETS)
    begun = np.bincount(pair[view.start[positions]], minlength=_BUCKETS) > 0
    twice = (np.bincount(third, minlength=_BUCKETS) > 1)[third]
    few = times[pair]
    kept: NDArray[np.int64] = positions[begun[pair] & (few > 1) & ((few > SHORT) | twice)]
    return kept


def _intervals(
    common: NDArray[np.int64], places: NDArray[np.int64], starts: NDArray[np.int64]
) -> Iterator[tuple[int, int, list[int]]]:
    """Read the intervals off the common prefixes of neighbours, one length after the other."""
    listed, begun = places.tolist(), starts.tolist()
    kept = [
        found
        for found in _nested(common)
        if (found[0] > SHORT or found[2] - found[1] > SHORT) and begun[found[2]] > begun[found[1]]
    ]
    for length, begin, end in sorted(kept):
        yield listed[begin], length, sorted(listed[begin:end])


def _nested(common: NDArray[np.int64]) -> list[tuple[int, int, int]]:
    """Length, begin and end of each stretch whose members share that prefix.

    Plain Python: at the size of an article, some calls to numpy for each length take longer.
    """
    long = np.append(common >= SHORT, [False])
    long[1:] |= long[:-1]
    steps = np.flatnonzero(long)
    found: list[tuple[int, int, int]] = []
    waiting = [(0, 0)]
    top = 0
    for at, length in zip(steps.tolist(), np.append(common, 0)[steps].tolist(), strict=True):
        begin = at
        while length < top:
            top, begin = waiting.pop()
            found.append((top, begin, at + 1))
            top = waiting[-1][0]
        if length > top and length >= SHORT:
            waiting.append((length, begin))
            top = length
    return found
