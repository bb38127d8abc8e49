"""Names that nobody knows, always bare between two words, where no bare noun can stand: `손목이 X 나가요`.

A noun without a particle stands before another one (X 이용자), but hardly behind a whole word and before a verb or an
adverb. Editors write so of days, amounts and adverbs, which lists know. Of 520 honest articles none holds such a name
at two places; of 40 copies with a phrase between words that were called injected by nothing 11 do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from wonmun import signals
from wonmun.looks import ends_bare
from wonmun.signals.bonds import may_part, parts
from wonmun.signals.fluency import is_nouns

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.view import View

FEWEST = 2
"""Places that there must be; with so many a page is suspicious, with more it is injected (`lexical.at_least`)."""
_SHORTEST = 3
"""Letters of such a name: two are a noun with its particle as often (공이)."""
_BETWEEN, _UNSEEN = (signals.NAMES.index(n) for n in ("between", "unseen"))
_FIGURE = re.compile(r"\d+[만억천여]?(?:분|초|시|일|월|년|주|명|개|원|번|차|곳|달|배|위|점|호)")
_LAUGHED, _ARROWS = ("ㅋㅋ", "ㅎㅎ", "ㅠㅠ", "ㅜㅜ"), ("-> ", "ㄴ ", "└ ")
_ANSWERED = re.compile(r"^ *(?:->|ㄴ|└) ", re.MULTILINE)
"""What talk is written with: nobody sets particles there (`팔당에서 초계국수 먹나요?`)."""
_REACH = 40
"""Characters on either side of a place that are looked at."""


def unspoken(occ: Occurrences, rows: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which Korean candidates are such a name."""
    flags = np.zeros(len(rows), np.bool_)
    if occ.batch.view.language.code != "ko":
        return flags
    possible = (rows[:, _BETWEEN] == 1) & (rows[:, _UNSEEN] > 0) & (occ.count >= FEWEST)
    if not possible.any() or _chatted(occ.batch.view.text):
        return flags
    for index in np.flatnonzero(possible).tolist():
        phrase = occ.batch.phrases[index]
        if len(phrase) < _SHORTEST or _FIGURE.match(phrase) or not ends_bare(phrase, occ.batch.view.language):
            continue
        places = [_sides(occ.batch.view, at, at + len(phrase)) for at in occ.batch.spans(index).tolist()]
        places = [place for place in places if may_part(*place)]
        flags[index] = bool(places) and is_nouns(phrase) and any(parts(*place) for place in places)
    return flags


def _chatted(text: str) -> bool:
    """Whether a text is talk: letters are sought before the pattern, which takes ten times as long as all of them."""
    if any(map(text.__contains__, _LAUGHED)):
        return True
    return any(map(text.__contains__, _ARROWS)) and _ANSWERED.search(text) is not None


def _sides(view: View, start: int, end: int) -> tuple[str, str]:
    """What stands on either side of a place on its line, blanks left out."""
    left = view.text[max(0, start - _REACH) : start].rpartition("\n")[2]
    return left.rstrip(), view.text[end : end + _REACH].partition("\n")[0].lstrip()
