"""The record of one candidate that stands once."""

from __future__ import annotations

from typing import NamedTuple


class Stretch(NamedTuple):
    """A phrase of a window's text."""

    start: int
    phrase: str
    above: float
    """Logits above the limit of suspicion that it needs: less where its words tell more."""
    cheap: float
    """The least score without a language model with which it is read; negative infinity where it always is."""
    why: str
    """What is odd about it, a sentence."""
