"""Words that spam lives on (룰렛, 레플리카) again and again in a text that holds nothing of what goes with them.

Many of them mean something else, too, and all stand in reports; an honest text that says one again and again says what
it is about, so that one at least of its companions stands there, too: a wheel that is turned, a museum, a chemist's.
An injected text tells of sea otters. Form shows little: a bare noun fits in where a noun stood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wonmun import signals
from wonmun.judging.introduced import introduced
from wonmun.language.base import GLUED
from wonmun.language.companions import HERE, companions
from wonmun.language.senses import senses
from wonmun.signals.senses import FEWEST, SHARP, company

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.language.base import Language
    from wonmun.language.companions import Companions
    from wonmun.language.lexicon import Lexicon
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked

TWICE, OFTEN = 2, 3
"""Places from which on such a word is suspicious, and leaves no doubt."""
AT_HOME = 0.36
"""Nearness to the page's nouns from which on such a word is of the page's kind."""
COVER, REST = 0.2, 250
"""Share of a text that is the word from which on the text can be about nothing else, and letters that a text must hold
besides: less shows nothing of what it is about."""
SPARE = 2
"""Letters of no word that a name may have beside such a word: 야동킹."""
LONGEST = 5
"""Letters behind such a word in a name made of it: 룰렛존, 슬롯톡방, 바카라마스터. Nobody knows the whole then, so that
nearness to what stands round it says nothing; the word's company does."""
PASSING, RARELY = 1, 4
"""Different words of the trade's themes, some of them of daily life (카드, 페이스북), that a text may hold that does
not speak of it; they stand there so many times less than the word."""
LEAST = -4.6
"""What form and fluency may say against it: half of the honest places of such words read better, one of twenty of those
that were put there."""
NEAREST, ROUND, KEPT = 5, 60, 0.305
"""So many companions are asked how near they are to the nouns so many letters round its places, and from which mean
nearness on these are of their kind: of 203 places of such words in honest texts without any companion four of five are
nearer, of 444 in injected copies two of five, and of 242 in copies of real news one of nine."""
SPREAD = 0.4
"""Share of the text from its first place to its last: the term that it replaced was what all of the text is about."""
BY_CHANCE = 1
"""Companions that may stand in a text by chance where the word's compound names what its sites offer: 룰렛분석."""
OFFERED = frozenset(
    (
        "방", "머니", "공유", "신고", "정보", "통계", "기록", "교실", "강의", "중계방", "픽방", "시뮬레이터", "가이드",
        "커뮤니티", "연구소", "검증", "게시판", "채널", "모음", "총판", "환전", "충전", "대여", "보증",
    )
)  # fmt: skip
"""What searches for such sites end in, beside the words of `query` (전략, 분석)."""
LONG = 1500
"""Letters of a text, for each of which one of the companions may stand there by chance."""
ONCE = 0.7
"""What one place adds to such a column (its logarithm): `토토야` opens a sentence with letters behind it."""
_ODD = [signals.NAMES.index(n) for n in ("wrong", "lead", "stub", "both", "after_ending")]
_NEAR, _SENSED, _COVER = (signals.NAMES.index(n) for n in ("affinity_least", "sensed", "cover"))


def astray(occ: Occurrences, rows: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which candidates are such a word, or a name of one and a letter or two, without its company on the page."""
    flags = np.zeros(len(rows), np.bool_)
    view = occ.batch.view
    if view.language.code != "ko":
        return flags
    table = companions("ko")
    if not table.pattern.search("\n".join(occ.batch.phrases)):
        return flags
    for index, phrase in enumerate(occ.batch.phrases):
        words = _words(occ, phrase) if occ.count[index] >= TWICE else set()
        flags[index] = bool(words) and _fits(rows[index]) and _alone(occ, index, words)
    return flags


def fits_in(pick: Picked) -> bool:
    """Whether its places read as little like the place of such a word as they do where it was put."""
    return pick.form >= LEAST


def accompanied(occ: Occurrences, pick: Picked) -> bool:
    """Whether it is an open word by itself, odd once at most, on a page of several of its companions: a dog."""
    view, table = occ.batch.view, companions("ko")
    if view.language.code != "ko" or pick.phrase not in table.open or (pick.row[_ODD] > ONCE).any():
        return False
    text = f"{view.text}\n{view.title}\n{view.about}".replace(pick.phrase, HERE)
    return len(table.beside({pick.phrase}, text)) > 1 + len(text) // LONG


def _words(occ: Occurrences, phrase: str) -> set[str]:
    """The words of the table that a phrase is made of, with other words of spam and a letter or two.

    None where it holds more, or an open word by itself, or beside what may be anything: 토토, 슬롯카.
    """
    table, lexicon = companions("ko"), occ.batch.view.language.lexicon
    found = set(table.pattern.findall(phrase))
    if not found or phrase in table.open:
        return set()
    if phrase in table.words:
        return {phrase}
    bare = table.pattern.regex.sub("\0", phrase)
    rest = lexicon.phrase_any.regex.sub("\0", bare)
    if _compound(phrase, table, occ.batch.view.language):
        return found
    made = phrase in lexicon.formed
    spare = len(rest.replace("\0", "").replace(" ", ""))
    room = SPARE if found - table.open else int(rest != bare)
    return found if made or (spare <= room and " " not in rest.strip()) else set()


def _compound(phrase: str, table: Companions, speech: Language) -> bool:
    """Whether it is one word that nobody knows, of such a word and a short noun: 룰렛존, 바카라마스터, 토토박사."""
    rest = _behind(phrase, table)
    if not rest.isalpha() or len(rest) > LONGEST or speech.spread(phrase):
        return False
    return speech.tail(rest).kind == GLUED


def _offers(phrase: str, table: Companions, lexicon: Lexicon) -> bool:
    """Whether a compound ends in what sites of such a word offer."""
    rest = _behind(phrase, table)
    return rest in OFFERED or rest in lexicon.query


def _behind(phrase: str, table: Companions) -> str:
    """What stands behind the word of the table that a phrase begins with; nothing where it begins with none."""
    word = table.pattern.regex.match(phrase)
    return phrase[word.end() :] if word else ""


def _fits(row: NDArray[np.float64]) -> bool:
    """Whether the page's nouns and the word's share of the text leave it possible that it was put there."""
    return not (row[_SENSED] > 0 and row[_NEAR] >= AT_HOME) and row[_COVER] < COVER


def _alone(occ: Occurrences, index: int, words: set[str]) -> bool:
    """Whether nothing of its company stands anywhere on the page, head and other boxes too."""
    view, phrase, table = occ.batch.view, occ.batch.phrases[index], companions("ko")
    text = f"{view.text}\n{view.title}\n{view.about}\n{view.beside}".replace(phrase, HERE)
    lexicon = view.language.lexicon
    if len(view.text) - len(phrase) * int(occ.count[index]) < REST:
        return False
    starts, named = occ.batch.spans(index), _compound(phrase, table, view.language)
    offered = named and _offers(phrase, table, lexicon)
    if not offered and len(starts) >= OFTEN and starts[-1] - starts[0] < SPREAD * len(view.text):
        return False
    kin = lexicon.kin(phrase, text)
    if len(kin) > PASSING or RARELY * sum(map(text.count, kin)) > occ.count[index]:
        return False
    room = len(text) // LONG + (BY_CHANCE if offered else 0)
    if len(table.beside(words, text)) > room or (not named and _kept(occ, index, words)):
        return False
    return not introduced(view.text, phrase, starts.tolist())


def _kept(occ: Occurrences, index: int, words: set[str]) -> bool:
    """Whether what stands round its places means what its companions do, though none of these does: 활자 for 유물."""
    vectors, page = senses().vectors, np.unique(_round(occ, index))
    nouns = companions("ko").nouns(words)
    if len(page) < FEWEST or len(nouns) < NEAREST:
        return True
    like = np.exp(SHARP * (vectors[nouns] @ vectors[page].T)).mean(axis=1)
    return bool(np.log(np.sort(like)[-NEAREST:]).mean() / SHARP > KEPT)


def _round(occ: Occurrences, index: int) -> NDArray[np.int64]:
    """The nouns that stand close to its places, its own words apart."""
    phrase, starts = occ.batch.phrases[index], occ.batch.spans(index)
    text = company(occ.batch.view.text.replace(phrase, " " * len(phrase)))
    lows, highs = text.at.searchsorted((starts - ROUND, starts + len(phrase) + ROUND))
    inside = np.zeros(len(text.at) + 1, np.int64)
    np.add.at(inside, lows, 1)
    np.add.at(inside, highs, -1)
    return text.nouns[inside[:-1].cumsum() > 0]
