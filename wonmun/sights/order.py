"""Word salad: words whose order is chance, as no writer leaves it.

Each pair of neighbours is scored by how much oftener than by chance such words stand side by side in genuine text. The
same words in any order would score what words do that stand apart; in prose neighbours score far more, whatever it is
about, in tables and lists hardly any word is one that prose is made of. Korean words count by their last syllable
(particles and endings; `tools/order.py` counted them), others by `language/pairs.py`.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from wonmun.language.kept import Kept
from wonmun.language.load import lines
from wonmun.language.pairs import START, pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

T = TypeVar("T")
LEAST, MOST = 120, 600
"""Words that there must be, and that are looked at."""
_APART = (17, 31, 53)
"""Distances of words that have nothing to do with each other."""
END, COMMA, NUMBER, LATIN, REST, LINE = ".", ",", "0", "A", "~", "^"
_ENDED = frozenset(".!?…。”\"’'")
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]")
_SAMPLE, TITLED = 4000, 0.6
"""Letters looked at, and share of words in capitals from which on a text is printed so, and capitals tell no names:
honest Indonesian news printed so was called senseless."""


class Limits(NamedTuple):
    """Of one language: most that neighbours score in all, most beyond chance, share of words that prose needs."""

    score: float
    beyond: float
    prose: float


CLEAR, LONG = 0.6, 150
"""Share of the limit beyond chance, and words, from which on there is no doubt."""
LIMITS = {
    "ko": Limits(0.05, 0.08, 0.4),
    "en": Limits(-0.3, 0.6, 0.18),
    "id": Limits(-0.3, 0.6, 0.1),
    "ja": Limits(-0.8, 1.2, 0.3),
}
"""Between honest texts and the same with their words shuffled: Korean news, manuals and other texts score .10 to 1.1
beyond chance, shuffled ones -.1 to .15 (95 % below .07); English 1.0 to 2.9 against -.1 to .6, Indonesian .9 to 2.8
against -.1 to .7, Japanese 1.3 (a recipe) to 3.4 against -.2 to 1.0. What neighbours score in all parts them further:
English .2 and more against less than -.5, Indonesian -.1 against -.4, Japanese -.5 against -1.3; articles with one
phrase in two terms' places stay with the honest ones there (Indonesian ones -.15, .6 beyond chance)."""


class Order(NamedTuple):
    """What the words' order says."""

    words: int
    score: float
    """Of neighbours, on average."""
    beyond: float
    """How much more than words that stand apart."""
    prose: float
    """Share of words that prose is made of."""


def clear(found: Order, code: str) -> bool:
    """Whether enough words stand in so little order that there is no doubt."""
    return found.words >= LONG and found.beyond <= CLEAR * LIMITS[code].beyond


def shuffled(text: str, code: str) -> Order | None:
    """Measure a text whose words stand in no order; None where they do, or where there is too little to tell."""
    limits = LIMITS.get(code)
    if limits is None or len(text) < LEAST:
        return None
    found = _korean(text, limits.score) if code == "ko" else _other(text, code, limits.score)
    return found if found and found.beyond <= limits.beyond and found.prose >= limits.prose else None


@cache
def _table() -> tuple[dict[str, int], NDArray[np.float64], NDArray[np.bool_]]:
    """Classes of Korean words, the scores of their pairs, and which of them are particles and endings."""
    names, prose, *rows = lines("ko", "order.txt")
    place = {name: number for number, name in enumerate(names.split(" "))}
    counts = np.array([row.split(" ") for row in rows if row], float)
    expected = counts.sum(axis=1, keepdims=True) * counts.sum(axis=0, keepdims=True) / counts.sum()
    return place, np.log((counts + 2) / (expected + 2)), np.isin(list(place), prose.split(" "))


@cache
def _number() -> Callable[[str], int]:
    """Give the number of the class of a last letter; that of `REST` for one that hardly any word ends in."""
    place = _table()[0]
    return Kept(lambda last: place.get(_ending_of(last), place[REST])).__getitem__


def classes(text: str, most: int = MOST) -> list[str]:
    """For each word of a Korean text what it ends in, and `LINE` at the end of lines that end no sentence."""
    return _read(text, most, _ending, (END, LINE))


def _read(text: str, most: int, told: Callable[[str], T], ends: tuple[T, T]) -> list[T]:
    """What is told of each word's last letter; `ends`: of a sentence's, and what stands for a line's end elsewhere."""
    found: list[T] = []
    for line in text.split("\n"):
        found += map(told, map(_last, line.split()))
        if found and found[-1] not in ends:
            found.append(ends[1])
        if len(found) >= most:
            break
    return found[:most]


def _ending_of(last: str) -> str:
    if "가" <= last <= "힣":
        return last
    if last in _ENDED:
        return END
    if last == ",":
        return COMMA
    if last.isalnum():
        return NUMBER if last.isdigit() else LATIN
    return REST


_ending = Kept(_ending_of).__getitem__
_last = itemgetter(-1)


def _korean(text: str, most: float) -> Order | None:
    """Measure a Korean text of enough words; None where neighbours score more than `most`."""
    place, scores, prose = _table()
    found = np.array(_read(text, MOST, _number(), (place[END], place[LINE])), np.int64)
    if len(found) < LEAST:
        return None
    score = float(scores[found[:-1], found[1:]].mean())
    if score > most:
        return None
    share = np.bincount(found, minlength=len(place)) / len(found)
    return Order(len(found), score, score - float(share @ scores @ share), float(share @ prose))


def _other(text: str, code: str, most: float) -> Order | None:
    """Measure a text of a language that has a table of pairs; None as for Korean."""
    table = pairs(code)
    found = _words(_plainly(text), code)
    if len(found) < LEAST:
        return None
    score = float(np.mean([table.score(a, b) for a, b in pairwise(found)]))
    if score > most:
        return None
    apart = [table.score(found[i], found[i - k]) for k in _APART for i in range(0, len(found), 2)]
    common = _common(code)
    return Order(len(found), score, score - float(np.mean(apart)), sum(w in common for w in found) / len(found))


def _plainly(text: str) -> str:
    """The text in small letters where nearly all its words have capitals."""
    initials = _INITIAL.findall(text[:_SAMPLE])
    return text.lower() if sum(map(str.isupper, initials)) > TITLED * len(initials) else text


def _words(text: str, code: str) -> Sequence[str]:
    table = pairs(code)
    found: list[str] = []
    for line in text.split("\n"):
        if line and not line.isspace():
            found += [*table.words(line), START]
        if len(found) >= MOST:
            break
    return found[:MOST]


@cache
def _common(code: str) -> frozenset[str]:
    """The most frequent words of letters: articles, pronouns, particles."""
    return frozenset(pairs(code).frequent(40))
