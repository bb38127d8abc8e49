"""What speaks against deleting a phrase in the words around its places: a noun stood there, or the phrase goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.alike import shared_start
from wonmun.language.ko import ANY_SURNAMES, TITLES
from wonmun.language.particles import is_particle
from wonmun.language.senses import senses
from wonmun.looks import spam_words
from wonmun.strategies.inserted.kind import starts_ordinary

if TYPE_CHECKING:
    from wonmun.strategies.places.slots import Group, Slot

HALF = 0.5
"""Most that can be said of a phrase whose end was not found, or that a sentence cannot do without."""
SHARED = 2
"""Places at which a thing in common is no accident, and letters in common beside them all."""
_MANY = 3
"""At so many places the same single letter behind the phrase is no accident either (바둑 for 바둑이)."""
LETTER = re.compile("[가-힣]")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_WORD = re.compile(r"[^\W\d_]+")
_SUFFIX = re.compile(
    r"[시군구도국청부처측팀사당원관장씨인제권률율력비안법값](?:은|는|이|가|을|를|의|에|에서|와|과|도)(?![가-힣])"
)
_ENDINGS = frozenset("은는을가를의")
_MODIFIER = ("없는", "있는")
"""Verbs, whose last letter is no particle: a search may end in one (선입금 없는)."""
_OF = re.compile(r"[가-힣\d]의 $")
_AMONG = re.compile(
    r" (?:가운데|때문|덕분"
    r"|(?:중|등|탓|외|뒤|후|전|간|내)(?:[에의은을이도과]|에서|에는|으로|부터|까지|이다|이었다)?(?![가-힣]))"
)
_BEGINNING = re.compile(r"(?:^|[.?!][\"'”’)]?) ?$")
_ANEW = re.compile(r" [A-Z]")
_GOES_ON = re.compile(r" [가-힣A-Za-z0-9]")
_NAME = re.compile(rf"(?<![^\W_])([{''.join(sorted(ANY_SURNAMES))}][가-힣]{{2}}) $")
_TITLED = re.compile(rf" (?:전 |신임 )?(?:{TITLES})")


def doubtful(group: Group) -> bool:
    """Say whether the places speak against an insertion, whatever the model says of them all."""
    return (
        cut_short(group)
        or _misread(group)
        or _inflected(group)
        or begins_bare(group)
        or _ends_word(group)
        or _needed(group)
        or _says_whose(group)
        or (not group.korean and _mostly_bare(group))
    )


def cut_short(group: Group) -> bool:
    """Say whether the same word follows at all of many places, or stands beside them all and nowhere else.

    Then the phrase goes on there.
    """
    rights, lefts = [s.right for s in group.slots], [s.left.rstrip()[::-1] for s in group.slots]
    after, before = shared_start(rights).strip(), _LETTERS.match(shared_start(lefts))
    if len(rights) >= _MANY and (LETTER.match(shared_start(rights)) or len(after) >= SHARED):
        return True
    return len(rights) > 1 and (
        (len(after) >= SHARED and group.rest.count(after) <= len(rights))
        or (before is not None and group.rest.count(before.group()[::-1]) <= len(rights))
    )


def begins_bare(group: Group) -> bool:
    """Say whether a sentence goes on with a blank after the phrase that it begins with (“X 씨는 말했다”).

    What is put before a sentence is glued to it, or the sentence begins anew (“casino The minister”), and what is put
    between two words begins none.
    """
    return any(_BEGINNING.search(s.left) and _GOES_ON.match(s.right) and not restarts(group, s) for s in group.slots)


def restarts(group: Group, slot: Slot) -> bool:
    """Say whether the phrase opens a sentence in small letters, and one begins behind its blank with a capital."""
    return group.phrase[0].islower() and bool(_BEGINNING.search(slot.left)) and bool(_ANEW.match(slot.right))


def suffixed(group: Group) -> bool:
    """Say whether a syllable that names end in follows at one of two places (X시는): a name may have stood there.

    Unless an ordinary word is glued to the other one, as to what is put before sentences. Where both places open
    clauses, `insertion.py` asks `same_letter_follows`, too.
    """
    if len(group.slots) > SHARED:
        return False
    others = [m.group() if (m := _LETTERS.match(s.right)) else "" for s in group.slots if not _SUFFIX.match(s.right)]
    return len(others) < len(group.slots) and not any(starts_ordinary(w) and not is_particle(w) for w in others)


def same_letter_follows(group: Group) -> bool:
    """Say whether all places go on with the same letter, as a city does (X시는, X시민들은)."""
    return len({s.right[:1] for s in group.slots}) == 1


def _inflected(group: Group) -> bool:
    """Say whether what was found is a phrase with a particle of the page (릴게임가 for 시장이), put over a noun."""
    if group.phrase.split()[-1] in senses().place or group.phrase.endswith(_MODIFIER):
        return False  # 문의, 회의, 휴가: no particle at its end
    return group.korean and group.phrase[-1] in _ENDINGS and all(s.right[:1] == " " for s in group.slots)


def _misread(group: Group) -> bool:
    """Say whether the phrase ends a letter too late or too early, where it is glued to different words.

    Too late: half of them are no ordinary words, but with its last letter they are (“릴게임경” before 찰은, 보기는),
    unless a word of spam ends with it (감성마사지).
    Too early: without their first letter, which they share, all of them are, and with it none is.
    """
    found = [m.group() for s in group.slots if (m := _WORD.match(s.right))]
    if len(found) < len(group.slots) or len(found) < SHARED:
        return False
    plain = [starts_ordinary(w) for w in found]
    odd = [w for w, known in zip(found, plain, strict=True) if not known]
    spam = spam_words(group.phrase, "ko") != spam_words(group.phrase[:-1], "ko")
    if 2 * len(odd) >= len(found) and not spam and all(starts_ordinary(group.phrase[-1] + w) for w in odd):
        return True
    return not any(plain) and len({w[0] for w in found}) == 1 and all(starts_ordinary(w[1:]) for w in found)


def _ends_word(group: Group) -> bool:
    """Say whether the phrase is the end of a word at one of the places (오픈X CEO): what is put in begins one."""
    return group.korean and any(LETTER.match(s.left[-1:]) and s.right[:1] == " " for s in group.slots)


def _needed(group: Group) -> bool:
    """Say whether words at one of the places need a noun between them (567건의 X 중)."""
    return group.korean and any(_OF.search(s.left) and _AMONG.match(s.right) for s in group.slots)


def _says_whose(group: Group) -> bool:
    """Say whether half of the places are between a person's name and title, where a body's name stands (김기현 X 대표).

    Of 11,494 phrases that were put in none stands so, of 15,525 terms 16. Seen from outside: a party's name deleted.
    """
    return 2 * sum(map(_is_between, group.slots)) >= len(group.slots)


def _is_between(slot: Slot) -> bool:
    name = _NAME.search(slot.left)
    return name is not None and not starts_ordinary(name[1]) and _TITLED.match(slot.right) is not None


def _mostly_bare(group: Group) -> bool:
    """Say whether blanks stand around most places: without particles, nothing tells what was put in from a noun."""
    return 2 * sum(s.right[:1].strip() == "" for s in group.slots) >= len(group.slots)
