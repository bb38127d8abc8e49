"""Was the phrase put in, or put over something? The words around its places say so, all places together."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.kiwi import kiwi
from wonmun.language.particles import stem
from wonmun.looks import ordinary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.places.slots import Group, Slot

_PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|의|에|에서|에게|로|으로|와|과|도|만|까지|부터|보다|처럼|이나|나|라|이라|라는|이라는|라고|이라고"
    r"|들|들이|들은|들을|측|이다|인|에는|에도|으로는|로는)(?![가-힣])"
)
_SENTENCE_START = re.compile(r"(?:^|[.?!,][\"'”’)]?|[\"'“‘(]|다[.]?[\"”]?) ?$")
_MODIFIER = re.compile(r"(?:의|한|할|될|된|인|적|는|던|위한|대한|관한|통한)$")
_OBJECT = re.compile(r"(?:을|를|이|가|은|는|에|로|도|서|며|고|면|지만|다)$")
_VERB = re.compile(
    r"^ (?:[가-힣]+(?:다|고|며|면|서|해|한|할|된|될|했|하는|되는|있는|없는|라고|라며)(?![가-힣])"
    r"|있|없|했|밝|말했|대해|위해|통해|관련|따라|등|및)"
)
_SITE = re.compile(r"^ (?:등|및|측|관련|관계자|내|간|전|후|당시|대표|의원|장관|위원장|대통령|정부|사업|문제|시장|기술)")

ROW = (
    "places", "bare", "before_space", "particle", "glued", "glued_ordinary", "starts", "glued_left", "bracket",
    "modifier", "object", "verb", "noun", "none_bare", "distinct", "line", "starts_bare",
    "joins", "joins_least", "gains", "gains_most", "heard",
)  # fmt: skip
"""Names of the columns of `row`: shares of the places, but for numbers of places and next words, and for `_heard`."""
_NOUNS = ("회사", "사람", "정부")
"""Nouns that stand anywhere."""
_WORDS = 4
_HEARD = 3
"""Places that are read."""


def row(group: Group) -> list[float]:
    """Give what tells an insertion from a substitution."""
    marks = np.array([_marks(s) for s in group.slots], float)
    share = marks.mean(0)
    nexts = {s.right[:3] for s in group.slots}
    n = len(group.slots)
    bare = marks[:, 0].astype(bool)
    return [
        np.log(n), *share[:12], float(n * (bare.all())), len(nexts) / n, share[12],
        float((marks[:, 5].astype(bool) & bare).mean()), *_heard(group, marks[:, 2].astype(bool)),
    ]  # fmt: skip


def _heard(group: Group, particle: Numbers) -> list[float]:
    """How Kiwi reads the words around without the phrase, and with a plain noun in its place.

    Log probability that joining both sides adds to theirs, and that a noun adds to that: mean and extreme of a few
    places without a particle. Before a blank nothing else tells 송파구 X 공장 (a name stood there) from an insertion.
    """
    heard = [s for s, p in zip(group.slots, particle.tolist(), strict=True) if not p]
    heard = heard[:: max(1, len(heard) // _HEARD)][:_HEARD]
    if not heard or not group.korean:
        return [0.0] * 5
    joins, gains = np.array([_joins(s) for s in heard]).T
    return [joins.mean(), joins.min(), gains.mean(), gains.max(), float(len(heard))]


def _joins(slot: Slot) -> tuple[float, float]:
    left, right = " ".join(slot.left.split(" ")[-_WORDS:]), " ".join(slot.right.split(" ")[:_WORDS])
    blank = " " if left.endswith(" ") or right.startswith(" ") else ""
    bare = _score(f"{left.rstrip()}{blank}{right.lstrip()}")
    noun = max(_score(f"{left}{n}{right}") - _score(n) for n in _NOUNS)
    return bare - _score(left.rstrip()) - _score(right.strip()), noun - bare


@lru_cache(maxsize=1024)
def _score(text: str) -> float:
    return float(kiwi().analyze(text)[0][1]) if text.strip() else 0.0


def _marks(slot: Slot) -> list[bool]:
    left, right = slot.left, slot.right
    after, before = right[:1], left[-1:]
    glued = bool(re.match(r"[가-힣A-Za-z]", after))
    particle = glued and bool(_PARTICLE.match(right))
    word = re.match(r"[가-힣A-Za-z]+", right)
    known = bool(glued and not particle and word and starts_ordinary(word.group()))
    inside = bool(re.match(r"[가-힣A-Za-z0-9]", before))
    last = left.rstrip().rsplit(" ", 1)[-1]
    return [
        after in {" ", ""}, before in {" ", ""}, particle, glued and not particle, known,
        bool(_SENTENCE_START.search(left)),
        inside, before == "(" or after in {")", "("}, bool(_MODIFIER.search(last)), bool(_OBJECT.search(last)),
        bool(_VERB.match(right)), bool(_SITE.match(right)), not left.strip(),
    ]  # fmt: skip


@cache
def starts_ordinary(word: str) -> bool:
    """Say whether an ordinary word begins where the phrase ends."""
    return len(word) >= 2 and (ordinary(word) or ordinary(stem(word)))


def rows(groups: Sequence[Group]) -> Numbers:
    """Give a row for each group."""
    return np.array([row(g) for g in groups], float)
