"""Insertions: nothing stood there. The phrase goes, and so does the blank that came with it."""

from __future__ import annotations

from wonmun.spacing import original_of


def tidy(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the span to delete so that one blank is left where there were two.

    >>> tidy("서울 X 시장", 3, 4), tidy("X 서울", 0, 1), tidy("X서울", 0, 1)
    ((2, 4), (0, 2), (0, 1))
    """
    before, after = text[:start].rstrip(), text[end:].lstrip()
    genuine = (
        f"{before} {after}" if text[start - 1 : start].isspace() or text[end : end + 1].isspace() else before + after
    )
    at = len(before)
    return original_of((text, genuine), (start, end), (at, at))[0]
