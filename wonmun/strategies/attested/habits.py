"""Which terms stand after which letters in Korean news at large: shipped counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from wonmun.strategies.load import habit_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

DEPTHS = (2, 3, 4)
"""Letters of context, a blank counting as one, that are counted."""
_BACK_OFF = 3.0
_SPARE = 200.0
"""Occurrences of unknown terms that the counts leave room for."""


@dataclass(frozen=True)
class Habits:
    """Counts of terms, of the letters before them, and of both together."""

    terms: Mapping[str, int]
    after: Mapping[str, Mapping[str, int]]
    """Letters → terms that stand after them → how often."""
    contexts: Mapping[str, int]
    """How often those letters stand before any term."""
    total: int = field(default=0)

    def chances(self, left: str, terms: Sequence[str]) -> list[float]:
        """Probability of each term after what stands left of a place, backed off to its plain frequency."""
        known = [
            (self.after.get(context, {}), times)
            for depth in DEPTHS
            if len(context := left[-depth:]) == depth and (times := self.contexts.get(context, 0))
        ]
        found = []
        for term in terms:
            p = self.plain(term)
            for after, times in known:
                p = (after.get(term, 0) + _BACK_OFF * p) / (times + _BACK_OFF)
            found.append(p)
        return found

    def plain(self, term: str) -> float:
        """Probability of a term whatever stands before it."""
        return (self.terms.get(term, 0) + 0.05) / (self.total + _SPARE)

    def follow(self, left: str, limit: int = 25) -> Counter[str]:
        """Give the terms that stand after these letters most, the longest context counting most."""
        out: Counter[str] = Counter()
        for depth in DEPTHS:
            for term, times in self.after.get(left[-depth:], {}).items():
                out[term] = max(out[term], times * 4 ** (depth - 2))
        return Counter(dict(out.most_common(limit)))


def read_habits(lines: Iterable[str]) -> Habits:
    """Read lines of `term<TAB>times`, and below a line `#` of `letters<TAB>times<TAB>term:times …`, `_` for a blank."""
    terms: dict[str, int] = {}
    after: dict[str, dict[str, int]] = {}
    contexts: dict[str, int] = {}
    part = 0
    for line in lines:
        if line == "#":
            part = 1
        elif not part:
            term, _, times = line.partition("\t")
            terms[term] = int(times)
        else:
            letters, times, pairs = line.split("\t")
            context = letters.replace("_", " ")
            contexts[context] = int(times)
            after[context] = {t: int(n) for t, _, n in (p.rpartition(":") for p in pairs.split(" "))}
    return Habits(terms, after, contexts, sum(terms.values()))


@cache
def shipped() -> Habits:
    """Give the counts that ship with wonmun."""
    return read_habits(habit_lines())
