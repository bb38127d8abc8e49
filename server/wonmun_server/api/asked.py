"""The query string → checked values; a mistake is a 400 naming the parameter."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from flask import request
from werkzeug.exceptions import BadRequest
from werkzeug.routing import BaseConverter

from wonmun.errors import InputError
from wonmun_monitor.clock import moment
from wonmun_monitor.log.queries.pages import SORTS, STATES, PageQuery
from wonmun_server.api.shapes import HOST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST = 200
"""Rows that one answer holds at most."""
LARGEST = 2**63 - 1
"""The largest number SQLite knows."""
_LONGEST = 500
T = TypeVar("T", bound=str)


class Number(BaseConverter):
    """A number in a path; one that is too large for the log is the number of nothing."""

    regex = r"\d+"

    def to_python(self, value: str) -> int:
        """Read it, however long it is."""
        return min(int(value[:40]), LARGEST)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a query string says. Every method gives None where its parameter is not there."""

    args: Mapping[str, str]

    def text(self, name: str) -> str | None:
        """Read a word or phrase."""
        value = self.args.get(name)
        if value is None:
            return None
        if not value or len(value) > _LONGEST:
            raise BadRequest(f"{name}: is empty, or longer than {_LONGEST} characters; leave it out or shorten it.")
        return value

    def host(self, name: str) -> str | None:
        """Read the name of a host, in letters of its own too."""
        value = self.text(name)
        if value is not None and not re.fullmatch(HOST, value):
            raise BadRequest(f"{name}: is no name of a host; write it as it stands in an address.")
        return value

    def number(self, name: str, least: int = 0, most: int = LARGEST) -> int | None:
        """Read a number from `least` to `most`."""
        value = self.args.get(name)
        if value is None:
            return None
        if not (value.isascii() and value.isdigit() and len(value) <= 19 and least <= int(value) <= most):
            raise BadRequest(f"{name}: is no number from {least} to {most}.")
        return int(value)

    def choice(self, name: str, known: Sequence[T]) -> T | None:
        """Read one of some words."""
        value = self.args.get(name)
        if value is None:
            return None
        for word in known:
            if word == value:
                return word
        raise BadRequest(f"{name}: must be one of {', '.join(known)}.")

    def when(self, name: str) -> float | None:
        """Read a date or an age such as 7d, as seconds since 1970; `until` a date takes that day in."""
        value = self.text(name)
        if value is None:
            return None
        try:
            return moment(value, time.time(), end=name == "until")
        except (InputError, OverflowError) as error:
            raise BadRequest(f"{name}: {error}.") from error

    def pages(self, size: int = 50) -> PageQuery:
        """Read what /v1/pages and the dashboard's search ask for."""
        feed = self.text("feed")
        return PageQuery(
            state=self.choice("state", STATES),
            host=self.host("host"),
            phrase=self.text("phrase"),
            campaign=self.number("campaign"),
            feed=int(feed) if feed and feed.isascii() and feed.isdecimal() and len(feed) < 19 else feed,
            since=self.when("since"),
            until=self.when("until"),
            text=self.text("text"),
            sort=self.choice("sort", SORTS) or "first_seen",
            limit=self.number("size", 1, MOST) or size,
            after=self.text("next"),
        )


def asked(*, blank: bool = True) -> Asked:
    """Give the request's query string; without `blank`, as a form sends it, empty fields count as left out."""
    args = request.args.to_dict()
    return Asked(args if blank else {name: value for name, value in args.items() if value.strip()})
