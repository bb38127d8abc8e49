"""The first and last letters of a phrase that the originals share with it, and that comparing therefore takes off.

`terpercaya` written over `sepeda` differs from it in `terpercay` only. Where the same letter stands beside a phrase
at all of its places, and inside its word, it is the phrase's own. Only in alphabets whose words end at a blank: a
Korean word may go on with a particle, which is the page's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wonmun.squeeze import Squeezed

_ALPHABET = re.compile(r"[^\W\d_가-힣ᄀ-ᇿ぀-ヿ㐀-鿿]")


def whole(phrase: str, page: Squeezed) -> str:
    """Give a phrase (letters that stand in the page twice at least) with the edges of its words put back."""
    spans = [m.span() for m in re.finditer(re.escape(phrase), page.letters)]
    after = _reach(page, [end for _, end in spans], 1)
    before = _reach(page, [start for start, _ in spans], -1)
    if not spans or not (after or before):
        return phrase
    start, end = spans[0]
    return page.letters[start - before : end + after]


def _reach(page: Squeezed, edges: list[int], step: int) -> int:
    """Count the letters beyond the edges that are the same at all of them and inside a word that ends there."""
    reach = 0
    while len({letter := _beyond(page, edge, reach, step) for edge in edges}) == 1 and letter:
        reach += 1
    ends = [page.spaced(edge + step * reach) for edge in edges]
    return reach if any(ends) else 0


def _beyond(page: Squeezed, edge: int, reach: int, step: int) -> str:
    """Give the next letter beyond an edge; "" where the word ends there."""
    at = edge + step * reach
    index = at if step > 0 else at - 1
    if page.spaced(at) or not _ALPHABET.match(page.letters, index):
        return ""
    return page.letters[index]
