"""In words for people: what answers name in one word, and shares."""

from __future__ import annotations

SOURCES = {
    "genuine": "the genuine copy",
    "copy": "a genuine copy",
    "survivors": "other places of this page",
    "gloss": "the explanation beside it",
    "compound": "compounds left standing",
    "related": "other coverage",
    "language": "the words around it",
    "model": "a language model",
    "insertion": "nothing stood there",
}
"""Where a replacement comes from (`Finding.source`)."""


def percent(share: float) -> str:
    """Write a share (0..1) in whole percent; 100 and 0 only where it is so, for 99.7 is not sure.

    >>> percent(0.997), percent(1.0), percent(0.29), percent(0.001)
    ('99%', '100%', '29%', '1%')
    """
    whole = share if share in {0, 1} else min(0.99, max(0.01, share))
    return f"{whole:.0%}"
