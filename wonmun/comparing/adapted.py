"""Particles that were changed to fit a new word: editors change them, who puts spam in leaves the old ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.looks import is_letter, misfits

if TYPE_CHECKING:
    from wonmun.comparing.edit import Edit
    from wonmun.model import Span

_COUNTERPARTS = frozenset(("은는", "는은", "이가", "가이", "을를", "를을", "과와", "와과"))


def adapted(edit: Edit, page: str, genuine: str) -> bool:
    """Say whether page and copy have the two forms of one particle behind a replaced word, each the one that fits.

    The particle may have been taken for a part of what differs, or stand behind it.
    """
    (start, end), (first, last) = (edit.start, edit.end), edit.there
    if last - first == 1 and page[end : end + 1] + genuine[first:last] in _COUNTERPARTS:
        # The word stayed, a longer name stands behind it: "시대표가" became "시대표 비상대책위원장이".
        return not is_letter(page, end + 1) and not misfits(page[start:end], page, end)
    ours, theirs = [(start, end - 1)], [(first, last - 1)]
    if page[end : end + 1] != genuine[last : last + 1]:
        ours, theirs = [*ours, (start, end)], [*theirs, (first, last)]
    return any(_counterparts((page, a), (genuine, b)) for a in ours for b in theirs)


def _counterparts(ours: tuple[str, Span], theirs: tuple[str, Span]) -> bool:
    """Say whether two words are followed by the two forms of one particle, each by the one that fits it."""
    particles = ""
    for text, (start, end) in (ours, theirs):
        if end <= start or is_letter(text, end + 1) or misfits(text[start:end], text, end):
            return False
        particles += text[end : end + 1]
    return particles in _COUNTERPARTS
