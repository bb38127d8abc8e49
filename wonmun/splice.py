"""Other text in the place of stretches of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def splice(text: str, values: Iterable[tuple[int, int, str]]) -> str:
    """Put a value in the place of each stretch (start, end, value); they are in order, and none overlaps another.

    >>> splice("무료 슬롯은 다음 달 연다", [(0, 5, "도서관"), (7, 11, "내일")])
    '도서관은 내일 연다'
    """
    parts, last = [], 0
    for start, end, value in values:
        parts += [text[last:start], value]
        last = end
    return "".join([*parts, text[last:]])
