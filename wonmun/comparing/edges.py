"""The first and last letters of a phrase that the originals share with it, and that comparing therefore takes off.

`terpercaya` written over `sepeda` differs from it in `terpercay` only. Where the same letter stands beside a phrase
at all of its places, and inside its word, it is the phrase's own; in alphabets whose words end at a blank. A Korean
word may go on with a particle, which is the page's, or be a part of a compound: there one or two letters are the
phrase's where they begin the word at most places, or end it but for a particle, and where what it was written over is
a term only with them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wonmun.language.particles import is_particle

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from wonmun.comparing.edit import Edit
    from wonmun.comparing.squeeze import Squeezed

_MOST_SHARED = 2
_FARTHEST = 4
"""Letters by which what was put in once may have been found off its place."""
_KOREAN = re.compile(r"[가-힣]")
_ALPHABET = re.compile(r"[^\W\d_가-힣ᄀ-ᇿ぀-ヿ㐀-鿿]")


def whole(phrase: str, page: Squeezed, originals: Collection[str], genuine: str) -> str:
    """Give a phrase (letters that stand in the page twice at least) with the edges of its words put back.

    `originals` are what stands in the genuine text at its places; where that is nothing at one of them, Korean letters
    beside it are the text's.
    """
    spans = [m.span() for m in re.finditer(re.escape(phrase), page.letters)]
    if not spans:
        return phrase
    ends, starts = [end for _, end in spans], [start for start, _ in spans]
    after, before = _reach(page, ends, 1), _reach(page, starts, -1)
    if len(spans) > 1 and originals and all(originals):
        korean = _Korean(page, originals, genuine)
        after, before = after or korean.after(ends), before or korean.before(starts)
    start, end = spans[0]
    return page.letters[start - before : end + after]


def at_blanks(edit: Edit, page: Squeezed) -> Edit:
    """Give what was put in once (offsets of letters) from blank to blank, where it is that but for sliding.

    `대응 영업시간` before `대통령은` is as well `응 영업시간 대` behind `대`.
    """
    start, end = edit.start, edit.end
    if edit.phrase or start == end or edit.genuine_start < edit.genuine_end:
        return edit
    for by in sorted(range(-_FARTHEST, _FARTHEST + 1), key=abs):
        low, high, letters = min(start, start + by), max(start, start + by), page.letters
        if low < 0 or end + by > len(letters) or letters[low:high] != letters[low + end - start : high + end - start]:
            continue
        if page.spaced(start + by) and page.spaced(end + by):
            there = edit.genuine_start + by
            return replace(edit, start=start + by, end=end + by, genuine_start=there, genuine_end=there)
    return edit


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


@dataclass(frozen=True, slots=True)
class _Korean:
    """Whether Korean letters beside all places of a phrase belong to it, and to what it was written over."""

    page: Squeezed
    originals: Collection[str]
    genuine: str

    def before(self, starts: list[int]) -> int:
        """Count the letters before all places, two at most, with which the word begins at most of the places."""
        for reach in self._shared(starts, -1):
            begins = [self.page.spaced(at - reach) or not self.page.letters[at - reach - 1].isalnum() for at in starts]
            shared = self.page.letters[starts[0] - reach : starts[0]]
            if self._belong(begins, [(o, shared + o) for o in self.originals]):
                return reach
        return 0

    def after(self, ends: list[int]) -> int:
        """Count the letters behind all places, two at most, that end the word at most of them; particles aside."""
        for reach in self._shared(ends, 1):
            rests = [self._rest(at + reach) for at in ends]
            shared = self.page.letters[ends[0] : ends[0] + reach]
            if all(is_particle(shared + r) for r in rests):
                return 0
            if self._belong([not r or is_particle(r) for r in rests], [(o, o + shared) for o in self.originals]):
                return reach
        return 0

    def _belong(self, edges: list[bool], originals: list[tuple[str, str]]) -> bool:
        """Say whether letters make the originals, without and with them, terms: they never stand without them."""
        if any(len(o) > 1 and self.genuine.count(o) > self.genuine.count(longer) for o, longer in originals):
            return False
        return sum(edges) * 2 > len(edges) or all(len(o) == 1 for o in self.originals)

    def _shared(self, edges: list[int], step: int) -> Iterator[int]:
        """Yield 1, then 2, as long as so many Korean letters beyond the edges are the same at all, without a blank."""
        for reach in range(1, _MOST_SHARED + 1):
            at = [edge + step * (reach - 1) for edge in edges]
            letters = {"" if self.page.spaced(a) else self.page.letters[a if step > 0 else a - 1] for a in at}
            if len(letters) > 1 or not _KOREAN.fullmatch(letters.pop()):
                return
            yield reach

    def _rest(self, at: int) -> str:
        """Give the letters from an index on up to the end of the word."""
        end = at
        while not self.page.spaced(end) and self.page.letters[end].isalnum():
            end += 1
        return self.page.letters[at:end]
