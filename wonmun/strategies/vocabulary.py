"""With nothing else known: the commonest nouns, read at all places of a phrase, whether the page has them or not.

What stood there is among the candidates of a page alone at .2 to .3 of its places: a word that was replaced wherever it
stood is left nowhere, and is seldom what language expects first behind a few letters. Yet three of four such words are
common nouns; where the words around all places read so much better with one of them than with any other, it is offered
first. It is not put in: of an outside set's 1,700 copies that had gone wrong in 43 of some 150 places.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.followers import NOUNS
from wonmun.language.kiwi import kiwi
from wonmun.language.senses import senses
from wonmun.strategies import compound
from wonmun.strategies.reading import OWN_SCORE, Wide, readings
from wonmun.strategies.scores import HOPELESS
from wonmun.strategies.spared import another_spared
from wonmun.strategies.thought import RIVALS, called_for, near, thought_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.decide import Judgement
    from wonmun.strategies.scores import View
    from wonmun.strategies.slots import Group

_NEAR, _CALLED = 2.0, 0.6
"""What nearness (-1..1) to the page's words and what they call for count when nouns are read, in log probabilities."""
_FIRST, _ALL = Wide(places=3, left=3, right=3), Wide(places=8, left=3, right=3)
_LEFT, _CANDIDATES = 40, 40
"""Nouns left of those that are read at a few places, which are read at more, and the page's candidates beside them."""
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
    called: float
    """See `Reading`."""
    commoner: int
    """So many nouns are commoner at least: the commonest read well anywhere (경우 for 자전거)."""
    places: int


_AGREED = _Bounds(worth=0.0, lead=1.7, even=0.5, gain=1.6, called=-99.0, commoner=0, places=_FEW)
_OPEN = _Bounds(worth=-1.1, lead=1.5, even=1.4, gain=1.25, called=0.9, commoner=100, places=_SEVERAL)
_CALLED_FOR = _Bounds(worth=-99.0, lead=2.6, even=1.3, gain=1.25, called=0.9, commoner=100, places=_SEVERAL)
"""What the models hold for likely, what they leave open, and what the page's words call for. The next ones, in copies
of 300 articles, are wrong: 정상 for 도보다리 (`even` 1.1), 제도 for 교권보호조례 (`called` .6), 선생 for 최고위원."""


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
    called: float
    """How much the page's words call for the noun, beyond what they call for half of all nouns."""
    places: int
    """Different surroundings."""

    def sure(self, worth: float) -> bool:
        """Whether nothing but this noun may have stood there; `worth`: what the models hold of it.

        Where two nouns stood behind the phrase, the second one's places read badly with the first, or better with
        another.
        """
        commoner = senses().place.get(self.term, NOUNS)
        return (
            self.lead >= (0.0 if self.places >= _SEVERAL else _FAR)
            and self.worst <= _WORST
            and commoner < NOUNS
            and any(
                min(worth - b.worth, self.lead - b.lead, self.even - b.even, b.gain - self.gain) >= 0
                and self.called >= b.called
                and commoner >= b.commoner
                and self.places >= b.places
                for b in (_AGREED, _OPEN, _CALLED_FOR)
            )
        )


def common_noun(view: View, judged: Judgement) -> str:
    """Give the noun that all places of a group read best with, far before all others; "" where there is none."""
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
    place, close, called = senses().place, near(group), called_for(group)
    counted = _COUNTED if any(s.left[-1:].isdigit() for s in group.slots) else ()
    names = [
        n
        for n in dict.fromkeys([*thought_of(group, close, called), *candidates, *counted])
        if group.rest.count(n) <= len(group.slots) / 2 and n not in group.phrase
    ]
    numbers = [place.get(n, RIVALS) for n in names]
    if len(names) < 2 or min(numbers) == RIVALS:
        return None
    mean = float(np.mean([close[n] for n in numbers if n < RIVALS]))
    calls = np.array([called[n] if n < NOUNS else 0.0 for n in numbers])
    speaks = _NEAR * np.array([close[n] if n < RIVALS else mean for n in numbers]) + _CALLED * calls
    kept = np.argsort(-(_read(group, names, _FIRST).mean(1) + speaks))[:_LEFT]
    names = [names[n] for n in kept.tolist()]
    return _best(names, _read(group, names, _ALL), (speaks[kept], calls[kept]))


def _best(names: Sequence[str], scores: Numbers, page: tuple[Numbers, Numbers]) -> Reading:
    """Say which noun is best, and how surely; `scores`: nouns × places, `page`: what counts beside, and the calls."""
    speaks, calls = page
    total = scores.mean(1) + speaks
    best, second = np.argsort(-total)[:2].tolist()
    different = np.unique(scores.round(3), axis=1)
    ahead = different[best] - np.delete(different, best, 0)
    even = np.clip(ahead, -1.5 * _EVEN, _EVEN).mean(1).min()
    gain = np.maximum(scores - scores[best], 0).mean(1).max()
    return Reading(
        names[best], float(total[best] - total[second]), float(even), float(gain), float(-ahead.min()),
        float(calls[best]), different.shape[1],
    )  # fmt: skip


def _read(group: Group, names: Sequence[str], wide: Wide) -> Numbers:
    """Give names × places: log probability of the words around with each, part of its own share taken off."""
    plain, own = readings(group.slots, names, wide)
    scores = plain - (plain - own) * _OWN / OWN_SCORE
    found: Numbers = np.maximum(scores, scores.max(0) - _CUT)
    return found
