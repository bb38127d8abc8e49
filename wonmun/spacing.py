"""Blanks around what is put back, so that they come out as in the genuine text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wonmun.model import Span


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
