"""What excuses a phrase outside of Korean: a report on crime, code, the page's own subject, a stretch cut short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun import signals
from wonmun.phrases.brands import is_brand

if TYPE_CHECKING:
    from wonmun.language.base import Language
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked

REPORTED = 4
"""Different words of crime reports and of spam's trades that make a page one of those."""
NAMED = 2
"""As many are enough where the phrase is the name of such a trade."""
REPORT_LENGTH = {True: 2500, False: 1000}
"""Characters of a report with blanks between words, and without; in longer texts the more words are wanted, since some
of them stand in any."""
SUBJECT = 0.25
"""Share of the text from which on a phrase is what it is about."""
AT_HOME = 2
"""Different words near its trade that a page holds which speaks of it; of 280 injected copies in four languages three
hold so many, daily ones counted."""
DAILY = 4.75
"""How rare such a word is at least (-log10 of its frequency): what is said as often (players, doctors, 酒店) stands in
reports on sport, travel and health, too."""
IDENTIFIERS = 6
"""Different names of code that make a page one with code."""
_IDENTIFIER = re.compile(r"\b[A-Za-z]+(?:[a-z0-9][A-Z]|_[A-Za-z]|\.[a-z]|\(\))[\w.]*")
_CAMEL = re.compile("[a-z]{2,}(?:[A-Z][a-z]{2,})+")
"""A name in code by itself: lastUpdate."""
_KATAKANA = re.compile("[ァ-ヴー]+")
_CODED = re.compile(r"[\w.$]\0|\0(?:[\w$(]|\.\w)")
ODD = [signals.NAMES.index(n) for n in ("glued_left", "glued_right", "wrong", "lead", "loose", "stub")]
"""Where one of these is not 0, a place of the phrase is odd in form."""
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
_CLOSE_BY = 12
"""Letters before a place in which a word of crime reports stands close to it."""


def reported(occ: Occurrences, pick: Picked) -> int:
    """Outside of Korean, a spam noun that nobody would search for so, in a text of many words of crime and trade.

    Twice where the phrase names the crime itself (`fake booking site`): so reports call it, and nobody who advertises.
    Where it names no trade, daily words of trades say nothing.
    """
    speech, row = occ.batch.view.language, pick.row
    crime = not row[_STRONG] and _crime(occ, pick)
    trade = _named(speech, pick.phrase) or crime
    plain = trade or (not row[_SEARCHED] if row[_STRONG] else row[_SPAM] > 0)
    whole = not speech.spaced and speech.lexicon.names_trade(pick.phrase)  # any letters may follow a word there
    if speech.code == "ko" or not plain or (row[ODD].any() and not whole) or speech.lexicon.searched(pick.phrase):
        return 0
    rest = occ.batch.view.text.replace(pick.phrase, " ")
    patterns = speech.lexicon.report_pattern, speech.lexicon.topic_pattern
    told = {word.lower() for word in patterns[0].findall(rest)}
    told |= {word for word in map(str.lower, patterns[1].findall(rest)) if trade or speech.cost(word) >= DAILY}
    near = (
        told & (speech.lexicon.kindred(pick.phrase, rest) or set()) if trade else set()
    )  # 利息 says more of 网贷 than a court
    wanted = (NAMED if trade else REPORTED) * max(1.0, len(rest) / REPORT_LENGTH[speech.spaced])
    return (1 + crime) * (len(told) + len(near) >= wanted)


def at_home(occ: Occurrences, pick: Picked) -> float:
    """How much the page speaks of the trade without it: of coins and levers beside a slot machine, or of sockets.

    Twice where it holds twice the words. Nothing is odd about its places then, and nobody would search for it so.
    """
    speech = occ.batch.view.language
    if speech.code == "ko" or pick.row[ODD].any() or speech.lexicon.searched(pick.phrase):
        return 0.0
    rest = occ.batch.view.text.replace(pick.phrase, "\n")
    near = [word for word in speech.lexicon.kindred(pick.phrase, rest) or () if len(word) > 1]
    near = [word for word in near if speech.cost(word) >= DAILY]
    share = len(near) / (AT_HOME * max(1.0, len(rest) / REPORT_LENGTH[speech.spaced]))
    return min(2.0, share) if share >= 1 else 0.0


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


def subject(occ: Occurrences, pick: Picked) -> bool:
    """So much of the text is this phrase that it could be about nothing else; or it is one word of katakana.

    Words of play and luck side by side (ボンズスピン) are no such word.
    """
    one = bool(pick.row[_COVER] >= SUBJECT) or bool(_KATAKANA.fullmatch(pick.phrase))
    one = one and not is_brand(pick.phrase, spaced=occ.batch.view.language.spaced)
    return one and _plain_abroad(occ, pick) and not pick.row[ODD].any()


def cut(occ: Occurrences, pick: Picked) -> bool:
    """Outside of Korean, a stretch that is no noun phrase: one that leads on, or with spaces a word cut short.

    `netclass with`, 也可以使用; `environment varia` before ble and bles; 客様登録 of お客様登録.
    """
    view, phrase = occ.batch.view, pick.phrase
    starts = occ.batch.spans(pick.index).tolist()
    if view.language.code == "ja" and all(view.text[at - 1 : at] in ("お", "ご") for at in starts):
        return True
    pattern = _NO_PHRASE.get(view.language.code)
    if pattern is None or (view.language.spaced and pick.row[ODD].any()):
        return False
    if pattern.fullmatch(phrase):
        return True
    return view.language.spaced and all(_GOES_ON.match(view.text, at + len(phrase)) for at in starts)


def code(occ: Occurrences, pick: Picked) -> bool:
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
