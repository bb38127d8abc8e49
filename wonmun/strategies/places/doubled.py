"""A word and what stands beside its place: its last syllable ([오페]라), a figure taken in (3[점슛]), itself."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from wonmun.language.particles import is_particle, stem
from wonmun.looks import spam_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.places.slots import Slot

_GLUED = re.compile("[가-힣]*")
_FIGURE = re.compile(r"\d+(?=[가-힣])")
_CUT = "라"
"""A particle that is cut off foreign words; alone it is hardly ever one after a noun."""
_SHORTEST = 3
_LETTERS = re.compile("[가-힣A-Za-z]*")
_TWICE, _THIRD = 2, 3
"""Times that coverage has a term and a word side by side, and the share of the term's times that it is, below one."""
_KEPT = 16
"""Terms whose words beside them are remembered: all places of a phrase ask for the same."""
_BESIDE = 2
"""Letters from one place to the next where no more than a blank or a mark is between them."""


def undoubled(term: str, right: str, texts: Iterable[str]) -> str:
    """Give what completes the words at a place: the term, or the term without what follows the place already.

    Where the rest is no particle, `texts` must show the term with it.
    Seen from outside in November 2026: 13 of 17 wrong words had a syllable twice.

    >>> undoubled("오페라", "라 축제가", ()), undoubled("오페라", "라단이", ["오페라단은"])
    ('오페', '오페')
    >>> undoubled("오페라", "라고 했다", ())
    '오페라'
    """
    found = _GLUED.match(right)
    glued = found.group() if found else ""
    if len(term) < _SHORTEST or glued[:1] != term[-1]:
        return term
    whole = term + glued[1:2]
    if glued == _CUT or (not is_particle(glued) and any(whole in text for text in texts)):
        return term[:-1]
    return term


def figured(term: str, phrase: str, texts: Iterable[str]) -> str:
    """Give the term behind the figure that a phrase begins with, where the texts show it behind that: all places may.

    >>> figured("점슛", "3주문 서원시", ["3점슛을"]), figured("정부", "24시출장", ["정부는"])
    ('3점슛', '정부')
    """
    found = _FIGURE.match(phrase)
    whole = f"{found.group()}{term}" if found else term
    return whole if found and any(whole in text for text in texts) else term


@lru_cache(maxsize=_KEPT)
def carried(term: str, phrase: str, coverage: tuple[str, ...]) -> str:
    """Give the term with the word that a phrase begins or ends with, where coverage has the two side by side.

    Both are the text's: the word stood at all places, and was taken for a part of the phrase. Not where it is a word of
    spam. Seen from outside in December 2026: 38 of 50 wrong words were a term put for itself and the noun behind it.

    >>> texts = ("HBM 반도체는", "새 HBM 반도체를", "HBM은")
    >>> carried("HBM", "안전 놀이터 반도체", texts), carried("HBM", "안전 놀이터", texts)
    ('HBM 반도체', 'HBM')
    """
    words = phrase.split(" ")
    for word, whole in ((words[-1], f"{term} {words[-1]}"), (words[0], f"{words[0]} {term}")):
        if word == phrase or len(word) <= 1 or spam_words(word, "ko"):
            continue
        both = sum(text.count(whole) for text in coverage)
        if both >= _TWICE and both * _THIRD >= sum(text.count(term) for text in coverage):
            return whole
    return term


def once(slots: Sequence[Slot], terms: Numbers, logits: Numbers) -> Numbers:
    """Take back (-1) the less sure one of two places side by side that would hold the same term: it is said once.

    Of 27 such pairs of places in copies of events none held one term twice. Seen from outside in December 2026: 화재
    화재 개요 for 전기차 화재 개요.
    """
    found = terms.copy()
    for n, (one, other) in enumerate(pairwise(slots)):
        if 0 <= terms[n] == terms[n + 1] and one.at >= 0 and 0 < other.at - one.at <= _BESIDE:
            found[n if logits[n] < logits[n + 1] else n + 1] = -1
    return found


def said_before(slots: Sequence[Slot], names: Sequence[str], tops: Numbers) -> frozenset[int]:
    """Give the likeliest terms that stand before a place of theirs in the same noun phrase: none of these stood there.

    Nobody says `NC 외야수 NC는`: of 30,916 places of open copies the term that stood there is so at none. Seen from
    outside in December 2026, put for a player's name at all places.
    """
    return frozenset(t for slot, t in zip(slots, tops.tolist(), strict=True) if _before(names[t], slot))


def _before(term: str, slot: Slot) -> bool:
    """Say whether a term and at most one bare word stand right before a place that is a word of its own."""
    found = _LETTERS.match(slot.right)
    glued = found.group() if found else ""
    if glued and not is_particle(glued):
        return False
    behind = re.search(rf"(?<![^\W_]){re.escape(term)} (?:([가-힣A-Za-z]+) )?$", slot.left)
    return behind is not None and (behind[1] is None or stem(behind[1]) == behind[1])
