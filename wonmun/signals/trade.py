"""Words of spam's trades on a page that speaks of no such trade: 출장안마 in a report on batteries.

An honest text that names a trade again and again is about it, and then other words of it stand around.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from wonmun.phrases.brands import HONEST_BETTING, is_betting
from wonmun.phrases.searches import elsewhere

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
PASSING = 1
"""Words of betting's theme in a text that does not speak of it: 관광객, 배당."""
_BET, _BETTING = "벳", "베팅"
"""What names of betting sites in Hangul hold, and a word of the theme that they belong to."""
_SOMEBODY = re.compile(
    " (?:전 )?(?:교수|감독|선수|박사|대표|의원|장관|총리|대통령|작가|배우|가수|코치|씨|판사|검사|연구원|부부)"
)


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name."""
    lexicon, text = occ.batch.view.language.lexicon, occ.batch.view.text
    table = np.zeros((occ.batch.size, len(NAMES)))
    if occ.batch.view.language.code != "ko":
        return table
    joined = "\n".join(occ.batch.phrases)
    spam = {joined.count("\n", 0, match.start()) for match in lexicon.phrase_spam.finditer(joined)}
    if _BET not in joined and not spam:
        return table
    for index, phrase in enumerate(occ.batch.phrases):
        if index in spam and any(kinds := _kinds(lexicon, phrase)):
            rest = elsewhere(occ, index)
            table[index] = (*kinds, *_around(lexicon, phrase, rest), _spare(lexicon, phrase))
        elif _BET in phrase and _is_site(occ, index, rest := text.replace(phrase, " ")):
            table[index] = (1, 0, 0, *_around(lexicon, phrase, rest), 0)
    return table


def _is_site(occ: Occurrences, index: int, rest: str) -> bool:
    """A name such as betting sites have, nobody's (`니스벳 교수`), in a text that speaks of nothing like it."""
    lexicon, phrase, text = occ.batch.view.language.lexicon, occ.batch.phrases[index], occ.batch.view.text
    name, _, more = phrase.partition(" ")
    if not is_betting(name) or (more and more not in lexicon.query | lexicon.weak) or HONEST_BETTING.search(rest):
        return False
    ends = (at + len(phrase) for at in occ.batch.spans(index).tolist())
    return len(lexicon.kin(_BETTING, rest)) <= PASSING and not any(_SOMEBODY.match(text, end) for end in ends)


def _kinds(lexicon: Lexicon, phrase: str) -> tuple[bool, bool, bool]:
    """Plain spam, ambiguous spam, a trade's word."""
    strong = [*lexicon.phrase_strong.findall(phrase), *lexicon.phrase_formed.findall(phrase)]
    plain = any(w not in lexicon.ambiguous for w in strong) or (
        bool(strong) and len(lexicon.phrase_any.findall(phrase)) > 1
    )
    return plain, bool(strong) and not plain, not strong and bool(lexicon.phrase_spam.search(phrase))


def _around(lexicon: Lexicon, phrase: str, rest: str) -> tuple[int, int]:
    """How many different words of the phrase's trades, and of crime reports, the rest of the page holds."""
    return min(KINDRED, len(lexicon.kin(phrase, rest))), min(TOLD, len(set(lexicon.report_pattern.findall(rest))))


def _spare(lexicon: Lexicon, phrase: str) -> float:
    hits = lexicon.phrase_any.findall(phrase) or lexicon.phrase_spam.findall(phrase)
    return max(0.0, 1 - sum(map(len, hits)) / len(phrase.replace(" ", "")))


def explain(occ: Occurrences, index: int) -> str:
    """Say that the page speaks of no such trade."""
    lexicon, phrase = occ.batch.view.language.lexicon, occ.batch.phrases[index]
    rest = elsewhere(occ, index)
    site = _BET in phrase and _is_site(occ, index, rest)
    if occ.batch.view.language.code != "ko" or not (site or lexicon.phrase_spam.search(phrase)):
        return ""
    kindred, _ = _around(lexicon, phrase, rest)
    return "" if kindred else f"nothing else on the page speaks of the trade that '{phrase}' belongs to"
