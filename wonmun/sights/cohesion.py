"""Sentences of many articles strung together: neighbours have hardly a word in common, nor has the rest of the page.

What an article is about comes back: most of its sentences share a rare word with one near them. Rarity is how seldom
genuine news uses a word; frequent words tie nothing.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from functools import cache, partial
from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from wonmun.language.kept import Kept
from wonmun.language.load import language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wonmun.language.base import Language

LEAST, MOST = 16, 60
"""Sentences that there must be, and that are looked at."""
LANGUAGES = ("ko",)
"""Where it was measured."""
LIMIT = 3.4
"""Score from which on sentences do not belong together. Logistic regression over 422 honest texts of news, manuals and
digests, and 297 of shuffled sentences or Markov text of 12 to 155 articles: one honest text of 422 scores above 1.5 (it
3.2); of 16 to 50 sentences of 150 articles all score more, of 25 articles seven of ten, of twelve a third."""
FEW, EACH = 30, 0.1
"""Sentences below which the limit rises, by so much for each that is missing: the fewer, the more is chance. Two short
articles of 20 and 22 sentences score 3.7 and 3.1, and up to 3.9 with a phrase in a term's place that tied them."""
_DISTINCT = 0.73
"""Share of different words (their first two letters) among those of the first sentences that such a text has at least:
nearly all of them .75 and more, four of five articles less."""
_FIRST = 30
_ENOUGH = (6, 12, 24, MOST)
"""Sentences that are measured, until what ties them tells that the text belongs together: of 208 honest texts the first
six do of 88, the first twelve of 157."""
_SHORT, _FIGURES = 24, 0.7
"""Code points of the middle sentence, and share of sentences with a figure in them: sentences to learn by, proverbs and
what a market did that day have no words in common either. Of 300 texts of sentences from 155 articles of news none is
shorter than 43 or has figures in more than .63 of them."""
_BIAS, _WEIGHTS = -9.6, (-1.29, -1.81, -3.56, -2.7)
_FLOOR = 0.003
_RARE = 400
"""Articles and more from which on a word ties nothing."""
_TIED, _AKIN = 0.05, 0.08
_NEAR, _FAR = 2, 3
"""Sentences up to so far are near, from so far on they are far."""
_LETTERS = 3
"""Letters of a word that count, where it has more: its endings differ."""
_WORD = re.compile(r"[^\W\d_][^\W_]+")
_WORD_OR_END = re.compile(rf"{_WORD.pattern}|\n")
"""Sentences hold no line breaks of their own."""
_FIGURE = re.compile(r"\d")


class Cohesion(NamedTuple):
    """How the sentences of a text hang together; likeness is the cosine of rare words."""

    neighbours: float
    """Mean likeness of neighbours."""
    far: float
    """Mean likeness of those that stand apart."""
    tied: float
    """Share of sentences with something in common with one near them."""
    akin: float
    """Share of sentences with something in common with any other."""

    @property
    def score(self) -> float:
        """Positive where they seem to come from many texts."""
        measured = (math.log(self.neighbours + _FLOOR), math.log(self.far + _FLOOR), self.tied, self.akin)
        return _BIAS + sum(w * m for w, m in zip(_WEIGHTS, measured, strict=True))


def cohesion(sentences: Sequence[str], speech: Language) -> Cohesion | None:
    """Measure up to `MOST` sentences: where the first have enough in common for the text's `limit`, what those have.

    None where there are too few, where many words come back, in other languages.
    None, too, for lists of short sentences, and for what is mostly figures.
    """
    if len(sentences) < LEAST or speech.code not in LANGUAGES:
        return None
    first = " ".join(sentences[:_FIRST]).split()
    if len({word[:2] for word in first}) < _DISTINCT * len(first) or _is_list(sentences):
        return None
    sentences = sentences[:MOST]
    least = limit(len(sentences))
    words: list[dict[str, float]] = []
    for stop in _ENOUGH:
        words += _rare(sentences[len(words) : stop], speech.code)
        found = _measured(words, len(sentences))
        if found.score < least or len(words) == len(sentences):
            break
    return found


def _measured(words: Sequence[dict[str, float]], count: int) -> Cohesion:
    """Measure the first of `count` sentences: what all of them have in common is as much at least."""
    alike = _alike(words)
    neighbours = far = 0.0
    near, best = [0.0] * count, [0.0] * count
    for (a, b), likeness in alike.items():
        if b - a == 1:
            neighbours += likeness
        if b - a >= _FAR:
            far += likeness
        for one in (a, b):
            best[one] = max(best[one], likeness)
            if b - a <= _NEAR:
                near[one] = max(near[one], likeness)
    apart = (count - _FAR) * (count - _FAR + 1) / 2
    tied, akin = sum(n > _TIED for n in near) / count, sum(n > _AKIN for n in best) / count
    return Cohesion(neighbours / (count - 1), far / apart, tied, akin)


def limit(sentences: int) -> float:
    """Score from which on so many sentences do not belong together."""
    return LIMIT + EACH * max(0, FEW - sentences)


def _is_list(sentences: Sequence[str]) -> bool:
    figures = sum(_FIGURE.search(sentence) is not None for sentence in sentences)
    return median(map(len, sentences)) < _SHORT or figures > _FIGURES * len(sentences)


def _alike(words: Sequence[dict[str, float]]) -> dict[tuple[int, int], float]:
    """Likeness of each two sentences that have a rare word in common."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(words):
        for word in found:
            places[word].append(number)
    sizes = [math.sqrt(sum(v * v for v in found.values())) or 1.0 for found in words]
    alike: defaultdict[tuple[int, int], float] = defaultdict(float)
    for word, numbers in places.items():
        for a, b in combinations(numbers, 2) if len(numbers) > 1 else ():
            alike[a, b] += words[a][word] * words[b][word] / (sizes[a] * sizes[b])
    return alike


def _rare(sentences: Sequence[str], code: str) -> list[dict[str, float]]:
    """The rare words of each sentence, their stems and weights."""
    found: dict[str, float] = {}
    each = [found]
    weighed = _weighing(code)
    for word in _WORD_OR_END.findall("\n".join(sentences)):
        if word == "\n":
            each.append(found := {})
            continue
        stem, weight = weighed(word)
        if weight and weight > found.get(stem, 0.0):
            found[stem] = weight
    return each


@cache
def _weighing(code: str) -> Callable[[str], tuple[str, float]]:
    return Kept(partial(_weighed, code)).__getitem__


def _weighed(code: str, word: str) -> tuple[str, float]:
    """What is left of a word without particle and ending, and how rare it is; 0 for a frequent one."""
    speech = language(code)
    bare = speech.without_particle(word) or word
    if len(bare) < 2:
        return "", 0.0
    weight = max(0.0, math.log(_RARE / (1 + max(speech.spread(bare), speech.spread(word)))))
    return (bare[:_LETTERS] if speech.spaced and not bare.isascii() else bare.lower()), weight
