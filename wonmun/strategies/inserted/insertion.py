"""Insertions: nothing stood there. The phrase goes, and so does the blank that came with it."""

from __future__ import annotations

import re
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from wonmun.language.particles import demand, is_particle
from wonmun.language.senses import senses
from wonmun.model import Correction
from wonmun.signals.bonds import parts
from wonmun.spacing import original_of
from wonmun.strategies.attested import compound
from wonmun.strategies.guess import Guess
from wonmun.strategies.inserted import abroad, unspaced
from wonmun.strategies.inserted.against import HALF, LETTER, SHARED, doubtful, same_letter_follows, suffixed
from wonmun.strategies.inserted.kind import ROW, rows, starts_ordinary
from wonmun.strategies.load import weights
from wonmun.trees import read_model

if TYPE_CHECKING:
    from wonmun.model import Place
    from wonmun.strategies.places.slots import Group, Slot
    from wonmun.trees import Model

DELETE = 0.85
"""Confidence from which on the phrase is deleted."""
_LIMITS = (0.92, 0.85, 0.85)
"""Probability of an insertion from which on one is sure, at one place, at two, at more: on folds .68, .94 and .98 of
the insertions are deleted so, and 7 of 418 terms at one place, 9 of 434 at two, none of 1,400 at more."""
_DETECTED = (0.92, 0.85, 0.6)
"""The same where detection, which reads the sentences, says insertion, too. At two places that adds nothing: of 42
such places between .7 and .85, in two outside sets, 10 had a term before a noun."""
_LIKELY = 0.4
"""Probability from which on one is sure that detection says, too, and that parts a verb from a whole word at a
place: of 363 terms at two places none stood so, of 397 phrases that were put in 92."""
_UNSURE = 0.8
"""Most that is said where the phrase stays."""
_DOUBT = 0.15
"""Below this probability something stood there; in between, nobody can tell."""
_NEAR = 8
"""Characters on either side that tell whether a blank stood there."""
_OPENED = re.compile(r"[“‘「『]?([^\W_]{2,})")
"""A word behind the phrase, in a quotation that opens there or not."""
_THIS = re.compile(r"이 [가-힣]{2}")
_MARK_BEFORE = re.compile(r"[.,] ?$")
_CLOSED = re.compile(r"\s*$|\s*\n|\s+[▶▷◇◆■□●○▲△◎※☞-]")
"""What stands behind a phrase that opens nothing, since the line ends there: nothing, or the next line's mark."""
_WHAT = {
    "hidden": "a hidden part is no part of the article",
    "insertion": "it was put above the article, which is whole without it",
}
_OPENING = 0.9
"""Where a phrase does nothing but open clauses: of 1,650 that replaced a term at two places or more none did, of 1,115
that were put in 455. A syllable that names end in stood behind one of two places (시는, 회사원) in 20 of 1,408 pairs
with a term, none of which opened clauses, and in 9 of 544 that were put in, all of which did."""


def deletion(group: Group) -> Correction | None:
    """Propose to delete the places of a phrase; None where something stood there."""
    put_in = group.slots[0].place.put_in
    if not group.korean and (put_in is not None or unspaced.written(group)):
        chance = abroad.chance(group, put_in)
        return _deleted(chance) if chance else None
    if any(LETTER.match(s.left[-1:]) and compound.read(s) for s in group.slots):
        return None  # 오픈X: a known word ends in what the phrase was put over
    chance = 1 / (1 + exp(-float(_model().score(rows([group]))[0])))
    said = sum(s.place.kind == "insertion" for s in group.slots) > len(group.slots) / 2
    limit = (_DETECTED if said else _LIMITS)[min(len(group.slots), len(_LIMITS)) - 1]
    sure = chance >= limit or (said and chance >= _LIKELY and parts_words(group))
    chance = max(chance, DELETE) if sure else min(chance, _UNSURE)
    opening = _opens(group)
    if chance < _DOUBT and not said and not opening:
        return None
    if doubtful(group) or (suffixed(group) and (same_letter_follows(group) or not opening)):
        chance = min(chance, HALF)
    elif opening:
        chance = max(chance, _OPENING)
    return _deleted(chance)


def parts_words(group: Group) -> bool:
    """Say whether a Korean phrase parts a whole word from a verb or an adverb at a place at least: `손목이 X 나가요`.

    Before a noun one may have stood (`정부는 X 공장을`), so that two places say little there; before a verb none did.
    """
    return group.korean and any(_parts(s) for s in group.slots)


def _parts(slot: Slot) -> bool:
    return slot.left.endswith(" ") and slot.right.startswith(" ") and parts(slot.left.rstrip(), slot.right.lstrip())


def _opens(group: Group) -> bool:
    """Say whether a phrase is glued to words, most of them ordinary, behind marks, a blank there or not.

    One of two may be 이 before a noun (X이 절벽에서는), which begins sentences as often as it is a particle. Behind a
    mark a line may end with it.
    """
    if not all(_MARK_BEFORE.search(s.left) for s in group.slots):
        return False
    slots = [s for s in group.slots if not _CLOSED.match(s.right)]
    words = [m[1] if (m := _OPENED.match(s.right)) else "" for s in slots]
    whole = [bool(w) and not is_particle(w) and demand(s.right) is None for w, s in zip(words, slots, strict=True)]
    these = [_THIS.match(s.right) is not None for s in slots]
    if not all(w or t for w, t in zip(whole, these, strict=True)) or 2 * sum(these) > len(these):
        return False
    if len(set(words)) < SHARED:
        return False
    plain = [_known(w) for w, t in zip(words, these, strict=True) if not t]
    return 2 * sum(plain) >= len(plain)


def _known(word: str) -> bool:
    """Say whether a word that news uses begins here, or a noun whose meaning is known."""
    return bool(senses().begun(word)) or any(starts_ordinary(word[:n]) for n in range(2, len(word) + 1))


def _deleted(chance: float) -> Correction:
    return Correction("", round(min(chance, 0.99), 4), "insertion", "the sentences are whole without it")


def hidden(text: str, place: Place) -> Guess:
    """Delete a hidden part, a link or a line that was put in; a link that letters follow only perhaps.

    Those may be the particle of the word that the link's text has replaced.
    """
    what = _WHAT.get(place.kind, "the link was put in")
    if place.kind == "link" and LETTER.match(text, place.end):
        return Guess(None, (Correction("", HALF, "insertion", what),))
    return Guess(Correction("", 0.95, "insertion", what))


@cache
def _model() -> Model:
    return read_model(weights()["kind"], ROW)


def tidy(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the span to delete so that one blank is left where there were two.

    >>> tidy("서울 X 시장", 3, 4), tidy("X 서울", 0, 1), tidy("X서울", 0, 1)
    ((2, 4), (0, 2), (0, 1))

    A blank inside the span stood there before, where the phrase was glued to what follows it.

    >>> tidy('treat. X"Each', 6, 8)
    (7, 8)
    """
    found = text[start:end]
    start, end = start + len(found) - len(found.lstrip()), end - len(found) + len(found.rstrip())
    before, after = text[max(0, start - _NEAR) : start].rstrip(), text[end : end + _NEAR].lstrip()
    genuine = (
        f"{before} {after}" if text[start - 1 : start].isspace() or text[end : end + 1].isspace() else before + after
    )
    at = len(before)
    return original_of((text, genuine), (start, end), (at, at))[0]
