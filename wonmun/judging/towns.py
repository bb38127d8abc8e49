"""A town, a bay or a county whose name nobody knows, before the word for what it is: 청석시는, 청석만에서는.

Where sentences begin with it, it looks like a name put before `시는` and `만에서는`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.judging.persons import SEARCHED
from wonmun.language.particles import is_particle

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked

MORE = 3.0
"""Logits that such a name needs above the limits."""
LETTERS = 3
"""Letters of most such names."""
TWICE, MOSTLY = 2, 0.6
"""Places at which the same word for what it is follows, and share of all places at which any does."""
_KIND = re.compile("(?P<kind>(?:특별|광역)?시|어촌계|항만|[군구읍면도만항섬역강산천])(?P<rest>[가-힣]*)")


def discount(occ: Occurrences, pick: Picked) -> float:
    """Logits to take off a Korean candidate's score: 0 but for such a name."""
    view, phrase = occ.batch.view, pick.phrase
    if view.language.code != "ko" or pick.lexical or len(phrase) > LETTERS or not phrase.isalpha():
        return 0.0
    if pick.row[SEARCHED].any():
        return 0.0
    starts = occ.batch.spans(pick.index).tolist()
    words = [_KIND.match(view.text, at + len(phrase)) for at in starts]
    kinds = [word["kind"] for word in words if word and (not word["rest"] or is_particle(word["rest"]))]
    same = max(map(kinds.count, kinds), default=0)
    return MORE if same >= TWICE and len(kinds) >= MOSTLY * len(starts) else 0.0
