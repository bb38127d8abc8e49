"""What is taken off a candidate's score: for what a text speaks of, short texts, names, compounds, headings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wonmun.judging import persons, short, towns, unsaid
from wonmun.judging.compounds import composed
from wonmun.judging.excuses import TOPICAL, excused
from wonmun.judging.seeming import seeming

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked


def discounted(occ: Occurrences, pick: Picked, least: float) -> Picked:
    """A candidate that was read with its score lowered; from `least` on by what asks more of the text, too."""
    less = excused(occ, pick) + TOPICAL * unsaid.accompanied(occ, pick)
    less += short.discount(occ, pick) + persons.discount(occ, pick) + towns.discount(occ, pick)
    lower = replace(pick, score=pick.score - less)
    if lower.score < least:
        return lower
    return replace(lower, score=lower.score - composed(occ, lower) - seeming(occ, lower))
