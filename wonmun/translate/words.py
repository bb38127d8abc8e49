"""In words for people: what answers name in one word."""

from __future__ import annotations

SOURCES = {
    "genuine": "the genuine copy",
    "copy": "a genuine copy",
    "survivors": "places that were missed",
    "gloss": "the explanation beside it",
    "compound": "compounds left standing",
    "related": "other coverage",
    "language": "the language",
    "model": "a language model",
    "insertion": "nothing stood there",
}
"""Where a replacement comes from (`Finding.source`)."""
