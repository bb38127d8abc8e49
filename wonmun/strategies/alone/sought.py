"""With nothing else known: one noun at all places of a phrase, sought among candidates, survivors and common nouns.

Of what the page's words call for, what stands in it still and what was a candidate before, each is read at all places.
Two models judge: which noun it is, by readings, the page's words and survivors, and whether it is that noun and no
other. Of 600 copies of some 350 articles, judged by models that never saw the article, 13 phrases (139 places, .04)
are beyond the limits, none wrong; of a blind set's 620 copies one was, at a lower limit (쇼핑몰 for mm).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from wonmun.language.kiwi import kiwi
from wonmun.language.particles import stems
from wonmun.language.senses import senses
from wonmun.strategies.alone.evidence import (
    SHARES,
    SPEAKS,
    UNJUDGED,
    UNRANKED,
    Evidence,
    noun_rows,
    page_row,
    steady,
    word_before,
)
from wonmun.strategies.load import weights
from wonmun.strategies.own.reading import Wide, read_alone, read_between, surroundings
from wonmun.strategies.own.spared import another_spared
from wonmun.strategies.own.survivors import particled
from wonmun.strategies.own.thought import ASPECTS, RIVALS, aspects
from wonmun.trees import read_model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.places.slots import Group
    from wonmun.strategies.weighed.decide import Judgement
    from wonmun.strategies.weighed.scores import View
    from wonmun.trees import Model

PUT, SURVIVING, OFFERED = 2.0, 2.4, 0.0
"""Logit from which on a noun is put in everywhere; one that stands in the page still; and one that is offered first."""
PLACES = 3
"""Places from which on they agree by no accident."""
TWO, MAYBE_TWO = -2.6, -2.0
"""Logits of two terms up to which a noun is put in, and up to which it is offered."""
_NOUN = re.compile(r"[가-힣]{2,}|[A-Z]{2,}")
_FIGURE = re.compile(r"\d[^ ]* ?$")
"""A figure in the word before a place: of a phrase found without its first word a unit stood there (쇼핑몰 for mm)."""
_SURVIVOR = re.compile(r"[가-힣A-Z][가-힣A-Za-z0-9]+")
_SURVIVORS, _COMMON, _KEPT = 30, 110, 40
"""Survivors that are read, common nouns that are read at a few places, and those of them that are read at all."""
_FIRST, _ALL = 3, Wide(places=6, left=4, right=4)
"""Surroundings that common nouns are read in first, and those that all nouns are read in."""
_OWN, _CUT = 0.9, 15.0
"""Part of a noun's own score that is taken off there, and most that one place may say against it."""
_COMMONEST = 1000
"""Nouns that read well anywhere: without the place that speaks for one most it must read best, survivor or not."""
_SHARE, _SURVIVING = 0.5, 2
"""Most of a noun's places that may have survived, and how many ask for no rival that survived, too."""


@dataclass(frozen=True, slots=True)
class Sought:
    """The likeliest noun."""

    term: str
    logit: float
    """That it stands at all places, and no other."""
    put: bool
    """Whether it is put in."""


def sought(view: View, judged: Judgement, *, offering: bool) -> Sought | None:
    """Seek the noun that stands at all places; None where there is none, or it would be offered and nobody is shown."""
    group = view.facts.group
    most = MAYBE_TWO if offering else TWO
    if len(group.slots) < PLACES or not judged.possible or judged.two > most or judged.barred:
        return None
    e = evidence(view, judged)
    if not e.names:
        return None
    first, second = _models()
    scores = first.score(noun_rows(e), len(e.names))
    top = int(scores.argmax())
    logit = float(second.score(page_row(e, scores)[None], 1)[0])
    return Sought(e.names[top], logit, _holds(e, top, logit)) if logit >= OFFERED else None


def _holds(e: Evidence, top: int, logit: float) -> bool:
    """Say whether a noun is put in: names are not, since wherever one reads well another would (서울 for 대구)."""
    group, name = e.group, e.names[top]
    if logit < PUT or e.two > TWO or group.misfits(name) or not _NOUN.fullmatch(name):
        return False
    figures = sum(bool(_FIGURE.search(slot.left)) for slot in group.slots)
    if 2 * figures >= len(group.slots) or any(slot.left[-1:].isdigit() for slot in group.slots):
        return False
    surviving, number = group.rest.count(name), senses().place.get(name, RIVALS)
    if (not surviving or number < _COMMONEST) and max(steady(e.own(s), e.beside)[top] for s in SHARES) <= 0:
        return False
    if not surviving:
        return not any(t.tag == "NNP" for t in kiwi().tokenize(name))
    rivalled = logit < SURVIVING or (surviving >= _SURVIVING and another_spared(group, name))
    return surviving <= _SHARE * len(group.slots) and particled(group.rest, name) > 0 and not rivalled


def evidence(view: View, judged: Judgement) -> Evidence:
    """Gather the nouns that may stand at the places, and read them there."""
    group, known, table = view.facts.group, {n: i for i, n in enumerate(view.facts.terms)}, senses()
    measured = aspects(group)
    speaks: Numbers = measured @ np.array(weights()["models"]["alone"]["thought"])
    names = [n for n in known if n not in group.phrase]
    names += [n for n in _survivors(group) if n not in known]
    common = [table.names[n] for n in np.argsort(-speaks)[: _COMMON + _KEPT].tolist()]
    common = [n for n in common if len(n) > 1 and n not in names and n not in group.phrase][:_COMMON]
    names += _likeliest(group, common, speaks[[table.place[n] for n in common]])
    around = surroundings(group.slots, _ALL)
    beside = tuple(word_before(left) for left, _ in around)
    numbers = np.array([table.place.get(n, RIVALS) for n in names])
    inside = numbers < RIVALS
    thought = np.where(inside, speaks[np.where(inside, numbers, 0)], np.nan)
    looks = np.where(inside[:, None], measured[np.where(inside, numbers, 0)], 0.0)
    looks[~inside, ASPECTS.index("rarer")] = np.log1p(RIVALS)
    least = float(np.nanmin(thought)) if inside.any() else float(speaks.min())
    lead = np.sort(speaks)[::-1]
    place = {t: n for n, t in enumerate(view.mixture.order.tolist())}
    return Evidence(
        group, tuple(names), read_between(around, names), beside, read_alone(names), np.where(inside, thought, least),
        (float(lead[0]), float(lead[1])), looks,
        np.array([view.worth[known[n]] if n in known else UNJUDGED for n in names]),
        np.array([view.mixture.share[known[n]].mean() if n in known else 0.0 for n in names]),
        np.array([place.get(known[n], UNRANKED) if n in known else UNRANKED for n in names], float),
        judged.two, judged.possible, bool(view.close.any()),
    )  # fmt: skip


def _survivors(group: Group) -> list[str]:
    """Give the words that stand in the page with a particle, the most frequent ones."""
    found = [
        w
        for w in Counter(stems(group.rest))
        if _SURVIVOR.fullmatch(w) and w not in group.phrase and particled(group.rest, w)
    ]
    return sorted(found, key=lambda w: -group.rest.count(w) * len(w))[:_SURVIVORS]


def _likeliest(group: Group, common: Sequence[str], speaks: Numbers) -> list[str]:
    """Give the common nouns that a few places read best with."""
    around = surroundings(group.slots, _ALL)
    around = around[:: max(1, len(around) // _FIRST)][:_FIRST]
    own = read_between(around, common) - _OWN * read_alone(common)[:, None]
    found = np.maximum(own - own.max(0, initial=-np.inf), -_CUT).mean(1) + SPEAKS * speaks
    return [common[n] for n in np.argsort(-found)[:_KEPT].tolist()]


@cache
def _models() -> tuple[Model, Model]:
    """Read the models: which noun it is, and whether it is that noun and no other."""
    data: dict[str, Any] = weights()["models"]["alone"]
    first, second = (read_model(data[k], tuple(data[k]["names"])) for k in ("noun", "surely"))
    return first, second
