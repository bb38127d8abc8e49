"""With nothing else known: the commonest nouns, read at all places of a phrase, whether the page has them or not.

What stood there is among the candidates of a page alone at .2 to .3 of its places: a word that was replaced wherever it
stood is left nowhere, and is seldom what language expects first behind a few letters. Yet three of four such words are
common nouns; where the words around all places read so much better with one of them than with any other, it is it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.kiwi import kiwi
from wonmun.language.senses import senses
from wonmun.strategies import compound
from wonmun.strategies.particles import final_sound, stems
from wonmun.strategies.reading import OWN_SCORE, Wide, readings
from wonmun.strategies.scores import HOPELESS
from wonmun.strategies.spared import another_spared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.decide import Judgement
    from wonmun.strategies.scores import View
    from wonmun.strategies.slots import Group

_RIVALS, _COMMON = 12_000, 6_000
"""Nouns that are read, and those that are put in, of the table of senses, whose first are the commonest."""
_NOUNS = frozenset({"NNG", "NNP"})
_ASKED, _PREDICTED, _WORDS_BEFORE = 8, 3000, 4
"""Different surroundings that predictions are asked for, morphemes at each, and words that are shown."""
_FLOOR = 9.0
"""Log probability behind the likeliest noun's at which the rest of the nouns count."""
_AKIN, _WORDS = 5, 40
"""A noun is as near to the page as to the nearest of its most frequent words, so many of them."""
_THOUGHT, _NEAR = 6.0, 4.0
"""What nearness (-1..1) to the page's words counts, in log probabilities, when nouns are chosen, and when read."""
_MISFITTING = 0.15
"""Share of the particles that may speak against a noun that is read."""
_FIRST, _ALL = Wide(places=3, left=3, right=3), Wide(places=8, left=3, right=3)
_READ, _LEFT, _CANDIDATES = 100, 40, 40
"""Nouns that are read at a few places, those left that are read at more, and the page's candidates beside them."""
_OWN = 0.4
"""Share of a noun's own score that is taken off."""
_CUT, _EVEN = 15.0, 5.0
"""Most that one place may speak against a noun, and for it where all places are asked for evenly."""
_COUNTED = ("억원", "만원", "조원", "달러", "개월", "만명", "만대", "가구", "명", "개", "건", "곳", "대", "원", "년")
"""What stands behind figures, read as rivals where a place does."""
_FEW, _SEVERAL = 3, 4
"""Different surroundings that a noun is put in for at all, and those from which on they agree by no accident."""
_FAR = 4.0
"""Lead that a noun needs with few of them."""
_WORST = 9.0
"""Most that another noun may be better at one place."""
_APART, _TOGETHER = -2.0, -3.2
"""Logits of two terms up to which one noun is sought, where no two places share a sentence, and where some do: of 55
copies with two terms all were above, of 193 others 76."""


@dataclass(frozen=True, slots=True)
class _Bounds:
    """From where on a noun is put in, by what the models hold of it as one of the page's candidates."""

    worth: float
    """Logit that it stands behind any place."""
    lead: float
    even: float
    gain: float
    """See `Reading`."""
    commoner: int
    """So many nouns are commoner at least."""
    places: int


_AGREED = _Bounds(worth=0.0, lead=1.9, even=1.0, gain=1.45, commoner=0, places=_FEW)
_OPEN = _Bounds(worth=-1.1, lead=2.1, even=1.4, gain=1.25, commoner=100, places=_SEVERAL)
"""What the models hold for likely, and what they leave open. Of nouns with such leads that are no candidates, or less
likely ones, 29 of 52 places were wrong: a name or a compound stood there (선생 for 최고위원). The commonest nouns read
well anywhere (경우 for 자전거)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The noun that all places of a phrase read best with. Log probabilities, the mean of all places."""

    term: str
    lead: float
    """By how much the words with it, its nearness to the page counted, beat those with any other noun."""
    even: float
    """The same of the words alone, where no place counts more than `_EVEN`."""
    gain: float
    """How much the best second noun would add, if each place held the better one of both."""
    worst: float
    """By how much another noun is better at the place where it stands worst."""
    places: int
    """Different surroundings."""

    def sure(self, worth: float) -> bool:
        """Whether nothing but this noun may have stood there; `worth`: what the models hold of it.

        Where two nouns stood behind the phrase, the second one's places read badly with the first, or better with
        another.
        """
        commoner = senses().place.get(self.term, _COMMON)
        return (
            self.lead >= (0.0 if self.places >= _SEVERAL else _FAR)
            and self.worst <= _WORST
            and commoner < _COMMON
            and any(
                min(worth - b.worth, self.lead - b.lead, self.even - b.even, b.gain - self.gain) >= 0
                and commoner >= b.commoner
                and self.places >= b.places
                for b in (_AGREED, _OPEN)
            )
        )


def common_noun(view: View, judged: Judgement) -> str:
    """Give the noun that surely stood at all places of a group; "" where there is none."""
    group = view.facts.group
    two = _TOGETHER if view.close.any() else _APART
    if len(group.slots) < _FEW or not judged.possible or judged.two > two:
        return ""
    found = read_nouns(group, [view.facts.terms[t] for t in view.mixture.order[:_CANDIDATES].tolist()])
    if found is None or not found.sure(_worth(view, found.term)) or group.misfits(found.term) or _named(found.term):
        return ""
    known = [compound.read(s) for s in group.slots]
    if any(k and found.term not in k for k in known) or another_spared(group, found.term):
        return ""
    return found.term


def _named(term: str) -> bool:
    """Say whether a word is a name: wherever one name reads well another would (서울 for 대구)."""
    return any(t.tag == "NNP" for t in kiwi().tokenize(term))


def _worth(view: View, term: str) -> float:
    """Give the logit that a term stands behind any place; of one that is no candidate that it is hopeless."""
    return float(view.worth[view.facts.terms.index(term)]) if term in view.facts.terms else HOPELESS


def read_nouns(group: Group, candidates: Sequence[str]) -> Reading | None:
    """Read the likeliest of the commonest nouns, and a page's candidates, at the places of a phrase."""
    near, place = _near(group), senses().place
    counted = _COUNTED if any(s.left[-1:].isdigit() for s in group.slots) else ()
    names = [
        n
        for n in dict.fromkeys([*_thought_of(group, near), *candidates, *counted])
        if group.rest.count(n) <= len(group.slots) / 2 and n not in group.phrase
    ]
    known = np.array([near[place[n]] if place.get(n, _RIVALS) < _RIVALS else np.nan for n in names])
    if len(names) < 2 or np.isnan(known).all():
        return None
    close = _NEAR * np.where(np.isnan(known), np.nanmean(known), known)
    kept = np.argsort(-(_read(group, names, _FIRST).mean(1) + close))[:_LEFT]
    return _best([names[n] for n in kept.tolist()], _read(group, [names[n] for n in kept.tolist()], _ALL), close[kept])


def _best(names: Sequence[str], scores: Numbers, close: Numbers) -> Reading:
    """Say which noun is best, and how surely; `scores`: nouns × places, `close`: what nearness counts."""
    total = scores.mean(1) + close
    best, second = np.argsort(-total)[:2].tolist()
    different = np.unique(scores.round(3), axis=1)
    ahead = different[best] - np.delete(different, best, 0)
    even = np.clip(ahead, -1.5 * _EVEN, _EVEN).mean(1).min()
    gain = np.maximum(scores - scores[best], 0).mean(1).max()
    return Reading(
        names[best], float(total[best] - total[second]), float(even), float(gain), float(-ahead.min()),
        different.shape[1],
    )  # fmt: skip


def _read(group: Group, names: Sequence[str], wide: Wide) -> Numbers:
    """Give names × places: log probability of the words around with each, part of its own share taken off."""
    plain, own = readings(group.slots, names, wide)
    scores = plain - (plain - own) * _OWN / OWN_SCORE
    found: Numbers = np.maximum(scores, scores.max(0) - _CUT)
    return found


def _near(group: Group) -> Numbers:
    """Give how near (-1..1) each of the commonest nouns is to the page's most frequent words."""
    table = senses()
    words = Counter(w for w in stems(group.rest) if w in table.place)
    places = [table.place[w] for w, _ in words.most_common(_WORDS)]
    if not places:
        return np.zeros(_RIVALS)
    alike = table.vectors[:_RIVALS] @ table.vectors[places].T
    found: Numbers = np.sort(alike, 1)[:, -_AKIN:].mean(1)
    return found


def _thought_of(group: Group, near: Numbers) -> list[str]:
    """Give the nouns that language expects at the places and that are near to the page, likeliest first."""
    befores = [b for b in dict.fromkeys(_before(s.left) for s in group.slots) if len(b) >= 2]
    befores = befores[:: max(1, len(befores) // _ASKED)][:_ASKED]
    scores = _THOUGHT * near + sum((_chances(b) for b in befores), np.zeros(_RIVALS)) / max(1, len(befores))
    asked = [d for d in (s.demand for s in group.slots) if d is not None]
    against = sum((_misfits(d) for d in asked), np.zeros(_RIVALS))
    scores[against > _MISFITTING * len(asked)] = -np.inf
    names = senses().names
    return [names[n] for n in np.argsort(-scores)[:_READ].tolist() if np.isfinite(scores[n])]


@lru_cache(maxsize=16)
def _misfits(sounds: frozenset[str]) -> Numbers:
    """Say of the commonest nouns which ones a particle that asks for these last sounds does not follow."""
    found = [final_sound(n) for n in senses().names[:_RIVALS]]
    return np.array([float(s is not None and s not in sounds) for s in found])


def _before(left: str) -> str:
    return " ".join(left.rsplit(". ", 1)[-1].split(" ")[-_WORDS_BEFORE:]).strip()


@lru_cache(maxsize=64)
def _chances(before: str) -> Numbers:
    """Give the log probability of each of the commonest nouns after some words."""
    place = senses().place
    found = np.full(_RIVALS, -np.inf)
    for m in kiwi().predict_next_morpheme(before, top_n=_PREDICTED):
        number = place.get(m.form, _RIVALS) if m.tag in _NOUNS else _RIVALS
        if number < _RIVALS:
            found[number] = max(found[number], m.score)
    best = found.max()
    return np.maximum(found, best - _FLOOR) if np.isfinite(best) else np.zeros(_RIVALS)
