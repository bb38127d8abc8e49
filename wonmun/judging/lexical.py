"""The second arm: a page whose form shows little, but with words of spam's trades where nothing speaks of those.

The models of form and fluency hardly lean on the lexicon, so that phrases without a spam word are found; one that has
such words need not be odd in form. Such a phrase is judged by the sum of both arms' logits, with limits of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wonmun import signals
from wonmun.judging.excuses import CLEAR
from wonmun.judging.introduced import introduced, titled
from wonmun.language.senses import senses
from wonmun.phrases.brands import is_betting
from wonmun.phrases.searches import elsewhere

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.language.lexicon import Lexicon
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked
    from wonmun.weights.fitted import Weights

NAMES = (
    "plain_spam", "vague_spam", "traded", "kindred", "told", "spare_letters", "searched", "query_tail", "words",
    "times",
    "glued_left", "glued_right", "wrong", "wrong_kinds", "loose", "lead", "stub", "verb", "bare", "between",
    "after_particle", "after_ending", "rejoined", "both", "right_kinds", "entropy", "one_particle",
    "bracketed", "quote_open", "paren_after", "listed", "exclusive", "apart_log", "cover", "cost",
    "affinity", "affinity_least", "affinity_middle", "affinity_round",
    "parted",
)  # fmt: skip
"""The columns that this arm weighs."""
KINDS = [signals.NAMES.index(n) for n in ("plain_spam", "vague_spam", "traded")]
OFTEN, REPORTED, CRIMES = 3, 2, 3
"""Places from which on a word that means nothing else leaves no doubt where nothing speaks of its trade; different
words of crime reports with which the page may be one on a lawful trade, and on another one."""
TWICE, NEARLY = 2, 0.65
"""Places, and logits below the lower limit that form alone comes to there, for the same. Of 7,600 honest texts and
windows ten have such words at two places that nothing speaks of, all a logit below it; of 250 such copies 230 come."""
REPORT = 5
"""Different words of crime reports with which a page is one: what is odd nowhere there leaves a doubt only, as
`가짜 출장 마사지 누리집` of swindlers whom the police took."""
AT_LENGTH = 3
"""Different words of its trade elsewhere with which a page is on a lawful trade, whatever compounds it makes of the
bare word: 카지노학과, 호텔카지노경영과 beside 딜러, 포커, 리조트."""
ABOVE, LITTLE = 0.2, 0.01
"""Logits above the limits for such a phrase, and what a logit of its own counts there: the best bounds win."""
PASSING = 1
"""Words near its trade that a text may hold and not speak of that: 관광객, 은행, 광고."""
AT_HOME = 0.26
"""Nearness to the page's nouns from which on such a word is of the page's kind: 카지노 in a text on a journey to Macau.
Of 114 phrases put there, 8 of 100 are so near."""
_PLAIN, _KINDRED, _TOLD, _NEAR, _SENSED = (
    signals.NAMES.index(n) for n in ("plain_spam", "kindred", "told", "affinity_least", "sensed")
)
_BROKEN = [signals.NAMES.index(n) for n in ("wrong", "lead", "stub", "both", "after_ending", "parted")]
_ASKED = [signals.NAMES.index(n) for n in ("searched", "query_share")]
_SPAM, _INSIDE, PARTLY, LONGER = signals.NAMES.index("spam_share"), signals.NAMES.index("left_rate"), 0.5, 0.75
"""Share of places inside a longer word from which on a word of a trade is part of names: behind other letters, and with
one letter behind it."""
ODD = 0.5
"""Logits below the limit of suspicious ones from which on form alone says enough."""
SLOPE = 0.22
"""Of the sum of both arms above its upper limit, where the other arm's is 1: the sum's scale is wider."""
NONE = -99.0
"""The score of a candidate that is not for this arm."""


def asked(occ: Occurrences, rows: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which candidates this arm judges: those that hold a word of spam's trades and stand twice or oftener."""
    flags: NDArray[np.bool_] = rows[:, KINDS].any(axis=1) & (occ.count > 1)
    return flags


def scores(occ: Occurrences, rows: NDArray[np.float64], numbers: Weights) -> NDArray[np.float64]:
    """Logits of this arm; `NONE` for what it does not judge."""
    found = np.full(len(rows), NONE)
    mine = asked(occ, rows) if numbers.lexical is not None else np.zeros(0, np.bool_)
    if numbers.lexical is not None and mine.any():
        found[mine] = numbers.lexical.score(rows[mine])
    return found


def unspoken(occ: Occurrences, rows: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which candidates hold a word of spam that means nothing else, on a page that speaks of no such trade or crime."""
    if occ.batch.view.language.code != "ko":
        return np.zeros(len(rows), np.bool_)
    near = (rows[:, _SENSED] > 0) & (rows[:, _NEAR] >= AT_HOME)
    flags: NDArray[np.bool_] = (rows[:, _PLAIN] > 0) & (rows[:, _KINDRED] <= PASSING) & (occ.count > 1)
    for index in np.flatnonzero(flags).tolist():
        flags[index] = not _spoken(occ, index, rows[index], near=bool(near[index]))
    return flags


def _spoken(occ: Occurrences, index: int, row: NDArray[np.float64], *, near: bool) -> bool:
    """Whether the page speaks of it: less is enough for a word of a lawful trade, or one with another sense."""
    lexicon, phrase, text = occ.batch.view.language.lexicon, occ.batch.phrases[index], occ.batch.view.text
    starts = occ.batch.spans(index).tolist()
    if titled(text, len(phrase), starts) or (_is_name(phrase, lexicon) and introduced(text, phrase, starts)):
        return True
    if near and not is_betting(phrase) and (row[_TOLD] >= REPORTED or senses().covers(phrase)):
        return True
    bare = lexicon.literal_pattern.search(phrase) is not None or _is_lawful(phrase, lexicon)
    kindred = lexicon.kin(phrase, elsewhere(occ, index)) if row[_KINDRED] else set()
    if kindred and (bare or any(word in phrase or text.count(word) > 1 for word in kindred)):
        return True
    return bool(row[_TOLD] >= (REPORTED if bare or kindred else CRIMES))


def _is_name(phrase: str, lexicon: Lexicon) -> bool:
    """Whether a firm, a game or a work might be called so."""
    return bool(is_betting(phrase) or lexicon.name_pattern.fullmatch(phrase) or lexicon.literal_pattern.search(phrase))


def _is_lawful(phrase: str, lexicon: Lexicon) -> bool:
    """Whether it holds a word of a lawful trade, and neither what spam puts beside it nor a word of spam's own."""
    if not lexicon.lawful_pattern.search(phrase):
        return False
    return not (lexicon.advertised_pattern.search(phrase) or lexicon.lawless_pattern.search(phrase))


def at_least(pick: Picked, times: int, numbers: Weights) -> float:
    """Raise the score of an `unspoken` phrase to what its number of places is worth, whatever its form shows.

    At two places form says enough where it nearly leaves a doubt by itself.
    """
    sure = times >= OFTEN or (times == TWICE and pick.row[_SPAM] > 0 and pick.form >= numbers.suspicious - NEARLY)
    least = (numbers.injected if sure else numbers.suspicious) + ABOVE
    return max(pick.score, least + LITTLE * max(-10.0, min(0.0, pick.score)))


def bounded(occ: Occurrences, pick: Picked, numbers: Weights) -> Picked:
    """Keep a bare word of a trade that stands in good grammar everywhere below the limit of injected pages.

    Firms of such a trade, their workers and visitors are written of with no other word of it: of 70 genuine excerpts on
    gambling 12 were called injected, nearly all for `카지노` alone; of 54 real pages with a term replaced none was so
    whole. So are firms that have the word in their names (케이토토, 스포츠토토코리아), glued though it seems there.
    """
    lexicon, row = occ.batch.view.language.lexicon, pick.row
    reported = row[_TOLD] >= REPORT and row[KINDS].any() and pick.form < CLEAR
    if reported and not row[_BROKEN].any():
        return pick.below(numbers.injected)
    if " " in pick.phrase or row[_ASKED].any() or not (row[KINDS].any() or row[_SPAM]):
        return pick
    if not _is_lawful(pick.phrase, lexicon):
        return pick
    inside = row[_INSIDE] >= PARTLY and row[KINDS].any()
    broken = row[_BROKEN].any() or pick.form >= numbers.suspicious - ODD
    if broken and row[_KINDRED] < AT_LENGTH and not inside and not _goes_on(occ, pick):
        return pick
    return pick.below(numbers.injected)


def _goes_on(occ: Occurrences, pick: Picked) -> bool:
    """Whether one letter, the same, makes a longer word of it at most places: 경륜장, 복권방."""
    ends = occ.end[occ.glued_right & (occ.batch.owner == pick.index)].tolist()
    behind = [occ.batch.view.text[end] for end in ends]
    return bool(behind) and max(map(behind.count, behind)) >= LONGER * occ.count[pick.index]


def joined(own: float, other: float, numbers: Weights) -> float:
    """Both arms' logits as one on the other arm's scale: the limits of their sum fall on that one's.

    Above the upper limit the slope is fixed, so that it does not hang on where the lower one is.
    """
    upper, lower = numbers.lexical_injected, numbers.lexical_suspicious
    more = own + other - upper
    slope = SLOPE if more > 0 else (numbers.injected - numbers.suspicious) / (upper - lower)
    return numbers.injected + slope * more
