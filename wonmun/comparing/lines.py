"""Differences that are lines or sentences of their own: bylines, captions. No injected phrase is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wonmun.comparing.edit import Edit

_SENTENCE = re.compile(r"[다요죠음임][.?!]|[\n@]|기자\b|ⓒ|©|https?:")
_LINE_END = re.compile(r"[다요]?[.!?]?[ \t]*(?:\n|\Z)")
_NEAR = 40
"""Characters before a place in which its line's beginning is sought, blanks only between."""
_LEFT_OUT = 20
"""Characters of the copy that a page without any of them has not reworded but left out."""
_ENDING = 3
"""Letters of its end that an added sentence may have in common with the one before it."""


def is_line(page: str, edit: Edit) -> bool:
    """Say whether the edit is a whole line: a byline, a caption, a related headline."""
    before = page[max(0, edit.start - _NEAR) : edit.start].rstrip(" \t")
    return (not before or before[-1] == "\n") and bool(_LINE_END.match(page, edit.end))


def is_sentence(page: str, edit: Edit) -> bool:
    """Say whether a sentence ends in the edit or with it."""
    added = edit.genuine_start == edit.genuine_end
    return bool(_SENTENCE.search(page, edit.start, edit.end + (_ENDING if added else 0)))


def is_left_out(edit: Edit, page: str, genuine: str) -> bool:
    """Say whether the page has nothing where the copy has about a sentence, or anything at a line's beginning or end.

    Mirrors leave sentences out and paragraphs, too; of these the alignment sees what no other line has.
    """
    if edit.start < edit.end:
        return False
    sides = ((page, edit.start, edit.end), (genuine, edit.genuine_start, edit.genuine_end))
    at_edge = any("\n" in {text[a - 1 : a] or "\n", text[b : b + 1] or "\n"} for text, a, b in sides)
    return at_edge or edit.genuine_end - edit.genuine_start >= _LEFT_OUT
