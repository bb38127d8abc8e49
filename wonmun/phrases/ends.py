"""Where a candidate can begin and end: not within a word in Latin letters, a longer name or a number of a model."""

from __future__ import annotations

import re
from string import ascii_letters, digits
from typing import TYPE_CHECKING

from wonmun.language.base import END, PARTICLE
from wonmun.language.ko import SURNAMES
from wonmun.phrases.begun import begins, opens
from wonmun.phrases.cut import LIKE_PARTICLES, is_cut
from wonmun.scripts import table_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from wonmun.phrases.view import View

NEARLY_ALL = 0.85
"""Share of a phrase's places from which on what follows it there follows it nearly always."""
DIFFERENT = 3
"""Different letters behind a short phrase that never ends a word, from which on it ends there all the same."""
LATIN_WHOLE = frozenset(("ko", "ja", "zh"))
"""Languages in whose texts a word in Latin letters is put or replaced whole: `Date` in `CDate` is no phrase."""
OPENING = 5
"""Letters of a phrase that is glued to the first words of clauses (`fast, viagraand no`) without ever ending a word."""
_LATIN = table_of(ascii_letters + digits)
_UNIT = (
    "[가-힣㎀-㏿℃%VW]|[mck]?m|[km]?g|t|m?[lL]|ha|[kMG]Wh?|[MGT]B|[MG]?Hz|dB|달러|유로|위안|퍼센트|포인트|센티미터|미터|킬로미터"
    "|킬로그램|그램|리터|헥타르|마리|그루|가구|시간|개월|주년|회차|번째|차례|가지|사람|학년|인분"
)
_AMOUNT = re.compile(rf"\d[\d,.~∼]*(?: ?[십백천만억조]+여?)?(?: ?(?:{_UNIT}))?")
"""A figure with what it counts or its unit: nobody searches for that, and reports repeat it (10cm, 3만 원, 2회)."""
_GIVEN = re.compile("[가-힣]{2}")
"""What most given names are, right behind the surname."""


def whole(
    view: View, size: NDArray[np.int64], owner: NDArray[np.int64], pos: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The places, and whose, where neither end of a phrase cuts a word in Latin letters or a number in two."""
    if view.language.code not in LATIN_WHOLE:
        return owner, pos
    latin, end = _LATIN[view.codes], pos + size[owner]
    cut = (latin[pos] & latin[pos - 1]) | (latin[end - 1] & latin[end])
    return (owner[~cut], pos[~cut]) if cut.any() else (owner, pos)


def is_amount(phrase: str) -> bool:
    """Whether a candidate is a figure with its unit and nothing else.

    >>> [is_amount(phrase) for phrase in ("10cm", "3만 원", "1.5배", "1인샵", "24시 출장")]
    [True, True, True, False, False]
    """
    return phrase[0].isdecimal() and _AMOUNT.fullmatch(phrase) is not None


def can_end(view: View, glued: list[int], size: int) -> bool:
    """Whether a phrase that always has letters behind it can end there: they differ, or are a particle once."""
    text, tail, stops = view.text, view.language.tail, view.word_end
    followers = len({text[e] for e in glued})
    if (size >= view.language.loose and followers > 1) or (size >= view.language.loose - 1 and followers >= DIFFERENT):
        return True
    if followers > 1 and view.language.code == "ko" and begins(view, glued, size):
        return True
    if followers > 1 and view.language.code != "ko":
        opening = size >= OPENING and view.language.spaced and all(opens(text, e - size) for e in glued)
        if opening or all(_anew(text, e) for e in glued):
            return True
    return any(tail(text[e : int(stops[e])]).kind in (END, PARTICLE) for e in glued)


def _anew(text: str, end: int) -> bool:
    """A word with a capital begins right behind a small letter: `zunivoThe`."""
    return text[end - 1].islower() and text[end].isupper() and text[end + 1 : end + 2].islower()


def cut_short(followers: list[str], times: int) -> bool:
    """Nearly always the same letter follows: it is the beginning of a longer word."""
    if times < 3 or not followers or len(followers) < NEARLY_ALL * times:
        return False
    same = max(map(followers.count, {*followers}))
    return same == times or (times >= 5 and same >= NEARLY_ALL * times)


def named(view: View, phrase: str, places: list[int]) -> bool:
    """What always follows a Korean candidate makes a name of it."""
    text, size = view.text, len(phrase)
    if view.language.code != "ko":
        return False
    if surnamed(view, phrase, places):
        return True
    if text[places[0] + size] not in LIKE_PARTICLES:
        return False
    return is_cut(phrase, [text[at + size : int(view.word_end[at + size])] for at in places])


def surnamed(view: View, phrase: str, places: list[int]) -> bool:
    """Whether a Korean phrase ends in a surname, and a given name follows: `옹기장 허` before 진규 and 덕만."""
    if phrase[-2:-1] != " " or phrase[-1] not in SURNAMES or view.language.code != "ko":
        return False
    return all(_GIVEN.match(view.text, at + len(phrase)) for at in places)


def numbered(followers: list[str], times: int) -> bool:
    """Nearly always a number follows, not always the same: the names of models, `프로2` and `프로3`, cut short."""
    numbers = [*filter(str.isdigit, followers)]
    return len(numbers) >= NEARLY_ALL * times and len(set(numbers)) > 1
