"""The log as a `Memory`: fingerprints and terms in two full-text tables.

Copies are verified by cover (see `wonmun.fingerprints`): hits alone mislead for a fifth of the pages.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from wonmun.fingerprints import fingerprints, shares_of_copies
from wonmun.model import Article, Copy, Standing
from wonmun_monitor.clock import iso
from wonmun_monitor.found import phrase_key
from wonmun_monitor.log import terms as words_of
from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.nearest import nearest
from wonmun_monitor.log.pack import unpack
from wonmun_monitor.log.postings import LOOKED_AT, sharing
from wonmun_monitor.log.siblings import injected_copies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from wonmun.model import Page, Weight
    from wonmun_monitor.log.connect import Log

_TRIED = 6
_WHOLE_COVER = 0.6
_FEW_WORDS = 40
"""A text with fewer fingerprints (under 350 letters) may share none with its original, injected every 27 letters;
it is looked for by its terms then."""
_MOST_COUNTED = 50
_READ_FOR_ALL = 8
"""Genuine pages that hold a phrase, from which on those not read yet are taken to hold it as often."""

# A snapshot serves as genuine while its page, and the host's page it stands on, has never been found injected;
# a page's own earlier clean copy serves that page itself in any case.
_GENUINE = (
    "SELECT s.id, s.z, s.title, s.taken_at, p.id AS page_id, p.url, p.trusted, p.was_injected "
    "FROM snapshots s JOIN pages p ON p.id = s.page_id WHERE s.id = ? AND s.verdict = 'clean' "
    "AND (p.was_injected = 0 OR p.url = ?)"
)


class LogMemory:
    """What the log knows beyond a page (`wonmun.Memory`). Reads only; belongs to one thread, as its log does."""

    def __init__(self, log: Log) -> None:
        self.log = log
        self.db = log.db

    def genuine(self, page: Page, limit: int = 3) -> Sequence[Copy]:
        """Articles that `page` is a copy of, best first: whole before partial, trusted before merely clean.

        A trusted publisher's page is no copy of what is merely clean: a mirror that was seen first would accuse it.
        """
        text = article_text(page)
        tried = [*self._own_copies(page), *self._sharing(text)]
        serving = self._serving(tried, page)
        trusted = self._is_trusted(page)
        if trusted:
            serving = (a for a in serving if a.trusted or a.url == page.url)
        found = list(islice(serving, _TRIED))
        shares = shares_of_copies(text, [a.text for a in found])
        copies = [
            Copy(a, s, _weight(a, page, trusted=trusted)) for a, s in zip(found, shares, strict=True) if s is not None
        ]
        copies.sort(key=lambda c: (c.cover < _WHOLE_COVER, not c.article.trusted, -c.cover))
        return _each_page_once(copies)[:limit]

    def siblings(self, page: Page) -> Sequence[Copy]:
        """Give other pages' injected copies of the same article, best first, their own phrases made unreadable."""
        text = article_text(page)
        return injected_copies(self.db, page, text, nearest(self.db, text, LOOKED_AT))

    def related(self, page: Page, phrases: Sequence[str], limit: int = 25) -> Sequence[Article]:
        """Genuine coverage nearest to `page` once `phrases` are taken out of it, best first."""
        text = article_text(page)
        for phrase in sorted(phrases, key=len, reverse=True):
            text = text.replace(phrase, " ")
        kept: dict[str, Article] = {}
        for article in self._serving(nearest(self.db, text, LOOKED_AT), page):
            if article.url != page.url:
                kept.setdefault(article.url, article)
            if len(kept) == limit:
                break
        return list(kept.values())

    def standing(self, phrase: str, page: Page) -> Standing:
        """In how many other pages than `page` the phrase stands.

        Genuine ones are counted up to 50, exactly below 8: which text holds a phrase is only known by reading it.
        """
        return Standing(self._genuine_with(phrase, page), self.injected(phrase, page))

    def injected(self, phrase: str, page: Page) -> int:
        """In how many other texts than `page`'s the phrase was injected, counted up to 50; no text is read.

        The same text at two addresses tells nothing that it did not tell at one: it would confirm its own finding.
        """
        row = self.db.execute(
            "SELECT count(*) FROM (SELECT DISTINCT p.text_hash FROM findings f JOIN pages p ON p.id = f.page_id "
            "WHERE f.phrase_key = ? AND p.was_injected = 1 AND p.url <> ? AND p.text_hash <> ? LIMIT ?)",
            (phrase_key(phrase), page.url or "", text_digest(page.text), _MOST_COUNTED),
        ).fetchone()
        return int(row[0])

    def _sharing(self, text: str) -> list[int]:
        """Give the snapshots that share much with a text, by fingerprints; for a short text by its terms."""
        words = article_words(text)
        shared = sharing(self.db, words)
        if not shared and len(words) < _FEW_WORDS:
            shared = nearest(self.db, text, LOOKED_AT)
        return shared

    def _serving(self, numbers: Iterable[int], page: Page) -> Iterator[Article]:
        """Give those of the snapshots that may serve `page` as genuine, in order."""
        for number in dict.fromkeys(numbers):
            article = self._article(number, page)
            if article is not None:
                yield article

    def _is_trusted(self, page: Page) -> bool:
        row = self.db.execute("SELECT trusted FROM pages WHERE url = ?", (page.url or "",)).fetchone()
        return bool(row and row[0])

    def _own_copies(self, page: Page) -> list[int]:
        """Give the page's own earlier clean copies, newest first."""
        rows = self.db.execute(
            "SELECT s.id FROM pages p JOIN snapshots s ON s.page_id = p.id WHERE p.url = ? "
            "AND s.verdict = 'clean' ORDER BY s.taken_at DESC LIMIT 3",
            (page.url or "",),
        )
        return [row[0] for row in rows]

    def _article(self, snapshot: int, page: Page) -> Article | None:
        row = self.db.execute(_GENUINE, (snapshot, page.url or "")).fetchone()
        if row is None:
            return None
        return Article(
            id=str(row["page_id"]),
            text=unpack(row["z"]),
            title=row["title"],
            url=row["url"],
            date=(iso(row["taken_at"]) or "")[:10],
            trusted=bool(row["trusted"]),
        )

    def _genuine_with(self, phrase: str, page: Page) -> int:
        terms = words_of.terms(phrase)
        if not terms:
            return 0
        rows = self.db.execute(
            "SELECT rowid FROM term_index WHERE term_index MATCH ? LIMIT ?",
            (words_of.match_query(terms), _MOST_COUNTED * 4),
        ).fetchall()
        pages: set[int] = set()
        text = page.text
        for looked_at, row in enumerate(rows, 1):
            found = self.db.execute(_GENUINE, (row[0], "")).fetchone()
            if found is None or found["url"] == page.url or found["page_id"] in pages:
                continue
            there = unpack(found["z"])
            if phrase in there and there != text:
                pages.add(found["page_id"])
            if len(pages) == _READ_FOR_ALL:
                return min(_MOST_COUNTED, round(_READ_FOR_ALL * len(rows) / looked_at))
        return len(pages)


def open_memory(path: Path | str) -> LogMemory:
    """Open a log as memory, only to read. Raises `LogError` where it cannot be used."""
    return LogMemory(open_log(path, create=False, write=False))


@lru_cache(maxsize=2)
def article_words(text: str) -> tuple[str, ...]:
    """Give a text's fingerprints; the memory and the index ask for those of one text one after the other."""
    return tuple(fingerprints(text))


def article_text(page: Page) -> str:
    """Give the article's own paragraphs, or all text where no segment is marked as the article's."""
    parts = [page.slice(s) for s in page.of("text", "link") if s.article]
    return "\n".join(parts) or page.text


def text_digest(text: str) -> bytes:
    """Give the 16 bytes by which the log knows a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]


def _weight(article: Article, page: Page, *, trusted: bool) -> Weight:
    """Say how far an article of the log counts against a page, which may be a trusted publisher's itself."""
    if article.url == page.url:
        return "own"
    return "given" if article.trusted and not trusted else "seen"


def _each_page_once(copies: Sequence[Copy]) -> list[Copy]:
    kept: dict[str, Copy] = {}
    for copy in copies:
        kept.setdefault(copy.article.id, copy)
    return list(kept.values())
