"""Strategies in order of trust → corrections; where none is sure enough, the phrase is left alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from math import inf
from typing import TYPE_CHECKING

from wonmun.comparing.compare import compared
from wonmun.comparing.retold import copied
from wonmun.findings import applied, findings
from wonmun.model import Report
from wonmun.strategies import copy, genuine
from wonmun.strategies.guess import Guess, attested, guesses
from wonmun.strategies.inserted import insertion
from wonmun.strategies.inserted.edged import edged
from wonmun.strategies.inserted.headline import voting
from wonmun.strategies.model import excerpts, weigh
from wonmun.strategies.places.corpus import RELATED
from wonmun.strategies.places.slots import group, marked
from wonmun.strategies.shares import beside, unless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from wonmun.memory import Memory
    from wonmun.model import Article, Copy, Correction, Detection, Page, Place
    from wonmun.strategies.model import Proposer
    from wonmun.strategies.places.slots import Group, Marked

_SURE = 0.9
"""Confidence from which on a language model's word is put in."""
_PROVEN = frozenset({"genuine", "copy"})
"""Sources that show by themselves that something else stood there."""
_MOST = 200
"""Places of one phrase that are weighed together: time and memory grow with them times the words that could stand
there. No page measured had more; of 42,000 places in one text they took 14,000 times its size."""


@dataclass(frozen=True, slots=True)
class Resources:
    """What restoring may ask beside the memory; by default nothing."""

    propose: Proposer | None = None
    """A language model that the user runs; see `strategies/model.py`."""
    siblings: Callable[[Page], Sequence[Copy]] | None = None
    """Other injected copies of the same article, with other phrases."""
    guesses: bool = True
    """Whether somebody is shown `Finding.guesses`. Monitor and scans spare what can only ever be one: all there is to
    say of a page that is only suspicious (three times what finding takes), and common nouns, which are never put in
    (half of what an injected page takes)."""


def restore(page: Page, detection: Detection, memory: Memory | None, resources: Resources) -> Report:
    """Say of every place what stood there, or that it is not known.

    A replacement is made only where it is sure enough (at most .02 of them wrong on what the weights were
    fitted on); else `Finding.guesses` holds the best ones with their probability. Raises nothing.
    """
    if detection.verdict == "clean":
        return Report(
            "clean",
            detection.score,
            (),
            page.text,
            page.text,
            detection.genuine_url,
            detection.reasons,
            detection.trace,
        )
    detection = replace(detection, places=edged(page.text, detection.places))
    answers = _answers(page, detection, memory, resources)
    if detection.verdict == "suspicious":
        answers = {number: _held(guess) for number, guess in answers.items()}
    found = tuple(findings(page.text, detection.places, answers))
    return Report(
        detection.verdict, detection.score, found, applied(page.text, found), page.text,
        detection.genuine_url, detection.reasons, detection.trace,
    )  # fmt: skip


def _answers(page: Page, detection: Detection, memory: Memory | None, resources: Resources) -> dict[int, Guess]:
    """Ask the strategies in order of trust; what one answers the next is not asked."""
    places = detection.places
    answers = {number: Guess(c) for number, c in genuine.corrections(page.text, places).items()}
    for number, place in enumerate(places):
        linked = place.kind == "link" and not _votes(page, place, places)
        if number not in answers and (linked or place.kind == "hidden" or place.put_in == inf):
            answers[number] = insertion.hidden(page.text, place)
    rest = {n: p for n, p in enumerate(places) if n not in answers and p.kind != "doorway"}
    shown = copy.own(page, rest)
    answers.update((n, Guess(c)) for n, c in shown.items())
    values = {(places[n].phrase, c.value) for n, c in shown.items()}
    rest = {n: p for n, p in rest.items() if n not in answers}
    siblings = [*detection.mirrors, *(resources.siblings(page) if rest and resources.siblings else ())]
    answers.update((n, Guess(c)) for n, c in copy.corrections(page, rest, siblings).items())
    if detection.verdict == "suspicious" and not resources.guesses:
        return answers
    by_phrase = voting(page.text, {n: p for n, p in rest.items() if n not in answers})
    article = marked(page, places)
    asked = _Asked(page, detection, article, cache(lambda: _related(page, detection, memory)), resources.guesses)
    open_ = [_phrase(asked, _spread(n), _of(phrase, values)) for phrase, n in by_phrase.items()]
    if resources.propose:
        open_ = _asked(open_, resources.propose)
    for one, numbers in zip(open_, by_phrase.values(), strict=True):
        said = [_agreeing(g, one.group.shown) for g in one.answers()]
        if len(said) < len(numbers):
            answers.update(dict.fromkeys(numbers, _agreed(said)))
        answers.update(zip(one.numbers, said, strict=True))
    return answers


def _votes(page: Page, link: Place, places: Iterable[Place]) -> bool:
    """Say whether a link stands in the article, where its phrase stands without one, too: what is said of it there."""
    alike = any(p.kind in {"substitution", "insertion"} and p.phrase in link.phrase for p in places)
    return alike and any(
        s.article and s.role == "text" and s.start <= link.start and link.end <= s.end for s in page.segments
    )


def _of(phrase: str, values: Iterable[tuple[str, str]]) -> list[str]:
    return sorted(v for p, v in values if p == phrase)


def _spread(numbers: Sequence[int]) -> Sequence[int]:
    """Give `_MOST` of a phrase's places, from all over the page, or all where there are no more."""
    if len(numbers) <= _MOST:
        return numbers
    return [numbers[i * len(numbers) // _MOST] for i in range(_MOST)]


def _agreed(said: Sequence[Guess]) -> Guess:
    """Answer for places that were not weighed: what all that were have in common."""
    values = {g.made.value if g.made else None for g in said}
    return Guess(said[0].made) if len(values) == 1 else Guess()


def _agreeing(guess: Guess, known: Sequence[str]) -> Guess:
    """Offer, and do not put in, what is longer or shorter than the word that the page's head shows (초등학교, 학교)."""
    made = guess.made
    if made is None or made.value in known or not any(v and (v in made.value or made.value in v) for v in known):
        return guess
    return Guess(None, guess.ranked, guess.plausible)


def _held(guess: Guess) -> Guess:
    """Offer what would be put in, and change nothing: whether anything was injected is in doubt itself."""
    made = guess.made
    if made is None or made.source in _PROVEN:
        return guess
    return Guess(None, beside(made, guess.ranked))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The places of one phrase, and what is said of them so far."""

    numbers: Sequence[int]
    group: Group
    inserted: Correction | None
    """The proposal to delete the phrase, where it may have been put in between words."""
    made: Sequence[Guess] = ()

    def answers(self) -> Sequence[Guess]:
        """Answer for its places: deleted where it was put in, else what stood there; nothing in between."""
        if self.inserted is None or attested(self.group, self.made):
            return self.made
        if not self.made:
            return [Guess(self.inserted)] * len(self.numbers)
        return [Guess(None, unless(self.inserted, g.ranked)) for g in self.made]

    @property
    def asks(self) -> bool:
        """Whether anything is left to say."""
        return any(g.made is None for g in self.made)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked about, the same for all phrases of a page."""

    page: Page
    found: Detection
    article: Marked
    related: Callable[[], Sequence[Article]]
    """The coverage near the page; the memory is asked for it once, on first need."""
    offering: bool


def _phrase(asked: _Asked, numbers: Sequence[int], shown: Sequence[str]) -> _Phrase:
    """Say what page, coverage and language know of the places of one phrase, given by their numbers.

    `shown`: what the page's head has at other places of the phrase.
    """
    one = group(asked.page, [asked.found.places[n] for n in numbers], asked.article, shown)
    inserted = None if any(shown) else insertion.deletion(one.once)
    if inserted is not None and inserted.confidence >= insertion.DELETE:
        return _Phrase(numbers, one, inserted)
    return _Phrase(numbers, one, inserted, guesses(one, asked.related(), offering=asked.offering))


def _asked(phrases: Sequence[_Phrase], propose: Proposer) -> list[_Phrase]:
    """Add what the user's language model says, asked once, of all places that are still open."""
    shown: list[str] = []
    first = {}
    for number, one in enumerate(phrases):
        if one.asks:
            first[number] = len(shown)
            shown += excerpts(one.group, len(shown) + 1)
    said = list(propose(shown)) if shown else []
    return [
        replace(one, made=_with(one, said[first[n] : first[n] + len(one.numbers)])) if n in first else one
        for n, one in enumerate(phrases)
    ]


def _with(one: _Phrase, said: Sequence[str | None]) -> list[Guess]:
    """Weigh the model's words for one phrase."""
    found = weigh(one.group, one.made, said)
    out = []
    for number, guess in enumerate(one.made):
        new = found.get(number)
        if new is None:
            out.append(guess)
            continue
        out.append(Guess(new if new.confidence >= _SURE else None, beside(new, guess.ranked)))
    return out


def _related(page: Page, found: Detection, memory: Memory | None) -> Sequence[Article]:
    """Ask for coverage near the page, what is injected taken out; no untrusted copy, which may have a phrase there."""
    if memory is None:
        return ()
    seen = [c for c in memory.genuine(page) if c.weight == "seen"]
    copies = {c.article.id for c in copied(compared(page), seen)}
    copies |= {c.article.id for c in found.mirrors}
    phrases = sorted({p.phrase for p in found.places})
    return [a for a in memory.related(page, phrases, RELATED) if a.id not in copies]
