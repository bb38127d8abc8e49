"""Reads catalogs: a TOML file beside each part of the program that speaks to people."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from wonmun.translate.catalog import ENGLISH, Catalog

LANGUAGES = ("en", "ko")
"""Languages that the program speaks; English needs no catalog."""
PARTS = ("wonmun.translate", "wonmun.net", "wonmun.cli", "wonmun_monitor", "wonmun_server")
"""Packages that may hold a catalog, `LANG.toml`; those that are not installed say nothing."""


@cache
def catalog(lang: str) -> Catalog:
    """Everything that is known of a language, by its two-letter code; English for others."""
    if lang not in LANGUAGES or lang == "en":
        return ENGLISH
    entries: dict[str, str] = {}
    for part in PARTS:
        entries |= read_part(part, lang)
    return Catalog(lang, entries)


def read_part(part: str, lang: str) -> dict[str, str]:
    """Entries of one package; none where it has no catalog or is not installed."""
    try:
        text = files(part).joinpath(f"{lang}.toml").read_text(encoding="utf-8")
    except (ModuleNotFoundError, FileNotFoundError):
        return {}
    return {said: other for table in tomllib.loads(text).values() for said, other in table.items()}
