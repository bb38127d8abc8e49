"""What stands near the places of a phrase: long pages speak of sites, firms and doctors anyway."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.language.base import Language

SHORT, REACH = 3000, 250
"""Letters of a text that is one subject, and letters to each side of a place that speak of it; a third of both where no
blanks stand between words."""
UNSPACED = 3


def vicinity(language: Language, text: str, starts: Sequence[int], size: int) -> str:
    """The whole text if it is short, else the stretches around the places, each once, lines between them."""
    share = 1 if language.spaced else UNSPACED
    reach = REACH // share
    if len(text) <= SHORT // share:
        return text
    spans: list[list[int]] = []
    for at in sorted(starts):
        begin, end = max(0, at - reach), at + size + reach
        if spans and begin <= spans[-1][1]:
            spans[-1][1] = end
        else:
            spans.append([begin, end])
    return "\n".join(text[begin:end] for begin, end in spans)
