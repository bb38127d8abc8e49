"""What stands beside a word that spam lives on where honest texts say it: 룰렛 and a wheel, 레플리카 and a museum."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from wonmun.language.finder import Finder
from wonmun.language.formation import tree
from wonmun.language.load import lines
from wonmun.language.senses import senses

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = "~"
"""What stands for the word itself in companions, and in the texts that they are sought in: `~을 돌`."""
SHORT = 2
"""Letters of companions that are sought at words' beginnings only."""
_OPEN = "[open] "
"""What the line begins with that names the words that stand for anything."""


class Kind(NamedTuple):
    """One line of the data: words, and what honest texts that say them hold as well."""

    words: frozenset[str]
    companions: tuple[str, ...]
    nouns: tuple[int, ...]
    """Those companions that are nouns of `senses`."""


class Companions:
    """The table of one language."""

    def __init__(self, code: str) -> None:
        table = lines(code, "companions.txt")
        self.open = frozenset(word for line in table if line.startswith(_OPEN) for word in _entries(line[len(_OPEN) :]))
        """Words that so much is called by (a dog, a ship's casino) that their company may be anything."""
        split = [line.partition(":") for line in table if ":" in line]
        self._kinds = [_kind(_entries(words), _entries(with_)) for words, _, with_ in split]

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of which companions are known."""
        return frozenset(word for kind in self._kinds for word in kind.words)

    @cached_property
    def pattern(self) -> Finder:
        """Matches one of the words, the longest first."""
        return Finder(re.compile(_pattern(self.words)), self.words)

    def beside(self, words: set[str], text: str) -> set[str]:
        """Which companions of any of the words a text holds in which `HERE` stands for the phrase."""
        mine = [_begun(kind.companions) for kind in self._kinds if not kind.words.isdisjoint(words)]
        return {word for pattern in mine for word in pattern.findall(text)}

    def nouns(self, words: set[str]) -> list[int]:
        """Give the companions of any of the words that are nouns of `senses`, each once."""
        return sorted({noun for kind in self._kinds if not kind.words.isdisjoint(words) for noun in kind.nouns})


def _kind(words: list[str], with_: list[str]) -> Kind:
    known = senses().place
    return Kind(frozenset(words), tuple(with_), tuple(known[word] for word in with_ if word in known))


def _entries(text: str) -> list[str]:
    return [word for entry in text.split(",") if (word := entry.strip())]


def _pattern(words: Iterable[str]) -> str:
    longest = sorted(set(words), key=lambda w: (-len(w), w))
    return f"(?:{tree([(word, '') for word in longest])})"


@cache
def _begun(words: tuple[str, ...]) -> re.Pattern[str]:
    """As `_pattern`; those of two letters stand at a word's beginning: 배우 is none in 민주배우자, 내기 in 끝내기.

    Compiled when one of its kind is asked about: all of them take a tenth of a second.
    """
    long, short = (_pattern(w for w in words if (len(w) > SHORT) is longer) for longer in (True, False))
    return re.compile(rf"{long}|(?<![가-힣]){short}")


@cache
def companions(code: str) -> Companions:
    """The table of a language, read on first need."""
    return Companions(code)
