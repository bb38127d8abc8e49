"""Without a genuine copy: what page, coverage and language say of one phrase's places, decided together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from math import exp, inf
from typing import TYPE_CHECKING, Any

import numpy as np

from wonmun.model import Correction
from wonmun.strategies.alone.everywhere import SURE, everywhere
from wonmun.strategies.alone.lacking import lacking
from wonmun.strategies.alone.sought import sought
from wonmun.strategies.load import weights
from wonmun.strategies.own import shown
from wonmun.strategies.own.headed import headed
from wonmun.strategies.places.doubled import figured, once, undoubled
from wonmun.strategies.places.situation import NEAR, fitted_on, situation
from wonmun.strategies.places.titled import titled
from wonmun.strategies.shares import LEAST
from wonmun.strategies.weighed.decide import AGREED, EVENT, GLOSSED, LEVELS, PUT, Judgement, Limits, agreed, chosen
from wonmun.strategies.weighed.doubts import doubts, elsewhere, missed, unsettled
from wonmun.strategies.weighed.facts import measure
from wonmun.strategies.weighed.glossed import read_glosses
from wonmun.strategies.weighed.paired import TOLD, paired
from wonmun.strategies.weighed.ranker import Ranker
from wonmun.strategies.weighed.reasons import headlined, plainly, reason
from wonmun.strategies.weighed.rows import page_rows, place_rows, right_row, term_rows, two_row
from wonmun.strategies.weighed.scores import View
from wonmun.strategies.weighed.swallowed import swallowed
from wonmun.trees import read_model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.model import Article
    from wonmun.strategies.alone.sought import Sought
    from wonmun.strategies.places.slots import Group
    from wonmun.strategies.weighed.facts import Facts
    from wonmun.trees import Model

_TOP = 3
_SEVERAL = 3
"""Places that coverage has the same word for, from which on it is no accident."""
_PLAUSIBLE = 40

_NONE = Limits((99.0,) * (1 + len(LEVELS)), (99.0,) * (1 + len(LEVELS)))
"""In other languages nothing is put in: the weights were fitted on Korean, and no particle speaks against a word."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What is proposed for one place: the correction to make (None: abstain) and the best proposals."""

    made: Correction | None = None
    ranked: tuple[Correction, ...] = ()
    plausible: frozenset[str] = frozenset()
    """Terms that the words around the places speak for, more or less: what somebody else's word is checked against."""


def guesses(group: Group, related: Sequence[Article], *, offering: bool = True) -> tuple[Guess, ...]:
    """Answer for every place of a group, in order.

    `related` is genuine coverage, nearest first; it may be empty. `offering`: whether what is put in nowhere is sought.
    """
    facts = measure(group, related)
    if facts is None:
        return tuple(Guess() for _ in group.slots)
    view, judged = judge(facts)
    known = situation(facts.nearness)
    limits = _limits(known, facts.nearness[1]) if group.korean else _NONE
    alone, sure = group.korean and known == "alone", False
    told = paired(view, judged) if group.korean and known == "event" else np.full(len(group.slots), -1)
    least = np.maximum(max(AGREED * agreed(judged, limits), PUT * (known == "event")), TOLD * (told >= 0))
    spoken = _headed(facts, judged) if alone else frozenset()
    terms = chosen(judged, limits, spoken)
    terms = np.where(terms < 0, told, terms)
    if alone:
        terms, sure = everywhere(view, judged, terms, spoken)
    terms = once(group.slots, terms, judged.places)
    glossed = read_glosses(view, related, judged.two)
    spread = shown.spread(group, judged.two)
    asked = group.korean and known != "event" and not glossed and not group.shown
    lacked = lacking(view, judged) if asked else ""
    if any(facts.terms[t] != lacked for t in terms[terms >= 0].tolist()):
        lacked = ""
    free = alone and not glossed and not lacked and (terms < 0).all()
    noun = sought(view, judged, offering=offering) if free else None
    plausible = frozenset(facts.terms[t] for t in view.mixture.order[:_PLAUSIBLE])
    out = []
    for number in range(len(group.slots)):
        if number in glossed:
            out.append(Guess(glossed[number], plausible=plausible))
            continue
        ranked = _ranked(view, number, judged)
        term = int(terms[number])
        if spread[number]:
            out.append(Guess(Correction(spread[number], shown.SURE, *headlined(spread[number])), ranked, plausible))
        elif lacked and not titled(group.slots[number], lacked):
            value = undoubled(lacked, group.slots[number].right, (group.rest,))
            out.append(Guess(Correction(value, SURE, *headlined(lacked)), ranked, plausible))
        elif noun and noun.put and not titled(group.slots[number], noun.term):
            value = undoubled(noun.term, group.slots[number].right, (group.rest,))
            out.append(Guess(Correction(value, _chance(noun.logit), *plainly(noun.term)), ranked, plausible))
        elif term < 0 or titled(group.slots[number], facts.terms[term]):
            out.append(Guess(None, _offered(noun, ranked), plausible))
        else:
            source, why = reason(facts, term, number)
            texts = (group.rest, *(a.text for a in related))
            value = figured(undoubled(facts.terms[term], group.slots[number].right, texts), group.phrase, texts)
            chance = max(_chance(float(judged.places[number])), SURE * sure, float(least[number]))
            made = Correction(value, chance, source, why)
            out.append(Guess(made, ranked, plausible))
    return tuple(out)


def attested(group: Group, made: Sequence[Guess]) -> bool:
    """Say whether coverage has one word for several places, all there are, that the page has nowhere: it stood there.

    Of copies of twelve sets whose phrase was perhaps deleted, perhaps replaced, 8 places are put back so; where
    nothing had stood and one word was likely, the page had it elsewhere (결승 before each of two matches).
    """
    values = {g.made.value if g.made and g.made.source == "related" else "" for g in made}
    value = next(iter(values)) if len(values) == 1 and len(made) >= _SEVERAL else ""
    return bool(value) and value not in group.rest


def _headed(facts: Facts, judged: Judgement) -> frozenset[int]:
    """Give the likeliest terms that the page's own head speaks for."""
    group = facts.group
    tops = np.unique(judged.tops).tolist()
    return frozenset(t for t in tops if headed(facts.terms[t], group.heads, group.rest, len(group.slots)))


def judge(facts: Facts) -> tuple[View, Judgement]:
    """Ask all models about one group."""
    ranker, models = _models(fitted_on(facts.nearness))
    view = View.of(facts, ranker)
    view = view.weighed(models["term"].score(term_rows(view)))
    two = float(models["two"].score(np.array([two_row(view)]))[0])
    view = view.leaning(two)
    scores = models["page"].score(page_rows(view))
    right = float(models["right"].score(np.array([right_row(view, scores, two)]))[0])
    places = models["place"].score(place_rows(view, scores, two, right), len(facts.group.slots))
    return view, judgement(view, two, places)


def judgement(view: View, two: float, places: Numbers) -> Judgement:
    """Put together what the models say: logits of two terms, and of the likeliest term of each place."""
    tops = view.tops
    level = np.searchsorted(LEVELS, view.facts.place("deep")[tops, np.arange(len(tops))], side="right")
    barred = view.barred()
    if situation(view.facts.nearness) == "event":
        share = view.mixture.share[tops, np.arange(len(tops))]
        places = places - doubts(view.facts, tops) - unsettled(share, two) - missed(view, tops, two)
        places = places - elsewhere(view, tops)
        barred -= frozenset(tops[places >= GLOSSED].tolist())
        barred |= swallowed(view.facts, np.unique(tops).tolist())
    spared = frozenset(np.flatnonzero(view.facts.page("survives") > 0).tolist())
    return Judgement(tops, two, places, level, bool(view.facts.group.particles), barred, spared)


def _ranked(view: View, number: int, judged: Judgement) -> tuple[Correction, ...]:
    """Give the likeliest terms of a place, the first with its calibrated probability, the rest with what is left."""
    share = view.mixture.share[:, number]
    order = np.argsort(-share)[:_TOP]
    first = _chance(float(judged.places[number]))
    rest = float(share[order[1:]].sum()) or 1.0
    out: list[Correction] = []
    for i, term in enumerate(order.tolist()):
        left = (1 - first) * float(share[term]) / max(rest, 1 - float(share[order[0]]))
        chance = first if not i else min(left, out[-1].confidence if out else first)
        if chance >= LEAST:
            source, why = reason(view.facts, term, number)
            out.append(Correction(view.facts.terms[term], round(chance, 4), source, why))
    return tuple(out)


def _offered(noun: Sought | None, ranked: tuple[Correction, ...]) -> tuple[Correction, ...]:
    """Give the guesses of a place with the noun first that was sought for all of them, where there is one."""
    if noun is None:
        return ranked
    chance = _chance(noun.logit)
    others = [c for c in ranked if c.value != noun.term][: _TOP - 1]
    whole = max(1.0, sum(c.confidence for c in others) / max(1 - chance, LEAST))
    first = Correction(noun.term, chance, *plainly(noun.term))
    return (first, *(replace(c, confidence=round(c.confidence / whole, 4)) for c in others))


def _chance(logit: float) -> float:
    return round(1 / (1 + exp(-max(-20.0, min(20.0, logit)))), 4)


@cache
def _models(known: str) -> tuple[Ranker, dict[str, Model]]:
    """Read the models; those for coverage of the event itself are fitted on copies that had it, on these alone."""
    data = weights()["models"][known]
    judges: dict[str, Any] = {k: data[k] for k in ("term", "two", "page", "right", "place")}
    return Ranker.read(data["ranker"]), {k: read_model(d, tuple(d["names"])) for k, d in judges.items()}


def _limits(known: str, second: float) -> Limits:
    """Give the limits of a situation; that all places agree proves nothing where one paper alone covers an event.

    Where that is so tells the `second` one's nearness; `doubts.py` has what else its words prove less. Seen from
    outside in November 2026: with one article near, 청년가게 in all four places of 점포.
    """
    limits = _shipped(known)
    if known != "event":
        return limits
    limits = limits.at_most(inf, EVENT)
    return replace(limits, agreed=inf) if second < NEAR else limits


@cache
def _shipped(known: str) -> Limits:
    data: dict[str, Any] = weights()["limits"][known]
    return Limits(tuple(data["one"]), tuple(data["two"]), data.get("agreed", inf))
