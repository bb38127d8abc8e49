"""A word and the one that it stands for, of one kind: what editors exchange throughout an article.

Who puts a phrase over a term asks nothing of it. Of 921 everyday and coined words put over terms of 55 articles that
their particles fit, 14 are of the term's kind so; of 89 terms that were written otherwise throughout (`악보`, `스코어`)
65, 28 of them by the list of renderings.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from wonmun.alike import shared_end
from wonmun.language.load import lines
from wonmun.language.particles import is_particle
from wonmun.language.senses import senses
from wonmun.looks import likeness, unheard
from wonmun.signals.senses import affinity

_NEAR = 0.55
"""Likeness of two nouns of about one meaning."""
_AKIN, _HOME = 0.3, 0.25
"""Likeness that is enough where the new one is so near what its text speaks of (`휴게소` for `쉼터`). Of 1,501 everyday
words put over terms of 124 articles, their particles fitting, 23 were kindred without this and without compounds; 56
are with both."""
_LESS = 0.12
"""How much less at home in its text the new one may be."""
_SITE = re.compile("(?:닷컴|닷넷|티비|링크|사이트|주소)$")
"""Endings of sites' names: nothing is said by the things that a site is named after (`무한도시락닷컴`)."""
_HANGUL = re.compile("[가-힣]+")
PLACES = frozenset("강고관곶교골구군궁길당대도동루리만면문봉사산섬성숲시역원읍재정천촌탑포항호")
"""What places, houses and waters are called by their last letter, which a new name of theirs keeps."""
_LONGEST = 16
"""Letters of words that are taken apart."""


def kindred(ours: tuple[str, str], theirs: tuple[str, str]) -> bool:
    """Say whether a Korean word and the one that stood for it, each with its text, are words for one kind of thing.

    They begin or end alike, mean nearly the same, or are put together of words that do.

    >>> kindred(("정가제", ""), ("정찰제", "")), kindred(("벳모아", ""), ("정찰제", ""))
    (True, False)
    """
    (word, page), (other, genuine) = ours, theirs
    if other and rendered(word.replace(" ", ""), other.replace(" ", "")):
        return True
    if not other or len(word.split()) > 1 or len(other.split()) > 1:
        return False
    if word[-2:] == other[-2:] or word[:2] == other[:2]:
        return True
    if word[-1] == other[-1] and not is_particle(word[-1]) and not unheard(word):
        return True
    if unheard(word) or unheard(other) or _SITE.search(word):
        return False
    like, home = likeness(word, other, "ko"), affinity(page, word)
    return (like >= _NEAR or (like >= _AKIN and home >= _HOME)) and home + _LESS >= affinity(genuine, other)


def renamed(spelled: str, over: str, beside: tuple[str, str]) -> bool:
    """Say whether all that differs is a part of one longer word, the same wherever it stands: 집수관, 물받이관.

    `beside` is what stands glued before and behind the word at all its places. A term that was written over stands by
    itself somewhere, and has particles there.

    >>> renamed("물받이", "집수", ("", "관")), renamed("꽃재마", "솔안마", ("", "을"))
    (True, True)
    >>> renamed("유산균", "시장", ("", "에서")), renamed("유산균", "시장", ("", ""))
    (False, False)
    """
    before, behind = beside
    if len(before) > 1 and _HANGUL.fullmatch(before):
        return True
    if not behind and shared_end((spelled, over))[-1:] in PLACES:
        return True
    end = shared_end((spelled + behind, over + behind))
    if not _HANGUL.fullmatch(end) or is_particle(end):
        return False
    return end in senses().place or bool(behind and not is_particle(behind))


def known_with(word: str, rest: str) -> bool:
    """Say whether a word and the letters that stand behind it everywhere are a noun: 근로 before 자.

    >>> known_with("근로", "자"), known_with("카지노", "자")
    (True, False)
    """
    return bool(rest) and word + rest in senses().place


@lru_cache(4096)
def rendered(word: str, other: str) -> bool:
    """Say whether two words are alike, or become so where parts of them are said otherwise.

    >>> rendered("휴먼북", "사람책"), rendered("소듐이온", "나트륨이온"), rendered("벳북", "사람책")
    (True, True, False)
    """
    if word == other:
        return True
    if not word or not other or max(len(word), len(other)) > _LONGEST:
        return False
    if word[0] == other[0] and rendered(word[1:], other[1:]):
        return True
    return any(
        other.startswith(said) and rendered(word[end:], other[len(said) :])
        for end in range(1, len(word) + 1)
        for said in _renderings().get(word[:end], ())
    )


@cache
def _renderings() -> dict[str, frozenset[str]]:
    """What else each word may be called."""
    found: dict[str, frozenset[str]] = {}
    for line in lines("ko", "renderings.txt"):
        words = frozenset(line.split())
        for word in words:
            found[word] = found.get(word, frozenset()) | words - {word}
    return found
