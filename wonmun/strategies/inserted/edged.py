"""Where a phrase's edges are, by what stands around all of its places: they may be found a letter off."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from wonmun.alike import shared_start
from wonmun.language.ko import SURNAMES
from wonmun.language.load import lexicon
from wonmun.language.particles import is_particle, stem
from wonmun.language.senses import senses
from wonmun.looks import ordinary, spam_words
from wonmun.strategies.inserted.kind import starts_ordinary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.model import Place

_LETTER, _LETTERS = re.compile("[가-힣]"), re.compile("[가-힣]+")
_WORD = re.compile(r"[^\W\d_]*")
_NUMBER = re.compile(r"\d+(?=\D)")
_WORD_BEFORE = re.compile(r"(?<![^\W_])[^\W\d_]+ $")
_WORD_SIZE = 12
"""Characters before a place in which the word before it is sought."""
_CLOSED = re.compile(r"[.,?!]\s$|\n$")
_LATEST = 3
"""Letters of the text's that may have been taken for the phrase's end."""
_NUMBER_BEFORE = re.compile(r"\d[.,]?$")
_GOES_ON = re.compile(r"(?: \d+|(?<=\d))%")
_WORD_BEHIND = re.compile(r" ([^\W_]{2,})")
_NAMED = re.compile("[가-힣](?: [가-힣]{2}|[가-힣]{2})")
"""A surname with the first two letters of a given name or of a title."""
_SHORTEST = 3
"""Letters of a phrase that are left at least where its last one is the text's."""
_NEAR = 2
_ALWAYS = 6
"""Places before all of which the same word is no accident (해외 before 로또 구매대행), and so many for each time
that the page has it elsewhere. Of 479 terms that genuine news has so often, one stands so (유전자 가위)."""
_SEVERAL = 2
"""Places at which the same letter is no accident, unless it makes ordinary words."""


def edged(text: str, places: Sequence[Place]) -> tuple[Place, ...]:
    """Give the places with their edges put right, where the words around all places of a phrase say more than one did.

    The last letter of an inserted phrase may have been taken for the text's own: “중고차 시세” before 표이어 and
    표북한은 is 중고차 시세표. On 700 copies it was the phrase's 17 times of 18, and the one word that has it (이,
    이른바) was an ordinary one, as none of the others was. The other way round 레플리카경 before 찰은 and 보기는 is
    레플리카. A percent sign behind the phrase's number, or both, at all its places, are the phrase's (첫충 100%),
    and so is one word behind them (첫충 30% 사이트); the end of a number (4.5X) may have been taken for the phrase's,
    and so may a surname (띠별 운세 before 윤희석 and 윤 대변인). A word of spam before all its places, and nowhere
    else, begins it (바카라 before 총판 모집). What a genuine copy has beside a place is the text's beyond
    doubt: such phrases keep their edges.
    """
    by_phrase: dict[str, list[Place]] = defaultdict(list)
    known = {p.phrase for p in places if p.original is not None}
    for place in places:
        by_phrase[place.phrase].append(place)
    more = {phrase: 0 if phrase in known else _behind(text, some) for phrase, some in by_phrase.items()}
    less = {phrase: 0 if phrase in known else _before(text, some) for phrase, some in by_phrase.items()}
    out = []
    for p in places:
        start, end = p.start + less[p.phrase], p.end + more[p.phrase]
        phrase = (text[min(start, p.start) : p.start] + p.phrase + text[p.end : end])[max(0, less[p.phrase]) :]
        phrase = phrase[: len(phrase) + min(0, more[p.phrase])]
        out.append(p if (start, end) == (p.start, p.end) else replace(p, start=start, end=end, phrase=phrase))
    return tuple(out)


def _before(text: str, places: Sequence[Place]) -> int:
    """Count the letters that a phrase begins before its places as found, below zero; above, those that are no part."""
    words = {
        m.group() if (m := _WORD_BEFORE.search(text[max(0, p.start - _WORD_SIZE) : p.start])) else "" for p in places
    }
    word = words.pop()
    if word and not words:
        elsewhere = text.count(word.strip()) - len(places)
        spam = elsewhere == 0 and len(places) >= _SEVERAL and word.strip() in lexicon("ko").strong
        if spam or len(places) >= _ALWAYS * max(1, elsewhere):
            return -len(word)
    return _digits(text, places)


def _digits(text: str, places: Sequence[Place]) -> int:
    """Count the digits that a phrase begins with, where they go on a number of the text at one of its places."""
    digits = _NUMBER.match(places[0].phrase)
    if not digits or not all(text.startswith(digits.group(), p.start) for p in places):
        return 0
    goes_on = any(_NUMBER_BEFORE.search(text[max(0, p.start - _NEAR) : p.start]) for p in places)
    return digits.end() if goes_on else 0


def _behind(text: str, places: Sequence[Place]) -> int:
    """Count the letters that a phrase goes on for behind its end as found; below zero where it ends so many before."""
    numbers = {m.group() if (m := _GOES_ON.match(text, p.end)) else "" for p in places}
    number = numbers.pop() if len(numbers) == 1 and len(places) >= _SEVERAL else ""
    if number or places[0].phrase.endswith("%"):
        return len(number) + len(_word_after(text, [p.end + len(number) for p in places]))
    if _names(text, places):
        return -1
    if late := _too_late(text, places):
        return -late
    return len(_last_letter(text, places))


def _word_after(text: str, ends: Sequence[int]) -> str:
    """Give the blank and the word, or its beginning, that stand behind several offsets and nowhere else; else ""."""
    word = _WORD_BEHIND.match(shared_start([text[at : at + _WORD_SIZE] for at in ends]))
    return word.group() if word and len(ends) >= _SEVERAL and text.count(word[1]) == len(ends) else ""


def _names(text: str, places: Sequence[Place]) -> bool:
    """Say whether the last letter is a surname of the text's, which has that name elsewhere, too (윤희석, 윤 대변인).

    The phrase opens clauses, and names stand behind it by chance: at one place the page must tell, at none deny it.
    """
    phrase = places[0].phrase
    if len(places) < _SEVERAL or phrase[-1] not in SURNAMES or not _LETTER.fullmatch(phrase[-2:-1]):
        return False
    named = [m.group() if (m := _NAMED.match(text, p.end - 1)) else "" for p in places]
    opening = all(_opens(text, p.start) and p.end == p.start + len(phrase) for p in places)
    return opening and all(named) and any(_begun_elsewhere(text, name) for name in named)


def _too_late(text: str, places: Sequence[Place]) -> int:
    """Count the last letters that are the text's: with them, odd words behind half of the places are ordinary ones.

    One letter, or a noun that begins several of the text's words (후기[연구] before 진은 and 를). A letter behind a
    blank goes with the blank, whatever the phrase did (현금화[ 시] before 민들을 and 범).
    """
    phrase, words = places[0].phrase, [m.group() if (m := _WORD.match(text, p.end)) else "" for p in places]
    odd = [w for w in words if not starts_ordinary(w)]
    if len(places) < _SEVERAL or 2 * len(odd) < len(words):
        return 0
    nouns = any(words) and not any(map(is_particle, words)) and all(_begins_noun(phrase[-1] + w) for w in words)
    if phrase[-2:-1].isspace() and nouns:
        return 2
    if not all(words):
        return 0
    for size in range(1, _LATEST + 1):
        last, rest = phrase[-size:], phrase[:-size]
        alike = all(text.startswith(phrase, p.start) and p.end == p.start + len(phrase) for p in places)
        noun = size == 1 or (last in senses().place and all(_opens(text, p.start) for p in places))
        kept = len(rest) >= _SHORTEST and _LETTERS.fullmatch(last) and _LETTER.fullmatch(rest[-1])
        spam = spam_words(phrase, "ko") != spam_words(rest, "ko")
        inserted = all(p.kind == "insertion" or _opens(text, p.start) for p in places) or size > 1
        if kept and alike and noun and inserted and not spam and all(starts_ordinary(last + w) for w in odd):
            return size
    return 0


def _begins_noun(word: str) -> bool:
    """Say whether a word is an ordinary one, of one letter (수) too, or begins with a noun that has its first two."""
    return starts_ordinary(word) or ordinary(word) or bool(senses().begun(word))


def _opens(text: str, at: int) -> bool:
    """Say whether a sentence or a clause ends before an offset."""
    return _CLOSED.search(text[max(0, at - _NEAR) : at]) is not None


def _last_letter(text: str, places: Sequence[Place]) -> str:
    """Give the letter behind all places of a phrase, where words go on that are more ordinary without it; else "".

    Words that the page begins elsewhere, too, with that letter (남궁) or without it, say it for certain.
    """
    words = [m.group() if (m := _WORD.match(text, p.end)) else "" for p in places]
    firsts = {w[:1] for w in words}
    if len(places) < _SEVERAL or len(firsts) > 1:
        return ""
    if "." in places[0].phrase:  # a domain name, which ends where it ends
        return ""
    letter, rests = firsts.pop(), [w[1:] for w in words]
    if not _LETTER.fullmatch(letter) or not any(rests) or any(_begun_elsewhere(text, w) for w in words):
        return ""
    if len(set(rests)) > 1 and all(_begun_elsewhere(text, w) for w in rests):
        return letter
    if any(p.kind != "insertion" for p in places):
        return ""
    return letter if sum(map(starts_ordinary, rests)) >= sum(map(starts_ordinary, words)) else ""


def _begun_elsewhere(text: str, glued: str) -> bool:
    """Say whether a word that is glued to a phrase, its particle off, begins words of the text where none is."""
    word = stem(glued)
    return len(word) > 1 and re.search(rf"(?<![^\W_]){re.escape(word)}", text) is not None
