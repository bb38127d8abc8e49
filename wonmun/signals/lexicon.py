"""Spam words in the phrase, and whether the rest of the page is about such things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.occurrences import Occurrences

NAMES = (
    "strong",
    "spam_share",
    "query_share",
    "query_tail",
    "topic_words",
    "strong_topic",
    "strong_elsewhere",
)
"""Holds a strong word · share of its letters in lexicon words · share of words that searches end in · ends in one · topic
words elsewhere on the page (≤ 6) · the same where it holds a strong word · strong words elsewhere (≤ 4)."""


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name."""
    lexicon, text = occ.batch.view.language.lexicon, occ.batch.view.text
    topics = {m.group() for m in lexicon.topic_pattern.finditer(text)}
    rows = []
    for phrase in occ.batch.phrases:
        hits = lexicon.any_pattern.findall(phrase)
        generic = len(hits) == 1 and hits[0] == phrase and phrase not in lexicon.strong
        strong = bool(hits) and bool(lexicon.strong_pattern.search(phrase))
        letters = len(phrase) - phrase.count(" ")
        words = phrase.split(" ")
        apart = [t for t in topics if t not in phrase]
        rows.append(
            (
                strong,
                0.0 if generic else min(1.0, sum(map(len, hits)) / letters),
                0.0 if generic else sum(w in lexicon.query for w in words) / len(words),
                0.0 if generic else any(words[-1].endswith(q) for q in hits if q in lexicon.query),
                min(6, len(apart)),
                min(6, len(apart)) * strong,
                min(4, sum(t in lexicon.strong for t in apart)),
            )
        )
    return np.array(rows, float).reshape(-1, len(NAMES))


def explain(occ: Occurrences, index: int) -> str:
    """Name the spam words."""
    found = occ.batch.view.language.lexicon.strong_pattern.findall(occ.batch.phrases[index])
    return (
        f"it holds {', '.join(repr(w) for w in dict.fromkeys(found))}, a word of search spam" if found else ""
    )
