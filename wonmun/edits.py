"""Which differences between a page and its genuine copy are injections, and which are somebody's edits.

A slice is injected where it repeats, is absent from the copy and stands in few other pages. One that stands
there once is, on edited copies, injected in 42 cases of 195 only; so it must look put there: glued to its
neighbour, or words that no editor adds, in a page that is otherwise left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from wonmun.strategies.particles import demand, final_sound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wonmun.align import Alignment
    from wonmun.edit import Edit
    from wonmun.model import Article, Span

_FEW = 3
"""A repeated phrase that stands in more other genuine pages than this is language, no injection."""
_LONGEST = 40
"""Letters; no injected phrase is longer, and neither is what it took the place of."""
_MANY = 3
"""A page with more edits than this was edited; a single one of them says nothing."""
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE = re.compile(r"[다요죠음임][.?!]|[\n@]|기자\b|ⓒ|©|https?:")


@dataclass(frozen=True, slots=True)
class Injected:
    """One injected place: where, which phrase, and what the genuine copy has there (None: not known)."""

    span: Span
    phrase: str
    original: str | None
    doubtful: bool = False


@dataclass(frozen=True)
class Judge:
    """Judges the differences between a page and one copy."""

    page: str
    article: Article
    elsewhere: Callable[[str], int]
    """In how many other genuine pages a phrase stands."""
    found: Alignment

    def injected(self) -> Iterator[Injected]:
        """Give the places that were injected, in order."""
        for edit in self.found.edits:
            doubtful = self._doubtful(edit)
            if doubtful is None:
                continue
            span, original = self._original(edit)
            yield Injected(span, self._spelling(edit), original, doubtful)

    def _original(self, edit: Edit) -> tuple[Span, str | None]:
        span = (edit.start, edit.end)
        there = self.article.text[edit.genuine_start : edit.genuine_end]
        if not edit.exact or len(there) > _LONGEST or "\n" in there:
            return span, None
        return original_of((self.page, self.article.text), span, (edit.genuine_start, edit.genuine_end))

    def _doubtful(self, edit: Edit) -> bool | None:
        """Tell an injection (False), one that may be none (True), and an edit (None)."""
        text = self.page[edit.start : edit.end]
        if not edit.phrase:
            return self._single(edit, text)
        if not _worded(text) or self._is_line(edit) or _SENTENCE.search(text):
            return None
        return None if self.elsewhere(self._spelling(edit)) > _FEW else False

    def _single(self, edit: Edit, text: str) -> bool | None:
        there = self.article.text[edit.genuine_start : edit.genuine_end]
        if not _worded(text) or self._is_line(edit) or _SENTENCE.search(text) or len(text) > _LONGEST:
            return None
        if "\n" in there or len(there) > _LONGEST or self._typo(text, there) or self.elsewhere(text):
            return None
        if self._glued(edit, there) or self._misfits(edit, text):
            return self._edited > _MANY
        words = text.split()
        if len(words) == 1 and len(text) < 4:
            return None
        return self._edited > 1 if len(words) > 1 or there else self._edited > 0

    @cached_property
    def _edited(self) -> int:
        """How many differences there are that are neither repeated phrases nor left-out or added lines."""
        return sum(not e.phrase and e.start < e.end and not self._is_line(e) for e in self.found.edits) - 1

    def _glued(self, edit: Edit, there: str) -> bool:
        """Say whether words were put before a word without a space, as no editor does."""
        if there or edit.end >= len(self.page):
            return False
        before = self.page[edit.start - 1 : edit.start]
        return bool(_LETTER.match(self.page[edit.end])) and not _LETTER.match(before)

    def _misfits(self, edit: Edit, text: str) -> bool:
        """Say whether the particle after the words fits what stood there and does not fit them."""
        from_here = self.page[edit.end : edit.end + 8]
        if not _LETTER.match(from_here):
            return False
        asked = demand(from_here)
        return asked is not None and final_sound(text) not in asked

    def _is_line(self, edit: Edit) -> bool:
        """Say whether the edit is a whole line: a byline, a caption, a related headline."""
        before, after = self.page[: edit.start].rstrip(" \t"), self.page[edit.end :].lstrip(" \t")
        return (not before or before[-1] == "\n") and (not after or after[0] == "\n")

    @staticmethod
    def _typo(text: str, there: str) -> bool:
        """Say whether one word became a similar one."""
        return bool(there) and Levenshtein.normalized_similarity(text, there) >= 0.5

    def _spelling(self, edit: Edit) -> str:
        """Give the phrase as the page writes it most often."""
        if not edit.phrase:
            return self.page[edit.start : edit.end]
        return self._spellings[edit.phrase]

    @cached_property
    def _spellings(self) -> dict[str, str]:
        counts: dict[str, Counter[str]] = {}
        for e in self.found.edits:
            if e.phrase:
                counts.setdefault(e.phrase, Counter())[self.page[e.start : e.end]] += 1
        return {phrase: c.most_common(1)[0][0] for phrase, c in counts.items()}


def _worded(text: str) -> bool:
    return len(_LETTER.findall(text)) >= 2


def visible(text: str) -> int:
    r"""Count letters that are no white space.

    >>> visible(" 가 나\\n")
    2
    """
    return sum(map(len, text.split()))


def original_of(texts: tuple[str, str], span: Span, there: Span) -> tuple[Span, str]:
    """Give the span to overwrite and what to put there, so that blanks come out as in the genuine text.

    `texts` are the page and the genuine text, `span` and `there` what answers each other in them, without
    blanks at their ends.

    >>> original_of(("서울 X 시장은", "서울 시장은"), (3, 4), (2, 2))
    ((2, 4), '')
    >>> original_of(("오픈 X의", "오픈AI의"), (3, 4), (2, 4))
    ((2, 4), 'AI')
    """
    page, genuine = texts
    start, end = span
    original = genuine[there[0] : there[1]]
    left, right = _blank(page, start - 1), _blank(page, end)
    if original:
        wanted_left, wanted_right = _blank(genuine, there[0] - 1), _blank(genuine, there[1])
        start -= left == " " and not wanted_left
        end += right == " " and not wanted_right
        return (start, end), (" " if wanted_left and not left else "") + original + (
            " " if wanted_right and not right else ""
        )
    wanted = _blank(genuine, there[0]) or _blank(genuine, there[0] - 1)
    if wanted and left and right:
        return ((start - 1, end), "") if left == " " else ((start, end + (right == " ")), "")
    if wanted:
        return (start, end), "" if left or right else " "
    return (start - (left == " "), end + (right == " ")), ""


def _blank(text: str, at: int) -> str:
    r"""Give the blank at an offset: " ", "\\n" (also for the text's ends), or "" where there is none."""
    if not 0 <= at < len(text):
        return "\n"
    c = text[at]
    return ("\n" if c in "\r\n" else " ") if c.isspace() else ""
