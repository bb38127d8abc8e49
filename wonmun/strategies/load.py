"""Read the data that the strategies ship with: the only file here that opens any."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("wonmun.strategies").joinpath("tables")


@cache
def pairs() -> tuple[tuple[str, str], ...]:
    """Give terms and what newspapers put in brackets after them: (인공지능, AI)."""
    return tuple((term, short) for term, short in _rows("gloss.txt"))


@cache
def compounds() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give terms and the compounds they stand in, `_` for the term: (AI, (오픈_, …))."""
    return tuple((term, tuple(forms.split())) for term, forms in _rows("compound.txt"))


@cache
def weights() -> dict[str, Any]:
    """Give the fitted weights, with what they were fitted on under "source"."""
    found: dict[str, Any] = json.loads(_DATA.joinpath("weights.json").read_text(encoding="utf-8"))
    return found


def habit_lines() -> list[str]:
    """Give the lines of the shipped counts without the first, which names their source."""
    return _DATA.joinpath("habits.txt").read_text(encoding="utf-8").splitlines()[1:]


def _rows(name: str) -> list[tuple[str, str]]:
    lines = _DATA.joinpath(name).read_text(encoding="utf-8").splitlines()
    return [(a, b) for a, _, b in (line.partition("\t") for line in lines if line and not line.startswith("#"))]
