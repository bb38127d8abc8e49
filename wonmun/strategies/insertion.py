"""Insertions: nothing stood there. The phrase goes, and so does the blank that came with it."""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TYPE_CHECKING

from wonmun.model import Correction
from wonmun.spacing import original_of
from wonmun.strategies.kind import ROW, rows
from wonmun.strategies.load import weights
from wonmun.trees import read_model

if TYPE_CHECKING:
    from wonmun.model import Kind
    from wonmun.strategies.slots import Group
    from wonmun.trees import Model

DELETE = 0.85
"""Probability of an insertion from which on the phrase is deleted: .98 of the insertions, at .005 wrong."""
_DETECTED = 0.3
"""The same where detection, which reads the sentences, says insertion, too."""
_DOUBT = 0.15
"""Below this probability something stood there; in between, nobody can tell."""
_HALF = 0.5
"""Most that can be said of a phrase whose end was not found."""


def deletion(group: Group) -> Correction | None:
    """Propose to delete the places of a phrase; None where something stood there."""
    chance = 1 / (1 + exp(-float(_model().score(rows([group]))[0])))
    said = sum(s.place.kind == "insertion" for s in group.slots) > len(group.slots) / 2
    if said and chance >= _DETECTED:
        chance = max(chance, DELETE)
    if chance < _DOUBT and not said:
        return None
    if _cut_short(group):
        chance = min(chance, _HALF)
    return Correction("", round(min(chance, 0.99), 4), "insertion", "the sentences are whole without it")


def _cut_short(group: Group) -> bool:
    """Say whether the same word follows at all places: then the phrase goes on beyond its found end."""
    rights = [s.right for s in group.slots]
    low, high = min(rights), max(rights)
    shared = next((low[:i] for i, c in enumerate(low) if high[i : i + 1] != c), low)
    return len(rights) > 1 and len(shared.strip()) >= 2


def hidden(kind: Kind) -> Correction:
    """Propose to delete a hidden part or a link that was put in."""
    what = "a hidden part is no part of the article" if kind == "hidden" else "the link was put in"
    return Correction("", 0.95, "insertion", what)


@cache
def _model() -> Model:
    return read_model(weights()["kind"], ROW)


def tidy(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the span to delete so that one blank is left where there were two.

    >>> tidy("서울 X 시장", 3, 4), tidy("X 서울", 0, 1), tidy("X서울", 0, 1)
    ((2, 4), (0, 2), (0, 1))
    """
    before, after = text[:start].rstrip(), text[end:].lstrip()
    genuine = (
        f"{before} {after}" if text[start - 1 : start].isspace() or text[end : end + 1].isspace() else before + after
    )
    at = len(before)
    return original_of((text, genuine), (start, end), (at, at))[0]
