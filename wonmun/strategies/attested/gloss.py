"""Glosses: `인공지능(X)` says that X is AI. Pairs come from a shipped list and from related coverage."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache
from math import log1p
from typing import TYPE_CHECKING

from wonmun.strategies.load import pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wonmun.strategies.places.slots import Slot

_SHIPPED = 2
"""A shipped pair counts as if that many pages had it."""
_BEFORE = re.compile(r"([가-힣A-Za-z0-9·& ]{2,24})\($")
_IN_TEXT = re.compile(r"([가-힣A-Za-z0-9·&]{2,14})\(([A-Za-z가-힣0-9·&]{2,12})\)")

Table = dict[str, Counter[str]]
"""Term (and each of its endings) → how many pages gloss it with what."""


@cache
def shipped() -> tuple[Mapping[str, Counter[str]], frozenset[tuple[str, str]]]:
    """Give the shipped pairs by ending of the term, and as they are."""
    table: Table = defaultdict(Counter)
    for term, short in pairs():
        for size in range(2, len(term) + 1):
            table[term[-size:]][short] += _SHIPPED
    return dict(table), frozenset(pairs())


def collected(texts: Iterable[str]) -> tuple[Mapping[str, Counter[str]], frozenset[tuple[str, str]]]:
    """Collect the pairs that genuine texts hold, in the shape of `shipped`."""
    table: Table = defaultdict(Counter)
    whole: set[tuple[str, str]] = set()
    for text in texts:
        for term, short in _glosses(text):
            whole.add((term, short))
            for size in range(2, len(term) + 1):
                table[term[-size:]][short] += 1
    return dict(table), frozenset(whole)


@lru_cache(maxsize=4096)
def _glosses(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(_IN_TEXT.findall(text))


def read(
    slot: Slot, tables: Iterable[tuple[Mapping[str, Counter[str]], frozenset[tuple[str, str]]]]
) -> dict[str, float]:
    """Say what the bracket that the place fills glosses, with a weight; a term that matches in part counts 0.3."""
    found = _BEFORE.search(slot.left)
    if not found or not slot.right.startswith(")"):
        return {}
    words = found.group(1).split()
    term = "".join(words)
    ends = {len("".join(words[i:])) for i in range(len(words))}
    out: dict[str, float] = {}
    for table, whole in tables:
        for size in range(len(term), 1, -1):
            ending = term[-size:]
            shorts = table.get(ending)
            if not shorts:
                continue
            exact = {v: n for v, n in shorts.items() if size in ends and (ending, v) in whole}
            total = sum((exact or shorts).values())
            for short, count in (exact or shorts).items():
                weight = log1p(count) * count / total * min(1.0, size / 4) * (1.0 if exact else 0.3)
                out[short] = max(out.get(short, 0.0), weight)
            break
    return out
