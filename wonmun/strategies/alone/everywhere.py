"""With nothing else known: one term at all places of a phrase, where all of them read best with it, or at none.

The models judge a place by a few letters and five surroundings. What they hold for likeliest at every place is read
once more, at more places and with more words around, beside its rivals and the commonest nouns. On 664 copies of
articles that the models never saw (6,017 places, each set of terms of an article once) 22 phrases are filled so, 149
places, none wrong; the bounds were set on them, and raised by what was wrong on a blind set then (11 of some 120).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.senses import senses
from wonmun.strategies.alone.evidence import steady, word_before
from wonmun.strategies.own.reading import Wide, readings
from wonmun.strategies.own.spared import another_spared
from wonmun.strategies.own.survivors import particled
from wonmun.strategies.places.together import together

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers
    from wonmun.strategies.weighed.decide import Judgement
    from wonmun.strategies.weighed.scores import View

SURE = 0.98
"""Probability of a term that stands everywhere."""
_PLACES, _SEVERAL = 3, 4
"""Places from which on they agree by no accident, and from which on that is half of the proof."""
_RIVALS = 8
_COMMON = 60
"""Nouns of the table of senses, whose first are the commonest, that are rivals, too: what stood there need be no
candidate (두 시간쯤, for which 사람 was the likeliest)."""
_WIDE = Wide(places=8, left=4, right=4)
_SHARE = 0.5
"""Most of a term's places that may have survived for one that was replaced, and least of a phrase's places that must be
sure by themselves where it is not put in everywhere."""
_SURVIVING = 2
"""How often a term stands elsewhere from which on it may be a word of the page that was replaced nowhere."""


TWO_APART = -2.4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bounds:
    """From where on a term is put in everywhere."""

    logit: float
    """Mean logit that it is right at a place."""
    worth: float = -inf
    """Logit that it stands behind any place."""
    ahead: float = -inf
    """By how much that is more than the next term's."""
    rival: float = -inf
    """Log probability, a place, by which the words with it beat those with any other candidate."""
    plain: float = -inf
    """The same with any common noun, too."""
    own: float = -inf
    """The same, most of the words' own share taken off: common words are likelier anywhere."""
    two: float
    """Logit of two terms up to which, where two places stand in one sentence."""
    apart: float = TWO_APART
    """The same where none do."""


PLAIN = _Bounds(logit=-0.4, worth=-1.5, ahead=2.2, rival=3.5, plain=3.5, own=2.5, two=-3.0, apart=-3.0)
"""What reads far better than all else. With .8, .8 and .3 ahead, a collocation's commoner word was put in on outside
sets of November 2026 (자동차 for 버스 behind 전기, which was no candidate; 16 places), and none that was right."""
SPARED = _Bounds(logit=1.5, worth=1.5, ahead=5.5, two=-4.4, apart=-4.4)
"""What stands in the page still, with a particle, and is likelier than all else: it need not read best, since Kiwi
knows few of the words that pages are about. Of the same copies 13 phrases (108 places) and no wrong word; with -3.9 for
two terms 대변인 for 부부장, with less likely ones 장치 for 검사 and 열차 for 고속열차. It is no proof where another
word that was spared reads nearly as well: 고객 for 상담사, on a page that has both."""
LED = _Bounds(logit=2.8, worth=0.0, ahead=6.0, rival=1.0, two=-4.0)
"""What the models hold for far likelier than all else, and no reading speaks against. With 5 ahead 9 of 164."""
CERTAIN = replace(LED, logit=3.6, two=TWO_APART)
"""The same, likelier still: with 2.8 for phrases over two terms, too, 20 of 534 places of published articles."""
COMPOUNDED = replace(LED, two=-3.0)
"""The same where the places of a known compound agree (소비자X). Without them 3 phrases of 46 were over two terms."""
AGREED = _Bounds(logit=3.0, two=-3.0, apart=-3.0)
"""What is likely enough at all places together, however it reads, and whether it stands in the page or not. Of 2,830
copies of published and written articles, judged by models that never saw them (fitted on three times as many copies as
ship), .01 of such places are wrong; from a logit of 2 on .04, with -2.5 for two terms .012."""
_COMPOUNDS = 2

BESIDE = _Bounds(logit=1.5, own=3.0, two=-1.5, apart=-1.5)
"""What the models hold for likeliest at all places beside other coverage, each of which would wait by itself. On 886
copies judged by models that never saw their article 21 phrases more are filled so, 149 places right and 1 wrong (1 and
0 in the two halves of the articles); with 1.5 for `own` 12 of 229 were wrong, without a reading 111 of 452."""


def beside_coverage(view: View, judged: Judgement) -> int:
    """Give the term that stands at all places where other coverage is known, too; -1 where none surely does.

    What reads best with the words around is no coverage's word: it says the same of a subject that nobody wrote of.
    """
    top = _only(judged)
    if top < 0 or top in judged.spared or any(slot.left[-1:].isdigit() for slot in view.facts.group.slots):
        return -1
    if judged.places.mean() < BESIDE.logit or judged.two > BESIDE.two or _outlives(view, top) or _rivalled(view, top):
        return -1
    return top if _leads(view, top)[0][2] >= BESIDE.own else -1


def everywhere(
    view: View, judged: Judgement, terms: Numbers, headed: frozenset[int] = frozenset()
) -> tuple[Numbers, bool]:
    """Give the term of each place (-1: abstain), and whether it is one for all.

    `terms`: what each place says by itself; where the same one is likeliest at all places, though not by far, and sure
    at few of them, 4 of 5 were wrong. `headed`: terms that the page's head speaks for, which are another rule's.
    """
    top = _only(judged)
    if top < 0 or top in headed:
        return terms, False
    if _holds(view, judged, top):
        return np.full(len(terms), top), True
    kept = (terms >= 0).mean() >= _SHARE or _ahead(view, top) >= LED.ahead
    return (terms if kept else np.full(len(terms), -1)), False


def _only(judged: Judgement) -> int:
    """Give the term that is likeliest at all places; -1 where there are several, or few places."""
    tops = np.unique(judged.tops)
    alone = len(tops) == 1 and len(judged.tops) >= _PLACES and judged.possible and int(tops[0]) not in judged.barred
    return int(tops[0]) if alone else -1


def _holds(view: View, judged: Judgement, top: int) -> bool:
    """Say whether one term stands at all places. Behind a figure it does not: a word that counts stood there."""
    if any(slot.left[-1:].isdigit() for slot in view.facts.group.slots):
        return False
    said = (float(judged.places.mean()), float(view.worth[top]), _ahead(view, top))
    if _unnamed(view, top) or _miscut(view, top):
        return False
    apart = not together(view.facts.group).any()
    if _passes(judged, said, AGREED, apart=apart):
        return True
    few = len(judged.tops) < _SEVERAL
    if not few and _spared(view, top) and _passes(judged, said, SPARED, apart=apart):
        return not (_outlives(view, top) or _rivalled(view, top)) and (_unknown(view, top) or _leads(view, top)[1])
    agreeing = view.facts.place("compound")[top].sum() >= _COMPOUNDS
    bounds = [
        b for b in (PLAIN, LED, CERTAIN, *([COMPOUNDED] if agreeing else ())) if _passes(judged, said, b, apart=apart)
    ]
    if not bounds or _outlives(view, top) or _rivalled(view, top):
        return False
    leads, steady = _leads(view, top)
    return steady and any(_above(leads, (b.rival, b.plain, b.own)) for b in bounds)


def _passes(judged: Judgement, said: tuple[float, float, float], bounds: _Bounds, *, apart: bool) -> bool:
    """Say whether what the models hold of a term reaches the bounds; `apart`: no two places share a sentence."""
    two = bounds.apart if apart else bounds.two
    return _above(said, (bounds.logit, bounds.worth, bounds.ahead)) and judged.two <= two


def _unnamed(view: View, top: int) -> bool:
    """Say whether the page's head, which the phrase is not in, names something else.

    Seen from outside in November 2026: 고객 for 상담사, which the title had.
    """
    heads = view.facts.group.heads
    return bool(heads) and not any(view.facts.terms[top] in h for h in heads)


def _miscut(view: View, top: int) -> bool:
    """Say whether a term stands in the page, but nowhere as a noun (가마 한 기와 토기 조각)."""
    return view.facts.terms[top] in view.facts.group.rest and not _spared(view, top)


def _spared(view: View, top: int) -> bool:
    """Say whether a term stands in the page still, with a particle, as nouns do."""
    return particled(view.facts.group.rest, view.facts.terms[top]) > 0


def _unknown(view: View, top: int) -> bool:
    """Say whether Kiwi knows too little of a word for a reading to speak against it."""
    return view.facts.terms[top] not in senses().place


def _ahead(view: View, top: int) -> float:
    """Tell by how much a term is worth more than all others."""
    return float(view.worth[top] - np.delete(view.worth, top).max(initial=-np.inf))


def _above(values: tuple[float, ...], least: tuple[float, ...]) -> bool:
    return all(v >= bound for v, bound in zip(values, least, strict=True))


def _outlives(view: View, top: int) -> bool:
    """Say whether a term stands elsewhere too often for one that was replaced."""
    group = view.facts.group
    return group.rest.count(view.facts.terms[top]) > _SHARE * len(group.slots)


def _rivalled(view: View, top: int) -> bool:
    """Say whether a term that stands elsewhere, too, may be beside one that was replaced there and spared here."""
    group, term = view.facts.group, view.facts.terms[top]
    return group.rest.count(term) >= _SURVIVING and another_spared(group, term)


def _leads(view: View, top: int) -> tuple[tuple[float, float, float], bool]:
    """Tell by how much a term beats its rivals on the mean of all places: `rival`, `plain` and `own` of `_Bounds`.

    And whether it still beats all of them where the place that speaks for it most is left out.
    """
    names, term, slots = view.facts.terms, view.facts.terms[top], view.facts.group.slots
    rivals = [names[t] for t in view.mixture.order.tolist() if t != top][:_RIVALS]
    common = [n for n in senses().names[:_COMMON] if n not in rivals and n not in term and term not in n]
    plain, own = readings(slots, [term, *rivals, *common], _WIDE)
    means = (plain[0] - plain[1:]).mean(1)
    leads = (
        float(means[: len(rivals)].min(initial=np.inf)),
        float(means.min()),
        float((own[0] - own[1:]).mean(1).min()),
    )
    return leads, bool(steady(own, [word_before(s.left) for s in slots])[0] > 0)
