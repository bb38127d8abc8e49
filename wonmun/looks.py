"""How put-there a slice of text looks by itself: words of spam, ordinary words, particles that do not fit."""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from wonmun.language.kiwi import kiwi
from wonmun.language.load import counts, language
from wonmun.language.particles import demand, final_sound, stem
from wonmun.language.senses import senses
from wonmun.signals.senses import affinity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.comparing.edit import Edit
    from wonmun.language.base import Language
    from wonmun.language.lexicon import Lexicon

_LETTER = re.compile(r"[^\W\d_]")
_WORD_SHAPE = re.compile(r"[\w%+.·&/-]+(?: [\w%+.·&/-]+){0,6}")
_SENTENCE_END = re.compile(r"[다요]\.")
_RUNNING = re.compile(r"[가-힣]{2,}(?:은|는|을|를|에서|으로|에게|까지|부터)$")
_TOPIC = re.compile(r"[가-힣]{2,}(?:은|는|을|를)$")
_ANONYMOUS = re.compile(r"(?:[가-힣](?:모|아무개)|[ㄱ-ㅎA-Z])(?: ?씨)?")
_ENDED = frozenset("은는을를의에한된던고할될")
"""Letters that words with a particle or an ending end in: told without a language model."""
LISTING = ("등", "및", "또는")
"""What leads on from a list to what it is of: `경정 등 공영도박의`."""
_SEVERAL = 3
_ALIKE = 0.5
"""One word that became another one at least this similar was corrected."""
_KIN = 0.3
"""Likeness of meaning from which on one word may be put for another."""
_HOME = 0.3
"""Nearness to its text's other nouns from which on a word may be put for any that was no nearer: 부지 for 수소 in a
report on a port."""
_ESTRANGED = 0.2
"""How much less near its text's other nouns a word is than the one that stood there. With both limits 142 of 149
everyday words put over a term of 155 articles are told, and of 587 terms that were written otherwise throughout
(`일본`, `도쿄`; `검찰`, `수사팀`) 47 are accused."""
_AKIN = 0.6
"""Likeness of two nouns of about one meaning."""
_LESS = 0.12
"""How much less at home such a noun may be."""
_COVERED = 0.6
"""Share of a word's letters that must be nouns whose meaning is known."""
_USUAL = 2
"""A word in that many genuine documents of the shipped counts is an ordinary one."""


def worded(text: str) -> bool:
    """Say whether a slice holds at least two letters."""
    return len(_LETTER.findall(text)) >= 2


def ends_bare(phrase: str, speech: Language) -> bool:
    """Say whether a phrase ends neither in a particle nor in a letter that leads on to the next word."""
    return phrase[-1] not in _ENDED and speech.without_particle(phrase.rpartition(" ")[2]) is None


def is_letter(text: str, at: int) -> bool:
    """Say whether a letter stands at an offset."""
    return 0 <= at < len(text) and bool(_LETTER.match(text[at]))


def glued(text: str, edit: Edit) -> bool:
    """Say whether words were put before a word without a space, as no editor does."""
    added = edit.genuine_start == edit.genuine_end
    return added and is_letter(text, edit.end) and not is_letter(text, edit.start - 1)


def plain_words(text: str) -> bool:
    """Say whether a slice is words and blanks, without any punctuation."""
    return bool(_WORD_SHAPE.fullmatch(text.strip())) and not _SENTENCE_END.search(text)


def running(text: str) -> bool:
    """Say whether a slice is running text: one of its words is an ordinary one with a particle.

    >>> running("정부는 계획을"), running("황금 물고기 릴게임")
    (True, False)
    """
    words = text.split()
    if len(words) >= _SEVERAL and any(_TOPIC.search(w) for w in words):
        return True
    return any(_RUNNING.search(w) and stem(w) != w and ordinary(stem(w)) for w in words)


def spam_words(text: str, lang: str) -> list[str]:
    """Give the words of the language's spam lexicon that a slice holds."""
    lexicon: Lexicon = language(lang or "ko").lexicon
    return [m.group() for m in lexicon.any_pattern.finditer(text)]


def spam_of_its_own(text: str, genuine: str, lang: str) -> bool:
    """Say whether words of spam are in a slice that a genuine text, which may be about such things, has not.

    One that is used elsewhere, too (`추천`), says nothing alone.

    >>> spam_of_its_own("카지노", "도서관", "ko"), spam_of_its_own("카지노", "카지노 도서관", "ko")
    (True, False)
    """
    found = [w for w in spam_words(text, lang) if w not in genuine]
    strong = language(lang or "ko").lexicon.strong
    return len(found) > 1 or any(w in strong for w in found)


def ordinary(word: str) -> bool:
    """Say whether a word, its particle taken off, is one that genuine Korean news uses."""
    known = counts("ko", "news.txt")
    return max(known.get(word, 0), known.get(stem(word), 0)) >= _USUAL


def corrected(text: str, there: str) -> bool:
    """Say whether one word became a similar one.

    >>> corrected("이재헌", "이재현"), corrected("바카라", "시장")
    (True, False)
    """
    return bool(there) and Levenshtein.normalized_similarity(text, there) >= _ALIKE


def by_chance(phrase: str, there: Sequence[str]) -> bool:
    """Say whether a phrase is no words, or took the place of something else each time, as in shortened texts."""
    return not plain_words(phrase) or len(set(there)) == len(there) >= _SEVERAL


def anonymous(text: str) -> bool:
    """Say whether newspapers write this for somebody's name: `김모 씨`, `ㄱ씨`, `A씨`, or the part of it before 씨."""
    return bool(_ANONYMOUS.fullmatch(text.strip()))


def unrelated(word: str, other: str, texts: tuple[str, str], lang: str) -> bool:
    """Say whether one Korean word is put for another it has nothing to do with, as far as a table knows both.

    They have no letter in common, and no meaning, or the word is far less at home in its text than the other one in
    the other text, which is alike but for the two.

    >>> unrelated("유산균", "대통령", ("", ""), "ko"), unrelated("노동자", "근로자", ("", ""), "ko")
    (True, False)
    """
    if lang not in {"", "ko"} or set(word) & set(other):
        return False
    table = senses()
    ours, theirs = table.nouns(word), table.nouns(other)
    if not ours or not theirs:
        return False
    here, there = affinity(texts[0], word), affinity(texts[1], other)
    if isfinite(here) and isfinite(there) and here >= max(there, _HOME):
        return False
    if float((table.vectors[ours] @ table.vectors[theirs].T).max()) < _KIN:
        return True
    return isfinite(there) and here + _ESTRANGED < there


def likeness(word: str, other: str, lang: str) -> float:
    """Tell how near the nearest nouns of two Korean words are in meaning, from -1 to 1.

    -1 where most of the first, or all of the second, is unknown.

    >>> likeness("재판부", "법원", "ko") > 0.5, likeness("냉장고", "법원", "ko") > 0.5
    (True, False)
    """
    if lang not in {"", "ko"}:
        return -1.0
    table = senses()
    ours, theirs = table.nouns(word), table.nouns(other)
    if not theirs or unheard(word):
        return -1.0
    return float((table.vectors[ours] @ table.vectors[theirs].T).max())


def unheard(word: str) -> bool:
    """Say whether most of a Korean word is no noun whose meaning is known: a name, or made up.

    >>> unheard("벳모아"), unheard("데이터센터")
    (True, False)
    """
    table = senses()
    return sum(len(table.names[noun]) for noun in table.nouns(word)) < _COVERED * len(word)


def akin(here: tuple[str, str], there: tuple[str, str], lang: str) -> bool:
    """Say whether words, each with its text, are nouns of one meaning and as much at home: what editors exchange.

    >>> akin(("골프", ""), ("가수", ""), "ko"), akin(("조사", ""), ("냉장고", ""), "ko")
    (True, False)
    """
    known = senses().place
    (word, page), (other, genuine) = here, there
    if word not in known or other not in known or likeness(word, other, lang) < _AKIN:
        return False
    return affinity(page, word) + _LESS >= affinity(genuine, other)


def common(word: str) -> bool:
    """Say whether news uses a Korean noun a lot, or it names a kind: nobody writes a name for it wherever it stands.

    >>> common("대표"), common("승강기"), common("한빛테크")
    (True, True, False)
    """
    return word in senses().place and (ordinary(word) or [t.tag for t in kiwi().tokenize(word)] == ["NNG"])


def misfits(word: str, text: str, end: int) -> bool:
    """Say whether the particle that `text` has from `end` on cannot follow the word."""
    asked, sound = demand(text[end : end + 8]), final_sound(word)
    return asked is not None and sound is not None and sound not in asked
