"""Searches for spam that stand in a Korean text as often as what was put in: a second one is no company of the first.

Where 온라인바카라 and 바카라검증 hide two people's names, neither is what the text speaks of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from wonmun.language.lexicon import Lexicon
    from wonmun.phrases.occurrences import Occurrences

OFTEN = 3
"""Places from which on a search may be a phrase that was put in."""


def is_search(lexicon: Lexicon, phrase: str) -> bool:
    """Whether it is made of several words of searches, one of spam among them, and of nothing else."""
    if phrase in lexicon.formed:
        return True
    if lexicon.phrase_strong.search(phrase) is None:
        return False
    hits = lexicon.phrase_any.findall(phrase)
    return len(hits) > 1 and sum(map(len, hits)) == len(phrase.replace(" ", ""))


def searches(occ: Occurrences) -> list[int]:
    """The Korean candidates that are such searches and stand often."""
    phrases, lexicon = occ.batch.phrases, occ.batch.view.language.lexicon
    if occ.batch.view.language.code != "ko":
        return []
    often = np.flatnonzero(occ.count >= OFTEN).tolist()
    if not lexicon.phrase_strong.search("\n".join(phrases[k] for k in often)):
        return []
    return [k for k in often if is_search(lexicon, phrases[k])]


def others(occ: Occurrences, index: int) -> list[int]:
    """Those of them that neither hold the candidate named nor are part of it."""
    phrases, phrase = occ.batch.phrases, occ.batch.phrases[index]
    return [k for k in occ.searches if phrase not in phrases[k] and phrases[k] not in phrase]


def elsewhere(occ: Occurrences, index: int) -> str:
    """The text without a candidate and without those."""
    phrases, text = occ.batch.phrases, occ.batch.view.text.replace(occ.batch.phrases[index], " ")
    for other in sorted((phrases[k] for k in others(occ, index)), key=len, reverse=True):
        text = text.replace(other, " ")
    return text
