"""Phrases that the alignment could not place: their nearest words, sought anywhere in the genuine text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from wonmun.comparing.edit import Edit
from wonmun.comparing.squeeze import Squeezed
from wonmun.spacing import original_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from wonmun.model import Span

_CONTEXTS = (10, 6)
"""Letters of context that are compared on each side, first more, then fewer."""
_ENOUGH = 6
"""Letters of context, both sides together, below which a match says nothing."""
_LONGEST = 30


def rescued(
    edits: list[Edit],
    sides: tuple[Squeezed, Squeezed],
    phrases: Collection[str],
    bounds: tuple[Sequence[int], Sequence[int]],
) -> list[Edit]:
    """Replace edits that are not exact, and add those that are missing, where the words around fit in one way only."""
    page, copy = sides
    placed = {e.start for e in edits if e.phrase and e.exact}
    pattern = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    spans = [m.span() for m in re.finditer(pattern, page.letters)]
    out = {(e.start, e.end): e for e in edits}
    for i, (start, end) in enumerate(spans):
        if start in placed:
            continue
        low = max(spans[i - 1][1] if i else 0, bounds[0][max(0, bisect_right(bounds[0], start) - 1)])
        high = min(
            spans[i + 1][0] if i + 1 < len(spans) else len(page.letters),
            bounds[0][min(len(bounds[0]) - 1, bisect_left(bounds[0], end))],
        )
        for width in _CONTEXTS:
            left, right = page.letters[max(low, start - width) : start], page.letters[end : min(high, end + width)]
            there = _only(left, right, copy.letters, frozenset(bounds[1]))
            if there:
                out[start, end] = Edit(start, end, *there, page.letters[start:end])
                break
    return list(out.values())


def beside(ours: str, theirs: str, phrases: Collection[str]) -> list[tuple[Span, str, str]]:
    """Read off one line what another has instead of phrases: where in ours, what is there, and what to put there."""
    sides = Squeezed.of(ours), Squeezed.of(theirs)
    ends = [0, len(sides[0].letters)], [0, len(sides[1].letters)]
    out = []
    for edit in rescued([], sides, {Squeezed.of(p).letters for p in phrases}, ends):
        here, there = sides[0].span(edit.start, edit.end), sides[1].span(edit.genuine_start, edit.genuine_end)
        out.append((*original_of((ours, theirs), here, there), ours[slice(*here)]))
    return [(span, found, original) for span, original, found in out]


def _only(left: str, right: str, genuine: str, bounds: frozenset[int]) -> tuple[int, int] | None:
    """Find the one stretch of the genuine text that stands between these contexts."""
    if len(left) + len(right) < _ENOUGH:
        return None
    found: dict[str, tuple[int, int]] = {}
    for m in re.finditer(f"(?<={re.escape(left)})(?=(.{{0,{_LONGEST}}}?){re.escape(right)})", genuine):
        start, end = m.span(1)
        if (left or start in bounds) and (right or end in bounds):
            found.setdefault(genuine[start:end], (start, end))
    return next(iter(found.values())) if len(found) == 1 else None
