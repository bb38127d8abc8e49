"""What makes a term of an event's coverage less sure than the models say: a rival of one form, no place attested.

Coverage is full of words for the event, and a page may be about something else in it that the others hardly name.
"""

from __future__ import annotations

from collections import Counter
from math import exp
from typing import TYPE_CHECKING

import numpy as np

from wonmun.strategies.places.situation import NEAR
from wonmun.strategies.weighed.decide import LEVELS, TWO
from wonmun.strategies.weighed.rows import overlap

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers
    from wonmun.strategies.weighed.facts import Facts
    from wonmun.strategies.weighed.scores import View

_RIVALLED = 2.0
"""Logit that a rival of one form costs (안전줄, 작업줄): what speaks for one of two names speaks for the other. Seen
from outside in November 2026: 15 of 21 wrong words. On 48 events that the weights never saw, with both costs, of what
is put in .022 to .045 are wrong where it was .023 to .099, and .01 of the places fewer are right."""
_UNATTESTED = 1.0
"""Logit that it costs if the term stands between the same letters as at none of the places that it is likeliest at."""
_LETTERS = LEVELS[1]
_COUNTING, _COUNTED = 5.0, 2 / 3
"""Logit that the same costs a word behind figures, and share of the places behind one from which on: any unit may be
(억원 for 만원). Of copies of 35 real and written events 26 of 77 wrong words, and four right ones of 2,151."""
_ONE_PAPER = 0.8
"""Logit that it costs where one paper alone covers the event and has the term at no place after the same two letters
and before the same one: its words are those of its own story (갈매기 for 꽁치). Of copies of 12 sets with such coverage
185 places were right and 10 wrong with .1 and .2 on all limits instead, 180 and 3 so, of the two blind ones among
them 78 and 7, 78 and 0.
"""
_OFTEN = 0.35
"""How often a rival is expected for each time that the term is."""
_LONGER = 2
"""Syllables that one of two alike may have more."""
_SHORTEST = 3
"""Syllables from which on likeness is no accident: of two, words that end alike are all over a text."""
_HALF = 0.5
_MAYBE, _ALL, _OFTEN_THERE = -3.0, 0.97, 0.3
"""Logit of two terms from which on a word that the page lacks may be the other one: where (nearly) all papers have it,
it is expected so often (log), and it can stand before all particles."""
_MISSING = 1.5
"""Logit that such a word costs. Seen from outside in November 2026: the thing that all papers speak of for another one
in it, behind phrases over two terms (광역버스 for 기사 and 경기도). On copies of 128 events that the weights never saw
.0064 of what is put in is wrong where it was .0121, and .018 of the places fewer are right."""
_ELSEWHERE, _DOUBTFUL = 1.0, 1.0
"""Logit that it costs if the page has the term elsewhere, and logit that this stands behind any place, up to which: a
topic's own word is likely everywhere. Of what is held back so on copies of twelve sets 6 were right and 4 wrong."""
_OPEN, _SETTLED = 1.0, 0.9
"""Logit that it costs where it may be two terms and the hypotheses on the page give the term no such share of its
place: of what is held back so on copies of two outside sets and of others' events 34 places were right and 16 wrong, of
those in `tools/` 41 and 14.
"""


def doubts(facts: Facts, tops: Numbers) -> Numbers:
    """Give the logit, 0 or more, to be taken off that the likeliest term of each place is right there."""
    deep, both, alone = facts.place("deep"), facts.place("both"), facts.nearness[1] < NEAR
    slots = facts.group.slots
    counting = sum(slot.left[-1:].isdigit() for slot in slots) >= _COUNTED * len(slots)
    costs = {
        term: _RIVALLED * _rivalled(facts, term)
        + (_UNATTESTED + _COUNTING * counting) * bool(deep[term, tops == term].max() < _LETTERS)
        + _ONE_PAPER * (alone and not both[term, tops == term].any())
        for term in np.unique(tops).tolist()
    }
    return np.array([costs[term] for term in tops.tolist()])


def unsettled(share: Numbers, two: float) -> Numbers:
    """Give the logit, 0 or more, to be taken off at each place for what else hypotheses of two terms see there.

    `share`: what they give the likeliest term of each place; `two`: logit that it is two terms.

    >>> unsettled(np.array([0.95, 0.8]), 1.0).tolist(), unsettled(np.array([0.8]), -3.0).tolist()
    ([0.0, 1.0], [0.0])
    """
    found: Numbers = _OPEN * ((two > TWO) & (share < _SETTLED))
    return found


def elsewhere(view: View, tops: Numbers) -> Numbers:
    """Give the logit, 0 or more, to be taken off at each place for a doubtful term that the page has elsewhere."""
    found: Numbers = _ELSEWHERE * ((view.facts.page("survives")[tops] > 0) & (view.worth[tops] < _DOUBTFUL))
    return found


def missed(view: View, tops: Numbers, two: float) -> Numbers:
    """Give the logit, 0 or more, to be taken off at each place for a word of all papers that the page lacks."""
    if two <= _MAYBE:
        return np.zeros(len(tops))
    facts, names = view.facts, view.facts.terms
    lacking = [
        names[t]
        for t in view.judged.tolist()
        if facts.page("present")[t] >= _ALL
        and facts.page("expected_log")[t] > _OFTEN_THERE
        and not facts.page("misfits")[t]
        and names[t] not in facts.group.rest
    ]
    costs = {t: _MISSING * any(not overlap(names[t], word) for word in lacking) for t in np.unique(tops).tolist()}
    return np.array([costs[t] for t in tops.tolist()])


def _rivalled(facts: Facts, term: int) -> bool:
    """Say whether coverage has a rival of one form about as often, which the page lacks, or has like the term.

    Where both survive, either may be what was replaced elsewhere (서림교대, for which 도현대 was put in).
    """
    expected, survives, present = (facts.page(name) for name in ("expected_log", "survives", "present"))
    return any(
        number != term
        and present[number] > 0
        and (not survives[number] or survives[term])
        and exp(float(expected[number] - expected[term])) >= _OFTEN
        and alike(facts.terms[term], word)
        for number, word in enumerate(facts.terms)
    )


def alike(one: str, other: str) -> bool:
    """Say whether two words end with one syllable or share half of them, and neither is a part of the other.

    >>> alike("안전줄", "작업줄"), alike("물범", "점박이물범"), alike("회사", "공사")
    (True, False, False)
    """
    shorter = min(len(one), len(other))
    if shorter < _SHORTEST or one in other or other in one or abs(len(one) - len(other)) > _LONGER:
        return False
    return one[-1] == other[-1] or sum((Counter(one) & Counter(other)).values()) >= _HALF * shorter
