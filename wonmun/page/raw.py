"""Elements whose content is no markup, found in the source: style sheets and linked data, wherever they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.page.media import met

if TYPE_CHECKING:
    from collections.abc import Iterator

_ASIDE = ("noscript", "template", "textarea")
"""What stands in these is not in force: for browsers without scripts, for scripts to copy, no markup at all."""
_OPENING = re.compile(rf"<!--|<(style|script|{'|'.join(_ASIDE)})\b([^>]{{0,2000}})>", re.IGNORECASE)
_ENDS = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("style", "script", *_ASIDE)}
_ATTRIBUTE = re.compile(r"\b(media|type)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)


def raw_elements(source: str) -> Iterator[tuple[str, str, str]]:
    """Yield (name, attributes as written, content) of each style and script element that is in force.

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
        if name in _ASIDE:
            at = closing.start() if closing else found.end()
            continue
        at = closing.start() if closing else len(source)
        yield name, found.group(2), source[found.end() : at]


def in_force(attributes: str) -> bool:
    """Tell whether a style element with these attributes, as written, is a style sheet for a screen.

    >>> in_force(' media="print"'), in_force(" type=text/css media=all"), in_force(" type='text/less'")
    (False, True, False)
    """
    said = {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _ATTRIBUTE.finditer(attributes)}
    return said.get("type", "").strip().lower() in {"", "text/css"} and met(said.get("media", ""))
