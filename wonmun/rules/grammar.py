"""Whether a phrase stands as nouns of its language do, outside of Korean: what tells a thing from a search.

A thing that is named again and again (`casino carpet designer`, `dating app engineer`) scores as a phrase does that
was put there; but its articles and verbs fit it, and it opens no sentence in small letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.later import later
from wonmun.rules.disagreeing import Fit, fits

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences

TWICE, OFTEN = 2, 3
"""Places, or words of the lexicon, that are no accident; places from which on `the` is a habit."""
ODD = 2
"""Places that do not agree with a phrase, from which on it stands in another noun's place, whatever it names."""
_BACK = 24
"""Letters before a place that are looked at."""
_STOPPED = later(
    r"(?<![A-Za-z.])(?!(?i:etc|vs|approx|dept|est|inc|ltd|corp|prof|capt|gen|sgt|rev|hon|mrs|fig|vol|dll|dsb|tgl|jend"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.)[A-Za-z][a-z]{2,}[.!?][”\"]? $"
)
"""A word and a full stop, no abbreviation."""
_LAST = later(r".* (?:online|free|cheap|today|tonight|now|near me|uk|usa|canada|india|for sale)")
"""What searches end in, and nouns do not."""


_COUNTED = later(r"(?:(?<!第)[一二两三四五六七八九十几百千多余\d]|[这那每])[位名只头匹棵株辆艘架把扇尾朵册盏][一-龥]?$")
"""Chinese words that count people, animals, plants and tools, with one letter behind them: `四百把坏`."""
_COUNTABLE = later(r".*[女人员师手婆机器表包鞋车桌椅牌姬妹哥狗猫马鸟鱼侦探司机]")
"""What may be counted so."""


def odd_places(occ: Occurrences, index: int) -> int:
    """At how many places it does not agree with the words around it; twice as many where it opens a sentence small.

    In Chinese: at how many it is counted as people, animals or tools are, and is none of those by its last letter.
    """
    view, phrase = occ.batch.view, occ.batch.phrases[index]
    starts, low = occ.batch.spans(index).tolist(), 0
    if view.language.code == "zh" and not _COUNTABLE.fullmatch(phrase):
        return sum(_COUNTED.search(view.text[max(0, at - _BACK) : at]) is not None for at in starts)
    if view.language.code not in ("en", "id"):
        return 0
    if " " in phrase and phrase[0].islower():
        low = sum(_STOPPED.search(view.text[max(0, at - _BACK) : at]) is not None for at in starts)
    odd = fits(view.text, starts, len(phrase)).count(Fit.ODD) if view.language.code == "en" else 0
    return ODD * low + odd


def oddly_weak(occ: Occurrences, index: int) -> int:
    """As `odd_places`, of English words with two of the lexicon, a weak one among them: `cheap jeans outlet`."""
    view, phrase = occ.batch.view, occ.batch.phrases[index]
    if view.language.code != "en" or " " not in phrase or occ.count[index] < TWICE:
        return 0
    words = view.language.lexicon.any_pattern.findall(phrase)
    if len(words) < TWICE or not any(word.lower() in view.language.lexicon.weak for word in words):
        return 0
    return odd_places(occ, index)


def agreed(occ: Occurrences, index: int) -> bool:
    """An English phrase without a strong word that is used as nouns are: behind `a` and `the`, or `the` throughout."""
    speech, phrase = occ.batch.view.language, occ.batch.phrases[index]
    if speech.code != "en" or speech.lexicon.strong_pattern.search(phrase) or _LAST.fullmatch(phrase):
        return False
    if not all(map(speech.known, phrase.split())):
        return False
    found = fits(occ.batch.view.text, occ.batch.spans(index).tolist(), len(phrase))
    apart = sum(fit in (Fit.ONE, Fit.THE) for fit in found)
    if Fit.ODD in found or 2 * apart < len(found):
        return False
    return Fit.ONE in found or (len(found) >= OFTEN and apart == len(found))
