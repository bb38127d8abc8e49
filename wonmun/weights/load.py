"""Reads the weights that ship; the only file here that opens others."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

FITTED = ("ko", "ja", "en", "id", "zh")
"""Languages with weights of their own; all others share `any.json`."""


def read(code: str) -> dict[str, Any]:
    """The weights of a two-letter code as they stand in the file."""
    name = code if code in FITTED else "any"
    text = resources.files("wonmun.weights").joinpath(f"{name}.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    return data
