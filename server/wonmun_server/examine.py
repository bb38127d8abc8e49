"""What `wonmun doctor` looks at, from the configuration to the targets of alerts; one finding a matter."""

from __future__ import annotations

import os
import shutil
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from wonmun.configuration import config_path, load_settings
from wonmun.errors import LogError, WonmunError
from wonmun.net.model_client import model_client
from wonmun.settings import Settings, data_folder, log_path
from wonmun.translate import ENGLISH
from wonmun_monitor.alerts.send import refuse_unknown
from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.queries.feeds import list_feeds
from wonmun_monitor.log.queries.stats import get_stats
from wonmun_monitor.log.readers import damage
from wonmun_monitor.sources import removed_by_hand, wanted
from wonmun_monitor.urls import base_address
from wonmun_server import asking
from wonmun_server.hosts import is_loopback, refuse_remote
from wonmun_server.token import load_tokens

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wonmun.translate import Catalog

_REACHED = 5
"""Feeds' hosts that are tried; each may take three seconds."""
_LOW = 500_000_000
"""Bytes free on the log's disk below which it is worth a word."""


@dataclass(frozen=True, slots=True)
class Finding:
    """How one matter stands, in a sentence."""

    what: str
    ok: bool
    says: str

    def line(self, speech: Catalog = ENGLISH) -> str:
        """Write it for people."""
        return f"{speech.say('ok  ' if self.ok else 'BAD ')} {speech.say(self.what)}: {speech.read(self.says)}"

    def json(self) -> str:
        """Write it for programs."""
        return msgspec.json.encode(self).decode()


def examine(config: str | None) -> tuple[Finding, ...]:
    """Look at everything; nothing is written but the data folder and its tokens where they are missing."""
    try:
        path = config_path(config)
        settings = load_settings(path)
        refuse_remote(settings.server)
    except WonmunError as error:
        return (Finding("configuration", ok=False, says=str(error)),)
    said = str(path) if path else "none; the defaults hold"
    looks: tuple[tuple[str, Callable[[Settings], str]], ...] = (
        ("data folder", _folder),
        ("log", _log),
        ("feeds", _feeds),
        ("network", _network),
        ("alerts", _alerts),
        ("server", _server),
        ("language model", _model),
    )
    return (Finding("configuration", ok=True, says=said), *(_look(what, look, settings) for what, look in looks))


def _look(what: str, look: Callable[[Settings], str], settings: Settings) -> Finding:
    try:
        return Finding(what, ok=True, says=look(settings))
    except (WonmunError, OSError) as error:
        return Finding(what, ok=False, says=str(error))


def _folder(settings: Settings) -> str:
    del settings
    folder = data_folder()
    load_tokens(folder)
    return f"{folder}, tokens for this user only"


def _log(settings: Settings) -> str:
    path = log_path(settings)
    if not path.exists():
        _can_be_made(path)
        return f"{path}: not there yet; `wonmun up` makes it"
    with open_log(path, create=False, write=False) as log:
        bad = damage(log)
        if bad:
            raise WonmunError(f"{path}: is damaged ({bad}); restore a backup, or name another in log.path")
        stats = get_stats(log.db)
    _enough_room(path)
    return f"{path}: {stats.pages} pages, {stats.bytes / 1e6:.1f} MB, sound"


def _can_be_made(path: Path) -> None:
    """Refuse a place where the nearest folder that is there is none, or may not be written to."""
    near = next(place for place in path.absolute().parents if place.exists())
    if not near.is_dir() or not os.access(near, os.W_OK | os.X_OK):
        raise WonmunError(f"{path}: cannot be made, for {near} is no folder that this user may write to; mend log.path")


def _enough_room(path: Path) -> None:
    free = shutil.disk_usage(path.parent).free
    if free < _LOW:
        raise WonmunError(f"{path}: only {free / 1e6:.0f} MB are free on its disk; make room")


def _feeds(settings: Settings) -> str:
    sources = wanted(settings)  # refuses a preset that does not exist
    path = log_path(settings)
    if not path.exists():
        return f"{len(settings.feeds)} configured"
    try:
        with open_log(path, create=False, write=False) as log:
            feeds = list_feeds(log.db)
            off = removed_by_hand(log.db, sources)
    except LogError as error:
        raise WonmunError("nothing is known of them while the log cannot be read") from error
    failing = [feed for feed in feeds if feed.failures]
    if failing:
        raise WonmunError(f"{len(failing)} of {len(feeds)} fail, among them {failing[0].last_error}")
    if off:
        return f"{len(feeds)}, none failing; {_off(off)}"
    return f"{len(feeds)}, none failing"


def _off(urls: list[str]) -> str:
    """Say of configured feeds that somebody removed that they stay so."""
    which = urls[0] if len(urls) == 1 else f"{urls[0]} and {len(urls) - 1} more"
    return f"configured, but removed by hand, so not polled: {which} (`wonmun feeds add URL` brings it back)"


def _network(settings: Settings) -> str:
    """Reach the host of each of the first feeds that lie off this machine."""
    places = [p for p in dict.fromkeys(_place(feed.url) for feed in settings.feeds) if p and not is_loopback(p[0])]
    unreached: list[str] = []
    for host, port in places[:_REACHED]:
        try:
            socket.create_connection((host, port), timeout=3).close()
        except OSError as error:
            unreached.append(f"{host}:{port} ({error.strerror or error})")
    if unreached:
        raise WonmunError(f"cannot be reached: {', '.join(unreached)}; look at the connection, or at feeds[].url")
    return f"{len(places[:_REACHED])} hosts of feeds reached" if places else "no configured feed lies off this machine"


def _alerts(settings: Settings) -> str:
    """Look whether every target is one that apprise knows; none is asked."""
    targets = settings.alerts.to
    if not targets:
        return "no target configured (alerts.to); they stay in the log"
    for target in targets:
        refuse_unknown(target)
    return f"{len(targets)} targets; `wonmun alerts test` sends one message to each"


def _place(url: str) -> tuple[str, int] | None:
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        return None
    return (parts.hostname, port) if parts.hostname else None


def _server(settings: Settings) -> str:
    address = base_address(settings.server.host, settings.server.port)
    try:
        version = asking.version(settings)
    except OSError:
        return f"{address}: nothing runs there now; `wonmun up` will"
    if version is None:
        raise WonmunError(f"{address}: another program answers there; end it, or choose another server.port")
    return f"{address}: wonmun {version} runs there"


def _model(settings: Settings) -> str:
    """Reach the language model that restoring asks, where one is configured."""
    url = settings.restore.model.url
    if model_client(settings.restore.model) is None:
        return "none configured (restore.model.url); nothing is asked"
    host, port = _place(url) or ("", 0)
    try:
        socket.create_connection((host, port), timeout=min(3.0, float(settings.restore.model.timeout))).close()
    except OSError as error:
        why = error.strerror or str(error) or "no answer"
        raise WonmunError(
            f"{url}: cannot be reached ({why}); start the model's server, or mend restore.model.url"
        ) from error
    return f"{url}: something answers there"
