"""The sample's articles, and the mirror's copies made of them by data: (article, term, phrase) → copy."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Article:
    """One page of the newspaper, or the mirror's copy of one."""

    id: str
    title: str
    section: str
    author: str
    date: datetime
    paragraphs: tuple[str, ...]
    kind: str = "genuine"
    """genuine or hard for the newspaper's own; substitution, insertion, hidden or none for a copy."""
    phrase: str = ""
    links: tuple[str, ...] = ()
    """Texts of the links that a copy hides."""


@cache
def articles() -> dict[str, Article]:
    """Read the newspaper's own, newest first."""
    own = [_article(entry) for entry in _read("articles.toml")["article"]]
    return {a.id: a for a in sorted(own, key=lambda a: a.date, reverse=True)}


@cache
def copies() -> dict[str, Article]:
    """Make what the mirror serves, in the order of the data."""
    return {copy["of"]: make_copy(articles()[copy["of"]], copy) for copy in _read("copies.toml")["copy"]}


def make_copy(article: Article, how: dict[str, Any]) -> Article:
    """One copy, as `copies.toml` describes it."""
    kind, phrase = how["kind"], how.get("phrase", "")
    title, paragraphs = article.title, article.paragraphs
    if kind == "substitution":
        title = substituted(title, how["term"], phrase, how["spared"])
        paragraphs = tuple(substituted(p, how["term"], phrase, how["spared"]) for p in paragraphs)
    elif kind == "insertion":
        paragraphs = tuple(_inserted(p, phrase, how["before"]) for p in paragraphs)
    return Article(
        article.id,
        title,
        article.section,
        article.author,
        article.date,
        paragraphs,
        kind,
        phrase,
        tuple(how.get("links", ())),
    )


def substituted(text: str, term: str, phrase: str, spared: list[str]) -> str:
    """Put `phrase` in the place of every `term`, mechanically: inside compounds too, particles kept."""
    pattern = "|".join(re.escape(s) for s in [*sorted(spared, key=len, reverse=True), term])
    return re.sub(pattern, lambda m: phrase if m[0] == term else m[0], text)


def _inserted(text: str, phrase: str, before: list[str]) -> str:
    for place in before:
        text = text.replace(place, f"{phrase} {place}")
    return text


def _article(entry: dict[str, str]) -> Article:
    paragraphs = tuple(p.strip() for p in entry["text"].strip().split("\n\n"))
    return Article(
        entry["id"],
        entry["title"],
        entry["section"],
        entry["author"],
        datetime.fromisoformat(entry["date"]),
        paragraphs,
        entry.get("kind", "genuine"),
    )


def _read(name: str) -> Any:
    return tomllib.loads((files(__package__) / name).read_text(encoding="utf-8"))
