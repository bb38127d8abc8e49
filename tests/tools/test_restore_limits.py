"""Thresholds of restoring: as many places as the share of wrong ones allows, and no more."""

from __future__ import annotations

import numpy as np
import pytest

from tools.restore_limits import Flat, tune

SIZE = 400


def places(right: np.ndarray, logits: np.ndarray, *, two: float = -4.0, attested: bool = True) -> Flat:
    """Copies of one place each, at which the likeliest term, the best of the page, is right or not."""
    n = len(right)
    return Flat(
        np.ones(n, bool), np.full(n, two), logits, logits, right, right, np.full(n, attested), np.arange(n)
    )  # fmt: skip


def drawn(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Logits that mean what they say."""
    rng = np.random.default_rng(seed)
    logits = rng.uniform(-3, 6, SIZE)
    return rng.uniform(size=SIZE) < 1 / (1 + np.exp(-logits)), logits


@pytest.mark.parametrize("most", [0.01, 0.05, 0.2])
def test_no_more_are_wrong_than_allowed(most: float) -> None:
    right, logits = drawn(1)
    limits = tune(places(right, logits), most)
    put = logits >= min(limits.whole, limits.place)
    assert put.any()
    assert 1 - right[put].mean() <= most


def test_a_larger_share_restores_more() -> None:
    right, logits = drawn(2)
    low, high = (tune(places(right, logits), most) for most in (0.01, 0.2))
    assert min(high.whole, high.place) < min(low.whole, low.place)


def test_where_all_are_wrong_nothing_is_put_in() -> None:
    _, logits = drawn(3)
    limits = tune(places(np.zeros(SIZE, bool), logits), 0.02)
    assert min(limits.whole, limits.place, limits.place_two) > logits.max()


def test_of_two_terms_only_attested_ones_count() -> None:
    right, logits = drawn(4)
    limits = tune(places(right, logits, two=3.0, attested=False), 0.05)
    assert limits.place_two > logits.max()
    assert tune(places(right, logits, two=3.0), 0.05).place_two < logits.max()
