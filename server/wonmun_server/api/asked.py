"""The query string → checked values; a mistake is a 400 naming the parameter."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from flask import request
from werkzeug.exceptions import BadRequest

from wonmun_monitor.clock import moment
from wonmun_monitor.log.queries.pages import SORTS, STATES, PageQuery

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 200
"""Rows that one answer holds at most."""
LARGEST = 2**63 - 1
"""The largest number SQLite knows."""
_LONGEST = 500
T = TypeVar("T", bound=str)


def text(name: str) -> str | None:
    """Read a word or phrase; None where it is not given."""
    value = request.args.get(name)
    if value is None or not value.strip():
        return None
    if len(value) > _LONGEST:
        raise BadRequest(f"{name}: is longer than {_LONGEST} characters.")
    return value


def number(name: str, least: int = 0, most: int = LARGEST) -> int | None:
    """Read a number from `least` to `most`; None where it is not given."""
    value = request.args.get(name)
    if value is None:
        return None
    if not (value.isascii() and value.isdigit() and len(value) <= 19 and least <= int(value) <= most):
        raise BadRequest(f"{name}: is no number from {least} to {most}.")
    return int(value)


def choice(name: str, known: Sequence[T], default: T | None = None) -> T | None:
    """Read one of some words."""
    value = request.args.get(name)
    if value is None:
        return default
    for word in known:
        if word == value:
            return word
    raise BadRequest(f"{name}: must be one of {', '.join(known)}.")


def when(name: str) -> float | None:
    """Read a date or an age such as 7d, as seconds since 1970."""
    value = text(name)
    return None if value is None else moment(value, time.time())


def page_query(size: int = 50) -> PageQuery:
    """Read what /v1/pages and the search page ask for."""
    feed = text("feed")
    return PageQuery(
        state=choice("state", STATES),
        host=text("host"),
        phrase=text("phrase"),
        campaign=number("campaign"),
        feed=int(feed) if feed and feed.isdecimal() and len(feed) < 19 else feed,
        since=when("since"),
        until=when("until"),
        text=text("text"),
        sort=choice("sort", SORTS) or "first_seen",
        limit=number("size", 1, MOST) or size,
        after=text("next"),
    )
