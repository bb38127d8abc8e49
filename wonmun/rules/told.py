"""What a text says, outside of Korean, of the trade whose spam words a phrase holds: nothing at all, or how much.

A phrase as people type it into a search box (`situs togel`, ソフト闇金) is no name that a report gives to anything, so
that words of daily news beside it (officers, victims, cards, players) say nothing: only words of its own trade do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wonmun.language.lexicon import Lexicon
    from wonmun.phrases.occurrences import Occurrences

FEW = 2
"""Other words of trades and of crime reports, up to which a text does not speak of them much."""
_FORMER = re.compile(r"(?:旧|\b(?:old|former|disused|derelict|bekas|eks) )$", re.IGNORECASE)
"""What stands before the name of a house that is one no more."""
_BEFORE = 12
_VOICE = {
    "en": re.compile(r"\bour (?:[a-z]+ )?\0", re.IGNORECASE),
    "id": re.compile(r"\0 kami\b|\bkami (?:menyediakan|melayani|membuka|menawarkan)\b[^\0]*\0", re.IGNORECASE),
    "ja": re.compile("当(?:店|院|社|サロン|スクール|教室|クリニック|サービス|事務所)|弊社|弊店"),
    "zh": re.compile("本(?:店|公司|中心|机构|工作室|诊所|馆)|我[司店]|我们(?:店|公司|提供)"),
}
"""How firms speak of themselves in the sentence round a phrase, which stands at the NUL."""
_DONE = {
    "en": re.compile(
        r"\b(?:play(?:s|ed|ing)?|gambl(?:e|es|ed|ing) (?:on|with)|took|tak(?:e|es|en|ing)|prescrib(?:e|es|ed|ing)"
        r"|swallow(?:s|ed|ing)?|addicted to|doses? of|tablets? of) \0",
        re.IGNORECASE,
    ),
    "id": re.compile(r"\b(?:bermain|main|memainkan|melakukan|kecanduan|meminum|minum|menenggak) \0", re.IGNORECASE),
    "ja": re.compile(
        "\0(?:を(?:する|した|して|し続け|打つ|打っ|やめ|飲[むみん]|服用|処方)|で(?:遊|負け|勝[つっち])|に(?:はま|ハマ|溺れ|興じ))"
    ),
    "zh": re.compile("(?:玩|参与|參與|沉迷|沉迷于|从事|戒掉|服用|吃了?)\0"),
}
"""What people do with such a thing, beside the NUL."""
_REACH, _STOP = 40, re.compile(r"[.!?。！？\n]")
_MARKS = frozenset(("「」", "『』", "“”", "‘’", "’’", '""', "''", "《》"))


def wholly(lexicon: Lexicon, phrase: str) -> bool:
    """Two words of the lexicon or more, a weak one among them, and nothing else: 小额贷款."""
    words = lexicon.any_pattern.findall(phrase)
    letters = len(phrase.replace(" ", ""))  # a listed word of several counts its blanks, too
    if len(words) < 2 or sum(map(len, words)) < letters:
        return False
    return any(w.lower() in lexicon.weak or w.lower() in lexicon.strong for w in words)


def mentioned(occ: Occurrences, index: int) -> bool:
    """A word with marks right around it at one of its places: the text asks what it means (「カジノ」とは).

    Or one that is called old or former there: a house that was closed, 旧カジノ.
    """
    text, size, starts = occ.batch.view.text, len(occ.batch.phrases[index]), occ.batch.spans(index).tolist()
    marks = [text[at - 1 : at] + text[at + size : at + size + 1] for at in starts if at]
    return any(pair in _MARKS for pair in marks) or any(
        _FORMER.search(text[max(0, at - _BEFORE) : at]) for at in starts
    )


def in_use(occ: Occurrences, index: int) -> bool:
    """Whether a text speaks of a phrase as of what it is: an own service, or what people play and take.

    `our massage service`, 当店の出張マッサージ at the first place; `bermain judi bola`, `take Viagra` at half of them
    and two at least.
    """
    view, size, starts = occ.batch.view, len(occ.batch.phrases[index]), occ.batch.spans(index).tolist()
    voice, done = _VOICE.get(view.language.code), _DONE.get(view.language.code)
    if voice is None or done is None:
        return False
    around = [_around(view.text, at, at + size) for at in starts]
    doing = sum(done.search(one) is not None for one in around)
    return voice.search(around[0]) is not None or (doing >= FEW and 2 * doing >= len(starts))


def _around(text: str, start: int, end: int) -> str:
    """The sentence round a place, at most so many letters, with NUL in the phrase's stead."""
    left = _STOP.split(text[max(0, start - _REACH) : start])[-1]
    return left + "\0" + _STOP.split(text[end : end + _REACH])[0]


def others(lexicon: Lexicon, phrase: str, text: str, *, brand: bool) -> int:
    """How many words a text has besides that are near the phrase's trades, or of crime reports.

    Where nothing tells its trade: of any trade, and of crime reports. Beside a name that only gambling sites have, and
    beside what people search for, words of daily life say nothing: those of trades count, and those of crime reports
    that are such, too. Beside a word of one meaning the first word of crime reports is spared. One letter by itself
    (台, 性, 客 within other words) says nothing.
    """
    rest = text.replace(phrase, "\n")
    crime = {word.lower() for word in lexicon.report_pattern.findall(rest)}
    if brand:
        return len({word.lower() for word in lexicon.spam_pattern.findall(rest)} | (crime & lexicon.traded))
    kindred = lexicon.kindred(phrase, rest)
    if kindred is None:
        kindred = {word.lower() for word in lexicon.topic_pattern.findall(rest)}
        spoken = True
    else:
        spoken = bool(kindred)
    if lexicon.searched(phrase):
        return max(0, len((crime | kindred) & lexicon.traded) - (not spoken))
    letters = {word for word in kindred if len(word) == 1}
    kindred = kindred if len(letters) > 1 else kindred - letters
    strong = {word.lower() for word in lexicon.strong_pattern.findall(phrase)}
    spared = len(crime - kindred) > 0 and bool(strong - lexicon.ambiguous)
    return len(crime | kindred) - spared


def traded(lexicon: Lexicon, phrase: str, text: str) -> bool:
    """Whether a text has a word of any trade besides: `hand` and `tickets` near `blackjack` are words of daily life."""
    rest = text.replace(phrase, "\n")
    return lexicon.spam_pattern.search(rest) is not None or lexicon.topic_pattern.search(rest) is not None


def reported(lexicon: Lexicon, phrase: str, text: str) -> bool:
    """Whether a text is a report on trades of spam: a few words of those, and of crime reports beyond a first one."""
    if lexicon.searched(phrase):
        return others(lexicon, phrase, text, brand=False) >= FEW
    rest = text.replace(phrase, "\n")
    crime = {word.lower() for word in lexicon.report_pattern.findall(rest)}
    return len({word.lower() for word in lexicon.spam_pattern.findall(rest)}) + max(0, len(crime) - 1) >= FEW
