"""The places of what was found: phrases wherever they stand, hidden and linked stretches, what is odd there."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wonmun.language.base import GLUED, PARTICLE
from wonmun.model import Place
from wonmun.phrases.view import LETTERS
from wonmun.weights.fitted import weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wonmun.model import Kind, Trace
    from wonmun.phrases.article import Article
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked
    from wonmun.sights.sight import Sight

_AROUND = 8
"""Letters of a foreign word that are quoted on either side."""
_SEEN = 40
"""Characters beside a place in which the words are that evidence names."""
_NAMED = tuple(
    map(
        re.compile,
        (
            r"it was put between '(.*)' and '(.*)', which ",
            r"'.*' stands inside '(.*)…(.*)', where ",
            r"'.*'() is glued to '(.*)', with which ",
        ),
    )
)
"""Sentences that name the words on either side of a phrase."""
ALSO = "the same phrase is known to be injected elsewhere in this page"
"""What is said of a place of which nothing else is."""
_ENDS = re.compile(r"[\s.,)\]’”\"'!?]|$")


@dataclass(frozen=True)
class Phrase:
    """A phrase found: its bounds put right, its logit, what was done with it, and why."""

    text: str
    score: float
    beyond: float
    """How much of the score is known beyond the article's words."""
    kind: Kind
    reasons: tuple[str, ...]
    trace: Trace
    put_in: float | None = None
    """As `Place.put_in`."""


_NEVER = (math.inf, math.inf)
SURE = {
    "en": ((2.5, 2.2), (2.5, 1.2)),
    "id": (_NEVER, (3.5, 1.5)),
    "ja": ((3.0, 2.2), (3.0, 1.5)),
    "zh": (_NEVER, _NEVER),
}
"""Logits from which on a phrase replaced nothing, at up to two places and at more; the second pair where they all open
sentences or clauses. On texts and phrases that weights never saw, of 610 replaced terms that were found none was above,
and of 884 words of any kind at three places and more none. In Indonesian a noun that describes the one before it looks
like a phrase put in (3 of 7 deletions wrong on an outside set's texts), in Chinese one at a sentence's start before
another noun, too (6 of 6): nothing is sure there by the model."""
ANEW = 1.0
"""What `put_in` says of a phrase behind which sentences begin anew (`openings`): none of those 610 did that."""


def put_in(occ: Occurrences, pick: Picked, *, anew: bool) -> float | None:
    """As `Place.put_in`; None for a language whose limits were not measured. `anew`: sentences begin anew behind it."""
    if anew and _measured(occ):
        return ANEW
    limits = SURE.get(occ.batch.view.language.code)
    if limits is None:
        return None
    opens = bool(occ.sentence_start[occ.batch.owner == pick.index].all())
    return _logit(occ, pick) - limits[opens][int(occ.count[pick.index] > 2)]


def _measured(occ: Occurrences) -> bool:
    """Whether what sentences that begin anew say was measured: not in Korean, where spaces and particles tell."""
    return occ.batch.view.language.code in SURE


def _logit(occ: Occurrences, pick: Picked) -> float:
    """That the sentences are complete without the phrase, by the fitted model."""
    return float(weights(occ.batch.view.language.code).kind.score(pick.row[None])[0])


def kind_of(occ: Occurrences, pick: Picked, *, anew: bool = False) -> Kind:
    """Insertion where the sentences are complete without the phrase, or begin anew behind it."""
    return "insertion" if (anew and _measured(occ)) or _logit(occ, pick) > 0 else "substitution"


def mark(article: Article, phrases: Sequence[Phrase], seen: Sequence[Sight]) -> tuple[Place, ...]:
    """All places in order, none overlapping: hidden, linked and doorway stretches go before phrases, the head last.

    A phrase that is a link at one of its places is a phrase there, too: something may have stood in its place.
    """
    phrased = list(_occurrences(article, phrases))
    linked = _linked(article, phrased)
    whole = [p for s in seen if s.kind != "insertion" or s.added for p in _sighted(s) if (p.start, p.end) not in linked]
    kept = _without_overlaps([*whole, *phrased, *(p for s in seen for p in _sighted(s))])
    return tuple(sorted(kept, key=lambda p: p.start))


def _linked(article: Article, places: Sequence[Place]) -> set[tuple[int, int]]:
    """The links within paragraphs of the article whose text is a phrase, as spans."""
    text, ends = article.page.text, {p.end: p for p in places}
    links = [(k.start, k.end) for k in article.page.links if k.end in ends]
    body = [(s.start, s.end) for s in article.page.of("text") if s.article]
    starts = [start for start, _ in body]
    return {
        (start, end)
        for start, end in links
        if text[ends[end].start : end].strip() == text[start:end].strip()
        and (at := bisect_right(starts, start))
        and end <= body[at - 1][1]
        and text[slice(*body[at - 1])].strip() != text[start:end].strip()
    }


def _sighted(sight: Sight) -> Iterator[Place]:
    for start, end in sight.spans:
        put_in = math.inf if sight.added else None
        yield Place(start, end, sight.kind, sight.phrase, (sight.reason,), put_in=put_in)


def _without_overlaps(places: Sequence[Place]) -> list[Place]:
    """Keep earlier ones of the sequence."""
    kept: list[Place] = []
    starts: list[int] = []
    for place in places:
        at = bisect_left(starts, place.end)
        if at and kept[at - 1].end > place.start:
            continue
        spot = bisect_left(starts, place.start)
        starts.insert(spot, place.start)
        kept.insert(spot, place)
    return kept


def _occurrences(article: Article, phrases: Sequence[Phrase]) -> Iterator[Place]:
    """Every occurrence of the phrases on the whole page, longer ones first."""
    if not phrases:
        return
    by_text = {p.text: p for p in sorted(phrases, key=lambda p: -len(p.text))}
    text = article.folded.text
    for match in re.finditer("|".join(map(re.escape, by_text)), text):
        phrase = by_text[match.group()]
        start, end = match.span()
        if phrase.kind == "insertion" and text[max(0, start - 1) : start] == " " and _ENDS.match(text, end):
            start -= 1
        first, last = article.folded.span(start, end)
        why = describe(article, match.start(), end, phrase.reasons)
        yield Place(first, last, phrase.kind, phrase.text, why, put_in=phrase.put_in)


def describe(article: Article, start: int, end: int, reasons: tuple[str, ...]) -> tuple[str, ...]:
    """Sentences about one place (offsets of the folded text): what is odd there, then what is odd everywhere."""
    text, speech = article.folded.text, article.language
    phrase = text[start:end]
    left, right = start, end
    while left > 0 and start - left < _AROUND and _letter(text[left - 1]):
        left -= 1
    while right < len(text) and right - end < _AROUND and _letter(text[right]):
        right += 1
    tail = speech.tail(text[end:right])
    here = []
    if (left < start and speech.spaced) or tail.kind == GLUED:
        here.append(f"'{phrase}' stands inside '{text[left:start]}…{text[end:right]}', where no noun phrase fits")
    if tail.kind == PARTICLE and speech.agrees(phrase[-2:], tail) is False:
        here.append(
            f"the particle in '{phrase}{tail.particle}' does not fit the sound of '{phrase[-1]}': "
            "it belonged to another word"
        )
    if article.folded.touched(start, end):
        here.append(f"it is spelled so that filters do not see '{phrase}'")
    beside = text[max(0, start - _SEEN) : start].rstrip(), text[end : end + _SEEN].lstrip()
    there = [why for why in reasons if _holds(why, phrase, beside)]
    return tuple(dict.fromkeys((*here, *there))) or (ALSO,)


def _holds(reason: str, phrase: str, beside: tuple[str, str]) -> bool:
    """Whether what is said of a phrase holds at one of its places: some sentences name the words beside another one."""
    before, after = beside
    particle = reason.removeprefix(f"the particle in '{phrase}")
    if particle != reason:
        return after.startswith(particle.partition("'")[0])
    named = next((found for pattern in _NAMED if (found := pattern.match(reason))), None)
    return named is None or (before.endswith(named[1]) and after.startswith(named[2]))


def _letter(character: str) -> bool:
    return bool(LETTERS[min(ord(character), 65535)])
