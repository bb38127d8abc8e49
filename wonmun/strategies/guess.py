"""Without a genuine copy: what page, coverage and language say of one phrase's places, decided together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp
from typing import TYPE_CHECKING

import numpy as np

from wonmun.model import Correction
from wonmun.strategies.alone.everywhere import SURE, beside_coverage, everywhere
from wonmun.strategies.alone.lacking import lacking
from wonmun.strategies.alone.sought import sought
from wonmun.strategies.own import shown
from wonmun.strategies.own.called import anothers
from wonmun.strategies.own.headed import headed
from wonmun.strategies.places.doubled import carried, figured, once, said_before, undoubled
from wonmun.strategies.places.situation import situation
from wonmun.strategies.places.titled import titled
from wonmun.strategies.shares import LEAST
from wonmun.strategies.weighed.decide import AGREED, PUT, agreed, chosen
from wonmun.strategies.weighed.facts import measure
from wonmun.strategies.weighed.glossed import read_glosses
from wonmun.strategies.weighed.judge import NONE, judge, limits
from wonmun.strategies.weighed.paired import TOLD, paired
from wonmun.strategies.weighed.reasons import headlined, plainly, reason
from wonmun.strategies.weighed.unproven import unproven

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.model import Article
    from wonmun.strategies.alone.sought import Sought
    from wonmun.strategies.places.slots import Group, Slot
    from wonmun.strategies.weighed.decide import Judgement
    from wonmun.strategies.weighed.facts import Facts
    from wonmun.strategies.weighed.scores import View

_TOP = 3
_SEVERAL = 3
"""Places that coverage has the same word for, from which on it is no accident."""
_PLAUSIBLE = 40
_EVEN = 0.5
"""Probability of a second term, at most, where the likeliest one cannot have stood there."""


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
    Where coverage of other subjects says nothing of a phrase, the page is asked as if it were all there is: what it
    shows by itself is no less true beside a log of other things. Of 4,160 places on 460 copies 59 more come back so,
    none wrong.
    """
    facts = measure(group, related)
    if facts is None:
        return tuple(Guess() for _ in group.slots)
    found = _all(facts, related, offering=offering)
    told = any(g.made for g in found)
    if told or situation(facts.nearness) != "far" or not group.korean:
        return found
    alone = measure(group, ())
    said = _all(alone, (), offering=offering) if alone else ()
    return said if any(g.made for g in said) else found


def _all(facts: Facts, related: Sequence[Article], *, offering: bool) -> tuple[Guess, ...]:
    """Answer for every place by what one reading of page and coverage measured."""
    group = facts.group
    view, judged = judge(facts)
    refused = _refused(facts, judged)
    terms, least = _weighed(view, judged, refused)
    glossed = read_glosses(view, related, judged.two)
    words = _words(view, judged, terms, glossed=bool(glossed), offering=offering)
    said = _Said(view, judged, (terms, least), words, tuple(a.text for a in related))
    plausible = frozenset(facts.terms[t] for t in view.mixture.order[:_PLAUSIBLE])
    out = []
    for number in range(len(group.slots)):
        if number in glossed:
            out.append(Guess(glossed[number], plausible=plausible))
            continue
        made, ranked = said.made(number), _ranked(view, number, judged, refused)
        out.append(Guess(made, ranked if made else _offered(words.noun, ranked), plausible))
    return tuple(out)


def _refused(facts: Facts, judged: Judgement) -> frozenset[int]:
    """Give the likeliest terms that the page's own words say did not stand there."""
    group = facts.group
    said = said_before(group.slots, facts.terms, judged.tops)
    known = situation(facts.nearness) != "event" and group.korean
    return said | anothers(group, facts.terms, np.unique(judged.tops).tolist()) if known else said


def _weighed(view: View, judged: Judgement, refused: frozenset[int]) -> tuple[Numbers, Numbers]:
    """Give the term of each place by the models (-1: abstain), and how likely it is at the least if it is put in.

    `refused`: terms that the words around say did not stand there.
    """
    facts, group = view.facts, view.facts.group
    known = situation(facts.nearness)
    alone, event = (group.korean and known == one for one in ("alone", "event"))
    bounds = limits(known, facts.nearness[1]) if group.korean else NONE
    told = paired(view, judged) if event else np.full(len(group.slots), -1)
    least = np.maximum(max(AGREED * agreed(judged, bounds), PUT * event), TOLD * (told >= 0))
    spoken = _headed(facts, judged) if alone else frozenset()
    terms = chosen(judged, bounds, spoken)
    terms = np.where(terms < 0, told, terms)
    if event:
        terms = np.where(unproven(facts.covered, judged.places, view.worth[terms]), -1, terms)
    if alone:
        terms, sure = everywhere(view, judged, terms, spoken)
        least = np.maximum(least, SURE * sure)
    elif group.korean and not event and (terms < 0).any() and (top := beside_coverage(view, judged)) >= 0:
        terms, least = np.full(len(terms), top), np.maximum(least, SURE)
    terms = np.where(np.isin(terms, list(refused)), -1, terms)
    return once(group.slots, terms, judged.places), least


@dataclass(frozen=True, slots=True)
class _Words:
    """What is said of the places beside the models' terms."""

    spread: Sequence[str]
    """The word of each place that the page's own head shows at others; "" where it shows none."""
    lacked: str
    """The noun of the page's head that its article lacks, for all places; "" where none surely stood there."""
    noun: Sought | None
    """The common noun that reads best at all places."""


def _words(view: View, judged: Judgement, terms: Numbers, *, glossed: bool, offering: bool) -> _Words:
    """Ask the head, and where nothing else is known, for a common noun; `glossed`: whether a bracket decides any."""
    facts, group = view.facts, view.facts.group
    known = situation(facts.nearness)
    asked = group.korean and known != "event" and not glossed and not group.shown
    lacked = lacking(view, judged) if asked else ""
    if any(facts.terms[t] != lacked for t in terms[terms >= 0].tolist()):
        lacked = ""
    free = group.korean and known == "alone" and not glossed and not lacked and (terms < 0).all()
    noun = sought(view, judged, offering=offering) if free else None
    if noun and anothers(group, (noun.term,), (0,)):
        noun = None
    return _Words(shown.spread(group, judged.two), lacked, noun)


@dataclass(frozen=True, slots=True)
class _Said:
    """All that is said of a group's places, in order of trust."""

    view: View
    judged: Judgement
    weighed: tuple[Numbers, Numbers]
    words: _Words
    coverage: tuple[str, ...]
    """The texts of the coverage that the models were asked with."""

    def made(self, number: int) -> Correction | None:
        """Give what is put in at a place; None: abstain."""
        facts, group, words = self.view.facts, self.view.facts.group, self.words
        slot, spread, noun = group.slots[number], words.spread[number], words.noun
        if spread:
            return Correction(spread, shown.SURE, *headlined(spread))
        if words.lacked and not titled(slot, words.lacked):
            return Correction(self._value(words.lacked, slot), SURE, *headlined(words.lacked))
        if noun and noun.put and not titled(slot, noun.term):
            return Correction(self._value(noun.term, slot), _chance(noun.logit), *plainly(noun.term))
        term, least = int(self.weighed[0][number]), float(self.weighed[1][number])
        if term < 0 or titled(slot, facts.terms[term]):
            return None
        texts = (group.rest, *self.coverage)
        value = figured(undoubled(facts.terms[term], slot.right, texts), group.phrase, texts)
        value = carried(value, group.phrase, self.coverage)
        return Correction(value, max(_chance(float(self.judged.places[number])), least), *reason(facts, term, number))

    def _value(self, word: str, slot: Slot) -> str:
        return undoubled(word, slot.right, (self.view.facts.group.rest,))


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


def _ranked(view: View, number: int, judged: Judgement, refused: frozenset[int]) -> tuple[Correction, ...]:
    """Give the likeliest terms of a place, the first with its calibrated probability, the rest with what is left.

    Where the likeliest one is `refused`, the next one is as likely as it is among those that remain, even at most.
    """
    share = view.mixture.share[:, number].copy()
    share[list(refused)] = 0.0
    order = np.argsort(-share)[:_TOP]
    first = _chance(float(judged.places[number]))
    if int(judged.tops[number]) in refused:
        first = min(_EVEN, float(share[order[0]] / max(share.sum(), LEAST)))
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
