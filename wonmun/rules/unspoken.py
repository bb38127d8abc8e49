"""Outside of Korean, spam words of a trade that the text nowhere speaks of: such a phrase need not be odd in form.

Nor need one be spam that stands in small letters before sentences: `… a year. wedding cakes The minister said`.

The fitted models lean on form, since most phrases without a spam word show nothing else; one word (`viagra`, 六合彩)
that stands for another noun shows none. Words that mean something else, too (`slot`, バカラ the glassmaker), need
sentences that begin anew behind them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from wonmun import signals
from wonmun.judging import verdict
from wonmun.judging.excuses import excused
from wonmun.phrases.brands import is_brand
from wonmun.phrases.picked import Picked
from wonmun.rules import told
from wonmun.rules.doubted import RESTARTS, doubted, named_here, near
from wonmun.rules.grammar import ODD, odd_places, oddly_weak
from wonmun.rules.named import is_name, is_titled
from wonmun.rules.typed import is_typed
from wonmun.weights.fitted import weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

SURE, DOUBTFUL = 0.5, 0.1
"""Logits above the limits of the language's weights."""
OFTEN = 3
"""Places from which on a word of one meaning leaves no doubt where nothing near it is spoken of."""
ALL_OVER, LONG, DENSE, BESIDE = 8, 8, 0.06, 3
"""Places, letters and share of the text from which on a phrase is strewn over it, and letters of a word that says
nothing."""
_STRONG, _WORDS = signals.NAMES.index("strong"), signals.NAMES.index("spam_words")
_NAME = re.compile(r"[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)+")


def judged(occ: Occurrences, found: Sequence[Picked], anew: NDArray[np.bool_]) -> list[Picked]:
    """What was found, with candidates that hold a strong word and stand twice or oftener: these may raise its score.

    `anew` is what `openings.opens_anew` says of the candidates.
    """
    if occ.batch.view.language.code == "ko":  # has arms of its own
        return list(found)
    found = [doubted(occ, pick) for pick in found if not _told_of(occ, pick)]
    places = [_places(occ, pick.index) for pick in found]
    picks = list(found)
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
    language, phrases = occ.batch.view.language, occ.batch.phrases
    brands = np.array([is_brand(p, spaced=language.spaced) for p in phrases], np.bool_)
    wholly = np.array([told.wholly(language.lexicon, p) for p in phrases], np.bool_)
    strewn = np.array([_strewn(occ, i) for i in range(occ.batch.size)], np.bool_)
    typed = np.array([is_typed(language, p, occ.batch.view.text) for p in phrases], np.bool_)
    weakly = np.array([oddly_weak(occ, i) > 0 for i in range(occ.batch.size)], np.bool_)
    other = wholly | brands | anew | strewn | typed | weakly
    if not (other.any() or language.lexicon.strong_pattern.search("\n".join(phrases))):
        return []
    numbers = weights(language.code)
    rows = signals.measure(occ)
    asked = np.flatnonzero(((rows[:, _STRONG] > 0) | other) & (occ.count > 1)).tolist()
    if not asked:
        return []
    cheap = numbers.cheap.score(rows)
    whole = verdict.reading(occ, asked, rows, cheap)
    scores = numbers.mean(whole, cheap[asked])
    picks = [Picked(i, phrases[i], float(s), row) for i, s, row in zip(asked, scores, whole, strict=True)]
    return sorted(picks, key=lambda pick: -pick.score)


def _strewn(occ: Occurrences, index: int) -> bool:
    """In languages without weights: several words all over a text, each time beside others, none of them without it."""
    view, phrase, count = occ.batch.view, occ.batch.phrases[index], int(occ.count[index])
    text, size = view.text, len(phrase)
    if (
        view.language.code
        or count < ALL_OVER
        or size < LONG
        or phrase[:1].isupper()
        or size * count < DENSE * len(text)
    ):
        return False
    starts, rest = occ.batch.spans(index).tolist(), text.replace(phrase, "\n")
    sides = [{text[max(0, at - 3) : at] for at in starts}, {text[at + size : at + size + 3] for at in starts}]
    words = [word for word in phrase.split(" ") if len(word) > BESIDE]
    apart = all(2 * len(side) >= count for side in sides)
    return apart and bool(words) and not any(word in rest for word in words)


def _told_of(occ: Occurrences, pick: Picked) -> bool:
    """A report on the trade of its spam word, whose name says more than form does; or where that is little, a name."""
    lexicon = occ.batch.view.language.lexicon
    if is_titled(pick.phrase) and not lexicon.any_pattern.search(pick.phrase[:-2]):
        return True
    named = lexicon.names_trade(pick.phrase) and not odd_places(occ, pick.index)
    little = named or pick.score < weights(occ.batch.view.language.code).injected
    if not little or pick.row[RESTARTS].any():
        return False
    if lexicon.spam_pattern.search(pick.phrase) or lexicon.topic_pattern.search(pick.phrase):
        return told.reported(lexicon, pick.phrase, near(occ, pick))
    return _NAME.fullmatch(pick.phrase) is not None


def _places(occ: Occurrences, index: int) -> NDArray[np.bool_]:
    """Which characters of the text are part of a candidate's places."""
    flags = np.zeros(len(occ.batch.view.text) + 1, np.bool_)
    size = len(occ.batch.phrases[index])
    for start in occ.batch.spans(index).tolist():
        flags[start : start + size] = True
    return flags


def _score(occ: Occurrences, pick: Picked, anew: NDArray[np.bool_]) -> float | None:
    """What the words say, on the scale of the limits; None: nothing."""
    numbers = weights(occ.batch.view.language.code)
    level = 2 if anew[pick.index] else _level(occ, pick)
    if excused(occ, pick) or is_name(occ, pick.index):
        level = 0
    elif level and not anew[pick.index] and named_here(occ, pick):
        level = 1
    level = max(level, int(_strewn(occ, pick.index)))
    return (None, numbers.suspicious + DOUBTFUL, numbers.injected + SURE)[level]


def _level(occ: Occurrences, pick: Picked) -> int:
    """2 where its words leave no doubt, 1 where they leave one, 0 where they say nothing."""
    lexicon = occ.batch.view.language.lexicon
    brand = is_brand(pick.phrase, spaced=occ.batch.view.language.spaced)
    typed = is_typed(occ.batch.view.language, pick.phrase, occ.batch.view.text)
    others = told.others(lexicon, pick.phrase, near(occ, pick), brand=brand or (typed and " " not in pick.phrase))
    odd = bool(pick.row[RESTARTS].any())
    strong = {w.lower() for w in lexicon.strong_pattern.findall(pick.phrase)}
    crowded = others > told.FEW
    if (crowded and not (typed and strong)) or (not (strong or brand or odd) and _NAME.fullmatch(pick.phrase)):
        return 0
    if strong <= lexicon.ambiguous and told.mentioned(occ, pick.index):
        return 0
    misplaced = (odd_places if strong else oddly_weak)(occ, pick.index) >= ODD
    misplaced = misplaced and not told.reported(lexicon, pick.phrase, near(occ, pick))
    if misplaced or (typed and not strong) or ((typed or lexicon.searched(pick.phrase)) and not others):
        return 2
    if strong & lexicon.alone and not crowded and (alone := _alone(occ, pick, others, odd=odd)):
        return alone
    plain = bool(strong - lexicon.ambiguous) or pick.row[_WORDS] > 1 or not strong
    if not crowded and (plain or odd) and (odd or not others) and (plain or not others):
        return 2
    return int(plain or crowded)


def _alone(occ: Occurrences, pick: Picked, others: int, *, odd: bool) -> int:
    """The level of a word of one meaning beside so many others; a long page may speak of its trade far from it."""
    lexicon, text = occ.batch.view.language.lexicon, occ.batch.view.text
    often = occ.count[pick.index] >= OFTEN and (odd or not _NAME.fullmatch(pick.phrase))
    often = often and told.others(lexicon, pick.phrase, text, brand=False) <= told.FEW
    if not others or not told.traded(lexicon, pick.phrase, near(occ, pick)):
        return 1 + int(often and not others)
    return int(others < told.FEW and often and not lexicon.names_trade(pick.phrase))
