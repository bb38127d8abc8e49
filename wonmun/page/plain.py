"""A plain text as a `Page`: the text stays exactly as given, its lines are the segments.

A text of very many lines has short ones joined to those that follow: a record for each word of a list of ten megabytes
took ninety times the list's size.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.model import Page, Segment
from wonmun.page.tongue import guess_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.model import Span

_LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")
_MANY = 5_000
"""Lines of a text in which segments have at least `_LEAST` characters."""
_LEAST = 80


def plain_page(text: str, *, title: str = "", url: str | None = None, lang: str = "") -> Page:
    r"""Take a text as it is. Raises nothing.

    `Page.text` is `text`, character for character, so offsets refer to what was given. A title beside it
    is carried as ("title", …) in `Page.head`, where it shifts no offset. `lang` overrides the guess.

    >>> [s.start for s in plain_page("첫 줄\n\n 둘째 줄").segments]
    [0, 6]
    """
    segments = tuple(Segment(f"t{number}", "text", *span) for number, span in enumerate(_lines(text), 1))
    head = (("title", title),) if title else ()
    return Page(text, segments, url=url, lang=guess_language(text, lang), head=head)


def _lines(text: str) -> Iterator[Span]:
    least = _LEAST if max(text.count("\n"), text.count("\r")) > _MANY else 0
    start, end = -1, 0
    for line in _LINE.finditer(text):
        start, end = line.start() if start < 0 else start, line.end()
        if end - start >= least:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end
