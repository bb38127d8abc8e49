"""Which terms could have stood at a phrase's places: attested between the same words, topical, surviving, glossed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import islice
from math import log
from typing import TYPE_CHECKING

from wonmun.language.particles import stem, stems
from wonmun.strategies.attested import compound, gloss
from wonmun.strategies.places.likeness import rarity
from wonmun.strategies.places.situation import situation

if TYPE_CHECKING:
    from wonmun.strategies.attested.habits import Habits
    from wonmun.strategies.places.corpus import Corpus
    from wonmun.strategies.places.slots import Group, Slot

_TERM = re.compile(r"[가-힣A-Za-z][가-힣A-Za-z0-9·&.-]{1,11}")
_INSIDE = re.compile(r"[가-힣A-Za-z0-9·]{2,12}")
_KEYS = ((6, 1), (4, 1), (3, 2), (2, 2), (2, 3), (1, 4), (1, 6))
"""Letters of context, left and right, between which a string is sought."""
_FOLLOWED = re.compile(
    r"(?:들|은|는|이|가|을|를|의|에|와|과|도|만|로|으로|에서|까지|부터|보다|라는|이라)(?:들)?(?![가-힣]{2})"
)
_COPULA = re.compile(r"이(?:라|다|며|고|나|지|었)")
_FOUND = 400
_SOUGHT = 1000
"""Places with the same letters on one side that are looked at, the nearest coverage first."""
_MOST, _MOST_OF_EVENT = 130, 250
"""Candidates. Where the event itself is covered, of the terms that stood there .93 are among so many, its coverage's
words first (.90 among 130)."""
_TOPICAL = 0.25
"""What a place in the list of the coverage's words counts there, elsewhere 1."""
_PREDICTED = 80
"""Nouns that language expects, which are candidates."""
_MISFITTING = 0.85
"""Share of the places with a particle that may speak against a term: of two terms one may hold few places. Where the
event is covered, share of all places: the second term's may be those without a particle."""


def glosses(group: Group, corpus: Corpus) -> list[dict[str, float]]:
    """Say what each place glosses, by the shipped pairs and those of related coverage."""
    tables = (gloss.shipped(), gloss.collected(corpus.texts))
    return [gloss.read(slot, tables) for slot in group.slots]


def terms(
    group: Group, known: tuple[Corpus, Habits], glossed: list[dict[str, float]], expected: list[dict[str, float]]
) -> list[str]:
    """Give the candidate terms, at most 250; those that nearly all particles speak against are left out.

    `expected`: what language expects at each place, by `reading.py`; it may be empty. No Korean term is a word in
    small Latin letters: of 1,646 places that an injector replaced none, while the labels of pages are full of them.
    """
    corpus, habits = known
    votes: dict[str, float] = defaultdict(float)
    usual: dict[str, float] = defaultdict(float)
    for slot in group.slots:
        for term, weight in _between(slot, corpus).items():
            votes[term] += weight * (1 + 0.5 * corpus.topic.get(term, 0.0))
        for term, times in habits.follow(slot.left).items():
            usual[term] += log(1 + times)
    predicted: dict[str, float] = defaultdict(float)
    for found in expected:
        for term, score in found.items():
            predicted[term] += score
    topical = {t: w * max(0.1, rarity(t)) for t, w in corpus.topic.items() if len(t) >= 2}
    surviving = {t: n for t, n in corpus.own.items() if len(t) >= 2}
    sure = [v for found in glossed for v in found] + [t for s in group.slots for t in sorted(compound.read(s))]
    heads = [t for h in group.heads for t in stems(h)]
    places = [_ranked(c, n) for c, n in ((votes, _FOUND), (topical, _FOUND), (surviving, _FOUND), (usual, _FOUND),
                                         (predicted, _PREDICTED))]  # fmt: skip
    event = situation(corpus.known) == "event"
    rank = {t: _rank(t, places, _TOPICAL if event else 1.0) for found in places for t in found}
    rank.update((t, -200.0) for t in heads)
    rank.update((t, -500.0) for t in sure)
    most = _MISFITTING * (len(group.slots) if event else sum(s.demand is not None for s in group.slots))
    kept = (
        t for t in sorted(rank, key=lambda t: (rank[t], t))
        if _TERM.fullmatch(t) and t not in group.phrase and group.misfits(t) <= max(1.0, most)
        and not (group.korean and t.isascii() and t.islower()) and not _inflected(t, corpus)
    )  # fmt: skip
    return list(islice(kept, _MOST_OF_EVENT if event else _MOST))


def _inflected(term: str, corpus: Corpus) -> bool:
    """Say whether a term is a word with its particle (로봇은): unlike 어린이, no other particle ever follows it."""
    if stem(term) == term:
        return False
    text, size = corpus.joined, len(term)
    found = corpus.search.find(term)[:_SOUGHT].tolist()
    return not any(_FOLLOWED.match(text, at + size) and not _COPULA.match(text, at + size - 1) for at in found)


def _ranked(counted: dict[str, float] | dict[str, int], most: int) -> dict[str, int]:
    """Number the best terms of a list, the best one 0."""
    return {t: i for i, t in enumerate(sorted(counted, key=lambda t: (-counted[t], t))[:most])}


def _rank(term: str, places: list[dict[str, int]], worth: float) -> float:
    """Best place in one of the lists; standing in several is worth 60 places each."""
    votes, topical, surviving, usual, predicted = (p.get(term, 999) for p in places)
    best = min(votes * 0.8, topical * worth, surviving * 2.0, usual * 1.5, predicted * 1.5)
    return best - 60 * (sum(term in p for p in places) - 1)


def _between(slot: Slot, corpus: Corpus) -> dict[str, float]:
    """Weigh the strings that stand elsewhere between the same letters."""
    out: dict[str, float] = {}
    for left, right in _KEYS:
        before, after = slot.left[-left:], slot.right[:right]
        if len(before) < left or len(after) < right:
            continue
        found = Counter(_ahead(corpus, before, after) if left >= right else _back(corpus, before, after))
        total = sum(found.values())
        for term, count in found.items():
            weight = (left + right) / 8 * count / (total + 1)
            out[term] = max(out.get(term, 0.0), weight)
    return out


def _ahead(corpus: Corpus, before: str, after: str) -> list[str]:
    out: list[str] = []
    text = corpus.joined
    for begin in (corpus.search.find(before)[:_SOUGHT] + len(before)).tolist():
        end = text.find(after, begin + 2, begin + 12 + len(after))
        if end > 0 and _INSIDE.fullmatch(text, begin, end):
            out.append(text[begin:end])
    return out


def _back(corpus: Corpus, before: str, after: str) -> list[str]:
    out: list[str] = []
    text = corpus.joined
    for at in corpus.search.find(after)[:_SOUGHT].tolist():
        begin = text.rfind(before, max(0, at - 12 - len(before)), at - 1)
        if begin >= 0 and _INSIDE.fullmatch(text, begin + len(before), at):
            out.append(text[begin + len(before) : at])
    return out
