"""A row of the log → a record whose fields are named as its columns."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Hashable

T = TypeVar("T")


def record(kind: type[T], row: sqlite3.Row, /, **given: Any) -> T:
    """Make a record: what is `given` as it is, all else from the column of that name; 0 and 1 as the field wants them.

    A field that is no column must have a default.
    """
    there = set(row.keys()) - given.keys()
    values = {
        name: bool(row[name]) if truth else row[name]
        for name, truth in _fields(cast("Hashable", kind))
        if name in there
    }
    return kind(**values, **given)


@cache
def _fields(kind: Any) -> list[tuple[str, bool]]:
    return [(field.name, field.type == "bool") for field in fields(kind)]
