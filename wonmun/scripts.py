"""Classes of letters by their UTF-16 code units, as one table to look them up in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Ranges = Iterable[tuple[int, int]]


def classes(groups: Iterable[Ranges]) -> NDArray[np.int8]:
    """For each UTF-16 code unit the number, from 1, of the group whose ranges (first, last) hold it; else 0."""
    table = np.zeros(65536, np.int8)
    for number, ranges in enumerate(groups, 1):
        for first, last in ranges:
            table[first : last + 1] = number
    return table


def table_of(characters: str) -> NDArray[np.bool_]:
    """Which code units of the basic plane are among these characters."""
    table = np.zeros(65536, np.bool_)
    table[[ord(c) for c in characters]] = True
    return table
