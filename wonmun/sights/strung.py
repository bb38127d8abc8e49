"""Sentences that nobody wrote one after the other: the same set in several orders, one template for many keywords."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import chain, combinations, islice, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.language.base import Language

SENTENCE = re.compile(r"(?<![^.!?。！？\n])[^.!?。！？\n]{12,}+[.!?。！？](?![.(a-z])")
"""It begins where one can only: tried at every letter, a line of 100 KB without a full stop took 18 s. An end that code
goes on behind (`agent()?.call().body`) is none."""
LEAST = 12
"""Sentences that there must be."""
MOST = 400
"""Sentences that are looked at."""
REORDERED = 0.4
"""Share of sentences that stand there again in another company; help pages, whose stock sentences come back in the
same order, stay below .1."""
FILLERS, SLOT = 3, 3
"""Keywords that two templates must share, and the most words of one."""
WORDS, FIXED, GROUPS = 40, 3, 60
"""Words of a sentence that are looked at, those that a template must keep, and templates that are compared."""
TEMPLATES = 3
"""So many templates there must be: help pages have two at times, of what a button does and how it is pressed."""
COVERED = 0.6
"""Share of the sentences that such templates must make."""


def sentences(text: str) -> list[str]:
    """The first sentences of a text, their white space made even."""
    return [" ".join(s.group().split()) for s in islice(SENTENCE.finditer(text), MOST)]


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
    parted: list[dict[int, str]] = []
    for first, second in combinations(_templates(found, speech), 2):
        common = set(first.values()) & set(second.values())
        if len(common) >= FILLERS and not first.keys() & second.keys():
            shared.update(common)
            covered |= first.keys() | second.keys()
            parted += [t for t in (first, second) if all(not t.keys() & other.keys() for other in parted)]
    enough = len(parted) >= TEMPLATES and len(covered) >= COVERED * len(set(found))
    return [word for word, _ in shared.most_common()] if enough else []


def _alike(found: Sequence[str]) -> list[tuple[int, list[str]]]:
    """Sentences that begin or end as at least two others do, with their numbers: no template leaves both ends open."""
    split = [sentence.split(" ")[:WORDS] for sentence in dict.fromkeys(found)]
    ends = [_ends(words) for words in split]
    times = Counter(chain.from_iterable(ends))
    often = {end for end, n in times.items() if n >= FILLERS}
    return [(n, words) for n, words in enumerate(split) if not often.isdisjoint(ends[n])] if often else []


def _ends(words: list[str]) -> tuple[tuple[bool, str, str], ...]:
    return ((True, words[0], words[1]), (False, words[-2], words[-1])) if len(words) > FIXED else ()


def _templates(found: Sequence[str], speech: Language) -> list[dict[int, str]]:
    """For each template that enough different keywords fill: sentence → keyword."""
    fillers: defaultdict[tuple[str, str], dict[int, str]] = defaultdict(dict)
    alike = _alike(found)
    for number, words in alike if len(alike) >= COVERED * len(set(found)) else ():
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
