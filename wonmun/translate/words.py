"""In words for people: what answers name in one word."""

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
