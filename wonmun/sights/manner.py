"""Ways of hiding that nobody takes for what readers are to see later, or hear: far off screen, as good as clear.

Menus, dialogs and slides are switched by `display`, words for screen readers are clipped or have a class of their own,
links with a picture instead of words are indented, and what fades in begins at opacity 0; a text whose own style moves
it past any slide, or makes it a pixel high, is meant for machines.
"""

from __future__ import annotations

import re
from itertools import chain

from wonmun.page.lengths import pixels

AWAY = 2000.0
"""Pixels from which on no carousel keeps its slides there, nor a menu its drawer."""
_OWN = ("style ", "marquee ")
"""How `hidden_by` begins where the element itself says it, and no class that others share."""
_MOVED = re.compile(r"(?:left|top|right|bottom|margin(?:-left|-top)?|inset):([^;()]+)")
_FAINT = re.compile(r"opacity:0?\.0*[1-9]|font-size:(?:0?\.\d+|1)(?:px|pt)|z-index:-|marquee of ")


def crafted(hidden_by: str) -> bool:
    """Tell whether a text is hidden so.

    >>> crafted("style left:-9999px; position:absolute"), crafted("style left:-1280px; position:absolute")
    (True, False)
    >>> crafted("style opacity:.01"), crafted("style opacity:0"), crafted("class blind (left:-9999px)")
    (True, False, False)
    """
    if not hidden_by.startswith(_OWN):
        return False
    lengths = chain.from_iterable(found[1].split() for found in _MOVED.finditer(hidden_by))
    return bool(_FAINT.search(hidden_by)) or any(abs(pixels(length) or 0) >= AWAY for length in lengths)
