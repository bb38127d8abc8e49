"""Lists of publishers' own feeds that come with wonmun, switched on by name: data in `*.toml`, one list a file.

Law: a list names publishers only (each is trusted), https only, and when each address was last reported to work.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - msgspec reads the annotation
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from wonmun.errors import SettingsError


@dataclass(frozen=True, slots=True)
class PresetFeed:
    """One publisher's feed, or its news site map."""

    name: str
    url: str
    checked: dt.date
    """The latest day on which somebody reported that it answers with articles."""
    kind: Literal["feed", "sitemap"] = "feed"


@dataclass(frozen=True, slots=True)
class Preset:
    """One list."""

    name: str
    title: str
    feeds: tuple[PresetFeed, ...]


def preset_names() -> tuple[str, ...]:
    """Give the names of the lists there are."""
    found = (file.name for file in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml")))


@cache
def load_preset(name: str) -> Preset:
    """Read a list. Raises `SettingsError` where there is none of that name, naming those there are.

    >>> load_preset("korean-news").feeds[0].name
    '연합뉴스'
    """
    names = preset_names()
    if name not in names:
        near = get_close_matches(name, names, n=1)
        meant = f" (did you mean {near[0]}?)" if near else ""
        raise SettingsError(f"presets: there is no {name!r}{meant}; there are {', '.join(names)}")
    tree = tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))
    return Preset(name, tree["title"], msgspec.convert(tuple(tree["feeds"]), tuple[PresetFeed, ...]))
