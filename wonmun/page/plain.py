"""A plain text as a `Page`: the text stays exactly as given, its lines are the segments."""

from __future__ import annotations

import re

from wonmun.model import Page, Segment
from wonmun.page.tongue import guess_language

_LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")


def plain_page(text: str, *, title: str = "", url: str | None = None, lang: str = "") -> Page:
    r"""Take a text as it is. Raises nothing.

    `Page.text` is `text`, character for character, so offsets refer to what was given. A title beside it
    is carried as ("title", …) in `Page.head`, where it shifts no offset. `lang` overrides the guess.

    >>> [s.start for s in plain_page("첫 줄\n\n 둘째 줄").segments]
    [0, 6]
    """
    segments = tuple(
        Segment(f"t{number}", "text", found.start(), found.end())
        for number, found in enumerate(_LINE.finditer(text), 1)
    )
    head = (("title", title),) if title else ()
    return Page(text, segments, url=url, lang=guess_language(text, lang), head=head)
