"""A phrase that a rule found, with the words around it that were put in with it: `bet365 우회 주소`, `벳.com 주소`.

Rules read words of other scripts and addresses alone; what else stands at all of their places is the weights' to say.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wonmun.judging.overlaps import LONGER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wonmun.judging.places import Phrase
    from wonmun.phrases.view import View

_SHORT = 2
"""Letters of the shortest word that is taken in."""


def widened(view: View, ruled: Iterable[Phrase], picked: Sequence[Phrase]) -> list[Phrase]:
    """Give what rules found, each with what `picked` shows to belong to it; kind and places are judged with that.

    What was picked for a part of it (매충 10 of 매충 10%) is said of it, too.
    """
    whole = [next((w for p in picked if (w := _taking_in(view, found, p))), found) for found in ruled]
    return [replace(found, score=max([found.score, *_of_parts(found, picked)])) for found in whole]


def _of_parts(found: Phrase, picked: Sequence[Phrase]) -> list[float]:
    same = [p for p in picked if p.trace.count == found.trace.count]
    return [p.score for p in same if p.text in found.text != p.text]


def _taking_in(view: View, found: Phrase, pick: Phrase) -> Phrase | None:
    """Take in the words that a pick at the same places has more; None where they may be the page's own.

    Those stand elsewhere, too; and twice beside a term is no rarity, unless they are words of searches.
    """
    whole = _joined(found.text, pick.text)
    times = found.trace.count
    if whole == found.text or pick.trace.count != times or view.text.count(whole) != times:
        return None
    rest = whole.replace(found.text, " ")
    own = any(len(word) < _SHORT or view.text.count(word) > times for word in rest.split())
    if own or (times < LONGER and not view.language.lexicon.phrase_any.search(rest)):
        return None
    return replace(found, text=whole, kind=pick.kind, put_in=pick.put_in)


def _joined(text: str, other: str) -> str:
    """Lay two phrases over each other: one that holds the other, or begins with its end; without any such, the first.

    >>> _joined("bet.com", "com 주소"), _joined("casino", "무료 casino"), _joined("casino", "주소")
    ('bet.com 주소', '무료 casino', 'casino')
    """
    if text in other:
        return other
    for first, second in ((text, other), (other, text)):
        size = next((n for n in range(min(len(first), len(second)), 1, -1) if first.endswith(second[:n])), 0)
        if size:
            return first + second[size:]
    return text
