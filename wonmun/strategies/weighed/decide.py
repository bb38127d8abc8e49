"""Judgements → the term for each place, or none: thresholds that keep wrong replacements rare."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers


LEVELS = (1, 4, 6)
"""Letters in common on both sides with a place where the term is known to stand: bounds of the levels of attestation.
At the same logit, what stands elsewhere between the same six letters is wrong ten times less often."""
_SHARE, _LEAST = 1 / 2, 1.5
"""Share of a page's places, all with one term, from which on the others take it, too, and their least logit: of the
places added so on copies of events that the weights never saw, none was wrong (from a third on, 3 were)."""
TWO = -2.0
"""Logit of "two terms" from which on it may be two."""
_AGREEING = 3
"""Places from which on one term at all of them is no accident."""
AGREED = 0.95
"""Probability of such a term, at the least: of those places .97 are right."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Logits from which on a replacement is made, by how well the term is attested at the place, least first.

    That a term is right everywhere is one of the things that a place is judged by: put everywhere on that ground
    alone, one in six was wrong on articles that the limits were not set on.
    """

    one: tuple[float, ...]
    """Where it is one term."""
    two: tuple[float, ...]
    """Where it may be two."""
    agreed: float = inf
    """Of a term that is likeliest at all of several places, the mean of them: it is put in everywhere then."""
    sole: float = -inf
    """The most that may speak for two terms then."""

    def at_most(self, one: float, two: float) -> Limits:
        """Give the same with no limit of a place above others."""
        return replace(self, one=tuple(min(x, one) for x in self.one), two=tuple(min(x, two) for x in self.two))


EVENT = 1.1
"""Logit that is enough where it may be two terms, if coverage of the event is known, whatever was fitted on copies of
composed events; `doubts.py` takes off what is not settled. Of 5,697 places on 70 events, each judged by models that
never saw it, .737 come back with it and .0175 of what is put in is wrong; with .8 .746 and .0191, with 1.5 .728 and
.0166 (places of two terms count .35)."""
PUT = 0.91
"""Probability of what is put in from there on, at the least: 169 of the 186 places that `EVENT` adds are right."""
GLOSSED = 2.0
"""Logit, at its likeliest place, of a term that a gloss speaks for, from which on it may stand at the others though the
gloss does not hold for the page, if coverage of the event is known (GTX, which a bracket glosses, beside 운행 behind
one phrase). Of the same places 13, none and 12 more are right, one wrong."""
HEADED, SURELY_ONE = 2.0, -3.2
"""Logits for a term that begins a word of the page's own title or description, which the phrase is not in: that it is
right, from which on it is put in, and of "two terms", up to which. On 1,511 copies whose head was left as it was,
nothing else known, 145 places more are put back so, none wrong; with .6 as the first limit 6 of 47 were on texts that
it was not set on, with -2 as the second 15 of 510, all of phrases over two terms."""

HEADED_FEW = 3.0
"""The same of a term's logit where two places are all: a head names several words, and two places agree by chance. Of
189 copies of two outside sets three were filled between these limits, one of them wrong (설비 for 여수, which its title
named, too)."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the models say of one group. Terms are numbers of candidates, scores logits."""

    tops: Numbers
    """The likeliest term of each place."""
    two: float
    """That there are two terms."""
    places: Numbers
    """That each of `tops` is right."""
    level: Numbers
    """How well each of `tops` is attested: its number among `LEVELS`."""
    possible: bool
    """Whether any one term can stand before all particles."""
    barred: frozenset[int] = frozenset()
    """Terms that a gloss at one place speaks for: whether they hold elsewhere, `glossed.py` says. And `swallowed`."""
    spared: frozenset[int] = frozenset()
    """Terms that stand in the page, too: the phrase was not put over them there."""

    @property
    def one(self) -> bool:
        """Whether one term stands behind the phrase."""
        return self.possible and self.two <= TWO


def chosen(judged: Judgement, limits: Limits, headed: frozenset[int] = frozenset()) -> Numbers:
    """Give the term of each place; -1: abstain. `headed`: terms that the page's own head speaks for."""
    allowed = np.array([t not in judged.barred for t in judged.tops.tolist()], bool)
    limits_here = np.array(limits.one if judged.one else limits.two)[judged.level]
    put = (judged.places >= limits_here) & allowed
    if headed and judged.possible and judged.two <= SURELY_ONE:
        least = HEADED if len(judged.tops) >= _AGREEING else HEADED_FEW
        put |= (judged.places >= least) & np.isin(judged.tops, list(headed)) & allowed
    terms = np.unique(judged.tops[put])
    if judged.one and len(terms) == 1 and put.mean() >= _SHARE:
        put |= (judged.tops == terms[0]) & (judged.places >= _LEAST)
    if agreed(judged, limits):
        put |= allowed
    found: Numbers = np.where(put, judged.tops, -1)
    return found


def agreed(judged: Judgement, limits: Limits) -> bool:
    """Say whether one term is likeliest at all of several places, likely on the whole, and surely the only one.

    Not one that the page has elsewhere: of those that only this adds, on the copies that `EVENT` names, 14 were right
    and 16 wrong (환자 at the three places of a virus); with far coverage, where .018 of the others are, .09.
    """
    if judged.tops[0] in judged.spared:
        return False
    alike = len(judged.tops) >= _AGREEING and bool((judged.tops == judged.tops[0]).all())
    likely = judged.places.mean() >= limits.agreed
    return bool(alike and likely and judged.possible and judged.two <= limits.sole)
