"""One term behind a phrase, two, or none that is known: hypotheses for the page, weighed against each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from wonmun.strategies.places.together import parted

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers

_KEPT = 30
"""Terms that take part in hypotheses, by each of two rankings."""
_TEMPER = 0.5
"""How much the places' utilities count: they are not independent."""
_PAGE = 2.0
_TWO = 1.0
"""What a second term costs."""
_FLOOR, _NEAR_FLOOR = 10.0, 8.0
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Mixture:
    """What the hypotheses say together."""

    share: Numbers
    """Terms × places: probability that this term stood there."""
    order: Numbers
    """Terms by how well each explains all places alone, best first."""
    alone: Numbers
    """Log score of each of them, in that order."""
    pair: tuple[int, int]
    """The best two terms together; the one with more places first."""
    split: Numbers
    """Probability, by place, that it is the first of the pair."""
    gain: float
    """Log score of the best pair less that of the best single term."""
    one: float
    """Probability that it is one term."""
    if_one: Numbers
    """Terms × places: probability of each term there, should it be one term."""
    if_two: Numbers
    """The same, should it be two."""

    def leaning(self, two: float) -> Mixture:
        """Give the same hypotheses, weighed by how likely two terms are (0..1) on better grounds than these."""
        return replace(self, share=(1 - two) * self.if_one + two * self.if_two)


def mix(utility: Numbers, bias: Numbers, none: float, close: Numbers | None = None, page: float = _PAGE) -> Mixture:
    """Weigh all hypotheses. `utility` is terms × places, `bias` a term's own score, `none` that of an unknown term.

    `close`: of each place, whether the one before it stands in the same sentence. `page`: how much a term's own score
    counts.
    """
    if close is None:
        close = np.zeros(utility.shape[1], bool)
    best = utility.max(0)
    alone = _TEMPER * np.maximum(utility - best, -_NEAR_FLOOR).sum(1) + page * bias
    partly = _TEMPER * (np.maximum(utility - best, -4.0) + 4.0).sum(1) + page * bias
    kept = np.array(list(dict.fromkeys([*np.argsort(-alone)[:_KEPT], *np.argsort(-partly)[:_KEPT]])), dtype=int)
    rows = np.vstack([utility[kept], best + none - 2.0])
    biases = np.append(page * bias[kept], 0.0)
    single = _TEMPER * np.maximum(rows, best - _FLOOR).sum(1) + biases
    first, second = np.triu_indices(len(kept), 1)
    both = np.logaddexp(rows[first], rows[second]) - np.log(2)
    double = _TEMPER * np.maximum(both, best - _FLOOR).sum(1) + biases[first] + biases[second] - _TWO
    scores = np.concatenate([single, double])
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    one, two = np.zeros(utility.shape), np.zeros(utility.shape)
    one[kept] += chances[: len(kept), None]
    pairs = chances[len(single) :]
    likely = np.flatnonzero(pairs > 1e-4 * pairs.sum())
    for i, split in zip(likely, _splits(rows, (first[likely], second[likely]), close), strict=True):
        two[kept[first[i]]] += pairs[i] * split
        two[kept[second[i]]] += pairs[i] * (1 - split)
    order = np.argsort(-single[:-1])
    a, b, split = _best_pair(rows, (first, second), double, close)
    gain = float(double.max() - single[:-1].max()) if len(double) else -99.0
    whole = float(chances[: len(single)].sum())
    return Mixture(one + two, kept[order], single[:-1][order], (int(kept[a]), int(kept[b])), split, gain, whole,
                   one / max(whole, _TINY), two / max(1 - whole, _TINY))  # fmt: skip


def _splits(rows: Numbers, pairs: tuple[Numbers, Numbers], close: Numbers) -> Numbers:
    """Give pairs × places: probability that the first of each pair stands there."""
    lead = np.clip(rows[pairs[0]] - rows[pairs[1]], -30, 30)
    found: Numbers = 1 / (1 + np.exp(np.clip(-parted(lead, close), -30, 30)))
    return found


def _best_pair(
    rows: Numbers, pairs: tuple[Numbers, Numbers], double: Numbers, close: Numbers
) -> tuple[int, int, Numbers]:
    if not len(double):
        return 0, 0, np.ones(rows.shape[1])
    top = [int(np.argmax(double))]
    a, b = int(pairs[0][top[0]]), int(pairs[1][top[0]])
    split: Numbers = _splits(rows, (pairs[0][top], pairs[1][top]), close)[0]
    return (a, b, split) if split.sum() >= len(split) / 2 else (b, a, 1 - split)
