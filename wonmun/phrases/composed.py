"""Searches composed of words of spam that stand in a Korean text as often as what was put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.language.lexicon import Lexicon
    from wonmun.phrases.candidates import Batch

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


def searches(batch: Batch, count: NDArray[np.float64]) -> list[int]:
    """The Korean candidates that are such searches and stand often; `count`: places of each."""
    phrases, lexicon = batch.phrases, batch.view.language.lexicon
    if batch.view.language.code != "ko":
        return []
    often = np.flatnonzero(count >= OFTEN).tolist()
    if not lexicon.phrase_strong.search("\n".join(phrases[k] for k in often)):
        return []
    return [k for k in often if is_search(lexicon, phrases[k])]
