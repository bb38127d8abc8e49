"""With nothing else known: what readings, the page's words and its survivors say of each noun that may stand there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from wonmun.strategies.own.survivors import columns
from wonmun.strategies.places.beside import beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.places.slots import Group

SHARES = (0.0, 0.5, 0.9)
"""Parts of a noun's own score that are taken off its readings: rare nouns cost wherever they stand."""
_CUT, _FAR, _EVEN = 15.0, 7.5, 5.0
"""Most that one place may say against a noun; and against and for it where all places are asked for evenly."""
SPEAKS = 0.5
"""What the page's words count beside the words around."""
_NO_LETTERS = re.compile(r"[\W\d_]+")
UNJUDGED, UNRANKED = -9.0, 99
_DIFFERENT = 3
"""Words before the places from which on they agree by no accident."""


@dataclass(frozen=True)
class Evidence:
    """The nouns that were read at the places of a group, and what else is known of each."""

    group: Group
    names: tuple[str, ...]
    plain: Numbers
    """Nouns × different surroundings: log probability of the words around with each."""
    beside: tuple[str, ...]
    """The word before each of the surroundings."""
    alone: Numbers
    """Log probability of each by itself."""
    thought: Numbers
    """How much each is thought of (see `thought.py`); the least of all for what no table has."""
    leads: tuple[float, float]
    """The same of the two nouns of the table that are thought of first."""
    aspects: Numbers
    """Nouns × what each is thought of by."""
    worth: Numbers
    share: Numbers
    rank: Numbers
    """What the models hold of those that are candidates: see `View`; `UNJUDGED`, 0 and `UNRANKED` of the others."""
    two: float
    possible: bool
    close: bool

    def own(self, share: float) -> Numbers:
        """Nouns × places: readings, a share of each noun's own score taken off."""
        found: Numbers = self.plain - share * self.alone[:, None]
        return found


def word_before(left: str) -> str:
    """Give the letters of the word before a place: figures before one and the same word are no different words.

    >>> word_before("두께는 6.9온라인 "), word_before("길이 ")
    ('온라인', '길이')
    """
    return _NO_LETTERS.sub("", left.rstrip().rsplit(" ", 1)[-1])


def noun_rows(e: Evidence) -> Numbers:
    """Give a row for each noun, to judge whether it stands at all places."""
    group, count = e.group, len(e.names)
    places = len(group.slots)
    surviving = np.array([group.rest.count(n) for n in e.names], float)
    survives = columns(group, e.names)
    nominal = np.round(np.expm1(survives[:, 0]))
    out: list[Numbers | list[float]] = []
    for share in SHARES:
        own = e.own(share)
        behind = np.maximum(own - own.max(0), -_CUT)
        mean = behind.mean(1)
        out += [mean, _lead(mean), behind.min(1), _even(own)]
    out.append(steady(own, e.beside))
    ranks = np.log1p((own[None] > own[:, None]).sum(1))
    speaks = mean + SPEAKS * e.thought
    out += [
        ranks.mean(1), ranks.max(1), _gap(mean, surviving > 0), _gap(mean, surviving == 0),
        e.thought - e.leads[0], np.where(e.thought >= e.leads[0], e.thought - e.leads[1], e.thought - e.leads[0]),
        speaks - speaks.max(), _lead(speaks), *e.aspects.T,
        survives[:, 0], survives[:, 2], survives[:, 3], np.log1p(surviving), surviving / (surviving + places),
        nominal / np.maximum(1, surviving), (nominal[None] > nominal[:, None]).sum(1),
        e.worth, _lead(e.worth), np.log1p(e.rank), e.share, e.rank < UNRANKED,
        [group.misfits(n) / max(1, sum(s.demand is not None for s in group.slots)) for n in e.names],
        [float(sum(n in h for h in group.heads)) for n in e.names], *(part.mean(1) for part in beside(group, e.names)),
        [float(len(n)) for n in e.names],
        [float(sum(n in other and n != other for other in e.names)) for n in e.names],
        [float(sum(other in n and n != other for other in e.names)) for n in e.names],
    ]  # fmt: skip
    page = np.tile(_page(e), (count, 1))
    return np.column_stack([*out, page]).astype(float)


def page_row(e: Evidence, scores: Numbers) -> Numbers:
    """Give the row of the likeliest noun by its scores, to judge whether it stands there and no other beside it."""
    order = np.argsort(-scores)
    top, second = int(order[0]), int(order[min(1, len(order) - 1)])
    group, name = e.group, e.names[top]
    surviving = group.rest.count(name)
    gains = []
    for share in SHARES:
        own = e.own(share)
        others = np.delete(own, top, 0)
        ahead = others - own[top] if len(others) else np.zeros((1, own.shape[1]))
        gains += [np.maximum(ahead, 0).mean(1).max(), ahead.max(0).mean(), ahead.max(), (ahead.max(0) > 0).mean()]
        gains.append(steady(own, e.beside)[top])
    return np.array([
        scores[top], scores[top] - scores[second], *gains,
        np.log1p(surviving), surviving / (surviving + len(group.slots)), e.worth[top],
        e.worth[top] - np.delete(e.worth, top).max(initial=UNJUDGED), e.thought[top] - e.leads[0],
        float(group.misfits(name)), float(sum(name in h for h in group.heads)), len(name),
        np.log1p(e.aspects[top, -1]), *_page(e),
    ])  # fmt: skip


def _page(e: Evidence) -> Numbers:
    """Say what all nouns of a page share."""
    group = e.group
    places = len(group.slots)
    return np.array([
        e.two, float(e.possible), np.log(places), float(e.plain.shape[1]), float(len(set(e.beside))),
        float(e.close), float(len(group.heads)),
        sum(s.left[-1:].isdigit() for s in group.slots) / places,
        sum(s.demand is not None for s in group.slots) / places,
    ])  # fmt: skip


def _lead(values: Numbers) -> Numbers:
    """Tell how far each value lies behind the best, and the best before the second."""
    order = np.sort(values)
    second = order[-2] if len(order) > 1 else order[-1] - _CUT
    found: Numbers = np.where(values >= order[-1], order[-1] - second, values - order[-1])
    return found


def _even(scores: Numbers) -> Numbers:
    """Tell the least by which each noun beats another, no place counting more than so much."""
    ahead = np.clip(scores[:, None, :] - scores[None, :, :], -_FAR, _EVEN).mean(2)
    np.fill_diagonal(ahead, _EVEN)
    found: Numbers = ahead.min(1)
    return found


def steady(scores: Numbers, beside: Sequence[str]) -> Numbers:
    """Tell by how much each noun beats the best of all others where the place that speaks for it most is left out.

    Places beside the same word are one: a collocation says the same at each of them (구두 behind 유리).
    """
    words = list(dict.fromkeys(beside))
    kept = np.maximum(scores - scores.max(0), -_CUT)
    each = np.column_stack([kept[:, [w == word for w in beside]].mean(1) for word in words])
    if each.shape[1] < _DIFFERENT:
        return np.full(len(scores), -_CUT)
    out = []
    for row in range(len(each)):
        ahead = each[row] - np.delete(each, row, 0)
        out.append(((ahead.sum(1) - ahead.max(1)) / (each.shape[1] - 1)).min(initial=_CUT))
    return np.array(out)


def _gap(values: Numbers, among: Numbers) -> Numbers:
    """Tell how far each value is before the best of some; as far as counts where there are none."""
    best = values[among].max() if among.any() else -np.inf
    found: Numbers = np.clip(values - best, -_CUT, _CUT)
    return found
