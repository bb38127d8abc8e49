"""A Japanese word of katakana that makes several compounds is what a short text is about: ルーレットチケット."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun import signals

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked

KINDS, SHARE = 3, 0.12
"""Different compounds, and share of the text that the word is: a term that was replaced in its compounds, too, leaves
as many, in a longer article. Found in a game's notice of 280 letters (.15) that was called injected."""
_COVER = signals.NAMES.index("cover")
_WORD = re.compile("[ァ-ヴー]+")


def makes_compounds(occ: Occurrences, pick: Picked) -> bool:
    """Tell whether a word of katakana is so much of a text, and part of so many longer ones there."""
    phrase = pick.phrase
    if pick.row[_COVER] < SHARE or not _WORD.fullmatch(phrase):
        return False
    longer = {word for word in _WORD.findall(occ.batch.view.text) if phrase in word and word != phrase}
    return len(longer) >= KINDS
