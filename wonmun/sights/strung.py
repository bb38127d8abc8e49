"""Sentences that nobody wrote one after the other: the same set in several orders, one template for many keywords."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.language.base import Language

SENTENCE = re.compile(r"[^.!?。！？\n]{12,}[.!?。！？]")
LEAST = 12
"""Sentences that there must be."""
MOST = 400
"""Sentences that are looked at."""
REORDERED = 0.35
"""Share of sentences that stand there again in another company; help pages, whose stock sentences come back in the
same order, stay below .1."""
FILLERS, SLOT = 3, 3
"""Keywords that two templates must share, and the most words of one."""
WORDS, FIXED, GROUPS = 40, 3, 60
"""Words of a sentence that are looked at, those that a template must keep, and templates that are compared."""
COVERED = 0.4
"""Share of the sentences that such templates must make."""


def sentences(text: str) -> list[str]:
    """The sentences of a text, their white space made even."""
    return [" ".join(s.split()) for s in SENTENCE.findall(text)][:MOST]


def repeated(found: Sequence[str]) -> float:
    """Share of the sentences that stand there more than once."""
    return 1 - len(set(found)) / len(found) if len(found) >= LEAST // 2 else 0.0


def reordered(found: Sequence[str]) -> bool:
    """Whether sentences come back, and not in the order in which they stood; a copy of the whole text is no shuffle."""
    if len(found) < LEAST:
        return False
    together = 1 - len(set(pairwise(found))) / (len(found) - 1)
    return repeated(found) - together >= REORDERED


def swapped(found: Sequence[str], speech: Language) -> list[str]:
    """The keywords that several templates are filled with, each with the same ones; [] where there are none.

    A template is a sentence with up to three neighbouring words left open.
    """
    if len(found) < LEAST:
        return []
    shared: Counter[str] = Counter()
    covered: set[int] = set()
    for first, second in combinations(_templates(found, speech), 2):
        common = set(first.values()) & set(second.values())
        if len(common) >= FILLERS and not first.keys() & second.keys():
            shared.update(common)
            covered |= first.keys() | second.keys()
    enough = len(covered) >= COVERED * len(set(found))
    return [word for word, _ in shared.most_common()] if enough else []


def _templates(found: Sequence[str], speech: Language) -> list[dict[int, str]]:
    """For each template that enough different keywords fill: sentence → keyword."""
    fillers: defaultdict[tuple[str, str], dict[int, str]] = defaultdict(dict)
    for number, sentence in enumerate(dict.fromkeys(found)):
        words = sentence.split(" ")[:WORDS]
        for start in range(len(words)):
            for end in range(start + 1, min(start + SLOT, len(words) - FIXED + start) + 1):
                open_words = " ".join(words[start:end])
                bare = speech.without_particle(open_words) or open_words
                fillers[" ".join(words[:start]), " ".join(words[end:])][number] = bare
    kept: dict[frozenset[int], dict[int, str]] = {}
    for named in fillers.values():
        if len(set(named.values())) >= FILLERS:
            same = frozenset(named)
            best = kept.get(same)
            if best is None or sum(map(len, named.values())) < sum(map(len, best.values())):
                kept[same] = named
    return sorted(kept.values(), key=lambda named: -len(named))[:GROUPS]
