"""The sample site's two feeds, which are watched where a server of ours serves them."""

from __future__ import annotations

import json

from msgspec import structs

from wonmun.errors import FetchError
from wonmun.net.client import fetch_once
from wonmun.net.response import Limits
from wonmun.settings import Feed, Settings
from wonmun_monitor.urls import SAMPLE_MIRROR, base_address

_PATIENCE = 10.0
"""Seconds for an answer of this machine's own server, which may be loading; where none listens, no is told at once."""


def with_sample(settings: Settings, url: str) -> Settings:
    """Add the sample's two feeds at `url` to what the monitor watches: its newspaper trusted, its mirror not."""
    if not settings.sample:
        return settings
    sample = (Feed(url=f"{url}/sample/feed.xml", trust=True), Feed(url=url + SAMPLE_MIRROR))
    allowed = (*settings.monitor.allow_private, url.removeprefix("http://"))
    monitor = structs.replace(settings.monitor, allow_private=allowed)
    return structs.replace(settings, feeds=(*settings.feeds, *sample), monitor=monitor)


def with_served_sample(settings: Settings) -> Settings:
    """Add the sample where the configured server answers now; a monitor without one has nothing to watch there.

    Without this a round by hand beside `wonmun up` would take the sample's feeds for ones that the configuration
    no longer names, and put them to rest.
    """
    url = base_address(settings.server.host, settings.server.port)
    return with_sample(settings, url) if settings.sample and _answers(url) else settings


def _answers(url: str) -> bool:
    """Say whether a server of ours answers there."""
    try:
        answer = fetch_once(f"{url}/v1/health", limits=Limits(_PATIENCE), allow_private=[url.removeprefix("http://")])
        told = json.loads(answer.body)
    except (FetchError, ValueError):
        return False
    return isinstance(told, dict) and told.get("name") == "wonmun"
