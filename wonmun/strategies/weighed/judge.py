"""Facts → what the fitted models say of one group: whether two terms, the likeliest one of each place, the limits."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from math import inf
from typing import TYPE_CHECKING, Any

import numpy as np

from wonmun.strategies.load import weights
from wonmun.strategies.places.situation import NEAR, fitted_on, situation
from wonmun.strategies.weighed.decide import EVENT, GLOSSED, LEVELS, TWO, Judgement, Limits
from wonmun.strategies.weighed.doubts import doubts, unsettled
from wonmun.strategies.weighed.ranker import Ranker
from wonmun.strategies.weighed.rows import page_rows, place_rows, right_row, term_rows, two_row
from wonmun.strategies.weighed.scores import View
from wonmun.strategies.weighed.swallowed import swallowed, unsure
from wonmun.trees import read_model

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers
    from wonmun.strategies.weighed.facts import Facts
    from wonmun.trees import Model

NONE = Limits((99.0,) * (1 + len(LEVELS)), (99.0,) * (1 + len(LEVELS)))
"""In other languages nothing is put in: the weights were fitted on Korean, and no particle speaks against a word."""


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
        places = places - doubts(view.facts, tops, two) - unsettled(share, two)
        barred -= frozenset(tops[places >= GLOSSED].tolist())
        one = two <= TWO and bool(view.facts.group.particles)
        barred |= swallowed(view.facts, unsure(tops, places) if one else np.unique(tops).tolist())
    spared = frozenset(np.flatnonzero(view.facts.page("survives") > 0).tolist())
    return Judgement(tops, two, places, level, bool(view.facts.group.particles), barred, spared)


@cache
def _models(known: str) -> tuple[Ranker, dict[str, Model]]:
    """Read the models; those for coverage of the event itself are fitted on copies that had it, on these alone."""
    data = weights()["models"][known]
    judges: dict[str, Any] = {k: data[k] for k in ("term", "two", "page", "right", "place")}
    return Ranker.read(data["ranker"]), {k: read_model(d, tuple(d["names"])) for k, d in judges.items()}


def limits(known: str, second: float) -> Limits:
    """Give the limits of a situation; that all places agree proves nothing where one paper alone covers an event.

    Where that is so tells the `second` one's nearness; `doubts.py` has what else its words prove less. Seen from
    outside in November 2026: with one article near, 청년가게 in all four places of 점포.
    """
    found = _shipped(known)
    if known != "event":
        return found
    found = found.at_most(inf, EVENT)
    return replace(found, agreed=inf) if second < NEAR else found


@cache
def _shipped(known: str) -> Limits:
    data: dict[str, Any] = weights()["limits"][known]
    return Limits(tuple(data["one"]), tuple(data["two"]), data.get("agreed", inf), data.get("sole", -inf))
