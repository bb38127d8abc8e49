"""English places where what stands around a phrase does not agree with it in number, or with its first sound.

`a Finnish escorts`, `another free spins,`, `3,000 poker prize.`, `the slots was`: whoever puts a phrase where a noun
stood leaves that noun's articles, numbers and verbs, as particles are left in Korean.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from wonmun.later import later

if TYPE_CHECKING:
    from collections.abc import Sequence

_REACH = 48
"""Letters to each side of a place that are looked at."""
_BEFORE = later(r"(?:(?P<earlier>[\w’'-]+) )?(?P<last>[\w’',.-]+) $")
_AFTER = later(r"(?P<stop>[.,;:!?)”\"]|$)| (?P<next>[\w’'-]+)")
_VOWEL = later(r"(?!eu|ew|on[ce]|ouija)[aeio][a-z]")
_CONSONANT = later(r"[bcdfgjklmnpqrstvwyz][a-z]")
"""Beginnings of words that are spoken as they are spelt: none in u, h, figures or capitals."""
_MANY = later(
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|many|several|few|both|these|those|various|numerous|(?!(?:19|20)\d\d$|1$)\d{1,3}(?:,?\d{3})*"
)
"""What stands before a plural; years do by chance."""
_ONE = later("an?|another|each|every|this|one")
_THE = later(f"{_ONE.pattern}|the|its|his|her|their|our|your|my|that|these|those")
_OF = later("of|in|at|on|for|with|by|from|to|and|or|like|than|as|about|between|under|over|into|near|nor|behind")
"""What stands before a noun that is no verb's subject."""
_BARE = later(f"{_OF.pattern}|let|made?|make|help|see|do|did|can|could|will|would|should|must|may")
"""As that; and what a verb's subject has before it where the verb is bare: `let the club go`."""
_IS = later(
    "(?:is|was|has|does)(?:n't)?|needs|makes|takes|gives|says|goes|comes|keeps|holds|seems|wants|lets|gets|lies|sits"
    "|begins|becomes|remains|contains|employs|allows|requires|brings|puts"
)
_ARE = later(
    "(?:are|were)(?:n't)?|begin|start|seem|contain|include|remain|become|require|allow|bring|want|know|say|go|get|give"
    "|take|make|keep|sit"
)
"""What one is or does, and what several do; none that is a noun as well as not."""
_CLOSED = later(
    "is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|and|or|but|of|in|on|at|for|to"
    "|from|with|by|as|that|which|who|whose|when|where|while|because|before|after|until|since|if|than|so|not|also|still"
    "|then|over|under|into|through|across|behind|between|against|about|during|without|within|began|went|came|took|made"
    "|said|got|gave|left|fell|rose|won|lost|ran|stood|held|kept|told|found"
)
"""Words that no noun phrase goes on with, as none does with a verb in -ed."""
_COUNTING = later("few|dozen|hundred|thousand|million|billion|couple|great|good|number|lot|score|pair")
"""What several may be behind `a`."""
_ASKING = later(r"(?:[a-z]+ (?:an?|my|your)|buy|write|earn|recover) [a-z]")
"""What begins as a wish does, no noun: `hire a phone hacker`, `write my essay`."""
_UNTOLD = later(
    ".*(?:ss|us|is|ics|news|series|species|means|headquarters)|people|men|women|children|fish|sheep|police|staff|cattle"
    "|aircraft|media|data|teeth|feet|mice"
)
"""Nouns whose form does not tell their number."""


class Fit(Enum):
    """How a place and a phrase go together: `ONE` behind `a` or `each`, `THE` behind another article."""

    ODD = -1
    OPEN = 0
    THE = 1
    ONE = 2


class _Around(NamedTuple):
    """The words around a place, in small letters; `closed`: no noun phrase goes on behind it."""

    earlier: str
    last: str
    following: str
    closed: bool


def fits(text: str, starts: Sequence[int], size: int) -> list[Fit]:
    """Say of each of these places of a phrase of so many letters how it agrees with what stands around it."""
    return [_fit(text, at, at + size) for at in starts]


def _fit(text: str, start: int, end: int) -> Fit:
    before = _BEFORE.search(text[max(0, start - _REACH) : start].rpartition("\n")[2])
    behind = _AFTER.match(text, end, end + _REACH)
    if before is None or behind is None:
        return Fit.OPEN
    following = (behind["next"] or "").lower()
    closed = behind["stop"] is not None or _CLOSED.fullmatch(following) is not None or following.endswith("ed")
    around = _Around((before["earlier"] or "").lower(), before["last"].lower(), following, closed)
    phrase, article = text[start:end], _THE.fullmatch(around.last)
    several = _several(phrase)
    if _misspoken(around.last, phrase) or (article and _ASKING.match(phrase)) or _unlike(around, several=several):
        return Fit.ODD
    one = _ONE.fullmatch(around.last) is not None
    if several is None or not article or (several and one):
        return Fit.OPEN
    return Fit.ONE if one else Fit.THE


def _misspoken(last: str, phrase: str) -> bool:
    """`a` before a vowel, or `an` before none."""
    first = phrase.partition(" ")[0]
    sound = {"a": _VOWEL, "an": _CONSONANT}.get(last)
    return sound is not None and sound.match(first.lower()) is not None and not first.isupper()


def _unlike(around: _Around, *, several: bool | None) -> bool:
    """Whether the words around ask for one where these are several, or for several where this is one."""
    if several is None:
        return False
    does = (_IS if several else _ARE).fullmatch(around.following) is not None
    subject = not (_OF if several else _BARE).fullmatch(around.earlier)
    if does and subject and _THE.fullmatch(around.last):
        return True
    counting = _ONE if several else _MANY
    if not (around.closed or does):
        return False
    if counting.fullmatch(around.last):
        return True
    between = around.last.isalpha() and not any(p.fullmatch(around.last) for p in (_OF, _THE, _CLOSED, _COUNTING))
    return between and around.earlier != "this" and counting.fullmatch(around.earlier) is not None


def _several(phrase: str) -> bool | None:
    """Whether its last word is a plural; None where it may be either."""
    head = phrase.rpartition(" ")[2].lower()
    return None if not head.isalpha() or _UNTOLD.fullmatch(head) else head.endswith("s")
