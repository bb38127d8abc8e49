"""Insertions: nothing stood there. The phrase goes, and so does the blank that came with it."""

from __future__ import annotations

import re
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from wonmun.language.senses import senses
from wonmun.model import Correction
from wonmun.spacing import original_of
from wonmun.strategies import abroad, compound, unspaced
from wonmun.strategies.guess import Guess
from wonmun.strategies.kind import ROW, rows, starts_ordinary
from wonmun.strategies.load import weights
from wonmun.strategies.particles import demand, is_particle
from wonmun.trees import read_model

if TYPE_CHECKING:
    from wonmun.model import Place
    from wonmun.strategies.slots import Group
    from wonmun.trees import Model

DELETE = 0.85
"""Confidence from which on the phrase is deleted."""
_LIMITS = (0.92, 0.85, 0.85)
"""Probability of an insertion from which on one is sure, at one place, at two, at more: on folds .68, .94 and .98 of
the insertions are deleted so, and 7 of 418 terms at one place, 9 of 434 at two, none of 1,400 at more."""
_DETECTED = (0.92, 0.85, 0.6)
"""The same where detection, which reads the sentences, says insertion, too. At two places that adds nothing: of 42
such places between .7 and .85, in two outside sets, 10 had a term before a noun."""
_UNSURE = 0.8
"""Most that is said where the phrase stays."""
_DOUBT = 0.15
"""Below this probability something stood there; in between, nobody can tell."""
_SHARED = 2
"""Places at which it is no accident."""
_NEAR = 8
"""Characters on either side that tell whether a blank stood there."""
_LETTER = re.compile("[가-힣]")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_WORD = re.compile(r"[^\W\d_]+")
_SUFFIX = re.compile(
    r"[시군구도국청부처측팀사당원관장씨인제권률율력비안법값](?:은|는|이|가|을|를|의|에|에서|와|과|도)(?![가-힣])"
)
_ENDINGS = frozenset("은는가을를의")
_OF = re.compile(r"[가-힣\d]의 $")
_AMONG = re.compile(r" (?:중|가운데|등|때문|덕분|탓|외|뒤|후|전|간|내)(?![가-힣]{2})")
_OPENED = re.compile(r"[^\W_]{2,}")
_MARK_BEFORE = re.compile(r"[.,] ?$")
_WHAT = {
    "hidden": "a hidden part is no part of the article",
    "insertion": "it was put above the article, which is whole without it",
}
_OPENING = 0.9
"""Where a phrase does nothing but open clauses: of 1,650 that replaced a term at two places or more none did, of 1,115
that were put in 455."""


def deletion(group: Group) -> Correction | None:
    """Propose to delete the places of a phrase; None where something stood there."""
    put_in = group.slots[0].place.put_in
    if not group.korean and (put_in is not None or unspaced.written(group)):
        chance = abroad.chance(group, put_in)
        return _deleted(chance) if chance else None
    if any(_LETTER.match(s.left[-1:]) and compound.read(s) for s in group.slots):
        return None  # 오픈X: a known word ends in what the phrase was put over
    chance = 1 / (1 + exp(-float(_model().score(rows([group]))[0])))
    said = sum(s.place.kind == "insertion" for s in group.slots) > len(group.slots) / 2
    limit = (_DETECTED if said else _LIMITS)[min(len(group.slots), len(_LIMITS)) - 1]
    chance = max(chance, DELETE) if chance >= limit else min(chance, _UNSURE)
    if chance < _DOUBT and not said and not _opens(group):
        return None
    if _doubtful(group):
        chance = min(chance, abroad.HALF)
    elif _opens(group):
        chance = max(chance, _OPENING)
    return _deleted(chance)


def _opens(group: Group) -> bool:
    """Say whether a phrase is glued to words, most of them ordinary, behind marks, a blank there or not."""
    words = [m.group() if (m := _OPENED.match(s.right)) else "" for s in group.slots]
    whole = all(w and not is_particle(w) and demand(s.right) is None for w, s in zip(words, group.slots, strict=True))
    if not whole or len(set(words)) < _SHARED or not all(_MARK_BEFORE.search(s.left) for s in group.slots):
        return False
    return 2 * sum(any(starts_ordinary(w[:n]) for n in range(2, len(w) + 1)) for w in words) >= len(words)


def _deleted(chance: float) -> Correction:
    return Correction("", round(min(chance, 0.99), 4), "insertion", "the sentences are whole without it")


def _doubtful(group: Group) -> bool:
    """Say whether the places speak against an insertion, whatever the model says of them all."""
    return (
        abroad.cut_short(group)
        or _suffixed(group)
        or _misread(group)
        or _inflected(group)
        or abroad.begins_bare(group)
        or _ends_word(group)
        or _needed(group)
        or (not group.korean and _mostly_bare(group))
    )


def _suffixed(group: Group) -> bool:
    """Say whether a syllable that names end in follows at one of two places (X시는): a name may have stood there.

    Unless an ordinary word is glued to the other one, as to what is put before sentences.
    """
    if len(group.slots) > _SHARED:
        return False
    others = [m.group() if (m := _LETTERS.match(s.right)) else "" for s in group.slots if not _SUFFIX.match(s.right)]
    return len(others) < len(group.slots) and not any(starts_ordinary(w) and not is_particle(w) for w in others)


def _inflected(group: Group) -> bool:
    """Say whether what was found is a phrase with a particle of the page (릴게임가 for 시장이), put over a noun."""
    if group.phrase.split()[-1] in senses().place:
        return False  # 문의, 회의, 휴가: no particle at its end
    return group.korean and group.phrase[-1] in _ENDINGS and all(s.right[:1] == " " for s in group.slots)


def _misread(group: Group) -> bool:
    """Say whether the phrase ends a letter too late or too early, where it is glued to different words.

    Too late: half of them are no ordinary words, but with its last letter they are (“릴게임경” before 찰은, 보기는).
    Too early: without their first letter, which they share, all of them are, and with it none is.
    """
    found = [m.group() for s in group.slots if (m := _WORD.match(s.right))]
    if len(found) < len(group.slots) or len(found) < _SHARED:
        return False
    plain = [starts_ordinary(w) for w in found]
    odd = [w for w, known in zip(found, plain, strict=True) if not known]
    if 2 * len(odd) >= len(found) and all(starts_ordinary(group.phrase[-1] + w) for w in odd):
        return True
    return not any(plain) and len({w[0] for w in found}) == 1 and all(starts_ordinary(w[1:]) for w in found)


def _ends_word(group: Group) -> bool:
    """Say whether the phrase is the end of a word at one of the places (오픈X CEO): what is put in begins one."""
    return group.korean and any(_LETTER.match(s.left[-1:]) and s.right[:1] == " " for s in group.slots)


def _needed(group: Group) -> bool:
    """Say whether words at one of the places need a noun between them (567건의 X 중)."""
    return group.korean and any(_OF.search(s.left) and _AMONG.match(s.right) for s in group.slots)


def _mostly_bare(group: Group) -> bool:
    """Say whether blanks stand around most places: without particles, nothing tells what was put in from a noun."""
    return 2 * sum(s.right[:1].strip() == "" for s in group.slots) >= len(group.slots)


def hidden(text: str, place: Place) -> Guess:
    """Delete a hidden part, a link or a line that was put in; a link that letters follow only perhaps.

    Those may be the particle of the word that the link's text has replaced.
    """
    what = _WHAT.get(place.kind, "the link was put in")
    if place.kind == "link" and _LETTER.match(text, place.end):
        return Guess(None, (Correction("", abroad.HALF, "insertion", what),))
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
