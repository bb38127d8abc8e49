"""What the judging models are shown of a group: rows of numbers made from its facts, utilities and hypotheses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wonmun.strategies.attested.frequency import outlived
from wonmun.strategies.places.together import clashing, crowded
from wonmun.strategies.weighed.facts import AT_PLACE, OF_PAGE
from wonmun.strategies.weighed.scores import HOPELESS

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers
    from wonmun.strategies.weighed.scores import View

_COMPARED = (
    "topic", "present", "lift", "expected", "expected_log", "missing", "in_three", "near_three", "surviving",
    "survives", "news", "documents", "akin", "predicted",
)  # fmt: skip
_AT_ONE = (
    "left", "pointwise", "pull", "right", "both", "deep", "misfit", "gloss", "compound", "against", "said", "said_lift",
    "habit", "expected_here", "reads", "reads_own", "beside", "same_sentence",
)  # fmt: skip
_EQUAL = -0.01
"""Within this of the best term, a term is the best."""
_DEVIATING = ("pull", "right", "both", "reads", "reads_own", "habit", "said", "expected_here", "same_sentence")
_LEADS = ("said", "both", "deep", "left", "habit", "reads", "reads_own")


def term_rows(view: View) -> Numbers:
    """Give one row for each of the judged terms, to tell whether it stands behind any place."""
    terms = view.judged
    at, page, behind = view.facts.at_place[terms], view.facts.of_page[terms], view.behind[terms]
    places = at.shape[1]
    half = (places + 1) // 2
    compared = page[:, [OF_PAGE.index(n) for n in _COMPARED]]
    alone, share = view.mixture.alone[: len(terms)], view.mixture.share[terms]
    columns = [
        at.mean(1), np.sort(at, 1)[:, -half:].mean(1), at.max(1), page, compared - _others_best(compared),
        behind.mean(1), np.sort(behind, 1)[:, -half:].mean(1), behind.max(1), (behind > _EQUAL).mean(1),
        alone - _others_best(alone[:, None])[:, 0], np.arange(len(terms)), _logit(share.mean(1)), share.max(1),
        view.bias[terms] - view.bias.max(),
        np.tile([view.mixture.one, view.mixture.gain, np.log(places), *view.facts.nearness], (len(terms), 1)),
    ]  # fmt: skip
    return np.column_stack(columns)


def two_row(view: View) -> list[float]:
    """What tells two terms from one."""
    mixture, places = view.mixture, len(view.facts.group.slots)
    first, second = mixture.pair
    lead = view.utility[second] - view.utility[first]
    ahead, top = lead > 0, int(view.rivals[0])
    winners = np.sort(np.bincount(view.utility.argmax(0)))[::-1]
    survives, background = view.facts.page("surviving"), view.facts.page("topic")
    return [
        float(not view.facts.group.particles), float(view.facts.page("misfits")[top]), np.log(places), mixture.gain,
        mixture.gain / np.sqrt(places), mixture.one, float(1 - mixture.split.mean()), float(min(ahead.sum(),
        places - ahead.sum())),
        float(np.where(ahead, lead, 0).sum()), float(np.where(ahead, lead, 0).max(initial=0)), survives[first],
        survives[second],
        survives[top], background[second] - background.max(), background[first] - background.max(),
        view.bias[second] - view.bias.max(), view.bias[first] - view.bias.max(), float(view.behind[top].mean()),
        float(view.behind[top].min()), float((view.behind[top] > _EQUAL).mean()), float(top in mixture.pair),
        winners[0] / places, (winners[1] if len(winners) > 1 else 0) / places,
        float((view.facts.place("both")[top] == 0).mean()),
        _both(view, second, ahead), _both(view, first, ~ahead), _both(view, first, ahead), *_contradicted(view, top),
        *view.facts.nearness, *_worths(view, first, second, top), *_uneven(view, top),
        *view.facts.page("outlived")[[top, first, second]].tolist(), *crowded(view.close),
    ]  # fmt: skip


def page_rows(view: View) -> Numbers:
    """Give one row for each rival, to tell whether it is the one term behind all places."""
    rivals = view.rivals
    at, page = view.facts.at_place[rivals], view.facts.of_page[rivals]
    behind, share = view.behind[rivals], view.mixture.share[rivals]
    alone = view.mixture.alone[: len(rivals)]
    compared = page[:, [OF_PAGE.index(n) for n in _COMPARED]]
    columns = [
        at.mean(1), at[:, :, [AT_PLACE.index(n) for n in ("left", "pointwise", "right", "both")]].min(1), page,
        compared - _others_best(compared), (alone - _others_best(alone[:, None])[:, 0])[:, None],
        np.arange(len(rivals))[:, None],
        behind.mean(1)[:, None], behind.min(1)[:, None], (behind > _EQUAL).mean(1)[:, None],
        _logit(share.mean(1))[:, None],
        (view.bias[rivals] - view.bias.max())[:, None], view.worth[rivals][:, None],
        (view.worth[rivals] - _others_best(view.worth[rivals][:, None])[:, 0])[:, None],
        np.tile([view.mixture.one, np.log(at.shape[1]), *view.facts.nearness], (len(rivals), 1)),
    ]  # fmt: skip
    return np.hstack(columns)


def right_row(view: View, scores: Numbers, two: float) -> list[float]:
    """What tells whether the best rival, by the scores of `page_rows`, is right at all places."""
    order = np.argsort(-scores)
    best = int(view.rivals[order[0]])
    second = float(scores[order[1]]) if len(order) > 1 else -9.0
    facts = view.facts
    return [
        float(scores[order[0]]), float(scores[order[0]]) - second, two, np.log(len(facts.group.slots)),
        facts.page("misfits")[best],
        facts.page("fits")[best], facts.page("survives")[best], float(order[0]), view.mixture.one,
        float(_logit(view.mixture.share[best].mean())), float(view.behind[best].min()), facts.page("length")[best],
        facts.page("inside")[best], facts.page("holds")[best], *_contradicted(view, best), *facts.nearness,
        float(view.worth[best]), float(np.sort(view.worth)[-2:].min()), *_uneven(view, best),
        facts.page("outlived")[best], facts.page("outlives")[best],
    ]  # fmt: skip


def place_rows(view: View, scores: Numbers, two: float, right: float) -> Numbers:
    """Give one row for each place, to tell whether its likeliest term is right there."""
    places = np.arange(len(view.facts.group.slots))
    tops, share = view.tops, np.sort(view.mixture.share, 0)[::-1]
    judged = dict(zip(view.rivals.tolist(), scores.tolist(), strict=True))
    best = int(view.rivals[int(np.argmax(scores))])
    same = np.array([(tops == t).sum() for t in tops])
    mean = np.array([view.behind[t, tops == t].mean() for t in tops])
    at = view.facts.at_place[tops, places][:, [AT_PLACE.index(n) for n in _AT_ONE]]
    leads = np.column_stack([-_rivalry(view, n, tops) for n in _LEADS])

    def all_places(value: float) -> Numbers:
        return np.full(len(tops), value)

    second = np.log(share[1] + 1e-4) if len(share) > 1 else all_places(-9.0)
    return np.column_stack([
        _logit(share[0]), second, np.log(same), same / len(tops), all_places(np.log(len(tops))),
        view.behind[tops, places], mean, [judged.get(t, -8.0) for t in tops.tolist()],
        all_places(float(scores.max())), all_places(two), all_places(right), tops == best,
        _logit(view.mixture.share[tops].mean(1)), all_places(view.mixture.one),
        *_pair(view, tops), *_deviations(view, tops), at, leads, view.facts.of_page[tops], _outlived(view, tops),
        *clashing(tops, view.close).T, _parting(view, tops),
        np.tile(view.facts.nearness, (len(tops), 1)),
    ])  # fmt: skip


def _worths(view: View, first: int, second: int, top: int) -> tuple[float, ...]:
    """What the terms of the best pair are worth, and the best term that is in none of them."""
    names, third, worth = view.facts.terms, third_worth(view, first, second), view.worth
    return (
        float(worth[first]), float(worth[second]), float(worth[top]), third, float(worth[second]) - third,
        float(overlap(names[first], names[second])), float((worth > 0).sum()),
    )  # fmt: skip


def _uneven(view: View, term: int) -> tuple[float, ...]:
    """How much worse a term stands at its worst place than on the whole, and whether it should stand so often."""
    places = len(view.facts.group.slots)
    out = []
    for name in _DEVIATING:
        values = view.facts.place(name)[term]
        out += [float(np.median(values) - values.min()), float(values.std())]
    return (*out, float(view.facts.page("expected_log")[term] - np.log(places)))


def _contradicted(view: View, term: int) -> tuple[float, ...]:
    """How much sentences and contexts elsewhere speak for other terms: by two measurements, mean and worst."""
    out: list[float] = []
    for name in ("said", "both"):
        ahead = _rivalry(view, name, np.full(len(view.facts.group.slots), term))
        out += [float(ahead.mean()), float(ahead.max()), float((ahead > 0.5).mean())]
    return tuple(out)


def _both(view: View, term: int, where: Numbers) -> float:
    return float(view.facts.place("both")[term][where].mean()) if where.any() else 0.0


def _pair(view: View, tops: Numbers) -> tuple[Numbers, ...]:
    """For each place: what its term is worth, what the pair's other term is, and how that one would stand there."""
    first, second = view.mixture.pair
    places = np.arange(len(tops))
    other = np.where(tops == first, second, first)
    misfit = view.facts.place("misfit")
    return (
        view.worth[tops], view.worth[other], view.worth[tops] - np.sort(view.worth)[-1],
        view.utility[tops, places] - view.utility[other, places], misfit[other, places],
        np.isin(tops, (first, second)), np.full(len(tops), view.mixture.gain),
    )  # fmt: skip


def _deviations(view: View, tops: Numbers) -> tuple[Numbers, ...]:
    """For each place: how much better its term stands there than at the other places that it is likeliest at.

    The second term's places are those where the first one, though likeliest, stands worse than elsewhere.
    """
    out = []
    same = tops[:, None] == tops[None, :]
    for name in _DEVIATING:
        own = view.facts.place(name)[tops, np.arange(len(tops))]
        out.append(own - (same * own).sum(1) / same.sum(1))
    behind = view.behind[tops, np.arange(len(tops))]
    out.append(behind - (same * behind).sum(1) / same.sum(1))
    expected = view.facts.page("expected_log")[tops]
    return (*out, expected - np.log(same.sum(1)))


def _parting(view: View, tops: Numbers) -> Numbers:
    """For each place: log odds, of the best two terms, that it is its own and not the other one."""
    split = _logit(view.mixture.split)
    first, second = view.mixture.pair
    return np.where(tops == first, split, np.where(tops == second, -split, 0.0))


def _outlived(view: View, tops: Numbers) -> Numbers:
    """For each place: how often its term survives for each of the places that it is likeliest at."""
    surviving = np.round(np.expm1(view.facts.page("surviving"))).astype(int)
    return np.array([outlived(int(surviving[t]), int((tops == t).sum())) for t in tops.tolist()])


def _rivalry(view: View, name: str, tops: Numbers) -> Numbers:
    """By how much the best other term beats these terms, at each place, in one measurement."""
    values = view.facts.place(name).copy()
    places = np.arange(values.shape[1])
    own = values[tops, places]
    values[tops, places] = -99.0
    found: Numbers = np.clip(values.max(0) - own, -12, 12)
    return found


def _others_best(values: Numbers) -> Numbers:
    """For each row, the best value that another row has; its own where there is no other."""
    if len(values) < 2:
        return values
    ordered = np.sort(values, 0)[::-1]
    found: Numbers = np.where(values == ordered[0], ordered[1], ordered[0])
    return found


def third_worth(view: View, first: int, second: int) -> float:
    """Give what the best term is worth that neither is one of two, nor holds one, nor is held by one."""
    names, both = view.facts.terms, (first, second)
    others = (t for t in view.judged.tolist() if not any(overlap(names[t], names[pair]) for pair in both))
    return max((float(view.worth[t]) for t in others), default=HOPELESS)


def overlap(one: str, other: str) -> bool:
    """Say whether one of two terms holds the other."""
    return one in other or other in one


def _logit(share: Numbers) -> Numbers:
    cut = np.clip(share, 1e-4, 1 - 1e-4)
    found: Numbers = np.log(cut / (1 - cut))
    return found
