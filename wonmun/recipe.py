"""The recipe: compare with genuine copies, detect the rest, restore → Report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wonmun.comparing.compare import compare_with, compared
from wonmun.comparing.mirrored import parted
from wonmun.comparing.retold import copied
from wonmun.detect import detect
from wonmun.memory import Siblings, Telling
from wonmun.model import RANK, Detection
from wonmun.page.plain import plain_page
from wonmun.restore import Resources, restore

if TYPE_CHECKING:
    from collections.abc import Callable

    from wonmun.comparing.compare import Comparison
    from wonmun.memory import Memory
    from wonmun.model import Copy, Page, Place, Report, Standing, Verdict

_SCORES: dict[Verdict, float] = {"clean": 0.0, "suspicious": 0.6, "injected": 0.99}


def check(text_or_page: str | Page, memory: Memory | None = None, *, resources: Resources | None = None) -> Report:
    """Do what `wonmun.check` says."""
    page = plain_page(text_or_page) if isinstance(text_or_page, str) else text_or_page
    return restore(page, examine(page, memory), memory, _with_siblings(resources or Resources(), memory))


def _with_siblings(resources: Resources, memory: Memory | None) -> Resources:
    """Ask the memory for other injected copies where nobody else is named to ask, and it knows any."""
    if resources.siblings is None and isinstance(memory, Siblings):
        return replace(resources, siblings=memory.siblings)
    return resources


def examine(page: Page, memory: Memory | None) -> Detection:
    """Find what was injected, by comparison where a genuine copy is known and by detection elsewhere.

    Where a genuine copy answers for the page, the difference decides everything: what the copy has, too, is
    honest however it looks, and what it has not is injected even where it stands once. A copy that is no better
    a witness than the page adds what it shows to what the page shows by itself.
    """
    copies = memory.genuine(page) if memory else ()
    text = compared(page) if copies else ""
    believed, mirrors = parted(text, page.lang, copied(text, copies))
    found = compare_with(page, believed, memory)
    if found and found.complete and found.outweighs and not page.html:
        return replace(_of(found), mirrors=mirrors)
    detection = detect(page, _standing(page, memory), _injected(page, memory))
    detection = _joined(found, detection) if found else detection
    why = tuple(f"{_named(m)} was given as genuine and is a mirror itself: it is not believed" for m in mirrors)
    return replace(detection, mirrors=mirrors, reasons=(*detection.reasons, *why))


def _named(copy: Copy) -> str:
    return copy.article.url or copy.article.title or f"original {copy.article.id}"


def _standing(page: Page, memory: Memory | None) -> Callable[[str], Standing] | None:
    return (lambda phrase: memory.standing(phrase, page)) if memory else None


def _injected(page: Page, memory: Memory | None) -> Callable[[str], int] | None:
    return (lambda phrase: memory.injected(phrase, page)) if isinstance(memory, Telling) else None


def _of(found: Comparison) -> Detection:
    return Detection(found.verdict, _SCORES[found.verdict], found.places, found.reasons, genuine_url=found.genuine_url)


def _joined(found: Comparison, detection: Detection) -> Detection:
    """Add to the comparison what detection found where no copy answers, phrases that a copy has left out."""
    free = [p for p in detection.places if not _met(p, found)]
    honest = {p.phrase for p in free if found.outweighs and _inside(p, found)}
    rest = [p for p in free if not (found.outweighs and _inside(p, found)) and p.phrase not in honest]
    if not rest:
        return _of(found)
    places = tuple(sorted([*found.places, *rest], key=lambda p: p.start))
    verdict = max(found.verdict, detection.verdict, key=RANK.__getitem__)
    score = max(_SCORES[found.verdict], detection.score)
    reasons = (*(found.reasons if found.places else ()), *detection.reasons)
    return Detection(verdict, score, places, reasons, detection.trace, found.genuine_url)


def _inside(place: Place, found: Comparison) -> bool:
    return any(a <= place.start and place.end <= b for a, b in found.answered)


def _met(place: Place, found: Comparison) -> bool:
    return any(p.start < place.end and place.start < p.end for p in found.places)
