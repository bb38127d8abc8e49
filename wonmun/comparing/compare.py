"""A page against its genuine copies → what was injected. The difference decides; edits are no injections."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wonmun.comparing.align import align
from wonmun.comparing.edits import Judge
from wonmun.comparing.rescue import beside
from wonmun.comparing.squeeze import Squeezed
from wonmun.judging.places import ALSO
from wonmun.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wonmun.memory import Memory
    from wonmun.model import Article, Copy, Kind, Page, Span, Verdict, Weight

_LEAST_SHARE = 0.05
"""A copy that agrees word for word with less of what is left of the page than this share is none."""
_COMPLETE = 0.97
"""The copies answer for the whole article where they answer for this share of its letters."""

_CALLED: dict[Weight, str] = {
    "given": "the genuine copy",
    "own": "the page's own earlier version",
    "seen": "another copy",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the genuine copies say of a page."""

    places: tuple[Place, ...]
    answered: tuple[Span, ...]
    """Stretches of the page that a genuine copy answers for; nothing but `places` is injected there."""
    complete: bool
    """True where that is all of the article, and nothing the article's copies hold was changed by editors."""
    verdict: Verdict
    genuine_url: str | None = None
    reasons: tuple[str, ...] = ()
    outweighs: bool = True
    """False where the copies are no better witnesses than the page: what both have is not honest for that."""


def compare_with(page: Page, copies: Sequence[Copy], memory: Memory | None) -> Comparison | None:
    """Compare a page with genuine copies of it, best first; None where none of them is usable."""
    if not copies:
        return None
    work = _worked(page, copies, memory, frozenset())
    if len(work.used) > 1 and work.certain:
        work = _worked(page, copies, memory, frozenset(work.certain))
    return work.finish() if work.used else None


def _worked(page: Page, copies: Sequence[Copy], memory: Memory | None, certain: frozenset[str]) -> _Work:
    """Compare a page with one copy after the other; what one of them shows to be injected the next ones may know."""
    work = _Work(page, memory, certain)
    for copy in copies:
        work.against(copy)
    return work


def compared(page: Page) -> str:
    """Give what of a page is compared with a copy, everything else blanked out; lines and offsets stay."""
    spans = ((s.start, s.end) for s in page.segments if s.article and s.role in {"text", "link", "meta"})
    return _only(page.text, spans)


@dataclass(slots=True)
class _Work:
    """The comparison of one page, copy after copy: what one copy answers for is out of the next one's sight."""

    page: Page
    memory: Memory | None
    known: frozenset[str]
    """Phrases that are injected for certain."""
    certain: set[str] = field(default_factory=set)
    """Those that this comparison shows to be."""
    left: str = ""
    letters: int = 0
    used: list[Copy] = field(default_factory=list)
    answered: list[Span] = field(default_factory=list)
    places: dict[Span, Place] = field(default_factory=dict)
    phrases: Counter[str] = field(default_factory=Counter)
    doubtful: bool = False
    edited: bool = False
    """Whether the page differs from its copies anywhere."""

    def __post_init__(self) -> None:
        self.left = compared(self.page)
        self.letters = visible(self.left)

    def against(self, copy: Copy) -> None:
        """Compare what is left of the page with one copy."""
        article = copy.article
        found = align(self.left, article.text)
        if found.share < _LEAST_SHARE:
            return
        self.used.append(copy)
        self.edited |= bool(found.edits)
        judge = Judge(self.left, self.page.lang, copy, self._elsewhere, found, self.known)
        for judged in judge.injected():
            self.phrases[judged.phrase] += 1
            self.doubtful |= judged.doubtful
            if not judged.doubtful:
                self.certain.add(judged.phrase)
            refused = judged.original is None and (copy.weight == "seen" or judged.loose)
            self._put(judged.span, judged.phrase, judged.original, copy, refused=refused)
        self._head(copy)
        self.answered.extend(found.answered)
        self.left = _without(self.left, found.answered)

    def finish(self) -> Comparison:
        """Add the places of known phrases that no copy answers for, and sum up."""
        for phrase, start, end in _occurrences(self.page.text, self.phrases):
            if not any(a < end and start < b for a, b in self.places):
                self._put((start, end), phrase, None, None)
        places = tuple(self.places[s] for s in sorted(self.places))
        verdict: Verdict = "clean" if not places else "suspicious" if self.doubtful else "injected"
        rest = visible(self.left)
        return Comparison(places, tuple(self.answered), rest <= self.letters * (1 - _COMPLETE), verdict,
                          self.used[0].article.url or None, self._reasons(places),
                          all(c.weight != "seen" for c in self.used))  # fmt: skip

    def _reasons(self, places: tuple[Place, ...]) -> tuple[str, ...]:
        name = _name(self.used[0].article)
        if not places and self.edited:
            return (f"the page differs from another copy ({name}) as edited articles do",)
        if not places:
            return (f"the page says what its genuine copy says ({name})",)
        copy = f"{_CALLED[self.used[0].weight]} ({name})"
        return (f"{len(places)} places differ from {copy}" if len(places) > 1 else f"1 place differs from {copy}",)

    def _elsewhere(self, phrase: str) -> int:
        return self.memory.standing(phrase, self.page).genuine if self.memory else 0

    def _head(self, copy: Copy) -> None:
        """Compare the titles, for the phrases that were found in the text."""
        article = copy.article
        for segment in self.page.of("title"):
            if not article.title or not self.phrases:
                continue
            for (start, end), found, original in beside(self.page.slice(segment), article.title, self.phrases):
                self._put((segment.start + start, segment.start + end), found, original, copy)

    def _put(self, span: Span, phrase: str, original: str | None, copy: Copy | None, *, refused: bool = False) -> None:
        if any(a < span[1] and span[0] < b for a, b in self.places):
            return
        evidence = ALSO if copy is None else f"{_CALLED[copy.weight]} ({_name(copy.article)}) {_reads(original)} here"
        kind: Kind = "insertion" if original is not None and not original.strip() else "substitution"
        self.places[span] = Place(*span, kind, phrase, (evidence,), original, refused=refused)


def _reads(original: str | None) -> str:
    if original is None:
        return "reads differently"
    return f"has “{original.strip()}”" if original.strip() else "has nothing"


def visible(text: str) -> int:
    r"""Count letters that are no white space.

    >>> visible(" 가 나\n")
    2
    """
    return sum(map(len, text.split()))


def _name(article: Article) -> str:
    return article.url or article.title or f"original {article.id}"


def _only(text: str, spans: Iterable[Span]) -> str:
    """Blank out everything but the spans; lines and offsets stay."""
    kept = [c if c == "\n" else " " for c in text]
    for start, end in spans:
        kept[start:end] = text[start:end]
    return "".join(kept)


def _without(text: str, spans: Iterable[Span]) -> str:
    """Blank out the spans; lines and offsets stay."""
    kept = list(text)
    for start, end in spans:
        kept[start:end] = [c if c == "\n" else " " for c in kept[start:end]]
    return "".join(kept)


def _occurrences(text: str, phrases: Iterable[str]) -> list[tuple[str, int, int]]:
    """Where phrases stand, whatever white space they are written with; longer ones first."""
    out: list[tuple[str, int, int]] = []
    for phrase in sorted(phrases, key=len, reverse=True):
        pattern = r"\s*".join(re.escape(c) for c in Squeezed.of(phrase).letters)
        out.extend((phrase, *m.span()) for m in re.finditer(pattern, text))
    return out
