"""With nothing else known: what the page's own words say of a candidate, whether it stands there still or not.

A word that was replaced and spared elsewhere takes particles there, as a noun does (이번, 이날 never do), seldom in a
sentence that has the phrase, and beside the words that the phrase stands beside.
"""

from __future__ import annotations

import re
from math import log1p
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.followers import NOUNS
from wonmun.language.senses import senses
from wonmun.strategies.own.thought import RIVALS, called_for, near
from wonmun.strategies.places.slots import MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.places.slots import Group

COLUMNS = ("particled", "particled_share", "apart", "neighbours", "known", "near", "called")
"""Names of what is measured for the page where nothing else is known, behind `facts.OF_PAGE`."""
_PARTICLE = re.compile(r"(?:들)?(?:에서|까지|부터|보다|으로|[은는이가을를의에와과도만로])(?![가-힣])")
_SENTENCE = re.compile(r"[.?!][\"'”’]?\s|\n")
_READ = 20
"""Words that were perhaps spared and are read at the places, whatever the sieve says of them."""
_LETTERS = 3
"""Letters that words beside it are compared by."""


def spared(group: Group, names: Sequence[str]) -> list[int]:
    """Number the candidates that stand in the page with a particle, the most frequent ones."""
    found = [(group.rest.count(t) * len(t), -n) for n, t in enumerate(names) if particled(group.rest, t)]
    return [-n for _, n in sorted(found, reverse=True)[:_READ]]


def columns(group: Group, names: Sequence[str]) -> Numbers:
    """Measure terms × `COLUMNS`."""
    close, called, place = near(group), called_for(group), senses().place
    sentences = _SENTENCE.split(group.text)
    usual = sum(MARK in s for s in sentences) / max(1, len(sentences))
    beside = _beside(group)
    rows = []
    for term in names:
        times, nominal = group.rest.count(term), particled(group.rest, term)
        having = [s for s in sentences if term in s]
        apart = usual - sum(MARK in s for s in having) / len(having) if having else 0.0
        number = place.get(term, RIVALS)
        rows.append([
            log1p(nominal), nominal / max(1, times), apart, log1p(_neighbours(group.rest, term, beside)),
            float(number < RIVALS), close[number] if number < RIVALS else 0.0,
            called[number] if number < NOUNS else 0.0,
        ])  # fmt: skip
    return np.array(rows)


def particled(text: str, term: str) -> int:
    """Count where a term stands with a particle."""
    size, at, found = len(term), text.find(term), 0
    while at >= 0:
        found += _PARTICLE.match(text, at + size) is not None
        at = text.find(term, at + size)
    return found


def _beside(group: Group) -> tuple[frozenset[str], frozenset[str]]:
    """Give how the words before and behind the places begin."""
    before = {s.left.rstrip().rsplit(" ", 1)[-1][:_LETTERS] for s in group.slots}
    behind = {w[1][:_LETTERS] for s in group.slots if len(w := s.right.split(" ", 2)) > 1}
    return frozenset(w for w in before if len(w) > 1), frozenset(w for w in behind if len(w) > 1)


def _neighbours(text: str, term: str, beside: tuple[frozenset[str], frozenset[str]]) -> int:
    """Count the words beside a term that stand beside a place, too."""
    found, at = 0, text.find(term)
    while at >= 0:
        if text[at - 1 : at] == " ":
            found += text[max(0, at - 20) : at].rstrip().rsplit(" ", 1)[-1][:_LETTERS] in beside[0]
        words = text[at + len(term) : at + len(term) + 20].split(" ", 2)
        found += len(words) > 1 and words[1][:_LETTERS] in beside[1]
        at = text.find(term, at + len(term))
    return found
