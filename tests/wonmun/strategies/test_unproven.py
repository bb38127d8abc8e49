"""Where that the coverage is of the event is itself in doubt, a term must be likely behind any place, or very here."""

from __future__ import annotations

import numpy as np

from wonmun.strategies.weighed.unproven import unproven


def test_a_term_that_is_very_likely_at_a_place_need_not_be_likely_behind_any() -> None:
    """사찰음식 at eight places, at 3.0 each, beside papers on the same that share few of a page's rare words."""
    places, behind = np.array([2.8, 3.6, 2.2]), np.array([1.4, 1.4, 1.4])
    assert unproven(-0.5, places, behind).tolist() == [True, False, True]
    assert unproven(-0.5, places, behind + 2.0).tolist() == [False, False, False]
