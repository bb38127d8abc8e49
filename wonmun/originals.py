"""Genuine articles given by the user (`--originals`) as a memory: all of it in this process."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from wonmun.articles import parse_articles
from wonmun.errors import MemoryFileError
from wonmun.fingerprints import fingerprints, shares_of_copies
from wonmun.model import Copy, Standing
from wonmun.nearest import Nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from wonmun.model import Article, Page

_BOILERPLATE = 64
"""A fingerprint on more articles than this is a footer's or a byline's, and finds nothing."""
_TRIED = 8
"""How many articles with the most fingerprints in common are looked at in full."""
_MOST_COUNTED = 100
"""Nobody asks whether a phrase stands in more articles than this."""


class Originals:
    """A `Memory` over articles that are held in memory; the indexes are built when first asked."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles = tuple(articles)
        self._standing: dict[str, tuple[int, ...]] = {}

    def genuine(self, page: Page, limit: int = 3) -> Sequence[Copy]:
        """Articles that `page` is a copy of, best first; trusted ones win ties."""
        text = body(page)
        hits: Counter[int] = Counter()
        for word in fingerprints(text):
            numbers = self._fingerprints.get(word, ())
            if len(numbers) <= _BOILERPLATE:
                hits.update(numbers)
        tried = [number for number, _ in hits.most_common(_TRIED)]
        shares = shares_of_copies(text, [self.articles[n].text for n in tried])
        copies = [Copy(self.articles[n], s) for n, s in zip(tried, shares, strict=True) if s is not None]
        return sorted(copies, key=lambda c: (-round(c.cover, 3), not c.article.trusted, c.article.id))[:limit]

    def related(self, page: Page, phrases: Sequence[str], limit: int = 25) -> Sequence[Article]:
        """Articles nearest to `page` once `phrases` are taken out of it, best first."""
        text = body(page)
        for phrase in sorted(phrases, key=len, reverse=True):
            text = text.replace(phrase, " ")
        return [self.articles[n] for _, n in self._nearest.rank(text, limit)]

    def standing(self, phrase: str, page: Page) -> Standing:
        """In how many other articles than `page` itself the phrase stands (counted up to 100)."""
        if phrase not in self._standing:
            found = (n for n, a in enumerate(self.articles) if phrase in a.text or phrase in a.title)
            self._standing[phrase] = tuple(n for n, _ in zip(found, range(_MOST_COUNTED), strict=False))
        own = self._own(page)
        return Standing(genuine=sum(n not in own for n in self._standing[phrase]))

    def _own(self, page: Page) -> frozenset[int]:
        """Numbers of the articles that are `page`, by address or by text."""
        numbers = set(self._texts.get(" ".join(body(page).split()), ()))
        if page.url:
            numbers.update(self._urls.get(page.url, ()))
        return frozenset(numbers)

    @cached_property
    def _fingerprints(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for number, article in enumerate(self.articles):
            for word in fingerprints(article.text):
                index[word].append(number)
        return dict(index)

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest.of([f"{a.title}\n{a.text}" for a in self.articles])

    @cached_property
    def _texts(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for number, article in enumerate(self.articles):
            index[" ".join(article.text.split())].append(number)
        return dict(index)

    @cached_property
    def _urls(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for number, article in enumerate(self.articles):
            if article.url:
                index[article.url].append(number)
        return dict(index)


def body(page: Page) -> str:
    """Give the article's own paragraphs, or all text where no segment is marked as the article's."""
    parts = [page.slice(s) for s in page.of("text", "link") if s.article]
    return "\n".join(parts) or page.text


def read_originals(paths: Iterable[Path]) -> Originals:
    """Read the files given by `--originals` into one memory.

    Raises `MemoryFileError` with one sentence: which file, which line, what to do.
    """
    articles: list[Article] = []
    for path in paths:
        try:
            with path.open("rb") as lines:
                articles.extend(parse_articles(lines, str(path)))
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise MemoryFileError(
                f"{path}: cannot be read ({why}); --originals takes a JSONL file of articles"
            ) from error
    return Originals(articles)
