"""Compounds: `오픈X` says that X is AI, `기획X위원회` that it is 재정. The list is shipped."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from wonmun.language.particles import is_particle
from wonmun.strategies.load import compounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.strategies.places.slots import Slot

_LEFT = re.compile(r"[가-힣A-Za-z0-9.·-]+$")
_RIGHT = re.compile(r"^[가-힣A-Za-z0-9]+")
_LEAST = 2
"""Letters of what is glued behind from which on a particle may follow them."""


@cache
def _known() -> dict[tuple[str, str], frozenset[str]]:
    """Give the terms by what is glued before and what behind them; "" where the list says nothing of that side."""
    around: dict[tuple[str, str], set[str]] = defaultdict(set)
    for term, forms in compounds():
        for form in forms:
            head, _, tail = form.partition("_")
            around[head, tail].add(term)
    return {k: frozenset(v) for k, v in around.items()}


def read(slot: Slot) -> frozenset[str]:
    """Give the terms that are known in the compound which the place stands in; empty where it is in none known.

    Where some are known by both sides, those alone.
    """
    known, nothing = _known(), frozenset[str]()
    left, right = _LEFT.search(slot.left), _RIGHT.match(slot.right)
    head = left.group() if left else ""
    tails = [*_beginnings(right.group())] if right else []
    if head and (both := nothing.union(*(known.get((head, tail), nothing) for tail in tails))):
        return both
    return nothing.union(
        known.get((head, ""), nothing) if head else nothing, *(known.get(("", tail), nothing) for tail in tails)
    )


def _beginnings(glued: str) -> Iterator[str]:
    """Give what is glued behind a place, and what is left of it without a particle at its end."""
    yield glued
    for size in range(_LEAST, len(glued)):
        if is_particle(glued[size:]):
            yield glued[:size]
