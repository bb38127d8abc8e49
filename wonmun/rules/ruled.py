"""Phrases that rules find where the fitted weights see nothing; they are put on the weights' scale, by their limits."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wonmun.judging.places import Phrase
from wonmun.model import Trace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from wonmun.model import Kind
    from wonmun.weights.fitted import Weights


LONE = 1.5
"""A phrase that stands once is sure only where so many logits speak for it beyond its form and its places."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a rule says of a phrase."""

    text: str
    count: int
    """Places where it stands."""
    kind: Kind
    arm: str
    """The rule's name, for those who ask how it was found."""
    why: str
    sure: bool
    """Whether it is enough for an injected page, not for a suspicious one only."""
    above: float
    """Logits above that limit."""
    added: bool = False
    """Whether nothing stood there at any of the places."""
    once: bool = False
    """Whether it is sure where it stands once, too."""


def phrases(
    found: Iterable[Ruled], limits: Weights, beyond: Callable[[str], tuple[float, list[str]]]
) -> Iterator[Phrase]:
    """Yield those that reach the limit of suspicious pages.

    `beyond` says what is known of a phrase beyond the text, in logits, and why.
    """
    for one in found:
        more, reasons = beyond(one.text)
        more += LONE * (one.once and one.sure and one.count == 1)
        score = more + ((limits.injected if one.sure else limits.suspicious) + one.above)
        if score >= limits.suspicious:
            trace = Trace(one.text, one.count, round(score, 3), one.arm, ())
            put_in = math.inf if one.added else None
            yield Phrase(one.text, score, more, one.kind, (one.why, *reasons), trace, put_in)
