"""What is known beyond a page, by how near related coverage is: nothing, other news, its subject, its event."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NEAR = 0.1
"""Similarity of the nearest article from which on it is on the same subject."""
EVENT = 0.24
"""Similarities of the two nearest articles, together, from which on several papers cover the event."""
SITUATIONS = ("alone", "far", "near", "event")


def situation(nearness: Sequence[float]) -> str:
    """Tell what is known beyond the page, by `Facts.nearness`: nothing, other coverage, of the subject, of the event.

    The same logit is right more often where the event itself is covered, so each has limits of its own.
    """
    if not nearness[-1]:
        return "alone"
    if nearness[0] + nearness[1] >= EVENT:
        return "event"
    return "near" if nearness[0] >= NEAR else "far"


def fitted_on(nearness: Sequence[float]) -> str:
    """Name the models that judge what is so near: of an event that is covered, of other coverage, of a page alone.

    What other papers say of the event weighs so much more there that one ranker serves neither: the likeliest term of
    an event's copies was right .66 of times with it, .69 with its own.
    """
    known = situation(nearness)
    return known if known in {"event", "alone"} else "related"
