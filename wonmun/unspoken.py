"""Outside of Korean, spam words of a trade that the text nowhere speaks of: such a phrase need not be odd in form.

Nor need one be spam that stands in small letters before sentences: `… a year. wedding cakes The minister said`.

The fitted models lean on form, since most phrases without a spam word show nothing else; one word (`viagra`, 六合彩)
that stands for another noun shows none. Words that mean something else, too (`slot`, バカラ the glassmaker), need
sentences that begin anew behind them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from wonmun import signals, verdict
from wonmun.excuses import excused
from wonmun.occurrences import FULL_STOPS
from wonmun.picked import Picked
from wonmun.signals import junctions, kinship
from wonmun.weights.fitted import weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from wonmun.language.base import Lexicon
    from wonmun.occurrences import Occurrences

SURE, DOUBTFUL = 0.5, 0.1
"""Logits above the limits of the language's weights."""
OFTEN = 2
"""Sentences that begin anew, from which on that is no slip."""
FEW = 2
"""Other words of trades and of crime reports, up to which a text does not speak of them much."""
_STRONG = signals.NAMES.index("strong")
_RESTARTS = [len(signals.NAMES) + junctions.NAMES.index(n) for n in ("camel", "recap")]


def judged(occ: Occurrences, found: Sequence[Picked]) -> list[Picked]:
    """What was found, with candidates that hold a strong word and stand twice or oftener: these may raise its score."""
    if occ.batch.view.language.code == "ko":  # has arms of its own
        return list(found)
    places = [_places(occ, pick.index) for pick in found]
    picks, anew = list(found), _anew(occ)
    for pick in _candidates(occ, anew):
        mine = _places(occ, pick.index)
        same = [k for k, taken in enumerate(places) if (mine & taken).any()]
        if len(same) > 1:
            continue
        score = _score(occ, pick, anew)
        if score is None or (same and same[0] >= len(found)):
            continue
        if same:
            picks[same[0]] = replace(picks[same[0]], score=max(score, picks[same[0]].score))
        else:
            picks.append(replace(pick, score=max(score, pick.score)))
            places.append(mine)
    return picks


def _candidates(occ: Occurrences, anew: NDArray[np.bool_]) -> list[Picked]:
    """Those to be asked about, the best bounds first."""
    language = occ.batch.view.language
    spam = language.lexicon.strong_pattern.search("\n".join(occ.batch.phrases))
    if not (spam or anew.any()):
        return []
    numbers = weights(language.code)
    rows = signals.measure(occ)
    asked = np.flatnonzero(((rows[:, _STRONG] > 0) | anew) & (occ.count > 1)).tolist()
    if numbers.full is None or not asked:
        return []
    cheap = numbers.cheap.score(rows)
    whole = verdict.reading(occ, asked, rows, cheap)
    scores = numbers.share * numbers.full.score(whole) + (1 - numbers.share) * cheap[asked]
    phrases = occ.batch.phrases
    picks = [Picked(i, phrases[i], float(s), row, read=True) for i, s, row in zip(asked, scores, whole, strict=True)]
    return sorted(picks, key=lambda pick: -pick.score)


def _anew(occ: Occurrences) -> NDArray[np.bool_]:
    """Which candidates open sentences in small letters, with another one behind, twice or oftener, and nothing else."""
    codes = occ.batch.view.codes
    stops = FULL_STOPS[codes[np.maximum(occ.batch.pos - 2, 0)]] & (occ.before == ord(" "))
    opens: NDArray[np.bool_] = occ.total(occ.sentence_start) == occ.count
    return opens & (kinship.restarts(occ, stops) >= OFTEN)


def _places(occ: Occurrences, index: int) -> NDArray[np.bool_]:
    """Which characters of the text are part of a candidate's places."""
    flags = np.zeros(len(occ.batch.view.text) + 1, np.bool_)
    size = len(occ.batch.phrases[index])
    for start in occ.batch.spans(index).tolist():
        flags[start : start + size] = True
    return flags


def _score(occ: Occurrences, pick: Picked, anew: NDArray[np.bool_]) -> float | None:
    """What the words say, on the scale of the limits; None: nothing."""
    lexicon = occ.batch.view.language.lexicon
    numbers = weights(occ.batch.view.language.code)
    if anew[pick.index]:
        return None if excused(occ, pick) else numbers.injected + SURE
    if not pick.row[_STRONG]:
        return None
    others = len(_spoken(lexicon, occ.batch.view.text.replace(pick.phrase, "\n")))
    if others > FEW or excused(occ, pick):
        return None
    odd = bool(pick.row[_RESTARTS].any())
    plain = bool({w.lower() for w in lexicon.strong_pattern.findall(pick.phrase)} - lexicon.ambiguous)
    if (plain and (odd or not others)) or (odd and not others):
        return numbers.injected + SURE
    return numbers.suspicious + DOUBTFUL if plain else None


def _spoken(lexicon: Lexicon, text: str) -> set[str]:
    """The words of trades and of crime reports in a text."""
    patterns = lexicon.topic_pattern, lexicon.report_pattern
    return {word.lower() for pattern in patterns for word in pattern.findall(text)}
