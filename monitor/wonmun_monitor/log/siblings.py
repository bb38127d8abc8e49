"""Injected copies of an article on other pages: two with different phrases tell each other apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.fingerprints import covers
from wonmun.model import VEIL, Article, Copy
from wonmun_monitor.log.pack import unpack

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from wonmun.model import Page

_SIBLING = (
    "SELECT s.z, s.title, p.id AS page_id, p.url FROM snapshots s JOIN pages p ON p.id = s.page_id "
    "WHERE s.id = ? AND s.verdict = 'injected' AND p.url <> ?"
)
_LEAST_COVER = 0.3
_MOST = 3


def injected_copies(db: sqlite3.Connection, page: Page, text: str, numbers: Iterable[int]) -> Sequence[Copy]:
    """Give those of the snapshots that are other pages' injected copies of `text`, the page's article; best first.

    Where such a copy has a phrase of its own stands a private letter: what it hides is never read as an original.
    """
    found: dict[str, Article] = {}
    for number in numbers:
        row = db.execute(_SIBLING, (number, page.url or "")).fetchone()
        if row is not None:
            found.setdefault(row["url"], Article(str(row["page_id"]), _veiled(db, row), row["title"], row["url"]))
        if len(found) == _MOST * 2:
            break
    shares = covers(text, [a.text for a in found.values()])
    copies = [Copy(a, s, "seen") for a, s in zip(found.values(), shares, strict=True) if s >= _LEAST_COVER]
    return sorted(copies, key=lambda c: -c.cover)[:_MOST]


def _veiled(db: sqlite3.Connection, row: sqlite3.Row) -> str:
    text = unpack(row["z"])
    phrases = [r[0] for r in db.execute("SELECT phrase FROM findings WHERE page_id = ?", (row["page_id"],))]
    for phrase in sorted(filter(None, (p.strip() for p in phrases)), key=len, reverse=True):
        text = text.replace(phrase, VEIL)
    return text
