"""What leaves a doubt: which pages are read by a language model, and from what score on a phrase is suspicious."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import numpy as np

from wonmun import signals
from wonmun.judging import luck
from wonmun.judging.abroad import ODD
from wonmun.language.senses import senses
from wonmun.looks import ends_bare

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.language.lexicon import Lexicon
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked
    from wonmun.phrases.view import View
    from wonmun.weights.fitted import Weights

AHEAD = 2.0
"""A candidate that is so much before all others of the page is read, too, where its score is `NEAR_DOUBT` too low."""
NEAR_DOUBT = 1.5
LEAD = (-4.0, 6.0)
"""Bounds of `ahead`; the upper one is that of a candidate without a rival."""
BARE_DOUBT, BEST = 1.25, 3
"""So is one of the best that scores so much too low, stands three times, and was put between words or before clauses
everywhere: cheap signals hardly tell such a phrase from a name or an adverb, a language model does. It reads a tenth
more of honest news for that; with those that stand twice a fifth more, for one copy in a hundred."""
OFTEN, SUBJECT, SLIGHT, LONG = 3, 0.07, 0.45, 600
"""A phrase of known nouns that stands so often in a text of so many letters, and is no such share of it, is suspicious
from so much less than the fitted limit. Names that nobody knows score as much in honest texts, what short texts repeat
in every sentence does, and words that stand twice do. With a word of spam two
places are enough: of 5,100 honest texts none is accused for it, three of 159 missed copies are seen."""
KNOWN = 1.5
"""What must be known beyond the text of a run of spam words that stands once, to be judged by its form: of 180 copies
with one place three more are clean, and so is a forum's rule against `토토 충전 대행 글`."""
SPEAKS = 2
"""Different words on gambling, medicines, loans and crime elsewhere in a text abroad, from which on it speaks of them:
of 231 copies with one phrase put in at one place that were suspicious two have so many, of six honest texts all."""
PASSING = 1
"""Words of crime reports (경찰, 상담) in a text that is none."""
TWO, TWICE = 2, 1.4
"""Places; logits above the limit of injected pages that a phrase needs there which form alone speaks for. Eight of
4,183 honest texts and windows had less (냉각수 밸브), and four of some 600 copies with two places."""
USUAL, SHORT = 20, 2
"""Articles of the table of genuine news from which on a word of so many letters is usual. One word at two places that
begins with such a one and runs into clauses may be the name of bodies: 한국승강기안전공단, 한국승강기대."""
_WORD = re.compile("[가-힣]+")
_BETWEEN, _LEAD, _COVER, _SPAM = (signals.NAMES.index(n) for n in ("between", "lead_rate", "cover", "spam_share"))
_ASKED = signals.NAMES.index("query_share")


def in_doubt(occ: Occurrences, rows: NDArray[np.float64], scores: NDArray[np.float64], doubtful: float) -> bool:
    """Whether the page's best candidate scores high enough to be read, or nearly so and far before all others.

    Or one of the best was put between words or before clauses everywhere.
    """
    best = int(scores.argmax())
    if scores[best] >= doubtful:
        return True
    if occ.batch.view.language.code != "ko" or scores[best] < doubtful - NEAR_DOUBT:
        return False
    return ahead(occ, best, scores) >= AHEAD or bool(put_in(occ, rows, scores, doubtful))


def put_in(occ: Occurrences, rows: NDArray[np.float64], scores: NDArray[np.float64], doubtful: float) -> list[int]:
    """The best Korean candidates that are searches, or were put between words or before clauses at all their places."""
    near = np.flatnonzero(scores >= doubtful - BARE_DOUBT)
    best = near[np.argsort(-scores[near])][:BEST].tolist()
    return [i for i in best if _searched(occ, i, rows) or _put_before(occ, i, rows) or _put_between(occ, i, rows)]


def _searched(occ: Occurrences, index: int, rows: NDArray[np.float64]) -> bool:
    """Whether a candidate is several words, one of searches or of spam among them, none of a lawful trade."""
    phrase, lawful = occ.batch.phrases[index], occ.batch.view.language.lexicon.lawful_pattern
    return " " in phrase and bool(rows[index, _ASKED] or rows[index, _SPAM]) and not lawful.search(phrase)


def _put_before(occ: Occurrences, index: int, rows: NDArray[np.float64]) -> bool:
    """Whether a candidate runs into a clause at all its places, three at least."""
    return bool(rows[index, _LEAD] == 1) and occ.count[index] >= OFTEN


def _put_between(occ: Occurrences, index: int, rows: NDArray[np.float64]) -> bool:
    """Whether a candidate is a noun phrase that stands between two words, without a particle, at all its places."""
    phrase = occ.batch.phrases[index]
    often_between = rows[index, _BETWEEN] == 1 and occ.count[index] >= OFTEN
    return bool(often_between) and ends_bare(phrase, occ.batch.view.language)


def suspicious(occ: Occurrences, pick: Picked, numbers: Weights) -> float:
    """From what score on a phrase is suspicious."""
    times = occ.count[pick.index]
    view = occ.batch.view
    if view.language.code != "ko" and pick.score >= numbers.suspicious and _meant(view, pick.phrase):
        return math.inf if times == 1 else numbers.injected
    if times == 1:  # `lone.words` asks what the text speaks of
        return numbers.lone + (KNOWN if view.language.code == "ko" else 0.0)
    if view.language.code != "ko" or pick.row[_COVER] >= SUBJECT or len(view.text) < LONG:
        return numbers.suspicious
    if not (pick.lexical or (times >= OFTEN and senses().covers(pick.phrase))):
        return numbers.suspicious
    if not numbers.suspicious - SLIGHT <= pick.score < numbers.suspicious:
        return numbers.suspicious
    spoken = pick.row[_SPAM] > 0 and _spoken(view.language.lexicon, view.text.replace(pick.phrase, " "))
    return numbers.suspicious if spoken else numbers.suspicious - SLIGHT


def _meant(view: View, phrase: str) -> bool:
    """Whether a text abroad speaks of what a phrase with a word of spam is about."""
    topics = view.language.lexicon.topic_pattern.findall(view.text.replace(phrase, " "))
    return len({word.lower() for word in topics}) >= SPEAKS


def at_two_places(occ: Occurrences, pick: Picked, numbers: Weights) -> Picked:
    """Keep a Korean phrase of two places that form alone speaks for, and little, below the limit of injected pages.

    One word that fits at both is a name or a term of the text, as far as anybody can tell, and is not accused: of some
    2,300 honest texts and windows nine fewer are, and of 1,500 copies with two places two fewer are seen.
    """
    if occ.count[pick.index] != TWO or occ.batch.view.language.code != "ko":
        return pick
    told = pick.lexical or pick.row[_SPAM] or pick.row[_ASKED] or pick.score >= numbers.injected + TWICE
    named = " " not in pick.phrase and occ.batch.view.language.spread(pick.phrase[:SHORT]) > USUAL
    opens = pick.row[_LEAD] == 1 and not named
    if told or opens or luck.is_like(pick.phrase):
        return pick
    fits = _WORD.fullmatch(pick.phrase) and not pick.row[ODD].any()
    return pick.below(numbers.suspicious if fits else numbers.injected)


def _spoken(lexicon: Lexicon, rest: str) -> bool:
    """Whether a text without the phrase speaks of spam's trades, or tells of crime."""
    return bool(lexicon.topic_pattern.search(rest)) or len(set(lexicon.report_pattern.findall(rest))) > PASSING


def ahead(occ: Occurrences, index: int, scores: NDArray[np.float64]) -> float:
    """How much a candidate scores above the best of those that stand nowhere where it does."""
    mine = np.zeros(len(occ.batch.view.text) + 1, np.int64)
    here = occ.batch.owner == index
    mine[occ.batch.pos[here]] += 1
    mine[occ.end[here]] -= 1
    covered = np.concatenate(([0], (mine.cumsum() > 0).cumsum()))
    shared = np.bincount(occ.batch.owner, weights=covered[occ.end] > covered[occ.batch.pos], minlength=occ.batch.size)
    rivals = scores[shared == 0]
    return float(np.clip(scores[index] - rivals.max(initial=-np.inf), *LEAD))
