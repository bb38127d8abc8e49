"""A page against its genuine copy: what stands where the copy has something else.

White space counts for nothing, paragraphs may be left out, moved, or belong to another article. Measured on
injected copies with 30 % of the paragraphs missing and the rest shuffled, .9945 of the spans come out exact
(global alignment .40).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from wonmun.comparing.anchors import Gap, Run, gaps, runs
from wonmun.comparing.edges import at_blanks, whole
from wonmun.comparing.edit import Edit
from wonmun.comparing.folding import Folded, Operation, Side, approximate, fill, is_mark, operations, repeated, twice
from wonmun.comparing.rescue import rescued
from wonmun.comparing.squeeze import Squeezed

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from wonmun.model import Span

_BOUND = re.compile(r"\n+|(?<=[.?!다요])[\"'”’)\]]*[ \t]+")


@dataclass(frozen=True, slots=True)
class Alignment:
    """All that differs, in order of the page, and which stretches of the page the genuine text answers for."""

    edits: tuple[Edit, ...]
    answered: tuple[Span, ...]
    share: float
    """Of the page's letters, those that stand word for word in the genuine text."""


@lru_cache(maxsize=8)
def align(text: str, genuine: str) -> Alignment:
    """Align a page's text with its genuine copy. Offsets are code points of `text` and `genuine`."""
    page, copy = Squeezed.of(text), Squeezed.of(genuine)
    found = runs(page.codes, copy.codes)
    if not found:
        return Alignment((), (), 0.0)
    bounds = _bounds(page), _bounds(copy)
    between = gaps(found, *bounds)
    rough = [_shift(g, o) for g in between for o in operations(*_letters(g, page, copy))]
    there = [(page.letters[e.start : e.end], copy.letters[e.genuine_start : e.genuine_end]) for e in rough]
    phrases = repeated((twice(*both) or both[0] for both in there), page.letters, copy.letters)
    phrases = [whole(p, page, {o for here, o in there if here == p}, copy.letters) for p in phrases]
    if phrases:
        found = _cut(found, _occurrences(page.letters, phrases))
        between = gaps(found, *bounds)
        rough = rescued(_folded(between, (page, copy), phrases), (page, copy), phrases, bounds)
    rough = [at_blanks(e, page) for e in rough]
    edits = tuple(_outward(e, page, copy) for e in sorted(rough, key=lambda e: (e.start, e.end)))
    exact = sum(r.end - r.start for r in found)
    answered = tuple(page.span(*s) for s in _answered(found, between))
    return Alignment(edits, answered, exact / max(1, len(page.letters)))


def _letters(gap: Gap, page: Squeezed, copy: Squeezed) -> tuple[str, str]:
    return page.letters[gap.start : gap.end], copy.letters[gap.genuine_start : gap.genuine_end]


def _bounds(text: Squeezed) -> list[int]:
    """Where sentences and lines begin, in letters; the two ends of the text are among them."""
    starts = {text.index(m.end()) for m in _BOUND.finditer(text.text)}
    return sorted({0, len(text.letters)} | starts)


def _occurrences(letters: str, phrases: Collection[str]) -> list[tuple[int, int]]:
    pattern = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    return [m.span() for m in re.finditer(pattern, letters)]


def _cut(found: Sequence[Run], taken: Sequence[tuple[int, int]]) -> list[Run]:
    """Take letters that belong to a phrase out of the anchors that ran into it."""
    ends = [b for _, b in taken]
    out = []
    for run in found:
        start, end = run.start, run.end
        first = bisect_right(ends, start)
        if first < len(taken) and taken[first][0] <= start:
            start, first = taken[first][1], first + 1
        if first < len(taken) and taken[first][0] < end:
            end = taken[first][0]
        if start < end:
            out.append(Run(start, end, run.shift))
    return out


def _folded(between: Sequence[Gap], sides: tuple[Squeezed, Squeezed], phrases: Collection[str]) -> list[Edit]:
    """Align the gaps with the phrases folded: a first time to see what originals there are, then preferring those."""
    tasks: list[_Task] = []
    for gap in between:
        whole = _Task.of(gap, sides, phrases)
        parts = [] if whole.solved() else [_Task.of(g, sides, phrases) for g in gap.split]
        tasks += parts if parts and any(p.solved() for p in parts) else [whole]
    seen: Counter[str] = Counter()
    known: set[str] = set()
    unsure: set[str] = set()
    for task in tasks:
        theirs, solved = task.theirs.letters, task.solved() or []
        touching = {i for i, (a, b) in enumerate(pairwise(solved)) if a.end == b.start}
        for i in touching:
            known.update(_parted(theirs[solved[i].there_start : solved[i + 1].there_end], sides[1].letters))
        for i, o in enumerate(solved):
            original = theirs[o.there_start : o.there_end]
            if {i - 1, i} & touching:
                unsure.add(original)  # a solution of several: it counts once, however often it is repeated
            else:
                seen[original] += 1
    seen.update(unsure)
    known.update(original for original, times in seen.items() if times >= 2)
    return [edit for task in tasks for edit in task.edits(known)]


def _parted(joint: str, genuine: str) -> tuple[str, str] | tuple[()]:
    """Part what two phrases side by side took the place of: where both parts stand elsewhere, too, most often.

    `전세보증금` is `전세` and `보증금`. Nothing where no two parts do.
    """
    within = genuine.count(joint)
    best: tuple[int, tuple[str, str] | tuple[()]] = (0, ())
    for at in range(2, len(joint) - 1):
        parts = joint[:at], joint[at:]
        alone = min(genuine.count(p) - within * joint.count(p) for p in parts)
        best = max(best, (alone, parts))
    return best[1]


@dataclass(frozen=True, slots=True)
class _Task:
    """One gap with its phrases folded."""

    gap: Gap
    folded: Folded
    ours: Side
    theirs: Side

    @classmethod
    def of(cls, gap: Gap, sides: tuple[Squeezed, Squeezed], phrases: Collection[str]) -> _Task:
        page, copy = sides
        folded = Folded.of(page.letters[gap.start : gap.end], phrases)
        spaced = frozenset(i for i, at in enumerate(folded.places) if page.spaced(gap.start + at))
        genuine = copy.letters[gap.genuine_start : gap.genuine_end]
        blanks = frozenset(i for i in range(len(genuine) + 1) if copy.spaced(gap.genuine_start + i))
        return cls(gap, folded, Side(folded.letters, spaced), Side(genuine, blanks))

    def solved(self, known: Collection[str] = ()) -> list[Operation] | None:
        return fill(self.ours, self.theirs, known)

    def edits(self, known: Collection[str]) -> list[Edit]:
        out = []
        solved = self.solved(known)
        for o in approximate(self.ours, self.theirs) if solved is None else solved:
            here, there = self.ours.letters[o.start : o.end], (o.there_start, o.there_end)
            marks = [i for i, c in enumerate(here, o.start) if is_mark(c)]
            if not marks:
                out.append(_at(self.gap, self.folded.span(o.start, o.end), there))
            for i in marks:
                a, b = self.folded.span(i, i + 1)
                out.append(_at(self.gap, (a, b), there, self.folded.text[a:b], exact=len(here) == 1))
        return out


def _at(gap: Gap, ours: tuple[int, int], theirs: tuple[int, int], phrase: str = "", *, exact: bool = True) -> Edit:
    return Edit(
        gap.start + ours[0],
        gap.start + ours[1],
        gap.genuine_start + theirs[0],
        gap.genuine_start + theirs[1],
        phrase,
        exact,
    )


def _shift(gap: Gap, found: Operation) -> Edit:
    return _at(gap, (found.start, found.end), (found.there_start, found.there_end))


def _outward(edit: Edit, page: Squeezed, copy: Squeezed) -> Edit:
    """Turn offsets of letters into offsets of the texts."""
    start, end = page.span(edit.start, edit.end)
    genuine_start, genuine_end = copy.span(edit.genuine_start, edit.genuine_end)
    return Edit(start, end, genuine_start, genuine_end, edit.phrase, edit.exact)


def _answered(found: Sequence[Run], between: Sequence[Gap]) -> list[tuple[int, int]]:
    """Join anchors and the gaps between anchors that follow each other into stretches."""
    spans = sorted([(r.start, r.end) for r in found] + [(g.start, g.end) for g in between if g.start < g.end])
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out
