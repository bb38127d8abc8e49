"""Whether a stretch stands in quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SENTENCE, _CLOSE_BY = 150, 12
"""Letters behind a place in which a mark may close, and beside a lone place in which marks are close by."""
_MARKS = re.compile("[‘’“”「」『』'\"]")
_OPEN, _SHUT = "‘“'\"「『", "’”'\"」』"


def quoted(text: str, starts: Sequence[int], size: int) -> bool:
    """Whether quotation marks stand around all places of a phrase of that size: right there, or close by if once."""
    reach = _CLOSE_BY if len(starts) == 1 else 1
    return all(_marked(text[max(0, at - reach) : at], text[at + size : at + size + _CLOSE_BY]) for at in starts)


def _marked(left: str, right: str) -> bool:
    return any(c in _OPEN for c in left) and any(c in _SHUT for c in right)


def inside(text: str, start: int, end: int) -> bool:
    """Whether the last mark before on the line opens a quotation and the next one behind closes it."""
    left = text[text.rfind("\n", 0, start) + 1 : start]
    right = text[end : end + _SENTENCE].partition("\n")[0]
    before, behind = _MARKS.findall(left), _MARKS.findall(right)
    if not before or not behind or behind[0] not in _SHUT:
        return False
    return before[-1] in "‘“「『" or (before[-1] in "'\"" and len([m for m in before if m == before[-1]]) % 2 == 1)
