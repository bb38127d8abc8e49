"""What repeats on a page: strings that stand there twice or oftener and begin a word at least once.

Found by sorting the first 32 characters of every position (numpy, no suffix array: at the size of an article it is
faster, and it starts no threads) and reading the intervals of common prefixes off the order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from wonmun.view import View

LONGEST = 32
"""Code points that are compared; a longer repeat is cut there."""


def repeats(view: View) -> Iterator[tuple[int, int, list[int]]]:
    """Yield (a place, length, all places) of each right-maximal repeat that begins a word at least once."""
    positions = np.flatnonzero(view.letter)
    if len(positions) < 2:
        return
    windows = np.lib.stride_tricks.sliding_window_view(view.codes, LONGEST)[positions]
    keys = np.ascontiguousarray(windows).view(f"S{2 * LONGEST}").ravel()
    order = np.argsort(keys)
    ranked = windows[order]
    differs = ranked[1:] != ranked[:-1]
    common = np.where(differs.any(axis=1), differs.argmax(axis=1), LONGEST)
    places = positions[order]
    room = view.phrase_end[places] - places
    common = np.minimum(common, np.minimum(room[1:], room[:-1]))
    starts = np.concatenate(([0], np.cumsum(view.start[places])))
    yield from _intervals(common, places, starts)


def _intervals(
    common: NDArray[np.int64], places: NDArray[np.int64], starts: NDArray[np.int64]
) -> Iterator[tuple[int, int, list[int]]]:
    """Read the intervals off the common prefixes of neighbours, one length after the other."""
    alive = np.flatnonzero(common >= 2)
    listed = places.tolist()
    for length in range(2, LONGEST + 1):
        alive = alive[common[alive] >= length]
        if not len(alive):
            return
        gaps = np.flatnonzero(np.diff(alive) > 1)
        first = np.concatenate(([0], gaps + 1))
        exact = np.minimum.reduceat(common[alive], first) == length
        begin = alive[first]
        end = alive[np.concatenate((gaps, [len(alive) - 1]))] + 2
        exact &= starts[end] > starts[begin]
        exact &= (end - begin >= 3) | (length >= 3)
        for a, b in zip(begin[exact].tolist(), end[exact].tolist(), strict=True):
            yield listed[a], length, sorted(listed[a:b])
