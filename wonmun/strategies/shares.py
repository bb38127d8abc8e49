"""Probabilities of what may stand at one place, from sources that were weighed apart: together they are 1 at most."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.model import Correction

LEAST = 0.02
"""A guess less likely than this is not worth showing."""


def beside(first: Correction, others: Sequence[Correction]) -> tuple[Correction, ...]:
    """Give one proposal and others, likeliest first: those share what it leaves, where they claim more.

    What they propose as it does is left out.
    """
    rest = [c for c in others if c.value != first.value]
    claimed = sum(c.confidence for c in rest)
    return _ranked(first, rest, min(1.0, (1 - first.confidence) / claimed) if claimed else 1.0)


def unless(deleted: Correction, terms: Sequence[Correction]) -> tuple[Correction, ...]:
    """Give deleting and terms, likeliest first: how likely these are was asked for the case that something stood there.

    Of 79 places of copies with a phrase at one or two places that got guesses, nine had both: terms so weighed were
    said to be right .20 of times and were .19, as they came .28.
    """
    return _ranked(deleted, terms, 1 - deleted.confidence)


def _ranked(first: Correction, rest: Sequence[Correction], share: float) -> tuple[Correction, ...]:
    weighed = [replace(c, confidence=round(c.confidence * share, 4)) for c in rest]
    return tuple(sorted([first, *(c for c in weighed if c.confidence >= LEAST)], key=lambda c: -c.confidence))
