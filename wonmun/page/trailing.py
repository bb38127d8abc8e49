"""What a page's source holds behind its end: nothing but what scripts and caches leave there, or what was appended."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(r"</html\s*>", re.IGNORECASE)
MOST, SHARE = 20_000, 0.3
"""Characters behind the end that are read, and share of the source from which on that was no end."""
_ASIDE = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|noscript|template)\b.*?(?:</\1|\Z)", re.IGNORECASE | re.DOTALL)
_BLOCK = re.compile(r"<[^>]*>|<[^>]*\Z")
_PIECES = 100
"""Pieces of text that are kept."""


def trailing(source: str) -> Iterator[tuple[str, str]]:
    """Yield ("behind", text) for each piece of text behind the end of a page, white space folded.

    >>> list(trailing("<html><body><p>" + "본문 " * 20 + "</p></body></html><!-- 0.1 s --><a href=/>뒤 &amp; 앞</a>"))
    [('behind', '뒤 & 앞')]
    """
    ends = [match.end() for match in _END.finditer(source)]
    if not ends or len(source) - ends[-1] > SHARE * len(source):
        return
    tail = _ASIDE.sub("\0", source[ends[-1] : ends[-1] + MOST])
    pieces = (" ".join(html.unescape(piece).split()) for piece in re.split("\0", _BLOCK.sub("\0", tail)))
    yield from [("behind", piece) for piece in pieces if piece][:_PIECES]
