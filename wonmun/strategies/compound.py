"""Compounds: `오픈X` and `01.X` say that X is AI. The list is shipped."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from wonmun.strategies.load import compounds

if TYPE_CHECKING:
    from wonmun.strategies.slots import Slot

_LEFT = re.compile(r"[가-힣A-Za-z0-9.·-]+$")
_RIGHT = re.compile(r"^[가-힣A-Za-z0-9]+")


@cache
def _known() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Give the terms by what is glued before them, and by what is glued after them."""
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    for term, forms in compounds():
        for form in forms:
            head, _, tail = form.partition("_")
            (before[head] if head else after[tail]).add(term)
    return {k: frozenset(v) for k, v in before.items()}, {k: frozenset(v) for k, v in after.items()}


def read(slot: Slot) -> frozenset[str]:
    """Give the terms that are known in the compound which the place stands in; empty where it is in none known."""
    before, after = _known()
    out: set[str] = set()
    if left := _LEFT.search(slot.left):
        out |= before.get(left.group(), frozenset())
    if right := _RIGHT.match(slot.right):
        out |= after.get(right.group(), frozenset())
    return frozenset(out)
