"""Which stretches of a text stand word for word in another, whatever was left out, put in or moved.

Runs of 8-grams that stand once in the genuine text, on one diagonal, are anchors; what lies between two
anchors that follow each other in both texts is a gap, to be aligned letter by letter. Where anchors jump
(paragraphs left out, reordered, another article joined), a gap ends at the nearest bound of a sentence on
either side.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from wonmun.fingerprints import Numbers, gram_hashes

if TYPE_CHECKING:
    from collections.abc import Sequence

GRAM = 8
_STRAY = 15
"""A run shorter than this that its neighbours contradict stands there by chance."""
_REACH = 600
"""A gap longer than this on either side is no gap but a jump (letters)."""

_SENTENCE = 70
"""Where the two sides of a gap differ by more letters than this, a sentence was left out or put in."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters `start` to `end` of the page stand in the genuine text, `shift` further on."""

    start: int
    end: int
    shift: int

    @property
    def there(self) -> tuple[int, int]:
        """The same stretch in the genuine text."""
        return self.start + self.shift, self.end + self.shift


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between anchors: letters of the page, and of the genuine text, that answer each other."""

    start: int
    end: int
    genuine_start: int
    genuine_end: int
    split: tuple[Gap, ...] = ()
    """The same as two gaps, should a sentence have been left out or put in between the anchors."""


def runs(page: Numbers, genuine: Numbers) -> list[Run]:
    """Give the anchors in order of the page; they do not overlap there."""
    ours, theirs = gram_hashes(page, GRAM), gram_hashes(genuine, GRAM)
    if not len(ours) or not len(theirs):
        return []
    values, first, counts = np.unique(theirs, return_index=True, return_counts=True)
    values, first = values[counts == 1], first[counts == 1]
    if not len(values):
        return []
    found = np.minimum(np.searchsorted(values, ours), len(values) - 1)
    at = np.flatnonzero(values[found] == ours)
    if not len(at):
        return []
    shifts = first[found[at]] - at
    breaks = np.flatnonzero((np.diff(at) > GRAM) | (np.diff(shifts) != 0)) + 1
    begins, ends = np.concatenate([[0], breaks]), np.concatenate([breaks, [len(at)]]) - 1
    made = [Run(int(at[b]), int(at[e]) + GRAM, int(shifts[b])) for b, e in zip(begins, ends, strict=True)]
    return _grown(_without_strays(_exact(made, page, genuine)), page, genuine)


def _exact(found: list[Run], page: Numbers, genuine: Numbers) -> list[Run]:
    """Split runs at letters that differ (grams up to 8 apart were joined), and let none overlap the one before it.

    What an overlap leaves of a run is dropped where it is shorter than a gram: its letters met by chance those of
    another sentence with the same word.
    """
    out: list[Run] = []
    for run in found:
        start = max(run.start, out[-1].end) if out else run.start
        if start > run.start and run.end - start < GRAM:
            continue
        there = slice(start + run.shift, run.end + run.shift)
        differ = np.flatnonzero(page[start : run.end] != genuine[there]) + start
        for end in [*differ.tolist(), run.end]:
            if end > start:
                out.append(Run(start, end, run.shift))
            start = end + 1
    return out


def _grown(found: list[Run], page: Numbers, genuine: Numbers) -> list[Run]:
    """Lengthen anchors over letters that are equal but stand more than once, first to the right, then to the left."""
    ahead = [*[r.start for r in found[1:]], len(page)][: len(found)]
    right = [Run(r.start, r.end + _equal(page[r.end : limit], genuine[r.there[1] :]), r.shift)
             for r, limit in zip(found, ahead, strict=True)]  # fmt: skip
    out: list[Run] = []
    for run in right:
        limit = out[-1].end if out else 0
        before = genuine[: run.there[0]][::-1]
        out.append(Run(run.start - _equal(page[limit : run.start][::-1], before), run.end, run.shift))
    return out


def _equal(ours: Numbers, theirs: Numbers) -> int:
    """Count how many leading letters are equal."""
    length = min(len(ours), len(theirs))
    differ = np.flatnonzero(ours[:length] != theirs[:length])
    return int(differ[0]) if len(differ) else length


def follows(before: Run, after: Run) -> bool:
    """Say whether two anchors follow each other in the genuine text as they do in the page."""
    ours, theirs = after.start - before.end, after.there[0] - before.there[1]
    return -GRAM < theirs <= _REACH and 0 <= ours <= _REACH


def _without_strays(found: list[Run]) -> list[Run]:
    """Drop short runs that both neighbours contradict."""
    while True:
        kept = [r for i, r in enumerate(found) if not _stray(found, i)]
        if len(kept) == len(found):
            return kept
        found = kept


def _stray(found: Sequence[Run], i: int) -> bool:
    run = found[i]
    if run.end - run.start >= _STRAY:
        return False
    before, after = (found[i - 1] if i else None), (found[i + 1] if i + 1 < len(found) else None)
    return not (before and follows(before, run)) and not (after and follows(run, after))


def gaps(found: Sequence[Run], page_bounds: Sequence[int], genuine_bounds: Sequence[int]) -> list[Gap]:
    """Give the gaps between anchors, in order of the page.

    The bounds are where sentences begin, in letters of the page and of the genuine text, ascending, both ends
    included. Letters of the page that answer to nothing are in no gap.
    """
    out: list[Gap] = []
    ends = page_bounds[-1], genuine_bounds[-1]
    for i, run in enumerate(found):
        before = found[i - 1] if i else None
        split = tuple(_edge(run, before, page_bounds, genuine_bounds))
        last = before or Run(0, 0, 0)
        twice = max(0, last.there[1] - run.there[0])  # letters that both anchors took: the page has them once more
        gap = Gap(last.end, min(run.start + twice, run.end), last.there[1], run.there[0] + twice, split)
        out.extend([gap] if follows(last, run) and _even(gap) else split)
    if found:
        tail = _tail(found[-1], page_bounds[-1], page_bounds, genuine_bounds)
        rest = Gap(found[-1].end, ends[0], found[-1].there[1], ends[1], (tail,))
        out.append(rest if follows(found[-1], Run(ends[0], ends[0], ends[1] - ends[0])) and _even(rest) else tail)
    return [g for g in out if g.start < g.end or g.genuine_start < g.genuine_end]


def _even(gap: Gap) -> bool:
    """Say whether the two sides are about as long, so that no sentence is missing on one of them."""
    return abs((gap.end - gap.start) - (gap.genuine_end - gap.genuine_start)) <= _SENTENCE


def _edge(run: Run, before: Run | None, page_bounds: Sequence[int], genuine_bounds: Sequence[int]) -> list[Gap]:
    """Where anchors jump: the end of the sentence that the one before stands in, the beginning of this one's."""
    out = []
    limit = before.end if before else 0
    overrun = _overrun(before, page_bounds) if before else None
    if overrun is not None:
        limit = overrun
    elif before:
        tail = _tail(before, run.start, page_bounds, genuine_bounds)
        out.append(tail)
        limit = tail.end
    start = max(limit, page_bounds[max(0, bisect_right(page_bounds, run.start) - 1)])
    there = run.there[0]
    genuine_start = genuine_bounds[max(0, bisect_right(genuine_bounds, there) - 1)]
    out.append(Gap(start, run.start, genuine_start, there))
    return out


def _overrun(run: Run, page_bounds: Sequence[int]) -> int | None:
    """Where a sentence begins whose first letters, by chance, carry on the anchor that ends before them."""
    bound = page_bounds[max(0, bisect_right(page_bounds, run.end) - 1)]
    return bound if run.start < bound and run.end - bound <= GRAM else None


def _tail(run: Run, limit: int, page_bounds: Sequence[int], genuine_bounds: Sequence[int]) -> Gap:
    end = min(limit, page_bounds[min(len(page_bounds) - 1, bisect_left(page_bounds, run.end))])
    there = run.there[1]
    genuine_end = genuine_bounds[min(len(genuine_bounds) - 1, bisect_left(genuine_bounds, there))]
    return Gap(run.end, max(run.end, end), there, max(there, genuine_end))
