"""Thresholds of restoring: as low as few enough wrong replacements allow, by how well a term is attested."""

from __future__ import annotations

import numpy as np

from tools.restore_limits import KINDS, Flat, raised, steady, tune


def flat(*rows: tuple[int, float, bool], fold: int = 0) -> Flat:
    """Give copies of one place each: kind, logit of the place, whether the term is right."""
    return Flat(*(np.array(c) for c in zip(*((k, p, r, fold) for k, p, r in rows), strict=True)))


def together(one: Flat, other: Flat) -> Flat:
    pairs = zip(
        (one.kind, one.place, one.right, one.fold), (other.kind, other.place, other.right, other.fold), strict=True
    )
    return Flat(*(np.concatenate(p) for p in pairs))


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


def test_what_is_held_steady_has_few_wrong_above_its_threshold_one_more_counted() -> None:
    """One wrong of a hundred is worth it, by what all of them give, and is not steady at one of a hundred."""
    rows = flat(*[(1, 2.0, True)] * 90, *[(1, 2.0, False)] * 2, *[(1, 4.0, True)] * 120)
    assert steady(rows, 0.01).one[1] in (2.25, 4.0)
    assert steady(rows, 0.02).one[1] == 0.5
    assert min(steady(flat(*[(1, 3.0, True)] * 40), 0.02).one) > 20


def test_a_margin_is_added() -> None:
    found = tune(flat(*[(0, 3.0, True)] * 100), 0.01)
    assert min(b - a for a, b in zip(found.one, raised(found).one, strict=True)) > 0


def test_nothing_unlikely_is_put_in() -> None:
    found = tune(flat(*[(3, 0.5, True)] * 100), 0.01)
    assert found.one[3] <= 0.5
    assert raised(found).one[3] >= 1.75
