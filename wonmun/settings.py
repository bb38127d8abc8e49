"""config.yaml → checked, frozen records. Every key has a default; a wrong one is one sentence with the key's path."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_type_hints

import msgspec
import yaml

from wonmun.errors import SettingsError

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
_SIZES = {"B": 1, "KB": 1000, "MB": 1000**2, "GB": 1000**3}
_NAMED = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([A-Za-z]+)\s*")


class Seconds(float):
    """A length of time; written `20s`, `15m`, `24h`, `7d` or `2w` in the configuration."""

    __slots__ = ()


class Bytes(int):
    """A size; written `500KB`, `5MB` or `1GB` in the configuration (powers of 1000)."""

    __slots__ = ()


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A section of the configuration."""


class Server(_Record, frozen=True):
    """`server:` where the local server listens."""

    host: str = "127.0.0.1"
    port: Annotated[int, msgspec.Meta(ge=0, le=65535)] = 8765
    allow_remote: bool = False
    trusted_hosts: tuple[str, ...] = ()
    max_body: Bytes = Bytes(5_000_000)
    rate: Annotated[int, msgspec.Meta(ge=1)] = 600


class Thin(_Record, frozen=True):
    """`log.thin:` how long clean visits are kept in full."""

    after: Seconds = Seconds(30 * 86400)
    every: Seconds = Seconds(86400)


class Log(_Record, frozen=True):
    """`log:` the log of tracked pages."""

    path: str = ""
    record_checks: Literal["injected", "all", "none"] = "injected"
    thin: Thin = msgspec.field(default_factory=Thin)


class Recheck(_Record, frozen=True):
    """`monitor.recheck:` when a page is looked at again."""

    first: Seconds = Seconds(3600)
    factor: Annotated[float, msgspec.Meta(ge=1)] = 2.0
    longest: Seconds = Seconds(30 * 86400)
    infected: Seconds = Seconds(6 * 3600)


Profile = Literal["reader", "search", "crawler"]


class Monitor(_Record, frozen=True):
    """`monitor:` how feeds are polled and pages visited."""

    interval: Seconds = Seconds(900)
    timeout: Seconds = Seconds(20)
    max_bytes: Bytes = Bytes(5_000_000)
    allow_private: tuple[str, ...] = ()
    user_agent: str = "wonmun/{version} (+https://github.com/wonmun/wonmun; checks pages for injected spam)"
    robots: Literal["obey", "ignore"] = "obey"
    concurrency: Annotated[int, msgspec.Meta(ge=1, le=256)] = 16
    per_host: Annotated[int, msgspec.Meta(ge=1, le=16)] = 2
    delay: Seconds = Seconds(1)
    profiles: tuple[Profile, ...] = ("reader",)
    recheck: Recheck = msgspec.field(default_factory=Recheck)
    items_per_feed: Annotated[int, msgspec.Meta(ge=1)] = 500
    follow_links: Annotated[int, msgspec.Meta(ge=0)] = 20


class Feed(_Record, frozen=True):
    """One entry of `feeds:`."""

    url: str
    trust: bool = False
    interval: Seconds | None = None


class Source(_Record, frozen=True):
    """One entry of `sitemaps:` or `lists:` (a plain text file or page with an address a line)."""

    url: str
    trust: bool = False


class Search(_Record, frozen=True):
    """One entry of `searches:`: a search engine's RSS answer to a term."""

    template: str
    terms: tuple[str, ...] = ()
    from_findings: bool = True


class Blocklist(_Record, frozen=True):
    """One entry of `blocklists:`: somebody else's list of hosts, a weak prior and never a verdict."""

    url: str
    format: Literal["ublacklist", "adblock", "hosts", "domains"] = "domains"


class Alerts(_Record, frozen=True):
    """`alerts:` where alerts go."""

    to: tuple[str, ...] = ()
    cool_down: Seconds = Seconds(86400)
    feed_failures: Annotated[int, msgspec.Meta(ge=1)] = 5
    digest: Annotated[int, msgspec.Meta(ge=2)] = 10
    dashboard: str = ""


class Model(_Record, frozen=True):
    """`restore.model:` a language model that the user runs; nothing is asked while `url` is empty."""

    url: str = ""
    name: str = ""
    timeout: Seconds = Seconds(20)


class Restore(_Record, frozen=True):
    """`restore:` what may be asked for the original text."""

    fetch_genuine: bool = True
    model: Model = msgspec.field(default_factory=Model)


class Settings(_Record, frozen=True):
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


def config_path(named: str | None = None, environment: dict[str, str] | None = None) -> Path | None:
    """Which configuration counts: the one named, `WONMUN_CONFIG`, ./config.yaml, else the one that wonmun ships.

    None where even that is missing; the defaults count then.
    """
    environment = dict(os.environ) if environment is None else environment
    if chosen := named or environment.get("WONMUN_CONFIG"):
        return Path(chosen).expanduser()
    here = Path("config.yaml")
    package = Path(__file__).parent
    return next((p for p in (here, package / "config.yaml", package.parent / "config.yaml") if p.is_file()), None)


def log_path(settings: Settings) -> Path:
    """Where the log is: `log.path`, else `log.db` in the data folder."""
    return Path(settings.log.path).expanduser() if settings.log.path else data_folder() / "log.db"


def load_settings(path: Path | None) -> Settings:
    """Read a configuration; None means the defaults.

    Raises `SettingsError` with one sentence naming the file and the key's path: `config.yaml: monitor.interval:
    …`. The file is never written.
    """
    if path is None:
        return Settings()
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}); name another with --config") from error
    return parse_settings(raw, str(path))


def parse_settings(raw: bytes, name: str = "config.yaml") -> Settings:
    """Check the bytes of a configuration; `name` stands in the messages."""
    try:
        tree = yaml.safe_load(raw)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{name}:{mark.line + 1}" if mark else name
        problem = getattr(error, "problem", None) or "not readable as text"
        raise SettingsError(f"{where}: is no valid YAML ({problem}); mend that line") from error
    if tree is None:
        return Settings()
    try:
        return msgspec.convert(tree, Settings, dec_hook=_from_text)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{name}: {_explain(str(error))}") from error


def _from_text(kind: type[Any], value: object) -> Any:
    if kind is Seconds:
        return Seconds(_measure(value, _UNITS, "a time such as 20s, 15m, 24h or 7d"))
    if kind is Bytes:
        return Bytes(_measure(value, _SIZES, "a size such as 500KB, 5MB or 1GB"))
    raise TypeError(f"no configuration value is of type {kind.__name__}")


def _measure(value: object, units: dict[str, int], wanted: str) -> float:
    if isinstance(value, str) and (found := _NAMED.fullmatch(value)):
        number, unit = found.groups()
        scale = units.get(unit) or units.get(unit.lower()) or units.get(unit.upper())
        if scale:
            return float(number) * scale
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value == 0:
        return 0.0
    raise ValueError(f"Expected {wanted}, got {value!r}")


def _explain(message: str) -> str:
    """Turn msgspec's `… - at `$.feeds[0].url`` into `feeds[0].url: …`, naming the keys that exist for a typo."""
    text, _, path = message.partition(" - at `$")
    key = path.rstrip("`").lstrip(".")
    if unknown := re.search(r"unknown field `(.+?)`", text):
        name = f"{key}.{unknown.group(1)}".lstrip(".")
        return f"{name}: there is no such key; {_known(key)}"
    if missing := re.search(r"missing required field `(.+?)`", text):
        return f"{f'{key}.{missing.group(1)}'.lstrip('.')}: is missing; add it"
    return f"{key or 'the file'}: {text[0].lower()}{text[1:]}; mend the value or delete the line for the default"


def _known(path: str) -> str:
    kind: Any = Settings
    for part in re.sub(r"\[[^\]]*\]", "", path).split("."):
        if not part:
            continue
        hint = get_type_hints(kind)[part]
        kind = next((a for a in (hint, *get_args(hint)) if isinstance(a, type) and issubclass(a, _Record)), kind)
    return "known here: " + ", ".join(kind.__struct_fields__)
