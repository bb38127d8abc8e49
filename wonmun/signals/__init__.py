"""What speaks for or against a candidate, one measurement a file.

A signal has NAMES, `measure(occurrences)` (one row a candidate, one column a name) and `explain(occurrences, index)`
(a sentence for people, or ""). None of them decides: `verdict` weighs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np

from wonmun.signals import (
    bonds,
    counting,
    fluency,
    gluing,
    heading,
    junctions,
    lexicon,
    particles,
    quoting,
    rarity,
    repetition,
    senses,
    slots,
    topic,
    trade,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked


class SignalModule(Protocol):
    """What each file here offers."""

    @property
    def NAMES(self) -> tuple[str, ...]:  # noqa: N802 - modules write their constants so
        """What the columns are called."""
        ...

    def measure(self, occ: Occurrences) -> NDArray[np.float64]:
        """One row a candidate, one column a name."""
        ...

    def explain(self, occ: Occurrences, index: int) -> str:
        """Say what is odd, or ""."""
        ...


class Reader(Protocol):
    """A signal that is asked about the few candidates of doubtful windows only; its columns follow all others."""

    @property
    def NAMES(self) -> tuple[str, ...]:  # noqa: N802 - as above
        """What the columns are called."""
        ...

    @property
    def ASKED(self) -> int:  # noqa: N802 - as above
        """At most so many candidates of a window are read."""
        ...

    def measure(self, occ: Occurrences, indices: Sequence[int]) -> NDArray[np.float64]:
        """One row for each of the candidates named."""
        ...

    def explain(self, row: NDArray[np.float64], phrase: str) -> str:
        """Say what is odd about a row measured here, or ""."""
        ...


SIGNALS: tuple[SignalModule, ...] = (
    gluing,
    particles,
    slots,
    rarity,
    topic,
    lexicon,
    quoting,
    heading,
    repetition,
    trade,
    senses,
    bonds,
    counting,
)
NAMES: tuple[str, ...] = tuple(name for signal in SIGNALS for name in signal.NAMES)


def reader(code: str) -> Reader:
    """What reads the doubtful candidates of a language: Kiwi in Korean, the table of pairs elsewhere."""
    return fluency if code == "ko" else junctions


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """All cheap signals of all candidates."""
    return _measured(occ, None)


_SENSES = slice(NAMES.index(senses.NAMES[0]), NAMES.index(senses.NAMES[-1]) + 1)


def without_senses(occ: Occurrences) -> NDArray[np.float64]:
    """All cheap signals but the dearest one, in whose columns stands what usual candidates have."""
    return _measured(occ, np.zeros(occ.batch.size, np.bool_))


def _measured(occ: Occurrences, sensed: NDArray[np.bool_] | None) -> NDArray[np.float64]:
    """All columns, those of the nouns' senses for the candidates named, or for all."""
    rows = np.empty((occ.batch.size, len(NAMES)), order="F")  # as columns are written, and taken by the models
    first = 0
    for signal in SIGNALS:
        last = first + len(signal.NAMES)
        rows[:, first:last] = senses.measure(occ, sensed) if signal is senses else signal.measure(occ)
        first = last
    return rows


def add_senses(occ: Occurrences, rows: NDArray[np.float64], which: NDArray[np.bool_]) -> None:
    """Write the dearest signal of those candidates into their rows."""
    rows[:, _SENSES] = senses.measure(occ, which)


def explain(occ: Occurrences, pick: Picked) -> tuple[str, ...]:
    """Say what is odd about a candidate, a sentence for each signal that has one, strongest kinds first."""
    told = [signal.explain(occ, pick.index) for signal in SIGNALS]
    told.insert(2, reader(occ.batch.view.language.code).explain(pick.row[len(NAMES) :], pick.phrase))
    return tuple(filter(None, told))
