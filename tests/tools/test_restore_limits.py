"""Thresholds of restoring: as low as few enough wrong replacements allow, by how well a term is attested."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tools.restore_even import even
from tools.restore_limits import KINDS, Flat, levelled, raised, tune


def flat(*rows: tuple[int, float, bool], fold: int = 0) -> Flat:
    """Give copies of one place each: kind, logit of the place, whether the term is right."""
    return Flat(*(np.array(c) for c in zip(*((k, p, r, fold, 1.0) for k, p, r in rows), strict=True)))


def together(one: Flat, other: Flat) -> Flat:
    names = ("kind", "place", "right", "fold", "weight")
    return Flat(*(np.concatenate([getattr(one, n), getattr(other, n)]) for n in names))


def test_a_threshold_lies_above_what_is_wrong() -> None:
    found = tune(flat(*[(0, 3.0, True)] * 100, *[(0, 2.0, False)] * 20), 0.01)
    assert 2.0 < found.one[0] <= 3.0


def test_each_level_has_its_own() -> None:
    rows = [(0, 2.0, False)] * 20 + [(0, 3.0, True)] * 100 + [(2, 1.0, True)] * 100
    found = tune(flat(*rows), 0.01)
    assert found.one[2] <= 1.0
    assert found.one[0] > 2.0
    assert tune(flat(*rows), 0.01, bare=False).one[0] > 20


def test_what_was_not_seen_is_never_put_in() -> None:
    found = tune(flat(*[(1, 3.0, True)] * 100), 0.01)
    assert min(found.one[0], *found.two) > 20
    assert min(tune(flat((1, 5.0, True), (1, 5.0, False)), 0.01).one) > 20


def test_where_it_may_be_two_terms_counts_apart() -> None:
    rows = [(1, 2.0, True)] * 100 + [(KINDS + 1, 2.0, False)] * 10 + [(KINDS + 1, 4.0, True)] * 50
    found = tune(flat(*rows), 0.01)
    assert found.one[1] <= 2.0 < found.two[1] <= 4.0


def test_one_misleading_fold_is_enough() -> None:
    good = flat(*[(0, 2.0, True)] * 900)
    bad = flat(*[(0, 2.0, False)] * 5, *[(0, 4.0, True)] * 60, fold=1)
    assert tune(good, 0.01).one[0] <= 2.0
    assert tune(together(good, bad), 0.01).one[0] > 2.0


def test_one_threshold_for_all_levels_and_one_where_it_may_be_two_terms() -> None:
    """By one term a hundredth is wrong from 2.0 on, by two a tenth is up to 3.0: what may be two waits longer."""
    one = [(1, 2.0, True)] * 99 + [(1, 2.0, False)] + [(2, 4.0, True)] * 100
    two = [(KINDS + 1, 2.0, True)] * 60 + [(KINDS + 1, 2.0, False)] * 40 + [(KINDS + 1, 4.0, True)] * 100
    found = even(flat(*one, *two), 0.01)
    assert len(set(found.one)) == len(set(found.two)) == 1
    assert found.one[0] <= 2.1 < found.two[0] <= 4.1
    assert even(flat(*one, *two), 0.2).two[0] <= 2.1


def test_a_place_counts_as_often_as_its_way_is_seen() -> None:
    rows = flat(*[(0, 3.0, True)] * 96, *[(0, 3.0, False)] * 4, *[(0, 5.0, True)] * 100)
    light = replace(rows, weight=np.where(rows.right, 1.0, 0.2))
    assert even(rows, 0.01).one[0] > 3.1
    assert even(light, 0.01).one[0] <= 3.1


def test_a_copy_counts_as_often_as_its_terms_are_drawn() -> None:
    rows = flat(*[(1, 3.0, True)] * 100, *[(1, 2.0, True)] * 100, *[(1, 2.0, False)] * 8)
    rare = replace(rows, weight=np.where(rows.right, 1.0, 0.05))
    assert tune(rows, 0.01).one[1] > 2.0
    assert tune(rare, 0.01).one[1] <= 2.0


def test_each_level_is_as_low_as_few_enough_of_it_are_wrong() -> None:
    one = [(0, 4.0, True)] * 50 + [(0, 3.0, False)] * 5 + [(3, 1.0, True)] * 99 + [(3, 1.0, False)]
    two = [(KINDS, 5.0, True)] * 50 + [(KINDS + 3, 2.0, True)] * 50 + [(KINDS + 3, 1.0, False)] * 5
    found = levelled(flat(*one, *two), 0.01)
    assert (found.one[0], found.one[3], found.two[3]) == (4.0, 1.0, 2.0)
    assert min(found.one[1], found.one[2], *found.two[:3]) > 20


def test_nothing_is_put_in_where_all_of_it_is_wrong() -> None:
    assert min(even(flat(*[(0, 3.0, False)] * 40), 0.02).one) > 20


def test_a_margin_is_added() -> None:
    found = tune(flat(*[(0, 3.0, True)] * 100), 0.01)
    assert min(b - a for a, b in zip(found.one, raised(found).one, strict=True)) > 0
    more = raised(found, more=0.25)
    assert more.one == raised(found).one
    assert min(b - a for a, b in zip(raised(found).two, more.two, strict=True)) == 0.25


def test_nothing_unlikely_is_put_in() -> None:
    found = tune(flat(*[(3, 0.5, True)] * 100), 0.01)
    assert found.one[3] <= 0.5
    assert raised(found).one[3] >= 1.75
