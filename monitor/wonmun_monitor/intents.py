"""What goes in and out of deciding, as records: what the log knew, what a visit brought, what to write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wonmun.model import Page, Report
    from wonmun.net.leads import Lead
    from wonmun.settings import Settings


@dataclass(frozen=True, slots=True)
class Turn:
    """What deciding may know of the outside."""

    settings: Settings
    now: float
    jitter: float = 0.5
    """A number from 0 to 1, drawn outside."""


@dataclass(frozen=True, slots=True)
class PageState:
    """What the log knows of a page before a visit. Moments are seconds since 1970."""

    id: int
    url: str
    host: str
    origin: str = ""
    """Where it is known from: "lead" where another page named it as its source."""
    state: str = "new"
    trusted: bool = False
    score: float = 0.0
    interval: float = 0.0
    visits: int = 0
    failures: int = 0
    depth: int = 0
    etag: str = ""
    last_modified: str = ""
    body_hash: bytes | None = None
    text_hash: bytes | None = None
    force: bool = False
    last_changed: float | None = None
    infected_since: float | None = None
    was_injected: bool = False
    alerted_at: float | None = None
    alert_owed: bool = False
    reopened: int = 0
    listed: bool = False
    """Whether a subscribed blocklist names the host."""
    open_findings: frozenset[tuple[str, bool]] = frozenset()
    """Phrase key, and whether it is a finding of cloaking; those not cleared."""
    open_names: tuple[str, ...] = ()
    """What the same findings are called, for a message that comes later than what it is about."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the check made of a body, in a worker: all that deciding and writing need."""

    page: Page
    report: Report
    text_hash: bytes
    """Of the article alone where the page is clean, so that a changed sidebar is no new version."""
    words: tuple[str, ...] = ()
    """Fingerprints of the article, as the index keeps them."""
    terms: tuple[str, ...] = ()
    packed: bytes = b""
    """The report's text as the log keeps it; made in the worker, as it takes a while."""
    leads: tuple[Lead, ...] = ()
    """Where the page's genuine copy may be; none where it is clean or its copy is known."""


@dataclass(frozen=True, slots=True)
class View:
    """What one visitor was shown: a reader, one who comes from a search engine, or a crawler."""

    profile: str
    url: str
    """Where redirects ended."""
    status: int
    ms: int = 0
    body: bytes = b""
    body_hash: bytes | None = None
    headers: tuple[tuple[str, str], ...] = ()
    request_headers: tuple[tuple[str, str], ...] = ()
    reading: Reading | None = None
    """None where nothing changed since the last visit."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a visit brought nothing."""

    kind: str
    message: str
    status: int | None = None
    retry_after: float | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a visit brought: views, the first of them the reader's, or a failure."""

    views: tuple[View, ...] = ()
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """All places of one phrase in one page."""

    phrase: str
    key: str
    kind: str
    count: int
    score: float
    places: str
    """JSON: a list of the places, offsets in code points of the snapshot's text."""
    profiles: tuple[str, ...] = ("reader",)
    cloaked: bool = False
    campaign_keys: tuple[str, ...] = ()
    name: str = ""
    """What it is called in lists and messages: short, where the phrase is a block of links or a paragraph."""
    view: int = 0
    """Which of the visit's views shows it."""


@dataclass(frozen=True, slots=True)
class AlertIntent:
    """A message to be sent once; `key` keeps it from being written twice."""

    key: str
    kind: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class PageChange:
    """The page's new row, as far as a visit changes it."""

    state: str
    score: float
    interval: float
    next_check_at: float | None
    """None: never again by itself."""
    failures: int
    last_error: str
    visits: int
    last_changed: float | None
    infected_since: float | None
    was_injected: bool
    alerted_at: float | None
    alert_owed: bool
    reopened: int
    etag: str = ""
    last_modified: str = ""
    body_hash: bytes | None = None
    text_hash: bytes | None = None
    title: str | None = None
    lang: str | None = None
    genuine_url: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitIntent:
    """Everything one visit writes, in one transaction."""

    page_id: int
    now: float
    change: PageChange
    views: tuple[View, ...] = ()
    failure: Failure | None = None
    found: tuple[Found, ...] = ()
    cleared: tuple[tuple[str, bool], ...] = ()
    keep_bodies: bool = False
    """The responses as they came are kept as evidence."""
    alert: AlertIntent | None = None
    links: tuple[str, ...] = ()
    """More pages of the host to look at."""
    leads: tuple[Lead, ...] = ()
    """Where the publisher's article may be."""
    again_at: float | None = None
    """When to try again what could not be restored: coverage of the same event may have come by then."""
    pull: bool = False
    """Pages of the host and of the campaign are to be looked at again at once."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed, a site map or a list."""

    url: str
    guid: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class FeedState:
    """What the log knows of a feed before it is polled."""

    id: int
    url: str
    kind: str = "feed"
    trust: bool = False
    format: str = ""
    interval: float | None = None
    etag: str = ""
    last_modified: str = ""
    body_hash: bytes | None = None
    failures: int = 0
    alerted: bool = False


@dataclass(frozen=True, slots=True)
class FeedOutcome:
    """What polling a feed brought."""

    items: tuple[Item, ...] = ()
    hosts: tuple[str, ...] = ()
    """For a blocklist: what it names."""
    unchanged: bool = False
    title: str = ""
    note: str = ""
    """What people should know though nothing failed: capped, malformed in places."""
    etag: str = ""
    last_modified: str = ""
    body_hash: bytes | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class FeedIntent:
    """Everything one poll writes, in one transaction."""

    feed_id: int
    now: float
    next_check_at: float
    outcome: FeedOutcome
    failures: int
    enabled: bool = True
    alerted: bool = False
    alert: AlertIntent | None = None
