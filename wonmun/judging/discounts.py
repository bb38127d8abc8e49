"""What is taken off a candidate's score: for what the text speaks of, for short texts, people's names, compounds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wonmun.judging import persons, short
from wonmun.judging.compounds import composed
from wonmun.judging.excuses import excused

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked


def discounted(occ: Occurrences, pick: Picked, least: float) -> Picked:
    """A candidate that was read with its score lowered; compounds are looked for from the score `least` on."""
    lower = replace(
        pick, score=pick.score - excused(occ, pick) - short.discount(occ, pick) - persons.discount(occ, pick)
    )
    return replace(lower, score=lower.score - composed(occ, lower)) if lower.score >= least else lower
