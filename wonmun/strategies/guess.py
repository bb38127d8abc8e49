"""Without a genuine copy: what page, coverage and language say of one phrase's places, decided together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp
from typing import TYPE_CHECKING, Any

import numpy as np

from wonmun.model import Correction
from wonmun.strategies.decide import Judgement, Limits, chosen
from wonmun.strategies.facts import measure
from wonmun.strategies.glossed import read_glosses
from wonmun.strategies.load import weights
from wonmun.strategies.reasons import reason
from wonmun.strategies.scores import Ranker, View
from wonmun.trees import read_model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.model import Article
    from wonmun.strategies.facts import Facts
    from wonmun.strategies.slots import Group
    from wonmun.trees import Model

_TOP = 3
_PLAUSIBLE = 40
_LEAST = 0.02
"""A guess less likely than this is not worth showing."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What is proposed for one place: the correction to make (None: abstain) and the best proposals."""

    made: Correction | None = None
    ranked: tuple[Correction, ...] = ()
    plausible: frozenset[str] = frozenset()
    """Terms that the words around the places speak for, more or less: what somebody else's word is checked against."""


def guesses(group: Group, related: Sequence[Article]) -> tuple[Guess, ...]:
    """Answer for every place of a group, in order. `related` is genuine coverage, nearest first; it may be empty."""
    facts = measure(group, related)
    if facts is None:
        return tuple(Guess() for _ in group.slots)
    view, judged = judge(facts)
    terms, logits = chosen(judged, _limits(alone=not related))
    glossed = read_glosses(view, related, judged.two)
    plausible = frozenset(facts.terms[t] for t in view.mixture.order[:_PLAUSIBLE])
    out = []
    for number in range(len(group.slots)):
        if number in glossed:
            out.append(Guess(glossed[number], plausible=plausible))
            continue
        ranked = _ranked(view, number, (judged, logits))
        term = int(terms[number])
        if term < 0:
            out.append(Guess(None, ranked, plausible))
        else:
            source, why = reason(facts, term, number)
            made = Correction(facts.terms[term], _chance(float(logits[number])), source, why)
            out.append(Guess(made, ranked, plausible))
    return tuple(out)


def judge(facts: Facts) -> tuple[View, Judgement]:
    """Ask all models about one group."""
    ranker, models = _models()
    view = View.of(facts, ranker)
    two = float(models["two"].score(np.array([view.two_row()]))[0])
    scores = models["page"].score(view.page_rows())
    right = float(models["right"].score(np.array([view.right_row(scores, two)]))[0])
    places = models["place"].score(view.place_rows(scores, two, right))
    best = int(view.rivals[int(np.argmax(scores))])
    fits = facts.place("misfit")[best] == 0
    right += view.attested(best)
    return view, Judgement(best, view.tops, two, right, places, fits, bool(facts.group.particles), view.barred())


def _ranked(view: View, number: int, judged: tuple[Judgement, Numbers]) -> tuple[Correction, ...]:
    """Give the likeliest terms of a place, the first with its calibrated probability, the rest with what is left."""
    share = view.mixture.share[:, number]
    order = np.argsort(-share)[:_TOP]
    first = _chance(float(judged[1][number]))
    rest = float(share[order[1:]].sum()) or 1.0
    out: list[Correction] = []
    for i, term in enumerate(order.tolist()):
        left = (1 - first) * float(share[term]) / max(rest, 1 - float(share[order[0]]))
        chance = first if not i else min(left, out[-1].confidence if out else first)
        if chance >= _LEAST:
            source, why = reason(view.facts, term, number)
            out.append(Correction(view.facts.terms[term], round(chance, 4), source, why))
    return tuple(out)


def _chance(logit: float) -> float:
    return round(1 / (1 + exp(-max(-20.0, min(20.0, logit)))), 4)


@cache
def _models() -> tuple[Ranker, dict[str, Model]]:
    data = weights()
    judges: dict[str, Any] = {k: data[k] for k in ("two", "page", "right", "place")}
    return Ranker.read(data["ranker"]), {k: read_model(d, tuple(d["names"])) for k, d in judges.items()}


@cache
def _limits(*, alone: bool) -> Limits:
    return Limits(**weights()["limits"]["alone" if alone else "known"])
