"""The genuine copy: what it has at a place stood there, and probably at places of the phrase that it lacks."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from wonmun.language.particles import fits
from wonmun.looks import spam_words
from wonmun.model import Correction

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wonmun.model import Place

_READ = 0.995
"""Share of originals read off a genuine copy that are right to the letter, measured on injected copies: .999."""
_AGREED = 0.97


def corrections(text: str, places: Sequence[Place]) -> Mapping[int, Correction]:
    """Give, by number of the place, what a genuine copy says stood there.

    Of a phrase over two terms, a copy with a phrase of its own over one of them shows the other alone, and so does
    another paper's report in nearly the same sentences: where it may be such, what it has elsewhere says nothing.
    """
    out: dict[int, Correction] = {}
    known: dict[str, Counter[str]] = defaultdict(Counter)
    whole: dict[str, set[str]] = defaultdict(set)
    for place in places:
        if place.original is not None:
            whole[place.phrase].add(place.original.strip())
    for number, place in enumerate(places):
        if place.original is not None and not _glued(place.original.strip(), whole[place.phrase]):
            out[number] = Correction(place.original, _READ, "genuine", place.evidence[0] if place.evidence else "")
            known[place.phrase][place.original.strip()] += 1
    for place in places:
        if place.refused:
            known.pop(place.phrase, None)
    for number, place in enumerate(places):
        originals = known.get(place.phrase)
        if number in out or place.original is not None or place.kind == "hidden" or not originals or len(originals) > 1:
            continue
        value = next(iter(originals))
        if fits(value, text[place.end : place.end + 8]):
            evidence = f"the genuine copy has “{value}” at the {originals[value]} other places of this phrase"
            out[number] = Correction(
                value, _AGREED, "genuine", evidence if value else "the genuine copy has nothing there"
            )
    return out


def _glued(value: str, others: Iterable[str]) -> bool:
    """Say whether spam is glued to what the copy has at other places of the phrase: it is a mirror itself there.

    >>> _glued("비아그라 가격통신사", {"통신사"}), _glued("이동통신사", {"통신사"})
    (True, False)
    """
    return any(v and v != value and value.endswith(v) and spam_words(value[: -len(v)], "ko") for v in others)
