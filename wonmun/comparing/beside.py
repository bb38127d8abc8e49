"""What stands beside all places of a phrase alike: the word that editors lengthened, the rest of a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.alike import shared_end, shared_start
from wonmun.looks import is_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.comparing.edit import Edit
    from wonmun.model import Span

_NEAR = 40
"""Characters before a place in which the word before it is sought."""
_SLIPPED = 8
"""Characters of a phrase that may stand between words and where they are said to stand."""
_BEFORE, _AFTER = re.compile(r"([^\W_]{2,})\s*\Z"), re.compile(r"\s*([^\W_]{2,})")
_GLUED, _GLUED_BEFORE = re.compile(r"[^\W_]+"), re.compile(r"[^\W_]+\Z")
_ALIKE, _MANY = 2, 3
"""Letters that words must have in common at least; so many words, or so many letters, are enough in any case."""


def beside_one_word(text: str, places: Sequence[Span]) -> bool:
    """Say whether the same word stands before all places, or after all of them; False of a single place.

    >>> beside_one_word("김하늘 의원이 왔다. 김하늘 의원은 말했다.", [(3, 6), (15, 18)])
    True
    """
    before = [_BEFORE.search(text, max(0, start - _NEAR), start) for start, _ in places]
    after = [_AFTER.match(text, end) for _, end in places]
    return _same([m[1][::-1] if m else "" for m in before]) or _same([m[1] if m else "" for m in after])


def shared_word(text: str, places: Sequence[Span]) -> str:
    """Give the phrase with the letters of its word that stand beside it at all places: old and new name share them.

    >>> shared_word("서해물류공사가 낸 서해물류공사의", [(0, 6), (10, 16)])
    '서해물류공사'
    """
    after = shared_start([m[0] if (m := _GLUED.match(text, end)) else "" for _, end in places])
    before = shared_end([m[0] if (m := _GLUED_BEFORE.search(text, max(0, s - _NEAR), s)) else "" for s, _ in places])
    start, end = places[0]
    return before + text[start:end] + after


def begun_before(text: str, start: int, there: str) -> bool:
    """Say whether several words that are to stand at an offset begin before it already: the alignment slipped there.

    Seen from outside in November 2026, in a copy whose paragraphs were moved about.

    >>> begun_before("해남은 전국 가을섯다 머니상가", 11, "해남은 전국 가을배추")
    True
    """
    first, *more = there.split() or [""]
    return bool(more) and len(first) > 1 and first in text[max(0, start - len(there) - _SLIPPED) : start]


def parted(edits: Sequence[Edit], page: str, genuine: str) -> bool:
    """Say whether a blank is behind a word everywhere that the copy's compound lacks: 글라스 기판 for 유리기판."""
    return all(page[e.end : e.end + 1] == " " and is_letter(genuine, e.genuine_end) for e in edits)


def _same(words: Sequence[str]) -> bool:
    """Say whether words begin alike, or are the same where there are two only."""
    if len(words) < 2:
        return False
    shared = len(shared_start(words))
    return shared >= _ALIKE and (len(words) >= _MANY or shared >= _MANY or any(len(w) == shared for w in words))
