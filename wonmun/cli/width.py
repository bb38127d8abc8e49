"""Columns of a terminal, of which a Korean syllable takes two."""

from __future__ import annotations

import unicodedata


def padded(text: str, width: int, *, left: bool = False) -> str:
    """Fill up with blanks to a width in columns, behind the text or to its left.

    >>> padded("id", 4) + "|", padded("번호", 6, left=True) + "|"
    ('id  |', '  번호|')
    """
    blanks = " " * (width - len(text) - sum(unicodedata.east_asian_width(c) in "WF" for c in text))
    return blanks + text if left else text + blanks
