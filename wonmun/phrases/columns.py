"""Rows of what is measured: words of candidates, what follows occurrences, columns side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from wonmun.language.base import Tail


@dataclass(frozen=True)
class Words:
    """The words of all candidates in one row: word k of the row is `known[index[k]]`."""

    known: list[str]
    """Each different word once."""
    index: NDArray[np.int64]
    first: NDArray[np.int64]
    """Where in the row each candidate's words begin."""
    count: NDArray[np.int64]
    """How many words each candidate has."""

    def over(self, ufunc: np.ufunc, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Reduce values of the row's words to one for each candidate."""
        reduced: NDArray[np.float64] = ufunc.reduceat(values, self.first)
        return reduced


@dataclass(frozen=True)
class Tails:
    """What follows the occurrences: occurrence k is followed by `known[index[k]]`."""

    known: list[Tail]
    """One for each different row of letters."""
    index: NDArray[np.int64]

    def at(self, occurrence: int) -> Tail:
        """What follows one of them."""
        return self.known[int(self.index[occurrence])]

    def each(self, measure: Callable[[Tail], int]) -> NDArray[np.int64]:
        """A number for every occurrence."""
        numbers: NDArray[np.int64] = np.array([measure(t) for t in self.known], np.int64)[self.index]
        return numbers


def table(columns: Sequence[NDArray[Any]]) -> NDArray[np.float64]:
    """Columns of equal length side by side, as numpy's `column_stack` does at three times the cost."""
    rows = np.empty((len(columns[0]), len(columns)))
    for number, column in enumerate(columns):
        rows[:, number] = column
    return rows


def firsts(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where another value begins than stood before."""
    new = np.empty(len(values), np.bool_)
    new[:1] = True
    np.not_equal(values[1:], values[:-1], out=new[1:])
    found: NDArray[np.int64] = new.nonzero()[0]  # without what numpy's functions add to a method's time
    return found
