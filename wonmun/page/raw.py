"""Elements whose content is no markup, found in the source: style sheets and linked data, wherever they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING = re.compile(r"<!--|<(style|script)\b([^>]{0,2000})>", re.IGNORECASE)
_ENDS = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("style", "script")}


def raw_elements(source: str) -> Iterator[tuple[str, str, str]]:
    """Yield (name, attributes as written, content) of each style and script element outside comments.

    One pass: every search goes on where the last one ended.

    >>> list(raw_elements("<!-- <style>a</style> --><STYLE type=text/css>b</style>"))
    [('style', ' type=text/css', 'b')]
    """
    at = 0
    while found := _OPENING.search(source, at):
        if found.group(1) is None:
            end = source.find("-->", found.end())
            if end < 0:
                return
            at = end + 3
            continue
        name = found.group(1).lower()
        closing = _ENDS[name].search(source, found.end())
        at = closing.start() if closing else len(source)
        yield name, found.group(2), source[found.end() : at]
