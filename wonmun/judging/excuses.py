"""What speaks for an honest phrase whatever its score: the page is about it, quotes it, prints it in every entry."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from wonmun import signals
from wonmun.judging.defined import defined
from wonmun.judging.glued import is_compound
from wonmun.judging.katakana import makes_compounds
from wonmun.judging.quotations import inside, quoted
from wonmun.language.ko import final_sound
from wonmun.phrases.brands import is_brand
from wonmun.phrases.running import said_in_midst
from wonmun.signals import fluency

if TYPE_CHECKING:
    from wonmun.language.base import Language
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked

MOSTLY = 0.75
"""Share of places in list entries from which on a phrase is what the list is of."""
TOPICAL = 3.0
"""Logits taken off a phrase that the page is about or quotes (in injected pages its spam words stand in it only), and
off a clause."""
_ECHO, _LISTED = signals.NAMES.index("echo"), signals.NAMES.index("listed")
ENTRIES, BESIDE = 4, 6
"""Places that make a list, and letters beside each that are compared."""
_DIGIT = re.compile(r"\d+")
REPORTED = 4
"""Different words of crime reports and of spam's trades that make a page one of those."""
NAMED = 2
"""As many are enough where the phrase is the name of such a trade."""
REPORT_LENGTH = {True: 2500, False: 1000}
"""Characters of a report with blanks between words, and without; in longer texts the more words are wanted, since some
of them stand in any."""
SUBJECT = 0.25
"""Share of the text from which on a phrase is what it is about."""
IDENTIFIERS = 6
"""Different names of code that make a page one with code."""
_IDENTIFIER = re.compile(r"\b[A-Za-z]+(?:[a-z0-9][A-Z]|_[A-Za-z]|\.[a-z]|\(\))[\w.]*")
_CAMEL = re.compile("[a-z]{2,}(?:[A-Z][a-z]{2,})+")
"""A name in code by itself: lastUpdate."""
_KATAKANA = re.compile("[ァ-ヴー]+")
_CODED = re.compile(r"[\w.$]\0|\0(?:[\w$(]|\.\w)")
_STRONG, _SEARCHED, _SPAM, _ASKED, _COVER = (
    signals.NAMES.index(n) for n in ("strong", "searched", "spam_share", "query_share", "cover")
)
_LEADING = {
    "en": "a|an|and|are|as|at|be|by|for|from|has|have|if|in|into|is|of|on|or|than|that|the|to|was|were|with",
    "id": "adalah|agar|akan|atau|dan|dari|dalam|dengan|di|ke|oleh|pada|sebagai|sebuah|tidak|untuk|yang",
}
_BEHIND = {"en": "of|is|are|was|were|and|or|than", "id": "dan|atau|yang|adalah"}
_NO_PHRASE = {code: re.compile(rf"(?i:.* (?:{_LEADING[code]})|(?:{_BEHIND[code]}) .*)") for code in _LEADING} | {
    "zh": re.compile(r"(?:也|可以|如果|这|您|你|我们|从|将|把|被|并|或|但|而|因为|所以|若|的|在|和|与|是).*")
}
"""What ends or begins in a word that no searched phrase ends or begins in."""
_GOES_ON = re.compile("[a-z]{2}|$")
FEW, TOLD = 3, 2
"""Places at most, and different words of spam's trades elsewhere, with which quoted sentences are a report's."""
PASSING, REPORT = 2, 1 / 3
"""Places at which a word of a trade may be spoken of; what a report takes of `TOPICAL`."""
CLEAR = 2.0
"""Logits of form alone from which on no phrase of a trade stands there by the way: 대포폰 구입 between two words."""
_TRADED, _TOLD, _KINDRED, _PLAIN, _SPARE = (
    signals.NAMES.index(n) for n in ("traded", "told", "kindred", "plain_spam", "spare_letters")
)
_PAIR = re.compile("(?P<first>[가-힣]{2,})(?P<and>[와과]) [^ ]+")
_BY_DAYS = re.compile("(?:[월화수목금토일]{2}|주말|일일)(?:극|드라마|연속극)")
"""What programmes are called by their days: 수목극."""
_CLOSE_BY = 12
"""Letters before a place in which a word of crime reports stands close to it."""
_ODD = [signals.NAMES.index(n) for n in ("glued_left", "glued_right", "wrong", "lead", "loose", "stub")]


def excused(occ: Occurrences, pick: Picked) -> float:
    """Logits to take off a candidate's score, 0 where nothing excuses it."""
    about = _spoken_of(occ, pick) or _running(occ, pick) or _reported(occ, pick) or _code(occ, pick)
    about = about or _subject(occ, pick) or _cut(occ, pick) or defined(occ, pick) or makes_compounds(occ, pick)
    about = about or _paired(occ, pick)
    return TOPICAL * (max(about, _in_passing(occ, pick)) + _only_quoted(occ, pick) + 2 * _printed(occ, pick))


def _paired(occ: Occurrences, pick: Picked) -> bool:
    """Two Korean names that a particle joins (`티몬과 위메프`), as no search does; or what programmes are called."""
    view = occ.batch.view
    if view.language.code != "ko" or view.language.lexicon.phrase_any.search(pick.phrase):
        return False
    if _BY_DAYS.fullmatch(pick.phrase):
        return True
    match = _PAIR.fullmatch(pick.phrase)
    if match is None or view.language.without_particle(match["first"] + match["and"]) is None:  # 조사결과
        return False
    return (final_sound(match["first"][-1]) == 0) == (match["and"] == "와")


def _in_passing(occ: Occurrences, pick: Picked) -> float:
    """Twice, nowhere odd in form: what a question and its answer ask for (포장이사 견적 비교), or a report names."""
    often = occ.count[pick.index] > PASSING
    if not pick.lexical or often or pick.row[_ODD].any() or pick.form >= CLEAR:
        return 0.0
    if pick.row[_TRADED]:
        return 1.0
    return REPORT if pick.row[_TOLD] + pick.row[_KINDRED] >= TOLD else 0.0


def _only_quoted(occ: Occurrences, pick: Picked) -> bool:
    """No place odd, and all of them quotations: that excuses twice."""
    return not pick.row[_ODD].any() and _quoted(occ, pick)


def _reported(occ: Occurrences, pick: Picked) -> int:
    """Outside of Korean, a spam noun that nobody would search for so, in a text of many words of crime and trade.

    Twice where the phrase names the crime itself (`fake booking site`): so reports call it, and nobody who advertises.
    """
    speech, row = occ.batch.view.language, pick.row
    crime = not row[_STRONG] and _crime(occ, pick)
    trade = _named(speech, pick.phrase) or crime
    plain = trade or (not row[_SEARCHED] if row[_STRONG] else row[_SPAM] > 0)
    whole = not speech.spaced and speech.lexicon.names_trade(pick.phrase)  # any letters may follow a word there
    if speech.code == "ko" or not plain or (row[_ODD].any() and not whole) or speech.lexicon.searched(pick.phrase):
        return 0
    rest = occ.batch.view.text.replace(pick.phrase, " ")
    patterns = speech.lexicon.report_pattern, speech.lexicon.topic_pattern
    told = {word.lower() for pattern in patterns for word in pattern.findall(rest)}
    near = (
        told & (speech.lexicon.kindred(pick.phrase, rest) or set()) if trade else set()
    )  # 利息 says more of 网贷 than a court
    wanted = (NAMED if trade else REPORTED) * max(1.0, len(rest) / REPORT_LENGTH[speech.spaced])
    return (1 + crime) * (len(told) + len(near) >= wanted)


def _crime(occ: Occurrences, pick: Picked) -> bool:
    """A word of crime reports is part of the phrase, or stands close before it everywhere."""
    view, pattern = occ.batch.view, occ.batch.view.language.lexicon.report_pattern
    before = [view.text[max(0, at - _CLOSE_BY) : at] for at in occ.batch.spans(pick.index).tolist()]
    return bool(pattern.search(pick.phrase)) or all(pattern.search(left.rpartition("\n")[2]) for left in before)


def _named(speech: Language, phrase: str) -> bool:
    """The name of a trade; without spaces, the part of one that repeats, too."""
    low = phrase.lower()
    return speech.lexicon.names_trade(phrase) or (
        not speech.spaced and any(low in name for name in speech.lexicon.trade)
    )


def _plain_abroad(occ: Occurrences, pick: Picked) -> bool:
    """Outside of Korean, a phrase without a word of spam or of searches."""
    return occ.batch.view.language.code != "ko" and not any(pick.row[k] for k in (_STRONG, _SPAM, _ASKED))


def _subject(occ: Occurrences, pick: Picked) -> bool:
    """So much of the text is this phrase that it could be about nothing else; or it is one word of katakana.

    Words of play and luck side by side (ボンズスピン) are no such word.
    """
    one = bool(pick.row[_COVER] >= SUBJECT) or bool(_KATAKANA.fullmatch(pick.phrase))
    one = one and not is_brand(pick.phrase, spaced=occ.batch.view.language.spaced)
    return one and _plain_abroad(occ, pick) and not pick.row[_ODD].any()


def _cut(occ: Occurrences, pick: Picked) -> bool:
    """Outside of Korean, a stretch that is no noun phrase: one that leads on, or with spaces a word cut short.

    `netclass with`, 也可以使用; `environment varia` before ble and bles; 客様登録 of お客様登録.
    """
    view, phrase = occ.batch.view, pick.phrase
    starts = occ.batch.spans(pick.index).tolist()
    if view.language.code == "ja" and all(view.text[at - 1 : at] in ("お", "ご") for at in starts):
        return True
    pattern = _NO_PHRASE.get(view.language.code)
    if pattern is None or (view.language.spaced and pick.row[_ODD].any()):
        return False
    if pattern.fullmatch(phrase):
        return True
    return view.language.spaced and all(_GOES_ON.match(view.text, at + len(phrase)) for at in starts)


def _code(occ: Occurrences, pick: Picked) -> bool:
    """Part of longer identifiers (`waitFor` in `waitForLoadState`), on a page that holds others."""
    phrase, text = pick.phrase, occ.batch.view.text
    if not phrase.isascii() or not _plain_abroad(occ, pick):
        return False
    if _CAMEL.fullmatch(phrase):
        return True
    starts, size = occ.batch.spans(pick.index).tolist(), len(phrase)
    inside = sum(
        bool(_CODED.search(text[max(0, at - 1) : at] + "\0" + text[at + size : at + size + 2])) for at in starts
    )
    if 2 * inside < len(starts):
        return False
    return len({name for name in _IDENTIFIER.findall(text) if phrase not in name}) >= IDENTIFIERS


def _printed(occ: Occurrences, pick: Picked) -> bool:
    """A heading that the page prints again, maybe with another year, and nothing else: that is one place.

    Or, outside of Korean, what every entry of a list prints: nearly always the same letters stand beside it.
    """
    view, starts = occ.batch.view, occ.batch.spans(pick.index).tolist()
    lines = {view.text.rfind("\n", 0, at) + 1 for at in starts}
    if len(lines) > len({_line(view.text, first) for first in lines}) == 1:
        heading = len(lines) == len(starts) and not _line(view.text, starts[0]).rstrip().endswith(".")
        return view.language.code != "ko" or (heading and not pick.row[_ODD].any())
    if len(starts) < ENTRIES or view.language.code == "ko":
        return False
    size = len(pick.phrase)
    before = {_DIGIT.sub("0", view.text[max(0, at - BESIDE) : at]) for at in starts}
    behind = {_DIGIT.sub("0", view.text[at + size : at + size + BESIDE]) for at in starts}
    return min(len(before), len(behind)) <= max(1, len(starts) // 4)


def _line(text: str, at: int) -> str:
    """The line that holds a place, all its figures alike."""
    return _DIGIT.sub("0", text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0])


def _spoken_of(occ: Occurrences, pick: Picked) -> bool:
    """No place of it is odd, and its spam words stand apart from it twice at least, or all its places are quotations.

    Or nearly all its places are entries of lists and tables: what a shop or a search page names in each.
    """
    if pick.row[_ODD].any():
        return False
    if pick.row[_LISTED] >= MOSTLY:
        return True
    return bool(pick.row[_ECHO] >= math.log1p(2)) or _quoted(occ, pick)


def _running(occ: Occurrences, pick: Picked) -> bool:
    """It ends as a clause does, where the language's reader can tell; a search made of words of spam is none.

    Kiwi reads `바둑이 현금` as 바둑 with a particle, and `통장 삽니다` does end in a verb.
    """
    lexicon = occ.batch.view.language.lexicon
    reads = signals.reader(occ.batch.view.language.code) is fluency
    listed = pick.row[_PLAIN] > 0 and pick.row[_SPARE] == 0
    formed = listed or pick.phrase in lexicon.formed or lexicon.one_word(pick.phrase)
    formed = formed or is_compound(pick.phrase, occ.batch.view.language)
    formed = formed or said_in_midst(occ.batch.view.text, pick.phrase, occ.batch.spans(pick.index).tolist())
    return pick.read and reads and not formed and fluency.is_clause(pick.phrase)


def _quoted(occ: Occurrences, pick: Picked) -> bool:
    """All its places are quotations: marks close by where it stands once, right before it where oftener.

    Or it stands in quoted sentences only, on a page that speaks of spam and its trades: reports quote what they found.
    """
    text, starts, size = occ.batch.view.text, occ.batch.spans(pick.index).tolist(), len(pick.phrase)
    if quoted(text, starts, size):
        return True
    if len(starts) > FEW or not all(inside(text, at, at + size) for at in starts):
        return False
    told = occ.batch.view.language.lexicon.topic_pattern.findall(text.replace(pick.phrase, " "))
    return len(set(told)) >= TOLD
