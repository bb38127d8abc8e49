"""Time as the log keeps it: seconds since 1970 (UTC) inside, ISO 8601 wherever people or programs read it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from wonmun.errors import InputError
from wonmun.settings import UNITS

Clock = Callable[[], float]
"""Gives the seconds since 1970; tests hand over their own."""

_AGO = re.compile(r"\s*(\d+)\s*([smhdw])\s*")
_DATE = re.compile(r"\d{4}-?\d{2}-?\d{2}")


def wall_clock() -> float:
    """Seconds since 1970 by the machine's clock."""
    return time.time()


def iso(seconds: float | None) -> str | None:
    """Write a moment for people and programs, to the second.

    >>> iso(0)
    '1970-01-01T00:00:00Z'
    """
    if seconds is None:
        return None
    return (datetime.fromtimestamp(0, UTC) + timedelta(seconds=int(seconds))).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(text: str, now: float, *, end: bool = False) -> float:
    """Read `7d` (that long before `now`) or an ISO date or time; a date without an offset is UTC.

    With `end` a date alone means the end of that day: "until the 24th" takes the 24th in. Raises `InputError`
    with a sentence that says what is understood.

    >>> moment("2d", now=200_000)
    27200.0
    """
    if ago := _AGO.fullmatch(text):
        return now - float(ago.group(1)) * UNITS[ago.group(2)]
    try:
        read = datetime.fromisoformat(text.strip())
    except ValueError:
        raise InputError(f"{text!r} is no date; write it as 2026-11-24, or as an age such as 12h or 7d") from None
    whole_day = 86_400.0 if end and _DATE.fullmatch(text.strip()) else 0.0
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp() + whole_day
