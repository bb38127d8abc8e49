"""Words of spam's trades on a page that speaks of no such trade: 출장안마 in a report on batteries.

An honest text that names a trade again and again is about it, and then other words of it stand around.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.language.lexicon import Lexicon
    from wonmun.phrases.occurrences import Occurrences

NAMES = ("plain_spam", "vague_spam", "traded", "kindred", "told", "spare_letters")
"""Holds a strong word that means nothing else, or one with another word of the lexicon · only strong words that mean
other things, too · no strong word, but one of a trade that honest pages name, too · different words of the same trades
elsewhere on the page (≤ 8), where it holds one of those · different words of crime reports elsewhere (≤ 6) · share of
its letters in no word of the lexicon."""
KINDRED, TOLD = 8, 6


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name."""
    lexicon = occ.batch.view.language.lexicon
    table = np.zeros((occ.batch.size, len(NAMES)))
    if occ.batch.view.language.code != "ko" or not lexicon.phrase_spam.search("\n".join(occ.batch.phrases)):
        return table
    for index, phrase in enumerate(occ.batch.phrases):
        kinds = _kinds(lexicon, phrase)
        if any(kinds):
            rest = occ.batch.view.text.replace(phrase, " ")
            table[index] = (*kinds, *_around(lexicon, phrase, rest), _spare(lexicon, phrase))
    return table


def _kinds(lexicon: Lexicon, phrase: str) -> tuple[bool, bool, bool]:
    """Plain spam, ambiguous spam, a trade's word."""
    strong = lexicon.phrase_strong.findall(phrase)
    plain = any(w not in lexicon.ambiguous for w in strong) or (
        bool(strong) and len(lexicon.phrase_any.findall(phrase)) > 1
    )
    return plain, bool(strong) and not plain, not strong and bool(lexicon.phrase_spam.search(phrase))


def _around(lexicon: Lexicon, phrase: str, rest: str) -> tuple[int, int]:
    """How many different words of the phrase's trades, and of crime reports, the rest of the page holds."""
    kindred = {w for k in lexicon.themes_of(phrase) for w in lexicon.theme_patterns[k].findall(rest)}
    return min(KINDRED, len(kindred)), min(TOLD, len(set(lexicon.report_pattern.findall(rest))))


def _spare(lexicon: Lexicon, phrase: str) -> float:
    hits = [*lexicon.phrase_any.findall(phrase)] or lexicon.phrase_spam.findall(phrase)
    return max(0.0, 1 - sum(map(len, hits)) / len(phrase.replace(" ", "")))


def explain(occ: Occurrences, index: int) -> str:
    """Say that the page speaks of no such trade."""
    lexicon, phrase = occ.batch.view.language.lexicon, occ.batch.phrases[index]
    if occ.batch.view.language.code != "ko" or not lexicon.phrase_spam.search(phrase):
        return ""
    kindred, _ = _around(lexicon, phrase, occ.batch.view.text.replace(phrase, " "))
    return "" if kindred else f"nothing else on the page speaks of the trade that '{phrase}' belongs to"
