"""The records that flow through the engine: Page → Signal → Detection → Finding → Report.

Every offset in here counts **code points** of `Page.text`, start inclusive, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Role = Literal["title", "meta", "text", "link", "hidden"]
Kind = Literal["substitution", "insertion", "hidden", "link", "doorway"]
Verdict = Literal["clean", "suspicious", "injected"]
RANK: dict[Verdict, int] = {"clean": 0, "suspicious": 1, "injected": 2}
"""Which of two verdicts says more."""
Span = tuple[int, int]
VEIL = "\ue000"
"""Stands in a mirror's text for its own phrase: a letter of nobody's, which no strategy takes for a word."""
Weight = Literal["given", "own", "seen"]
"""How far a copy counts against a page: a publisher's, or given by the user; the page's own earlier version, which its
publisher may have edited; another page that merely was found clean, as good a witness as this one."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of a page's text that belongs together: a title, a paragraph, a link list's entry.

    Segments do not overlap and stand in order of `start`. A link inside a paragraph is no segment of
    its own but a `Link`; role "link" is a block that consists of links only.
    """

    id: str
    role: Role
    start: int
    end: int
    href: str | None = None
    hidden_by: str | None = None
    """For role "hidden": what hides it, for people, e.g. `style display:none` or `class zx1 (height:0)`."""
    article: bool = True
    """False for what surrounds the article: navigation, related headlines, comments, footer."""
    comments: bool = False
    """True for what stands among readers' comments."""
    within: bool = False
    """For role "hidden": True where it stands in the middle of a sentence that is shown."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link whose text is `Page.text[start:end]`."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class Page:
    """A document as the engine sees it: one text, and what each stretch of it is.

    Segments are joined by blank lines in `text`: title and meta first, then the article's paragraphs without
    a break, then what surrounds it, then what is hidden. A plain text is a page with "text" segments only.
    """

    text: str
    segments: tuple[Segment, ...]
    links: tuple[Link, ...] = ()
    url: str | None = None
    lang: str = ""
    """Two-letter code; "" where it has not been determined yet."""
    head: tuple[tuple[str, str], ...] = ()
    """What the head says beside title and description: ("canonical", address), ("og:url", …), ("ld:headline", …)."""
    html: bool = False

    def of(self, *roles: Role) -> tuple[Segment, ...]:
        """Segments of the given roles, in order."""
        return tuple([s for s in self.segments if s.role in roles])

    def slice(self, segment: Segment) -> str:
        """The segment's text."""
        return self.text[segment.start : segment.end]

    @property
    def title(self) -> str:
        """The page's title, or "" where it has none."""
        return next((self.slice(s) for s in self.segments if s.role == "title"), "")


@dataclass(frozen=True, slots=True)
class Signal:
    """What one measurement says of a candidate: a number for the weights, and a sentence for people."""

    name: str
    value: float
    evidence: str = ""
    """Empty where the value says nothing against the candidate."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a strategy proposes to put in one finding's place; "" deletes it."""

    value: str
    confidence: float
    source: str
    """genuine, copy, survivors, gloss, compound, related, language, model or insertion; see `strategies/`."""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One injected place. `text[start:end] == found`, particles left out of it."""

    start: int
    end: int
    found: str
    kind: Kind
    replacement: str | None = None
    """None: found, not corrected. "": to be deleted."""
    confidence: float = 0.0
    """How sure the replacement is (0..1); where there is none, how sure the best guess is."""
    source: str = ""
    evidence: tuple[str, ...] = ()
    guesses: tuple[Correction, ...] = ()
    """The best held-back proposals, likeliest first, at most three; their confidences are probabilities of one place,
    together 1 at most."""


@dataclass(frozen=True, slots=True)
class Place:
    """One injected place before restoring: what detection, or the comparison with a genuine copy, hands on."""

    start: int
    end: int
    kind: Kind
    phrase: str
    """The phrase that this place is an occurrence of, as the page writes it most often."""
    evidence: tuple[str, ...] = ()
    original: str | None = None
    """What stands in the genuine copy there; None where no copy is known."""
    put_in: float | None = None
    """Logit that the phrase replaced nothing wherever it stands, by the language's weights, less what makes that sure
    in this language at so many places; None: not measured. Infinite where the page itself shows it (`Sight.added`)."""
    refused: bool = False
    """Whether a copy has something there that is no original: a phrase of its own, or other words for the same."""


@dataclass(frozen=True, slots=True)
class Trace:
    """How the verdict on one candidate came about, for `--explain` and for developers."""

    phrase: str
    count: int
    score: float
    arm: str
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True)
class Detection:
    """What is injected, before anything is said about what stood there. Places as in `Report.findings`."""

    verdict: Verdict
    score: float
    places: tuple[Place, ...] = ()
    reasons: tuple[str, ...] = ()
    trace: tuple[Trace, ...] = field(default=(), compare=False)
    genuine_url: str | None = None
    """Address of the genuine copy that the page was compared with."""
    mirrors: tuple[Copy, ...] = ()
    """Copies that were given as genuine and carry phrases of their own, these veiled."""


@dataclass(frozen=True, slots=True)
class Report:
    """The engine's answer about one page. `findings` stand in order of `start` and do not overlap."""

    verdict: Verdict
    score: float
    findings: tuple[Finding, ...]
    restored: str
    """The page's text with every non-null replacement applied."""
    text: str
    genuine_url: str | None = None
    reasons: tuple[str, ...] = ()
    """Why the page as a whole got its verdict, a sentence each, strongest first."""
    trace: tuple[Trace, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Article:
    """A genuine article that serves as memory."""

    id: str
    text: str
    title: str = ""
    url: str = ""
    date: str = ""
    """ISO date, or "" where unknown."""
    trusted: bool = False
    """From a publisher's own feed, or given by the user as an original."""


@dataclass(frozen=True, slots=True)
class Copy:
    """An article of the memory that is the genuine copy of a page, as a whole or in part."""

    article: Article
    cover: float
    """Share (0..1) of the page's characters that stand inside 8-grams of the article, too."""
    weight: Weight = "given"


@dataclass(frozen=True, slots=True)
class Standing:
    """In how many other pages of the memory a phrase stands."""

    genuine: int = 0
    injected: int = 0
