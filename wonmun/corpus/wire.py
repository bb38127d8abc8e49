"""JSON lines in and out, exactly: fast where orjson can, by the standard library where it cannot."""

from __future__ import annotations

import json
import re
from typing import Any

import orjson

_LONG_NUMBER = re.compile(rb"\d{19}")
"""orjson makes floats of integers beyond 64 bits."""


def loads(line: bytes) -> dict[str, Any]:
    """Read one record. Raises `ValueError` with the reason in a few words."""
    try:
        record = json.loads(line) if _LONG_NUMBER.search(line) else orjson.loads(line)
    except (ValueError, RecursionError) as error:
        record = _carefully(line, error)
    if not isinstance(record, dict):
        raise ValueError("is no JSON object")  # noqa: TRY004 - one kind of error for all that a line can have
    return record


def dumps(record: dict[str, Any]) -> bytes:
    """Write one record as a line, without its end."""
    try:
        return orjson.dumps(record, default=_plain)
    except (TypeError, ValueError):  # integers beyond 64 bits, lone surrogates, keys that are no strings
        return json.dumps(record, default=_plain).encode()


def _plain(value: object) -> str:
    """Write what Parquet has and JSON has not: bytes as the text they are, decimals and the like by their digits."""
    return value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else str(value)


def _carefully(line: bytes, first: Exception) -> object:
    """Take what JSON allows and orjson does not: lone surrogates, long integers."""
    try:
        return json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"is no valid UTF-8 (byte {error.start})") from error
    except (ValueError, RecursionError) as error:
        raise ValueError(f"is no JSON ({first})") from error
