"""Lines of their own that spam puts above an article (`NO.1: X`, `X - 2024년 실시간 업데이트`): nothing stood there.

Of the real mirrors of November 2026 whose phrases stand behind commas, all 13 had one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wonmun.model import Place

_BEFORE = re.compile(r"\s*(?P<number>(?:NO|No|no)\.? ?\d+ ?[:.] ?)?")
_AFTER = re.compile(r"(?: [가-힣]{1,6})?(?P<dated>\s*[-–—|:]\s*(?:20\d\d년?)?[^\n]{0,6}업데이트)?\s*")


def voting(text: str, places: Mapping[int, Place]) -> dict[str, list[int]]:
    """Give the numbers of places by phrase: those that say something of what stood there, all where none does."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, place in places.items():
        found[place.phrase].append(number)
    return {phrase: [n for n in numbers if not heads(text, places[n])] or numbers for phrase, numbers in found.items()}


def heads(text: str, place: Place) -> bool:
    """Say whether a place is all of its line but for a number before it, a word behind it, or a date of updating."""
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end)
    before = _BEFORE.fullmatch(text, start, place.start)
    after = _AFTER.fullmatch(text, place.end, end if end >= 0 else len(text))
    if not before or not after:
        return False
    return bool(before["number"] or after["dated"]) or not after.group().strip()
