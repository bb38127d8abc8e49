"""Places and what the strategies answer for them → findings that do not overlap, and the text with them made good."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wonmun.model import Finding
from wonmun.splice import splice
from wonmun.strategies.guess import Guess
from wonmun.strategies.inserted import insertion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wonmun.model import Correction, Kind, Place

_TOP = 3
"""So many held-back guesses are offered."""


def findings(text: str, places: Sequence[Place], answers: Mapping[int, Guess]) -> Iterable[Finding]:
    """Turn places and answers, by number of the place, into findings that do not overlap."""
    last = 0
    for number, place in enumerate(places):
        start, end = place.start, place.end
        answer = answers.get(number, Guess())
        made = answer.made
        if made and not made.value and place.original is None:
            start, end = insertion.tidy(text, start, end)
            end = min(end, places[number + 1].start if number + 1 < len(places) else end)
        if made and made.source == "related":
            left, right, made = _same_words(text[start:end], made)
            start, end = start + left, end - right
        start = max(start, last)
        last = max(last, end)
        best = made or (answer.ranked[0] if answer.ranked else None)
        why = made.evidence if made else ""
        evidence = place.evidence + ((why,) if why and why not in place.evidence else ())
        yield Finding(
            start, end, text[start:end], _kind(place, made), made.value if made else None,
            best.confidence if best else 0.0,
            made.source if made else "", evidence, () if made else answer.ranked[:_TOP],
        )  # fmt: skip


def _same_words(found: str, made: Correction) -> tuple[int, int, Correction]:
    """Leave alone what a correction would put in as it stands: so many letters before, behind, and the rest of it.

    Words that the phrase was found with (안전놀이터 반도체) and that coverage has beside the term (HBM 반도체).
    """
    (first, _, more), (less, _, last) = made.value.partition(" "), made.value.rpartition(" ")
    if less and found.endswith(f" {last}"):
        return 0, 1 + len(last), replace(made, value=less)
    if more and found.startswith(f"{first} "):
        return len(first) + 1, 0, replace(made, value=more)
    return 0, 0, made


def _kind(place: Place, made: Correction | None) -> Kind:
    """Give the kind that the correction stands for, where there is one."""
    if made is None or place.kind not in {"substitution", "insertion"}:
        return place.kind
    return "substitution" if made.value.strip() else "insertion"


def applied(text: str, found: Iterable[Finding]) -> str:
    """Put every replacement that is not None into the text."""
    return splice(text, ((f.start, f.end, f.replacement) for f in found if f.replacement is not None))
