"""Whether a phrase is worded as searches for spam are: words of its trades and nouns, and nothing else.

Spam makes such compounds and pairs by the thousand (먹튀스쿨, 농구현금화, 크루즈 배팅), so that no list has them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from wonmun.language.base import GLUED
from wonmun.language.companions import companions
from wonmun.language.finder import Finder
from wonmun.language.formation import tree
from wonmun.language.load import language
from wonmun.language.senses import senses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.language.base import Language
    from wonmun.language.lexicon import Lexicon

LONGEST = 8
"""Letters of a word of a trade that compounds are made with."""
CORE = 5
"""Letters of a word that spam lives on and names are made of."""
LETTERS = 5
"""Letters of no word behind such a word in a name made of it: 룰렛존, 바카라마스터."""
EVERYDAY = 10
"""Documents of news in which a word stands that spam does not live on: 게임."""
SPARE = 2
"""Letters of no word that a name may have beside such a word: 야동킹."""
SOLD = 9
"""The themes of the lexicon that are spam's own stand first; the others are of trades that any paper has."""
_ALSO = frozenset(("현금화", "팔로워", "총판"))
"""What compounds are made with beside strong and bare words, which by themselves are of daily life."""
_SHORT = frozenset("방앱톡뜻")
"""Nouns of one letter that such compounds end in."""
_LETTERS = frozenset("핵픽깡")
"""Words of one letter that such phrases have."""


def name_of(phrase: str, lexicon: Lexicon) -> str:
    """A phrase without its blanks where it is a word of spam but for these, and means nothing else so: 룸 알바."""
    whole = phrase.replace(" ", "")
    if whole == phrase or whole not in lexicon.strong:
        return phrase
    return phrase if phrase in lexicon.strong or phrase in lexicon.literal else whole


def words_of(phrase: str) -> set[str]:
    """The words of spam's trades that a phrase holds."""
    return set(vocabulary().findall(phrase))


def worded(phrase: str, speech: Language) -> bool:
    """Whether a phrase that holds such a word holds nothing but these and nouns, and is no one word of daily life.

    >>> [worded(phrase, language("ko")) for phrase in ("크루즈 배팅", "마사지천국", "마사지", "배팅을 한")]
    [True, True, False, False]
    """
    if (phrase in _words() or phrase in speech.lexicon.strong) and not speech.spread(phrase):
        return True
    if " " in phrase:
        return _in_words(phrase.split(" "), speech)
    lexicon, table = speech.lexicon, companions("ko")
    if phrase in table.words or phrase in lexicon.strong or phrase in lexicon.bare or is_compound(phrase, speech):
        return True
    return not speech.spread(phrase) and (_is_made(phrase) or is_coined(phrase, speech))


def _in_words(units: Sequence[str], speech: Language) -> bool:
    """Whether all words are of trades or nouns; beside one that spam lives on also what nobody knows: 바카라 육매."""
    core = any(word in _core() or is_compound(word, speech) for word in units)
    if not core and not any(word in _words() for word in units):
        return False
    return all(_is_unit(word, speech) or (core and _is_unheard(word, speech)) for word in units)


def is_core(phrase: str) -> bool:
    """Whether it holds a word that spam lives on, not only what goes with its trades: 배팅, no 쇼핑몰.

    >>> [is_core(phrase) for phrase in ("크루즈 배팅", "온라인 쇼핑몰")]
    [True, False]
    """
    return any(word in _core() for word in words_of(phrase))


def is_coined(phrase: str, speech: Language) -> bool:
    """Whether it is a name of a word that spam lives on and letters that are no noun: 룰렛존, 토토박사, 야동킹."""
    table = companions("ko")
    if " " in phrase or phrase in table.words or _is_made(phrase):
        return False
    begun = table.pattern.regex.match(phrase)
    rest = phrase[begun.end() :] if begun else ""
    if rest.isalpha() and len(rest) <= LETTERS and speech.tail(rest).kind == GLUED:
        return True
    beside = speech.lexicon.phrase_any.regex.sub("", table.pattern.regex.sub("", phrase))
    return len(beside) <= SPARE and table.pattern.search(phrase) is not None


def _is_made(phrase: str) -> bool:
    """Whether nouns stand on both sides of a word that spam lives on, or on one."""
    hits = (hit for hit in vocabulary().finditer(phrase) if hit.group() in _core())
    return any(_is_part(phrase[: hit.start()]) and _is_part(phrase[hit.end() :]) for hit in hits)


def _is_unit(word: str, speech: Language) -> bool:
    return word in _known() or word in senses().place or word in _LETTERS or is_compound(word, speech)


def _is_unheard(word: str, speech: Language) -> bool:
    """Whether nobody knows it and no particle ends it: 육매, 플랫."""
    return len(word) > 1 and word.isalpha() and not speech.spread(word) and speech.without_particle(word) is None


def _is_part(letters: str) -> bool:
    """Nothing, or a noun, or one with a noun of one letter behind it: 정보방."""
    if not letters or letters in _SHORT:
        return True
    if not language("ko").lexicon.phrase_any.regex.sub("", letters):
        return True
    return any(
        part in senses().place or part in _known() for part in (letters, letters[: -(letters[-1] in _SHORT) or None])
    )


def is_compound(phrase: str, speech: Language) -> bool:
    """Whether it is one word that nobody knows, of a word that spam lives on and a noun before or behind that one.

    >>> [is_compound(word, language("ko")) for word in ("먹튀스쿨", "농구현금화", "토토즐", "오피스텔")]
    [True, True, False, False]
    """
    if not phrase.isalpha() or speech.spread(phrase):
        return False
    for match in _cores().finditer(phrase):
        before, behind = phrase[: match.start()], phrase[match.end() :]
        if not before and (_is_noun(behind, speech) or behind in _SHORT):
            return True
        if not behind and _is_noun(before, speech):
            return True
    return False


def _is_noun(word: str, speech: Language) -> bool:
    lexicon = speech.lexicon
    if len(word) < len("이용"):
        return False
    if word in senses().place or speech.spread(word) > 0:
        return True
    return any(word in group for group in (lexicon.query, lexicon.weak, lexicon.strong))


@cache
def _known() -> frozenset[str]:
    """Words that such a phrase may be made of without being nouns of `senses`."""
    lexicon = language("ko").lexicon
    return lexicon.strong | lexicon.query | _words()


@cache
def _words() -> frozenset[str]:
    """All words of spam's trades, those that are made by the thousand apart."""
    lexicon = language("ko").lexicon
    return (_core() | lexicon.trade).union(*lexicon.themes[:SOLD])


@cache
def _core() -> frozenset[str]:
    """Those of them that spam lives on, or nearly does."""
    lexicon, spread = language("ko").lexicon, language("ko").spread
    own = lexicon.listed | (lexicon.weak - lexicon.query) | lexicon.topic | lexicon.bare | companions("ko").words
    return frozenset(word for word in own if spread(word) < EVERYDAY)


@cache
def vocabulary() -> Finder:
    """Matches a word of spam's trades that compounds are made with; on first need."""
    lexicon = language("ko").lexicon
    return _finder({w for w in _words() - lexicon.query if 1 < len(w) <= LONGEST})


@cache
def _cores() -> Finder:
    """Matches a word that spam lives on; on first need."""
    lexicon = language("ko").lexicon
    short = {word for word in lexicon.listed - lexicon.literal if len(word) <= CORE and word.isalpha()}
    return _finder(short | lexicon.bare | _ALSO)


def _finder(words: set[str] | frozenset[str]) -> Finder:
    guards = {word: f"(?![{letters}])" for word, letters in language("ko").lexicon.guards}
    longest = sorted(words, key=lambda w: (-len(w), w))
    return Finder(re.compile(tree([(word, guards.get(word, "")) for word in longest])), frozenset(words))
