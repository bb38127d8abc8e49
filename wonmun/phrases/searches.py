"""What a text says beside a candidate: other searches that stand there as often are no company of it.

Where 온라인바카라 and 바카라검증 hide two people's names, neither is what the text speaks of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences


def others(occ: Occurrences, index: int) -> list[int]:
    """The searches that stand often and neither hold the candidate named nor are part of it."""
    phrases, phrase = occ.batch.phrases, occ.batch.phrases[index]
    return [k for k in occ.searches if phrase not in phrases[k] and phrases[k] not in phrase]


def elsewhere(occ: Occurrences, index: int) -> str:
    """The text without a candidate and without those."""
    phrases, text = occ.batch.phrases, occ.batch.view.text.replace(occ.batch.phrases[index], " ")
    for other in sorted((phrases[k] for k in others(occ, index)), key=len, reverse=True):
        text = text.replace(other, " ")
    return text
