"""The bodies of /v1's answers and of its smaller questions; `openapi` is made of them."""

# ruff: noqa: TC001 (msgspec reads the annotations while running)
from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec

from wonmun_monitor.log.queries.alerts import AlertRow
from wonmun_monitor.log.queries.campaigns import CampaignRow
from wonmun_monitor.log.queries.feeds import FeedRow
from wonmun_monitor.log.queries.page import ReportRow
from wonmun_monitor.log.queries.pages import PageRow
from wonmun_monitor.log.queries.stats import Day, Stats

_LABEL = "([A-Za-z0-9]([A-Za-z0-9_-]{0,60}[A-Za-z0-9])?|[0-9A-Za-zぁ-ゖァ-ヺ一-龥가-힣]{1,12})"
_BLANKS = r"\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""White space and controls one by one: what `\\s` means of U+0085 and U+FEFF differs between Python and ECMAScript."""
_PORT = "(:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}))?"
HOST = rf"^([!-~]{{1,500}}|{_LABEL}(\.{_LABEL}){{0,5}}{_PORT})$"
"""A host to look for: anything in ASCII, since a log holds what no register allows, or letters that IDNA has."""
Address = Annotated[
    str,
    msgspec.Meta(
        max_length=4096,
        pattern=rf"^[Hh][Tt][Tt][Pp][Ss]?://{_LABEL}(\.{_LABEL}){{0,5}}{_PORT}([/?#][^\\{_BLANKS}]*)?$",
        description="An http(s) address.",
    ),
]


class Health(msgspec.Struct, frozen=True):
    """Who answers."""

    status: Literal["ok"]
    name: Literal["wonmun"]
    version: str
    api: int


class PairIn(msgspec.Struct, frozen=True):
    """A one-time code as it was typed."""

    code: Annotated[str, msgspec.Meta(max_length=100)]


class PairOut(msgspec.Struct, frozen=True):
    """The token, to be kept by the paired client."""

    token: str


class CodeIn(msgspec.Struct, frozen=True):
    """What a new code is for: pairing an extension, or signing a browser in."""

    purpose: Literal["extension", "sign_in"] = "extension"


class CodeOut(msgspec.Struct, frozen=True, omit_defaults=True):
    """A one-time code, and for how many seconds it is good."""

    code: str
    seconds: int | None = None


class Pages(msgspec.Struct, frozen=True):
    """A stretch of the pages asked for; `next` leads to the following one."""

    pages: tuple[PageRow, ...]
    next: str | None


class VisitIn(msgspec.Struct, frozen=True):
    """A page to visit now."""

    url: Address


class VisitOut(msgspec.Struct, frozen=True):
    """The page is due; the monitor visits it next."""

    id: int
    url: str


class Alerts(msgspec.Struct, frozen=True):
    """A stretch of alerts, newest first."""

    alerts: tuple[AlertRow, ...]
    next: int | None


class Campaigns(msgspec.Struct, frozen=True):
    """Campaigns, the latest active first."""

    campaigns: tuple[CampaignRow, ...]


class Feeds(msgspec.Struct, frozen=True):
    """All feeds."""

    feeds: tuple[FeedRow, ...]


class FeedIn(msgspec.Struct, frozen=True):
    """A feed to add; a trusted one is a publisher's own."""

    url: Address
    trust: bool = False


class FeedChange(msgspec.Struct, frozen=True):
    """A feed is paused (false) or goes on (true)."""

    enabled: bool


@dataclass(frozen=True, slots=True)
class StatsOut(Stats):
    """The log in numbers, and the last thirty days."""

    days: tuple[Day, ...]


class ReportIn(msgspec.Struct, frozen=True):
    """A reader says that the tool was wrong."""

    url: Address
    wrong: Literal["false_alarm", "missed", "bad_correction"]
    note: Annotated[str, msgspec.Meta(max_length=2000)] | None = None


class ReportOut(msgspec.Struct, frozen=True):
    """The report as it was kept."""

    id: int


class Reports(msgspec.Struct, frozen=True):
    """Readers' reports, newest first."""

    reports: tuple[ReportRow, ...]


class KnownIn(msgspec.Struct, frozen=True):
    """Addresses, for instance those of a result page, to be looked up in the log."""

    urls: Annotated[tuple[Annotated[str, msgspec.Meta(max_length=8192)], ...], msgspec.Meta(max_length=200)]


class Known(msgspec.Struct, frozen=True):
    """One address that is known to be injected: by itself, or by its host, which serves injected pages."""

    url: str
    by: Literal["address", "host"]
    page: int | None
    pages: int


class KnownOut(msgspec.Struct, frozen=True):
    """Those of the addresses that are known; the others are left out."""

    known: tuple[Known, ...]


class Problem(msgspec.Struct, frozen=True):
    """RFC 9457: every error has this shape."""

    type: str
    title: str
    status: int
    detail: str
