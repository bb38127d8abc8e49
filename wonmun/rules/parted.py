"""Phrases put behind commas, those within numbers, too: `9,slots for free222 people`. Nobody writes a number so.

Some doorways put their phrase behind every few commas of an article, whatever the comma stands for. A number that is
parted so, and another comma with the same words glued to what follows, leave no doubt, whatever the words; in a list of
goods and prices numbers follow each of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.rules.ruled import Ruled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.phrases.view import View

_PARTED = re.compile(
    r"(?<![\d.,])\d{1,3},(?P<words>[^\W\d_](?:[^\n,.·:;()\"'‘’“”]{0,38}[^\W_])??)(?P<rest>\d{3})(?!\d)(?:,\d{3})*"
)
"""The beginning of a number, words, and three more digits of it."""
_HINT = re.compile(r",[^\W\d_]")
"""A comma with a letter right behind it, which hardly a page has, is found much faster than all of that."""
_COUNTED = re.compile(
    r"\s?(?:명|원|건|개|대|곳|가구|달러|만|억|톤|t\b|㎡|m|km|여|표|주|회|년|호|세대|장|권|마리|그루|인분"
    r"|people|dollars|人|円|件|元|个)"
)
"""What a number of thousands counts; goods in a list (`3, pears 500 g`) have no such unit."""
TWICE = 2
"""Places that there must be."""
HEADING = 24
"""Letters beside the phrase in a line above the article."""
_ABOVE = 1.5
"""Logits above the limit of injected pages."""


def look(view: View) -> Iterator[Ruled]:
    """Yield the phrases found."""
    inside: dict[str, int] = {}
    for match in _PARTED.finditer(view.text) if _HINT.search(view.text) else ():
        if _COUNTED.match(view.text, match.end()):
            inside[match["words"]] = inside.get(match["words"], 0) + 1
    for phrase, numbers in inside.items():
        behind = [m.end() for m in re.finditer(rf",{re.escape(phrase)}(?=[^\W_])", view.text)]
        if len(behind) >= TWICE and any(_no_price(view.text, at) for at in behind):
            why = f"'{phrase}' stands inside numbers, behind their commas ({numbers} times)"
            times = view.text.count(phrase)
            if len(behind) >= times - _in_headings(view.text, phrase):
                yield Ruled(phrase, times, "insertion", "parted", why, sure=True, above=_ABOVE, added=True)


def _no_price(text: str, at: int) -> bool:
    """What follows a phrase is no number by itself: letters, or figures that begin with a nought."""
    return not text[at].isdigit() or text[at] == "0"


def _in_headings(text: str, phrase: str) -> int:
    """Places in lines with hardly another word: those above the article."""
    lines = [line for line in text.split("\n") if phrase in line and len(line) <= len(phrase) + HEADING]
    return sum(line.count(phrase) for line in lines)
