"""What can be configured, as frozen records: every key of config.yaml with its type and its default."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

import msgspec

_WEB = r"^https?://[^\s/]+"
_WEB_OR_NONE = r"^$|^https?://[^\s/]+"
_TEMPLATE = r"^https?://[^\s/]+.*\{term\}"
_PLACE = r"^(\[[^\]]+\]|[^:\s/]+):\d+$"
_TARGET = r"^[A-Za-z][\w+.-]*://\S"

PATTERNS = {
    _WEB: "an address that begins with http:// or https://",
    _WEB_OR_NONE: "an address that begins with http:// or https://, or nothing",
    _TEMPLATE: "an address that begins with http:// or https:// and holds {term}",
    _PLACE: "host:port, such as localhost:8000",
    _TARGET: "an apprise URL such as mailto://… or json://…",
}
"""The patterns that values are held against, and what to call them in a message."""

WebAddress = Annotated[str, msgspec.Meta(pattern=_WEB)]
WebAddressOrNone = Annotated[str, msgspec.Meta(pattern=_WEB_OR_NONE)]


UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
"""Seconds that each unit of time has."""


class Seconds(float):
    """A length of time; written `20s`, `15m`, `24h`, `7d` or `2w` in the configuration."""

    __slots__ = ()


class Period(Seconds):
    """A length of time that cannot be none: what is done that often, or waited for that long."""

    __slots__ = ()


class Bytes(int):
    """A size; written `500KB`, `5MB` or `1GB` in the configuration (powers of 1000)."""

    __slots__ = ()


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A section of the configuration."""


class Server(Record, frozen=True):
    """`server:` where the local server listens."""

    host: str = "127.0.0.1"
    port: Annotated[int, msgspec.Meta(ge=0, le=65535)] = 8765
    allow_remote: bool = False
    trusted_hosts: tuple[str, ...] = ()
    max_body: Bytes = Bytes(5_000_000)
    rate: Annotated[int, msgspec.Meta(ge=1)] = 600


class Thin(Record, frozen=True):
    """`log.thin:` how long clean visits are kept in full."""

    after: Seconds = Seconds(30 * 86400)
    every: Period = Period(86400)


class Log(Record, frozen=True):
    """`log:` the log of tracked pages."""

    path: str = ""
    record_checks: Literal["injected", "all", "none"] = "injected"
    thin: Thin = msgspec.field(default_factory=Thin)


class Recheck(Record, frozen=True):
    """`monitor.recheck:` when a page is looked at again."""

    first: Period = Period(3600)
    factor: Annotated[float, msgspec.Meta(ge=1)] = 2.0
    longest: Period = Period(30 * 86400)
    infected: Period = Period(6 * 3600)


Profile = Literal["reader", "search", "crawler"]


class Monitor(Record, frozen=True):
    """`monitor:` how feeds are polled and pages visited."""

    interval: Period = Period(900)
    timeout: Period = Period(20)
    max_bytes: Bytes = Bytes(5_000_000)
    allow_private: tuple[Annotated[str, msgspec.Meta(pattern=_PLACE)], ...] = ()
    user_agent: str = "wonmun/{version} (+https://github.com/wonmun/wonmun; checks pages for injected spam)"
    robots: Literal["obey", "ignore"] = "obey"
    concurrency: Annotated[int, msgspec.Meta(ge=1, le=256)] = 16
    per_host: Annotated[int, msgspec.Meta(ge=1, le=16)] = 2
    delay: Seconds = Seconds(1)
    profiles: tuple[Profile, ...] = ("reader",)
    recheck: Recheck = msgspec.field(default_factory=Recheck)
    items_per_feed: Annotated[int, msgspec.Meta(ge=1)] = 500
    follow_links: Annotated[int, msgspec.Meta(ge=0)] = 20
    fetch_genuine: bool = True


class Feed(Record, frozen=True):
    """One entry of `feeds:`."""

    url: WebAddress
    trust: bool = False
    interval: Period | None = None


class Source(Record, frozen=True):
    """One entry of `sitemaps:` or `lists:` (a plain text file or page with an address a line)."""

    url: WebAddress
    trust: bool = False


class Search(Record, frozen=True):
    """One entry of `searches:`: a search engine's RSS answer to a term."""

    template: Annotated[str, msgspec.Meta(pattern=_TEMPLATE)]
    terms: tuple[str, ...] = ()
    from_findings: bool = True


class Blocklist(Record, frozen=True):
    """One entry of `blocklists:`: somebody else's list of hosts, a weak prior and never a verdict."""

    url: WebAddress
    format: Literal["ublacklist", "adblock", "hosts", "domains"] = "domains"


class Alerts(Record, frozen=True):
    """`alerts:` where alerts go."""

    to: tuple[Annotated[str, msgspec.Meta(pattern=_TARGET)], ...] = ()
    cool_down: Seconds = Seconds(86400)
    feed_failures: Annotated[int, msgspec.Meta(ge=1)] = 5
    digest: Annotated[int, msgspec.Meta(ge=2)] = 10
    dashboard: WebAddressOrNone = ""
    language: Literal["auto", "en", "ko"] = "auto"


class Model(Record, frozen=True):
    """`restore.model:` a language model that the user runs; nothing is asked while `url` is empty."""

    url: WebAddressOrNone = ""
    name: str = ""
    timeout: Period = Period(20)


class Restore(Record, frozen=True):
    """`restore:` what may be asked for the original text."""

    fetch_genuine: bool = True
    model: Model = msgspec.field(default_factory=Model)


class Settings(Record, frozen=True):
    """The whole configuration."""

    server: Server = msgspec.field(default_factory=Server)
    log: Log = msgspec.field(default_factory=Log)
    monitor: Monitor = msgspec.field(default_factory=Monitor)
    feeds: tuple[Feed, ...] = ()
    presets: tuple[str, ...] = ()
    """Names of lists of publishers' feeds that the monitor brings along."""
    sitemaps: tuple[Source, ...] = ()
    lists: tuple[Source, ...] = ()
    searches: tuple[Search, ...] = ()
    blocklists: tuple[Blocklist, ...] = ()
    alerts: Alerts = msgspec.field(default_factory=Alerts)
    restore: Restore = msgspec.field(default_factory=Restore)
    sample: bool = True


def data_folder(environment: dict[str, str] | None = None) -> Path:
    """Where the log and the token live: `WONMUN_DATA`, else the platform's folder for a user's data."""
    environment = dict(os.environ) if environment is None else environment
    if named := environment.get("WONMUN_DATA"):
        return Path(named).expanduser()
    if os.name == "nt":
        return Path(environment.get("LOCALAPPDATA", "~/AppData/Local")).expanduser() / "wonmun"
    return Path(environment.get("XDG_DATA_HOME", "~/.local/share")).expanduser() / "wonmun"


def log_path(settings: Settings) -> Path:
    """Where the log is: `log.path`, else `log.db` in the data folder."""
    return Path(settings.log.path).expanduser() if settings.log.path else data_folder() / "log.db"
