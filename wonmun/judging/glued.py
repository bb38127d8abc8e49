"""Compounds of a word that spam lives on and a noun (먹튀스쿨, 농구현금화) on a page that speaks of no such trade.

Spam makes them by the thousand, so that no list has them; honest texts that make one of their own are about the trade,
and other words of it stand there. Of some 6,000 honest texts and windows one has such a word twice without any. So it
is with those that lists have, written apart (졸업증명서 위조).
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun import signals
from wonmun.judging.astray import COVER, LONG, OFFERED, PASSING, RARELY, REST
from wonmun.judging.introduced import introduced
from wonmun.language.companions import companions
from wonmun.language.finder import Finder
from wonmun.language.formation import tree
from wonmun.language.load import language
from wonmun.language.senses import senses
from wonmun.signals.senses import affinity

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.language.base import Language
    from wonmun.language.lexicon import Lexicon
    from wonmun.phrases.occurrences import Occurrences

TWICE = 2
"""Places that there must be: with so many a page is suspicious, with more it is injected (`lexical.at_least`)."""
LONGEST = 5
"""Letters of a word that they are made with."""
_ALSO = frozenset(("현금화", "팔로워", "총판"))
"""What they are made with beside strong and bare words of the lexicon, which by themselves are of daily life."""
_SHORT = frozenset("방앱톡뜻")
"""Nouns of one letter that such compounds end in."""
AT_HOME = 0.25
"""Nearness to the page's nouns from which on the noun of such a compound is of the page's kind."""
BY_CHANCE = 2
"""Words of crime reports that may stand in a text by chance; of what goes with its other senses one more."""
_COVER = signals.NAMES.index("cover")


def unspoken(occ: Occurrences, rows: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which Korean candidates are such a compound, the noun of it none of the page's kind."""
    flags = np.zeros(len(rows), np.bool_)
    view, phrases = occ.batch.view, occ.batch.phrases
    if view.language.code != "ko":
        return flags
    joined = "\n".join(phrases)
    holding = {joined.count("\n", 0, match.start()) for match in _parts().finditer(joined)}
    for index in np.flatnonzero((occ.count >= TWICE) & (rows[:, _COVER] < COVER)).tolist():
        phrase = phrases[index]
        if index in holding and is_compound(phrase, view.language):
            flags[index] = _alone(occ, index) and _strange(occ, index)
        elif " " in phrase and _is_apart(phrase, view.language.lexicon):
            flags[index] = _alone(occ, index)
    return flags


def _is_apart(phrase: str, lexicon: Lexicon) -> bool:
    """Whether it is a word of spam but for its blanks, and means nothing else so: 안전 놀이터."""
    whole = phrase.replace(" ", "")
    return whole in lexicon.strong and phrase not in lexicon.strong and whole not in lexicon.literal


def is_compound(phrase: str, speech: Language) -> bool:
    """Whether it is one word that nobody knows, of a word that spam lives on and a noun before or behind that one.

    >>> from wonmun.language.load import language
    >>> [is_compound(word, language("ko")) for word in ("먹튀스쿨", "농구현금화", "토토즐", "오피스텔")]
    [True, True, False, False]
    """
    return bool(noun_of(phrase, speech))


def noun_of(phrase: str, speech: Language) -> str:
    """Give the noun of such a compound; empty where it is none."""
    if not phrase.isalpha() or speech.spread(phrase):
        return ""
    for match in _parts().finditer(phrase):
        before, behind = phrase[: match.start()], phrase[match.end() :]
        if not before and (_is_noun(behind, speech) or behind in _SHORT):
            return behind
        if not behind and _is_noun(before, speech):
            return before
    return ""


def _is_noun(word: str, speech: Language) -> bool:
    lexicon = speech.lexicon
    if len(word) < len("이용"):
        return False
    if word in senses().place or speech.spread(word) > 0:
        return True
    return any(word in group for group in (lexicon.query, lexicon.weak, lexicon.strong))


def _strange(occ: Occurrences, index: int) -> bool:
    """Whether the noun is none of the page's kind: a text on a theatre has 레플리카무대, one on a school 야동초등학교.

    Words that mean but one thing make no such names, nor do nouns of what sites offer.
    """
    view, phrase = occ.batch.view, occ.batch.phrases[index]
    noun = noun_of(phrase, view.language)
    if not companions("ko").pattern.search(phrase) or noun in _SHORT or noun in OFFERED | view.language.lexicon.query:
        return True
    near = affinity(view.text.replace(phrase, " "), noun)
    return math.isinf(near) or near < AT_HOME


def _alone(occ: Occurrences, index: int) -> bool:
    """Whether the page, head and other boxes too, holds no word of its trade, and tells neither of crime nor of it."""
    view, phrase, table = occ.batch.view, occ.batch.phrases[index], companions("ko")
    lexicon = view.language.lexicon
    if len(view.text) - len(phrase) * int(occ.count[index]) < REST:
        return False
    text = f"{view.text}\n{view.title}\n{view.about}\n{view.beside}".replace(phrase, "~")
    room = BY_CHANCE + len(text) // LONG
    kin = lexicon.kin(phrase, text) | lexicon.kin(phrase.replace(" ", ""), text)
    if len(kin) > PASSING or RARELY * sum(map(text.count, kin)) > occ.count[index]:
        return False
    if len(set(lexicon.report_pattern.findall(text))) > room:
        return False
    if len(table.beside(set(table.pattern.findall(phrase)), text)) > 1 + room:
        return False
    return not introduced(view.text, phrase, occ.batch.spans(index).tolist())


@cache
def _parts() -> Finder:
    """Matches a word that such compounds are made with; on first need."""
    lexicon = language("ko").lexicon
    short = {word for word in lexicon.listed - lexicon.literal if len(word) <= LONGEST and word.isalpha()}
    words = sorted(short | lexicon.bare | _ALSO, key=lambda w: (-len(w), w))
    guards = {word: f"(?![{letters}])" for word, letters in lexicon.guards}
    return Finder(re.compile(tree([(word, guards.get(word, "")) for word in words])), frozenset(words))
