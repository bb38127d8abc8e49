"""Which terms could have stood at a phrase's places: attested between the same words, topical, surviving, glossed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING

from wonmun.strategies import compound, gloss
from wonmun.strategies.corpus import rarity
from wonmun.strategies.particles import stems

if TYPE_CHECKING:
    from wonmun.strategies.corpus import Corpus
    from wonmun.strategies.habits import Habits
    from wonmun.strategies.slots import Group, Slot

_TERM = re.compile(r"[가-힣A-Za-z][가-힣A-Za-z0-9·&.-]{1,11}")
_INSIDE = re.compile(r"[가-힣A-Za-z0-9·]{2,12}")
_KEYS = ((4, 1), (3, 2), (2, 3), (1, 4))
"""Letters of context, left and right, between which a string is sought."""
_FOUND = 400
_MOST = 240


def glosses(group: Group, corpus: Corpus) -> list[dict[str, float]]:
    """Say what each place glosses, by the shipped pairs and those of related coverage."""
    tables = (gloss.shipped(), gloss.collected(corpus.texts))
    return [gloss.read(slot, tables) for slot in group.slots]


def terms(group: Group, known: tuple[Corpus, Habits], glossed: list[dict[str, float]]) -> list[str]:
    """Give the candidate terms, at most 240; those that most particles speak against are left out."""
    corpus, habits = known
    votes: dict[str, float] = defaultdict(float)
    usual: dict[str, float] = defaultdict(float)
    for slot in group.slots:
        for term, weight in _between(slot, corpus.joined).items():
            votes[term] += weight * (1 + 0.5 * corpus.topic.get(term, 0.0))
        for term, times in habits.follow(slot.left).items():
            usual[term] += log(1 + times)
    topical = {t: w * max(0.1, rarity(t)) for t, w in corpus.topic.items() if len(t) >= 2}
    surviving = {t: n for t, n in corpus.own.items() if len(t) >= 2}
    sure = [v for found in glossed for v in found] + [t for s in group.slots for t in sorted(compound.read(s))]
    heads = [t for h in group.heads for t in stems(h)]
    places = [
        {t: i for i, t in enumerate(sorted(c, key=lambda t: -c[t])[:_FOUND])}
        for c in (votes, topical, surviving, usual)
    ]
    rank = {t: _rank(t, places) for found in places for t in found}
    rank.update((t, -200.0) for t in heads)
    rank.update((t, -500.0) for t in sure)
    asked = sum(s.demand is not None for s in group.slots)
    kept = [t for t in rank if _TERM.fullmatch(t) and t not in group.phrase and _allowed(group.misfits(t), asked)]
    return sorted(kept, key=lambda t: (rank[t], t))[:_MOST]


def _rank(term: str, places: list[dict[str, int]]) -> float:
    """Best place in one of the lists; standing in several is worth 60 places each."""
    votes, topical, surviving, usual = (p.get(term, 999) for p in places)
    return min(votes * 0.8, topical, surviving * 2.0, usual * 1.5) - 60 * (sum(term in p for p in places) - 1)


def _allowed(misfits: int, asked: int) -> bool:
    return asked < 2 or misfits <= 0.6 * asked


def _between(slot: Slot, text: str) -> dict[str, float]:
    """Weigh the strings that stand elsewhere between the same letters."""
    out: dict[str, float] = {}
    for left, right in _KEYS:
        before, after = slot.left[-left:], slot.right[:right]
        if len(before) < left or len(after) < right:
            continue
        found = Counter(_ahead(text, before, after) if left >= right else _back(text, before, after))
        total = sum(found.values())
        for term, count in found.items():
            weight = (left + right) / 8 * count / (total + 1)
            out[term] = max(out.get(term, 0.0), weight)
    return out


def _ahead(text: str, before: str, after: str) -> list[str]:
    out: list[str] = []
    at = text.find(before)
    while at >= 0 and len(out) < _FOUND:
        begin = at + len(before)
        end = text.find(after, begin + 2, begin + 12 + len(after))
        if end > 0 and _INSIDE.fullmatch(text, begin, end):
            out.append(text[begin:end])
        at = text.find(before, at + 1)
    return out


def _back(text: str, before: str, after: str) -> list[str]:
    out: list[str] = []
    at = text.find(after)
    while at >= 0 and len(out) < _FOUND:
        begin = text.rfind(before, max(0, at - 12 - len(before)), at - 1)
        if begin >= 0 and _INSIDE.fullmatch(text, begin + len(before), at):
            out.append(text[begin + len(before) : at])
        at = text.find(after, at + 1)
    return out
