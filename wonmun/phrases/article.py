"""What of a page is searched for phrases: the article's own words, folded, in windows of bounded size."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from wonmun.language.load import language
from wonmun.phrases.mixed import parts
from wonmun.phrases.view import View
from wonmun.spelling.obfuscation import Folded, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wonmun.language.base import Language
    from wonmun.model import Page, Segment, Span

WINDOW = 12_000
"""Characters searched at once; longer articles are cut at a line's end: time and memory grow with the length."""


@dataclass(frozen=True)
class Article:
    """The whole page's text folded, and which stretches of it (in folded offsets) are searched: of a plain one, all."""

    page: Page
    language: Language
    folded: Folded
    title: str
    about: str
    stretches: tuple[tuple[int, int], ...]
    own: frozenset[str] = field(default=frozenset())
    passed: tuple[tuple[int, int], ...] = ()
    """Stretches of these that are passed over (in folded offsets)."""

    def without(self, spans: Iterable[Span]) -> Article:
        """Pass over some stretches of the page."""
        return replace(self, passed=tuple(sorted((self.folded.at(a), self.folded.at(b)) for a, b in spans)))

    def views(self) -> Iterator[View]:
        """Yield the article, all else blanked out, window by window; parts in other languages behind it, in theirs."""
        shown = self._masked()
        for start, end in self.passed:
            shown = f"{shown[:start]}{' ' * (end - start)}{shown[end:]}"
        for text, speech in parts(shown, self.language):
            yield from self._windows(text, speech)

    def _windows(self, text: str, speech: Language) -> Iterator[View]:
        start, beside = 0, self.folded.text if self.page.html else ""
        while start < len(text):
            end = min(len(text), start + WINDOW)
            if end < len(text):
                cut = text.rfind("\n", start + WINDOW // 2, end)
                cut = cut if cut > 0 else text.rfind(" ", start + WINDOW // 2, end)
                end = cut if cut > 0 else end
            piece = text[start:end]
            if piece and not piece.isspace():
                yield View(piece, speech, self.title, self.about, beside, self.own)
            start = end

    def _masked(self) -> str:
        if not self.page.html:
            return self.folded.text
        parts: list[str] = []
        last = 0
        for start, end in self.stretches:
            parts.extend(("\n" * (start - last), self.folded.text[start:end]))
            last = end
        return "".join(parts)


def read_article(page: Page, own: frozenset[str] = frozenset()) -> Article:
    """Fold a page and say which stretches are its article."""
    speech = language(page.lang)
    words, searched = speech.lexicon.listed, speech.lexicon.query
    folded = fold(page.text, words, searched)
    title = _title(page)
    about = "\n".join(
        [page.slice(s) for s in page.of("meta")]
        + [v for k, v in page.head if k.startswith(("ld:", "og:")) and k != "og:url"]
    )
    stretches = tuple((folded.at(s.start), folded.at(s.end)) for s in (paragraphs(page) if page.html else ()))
    title, about = (fold(said, words, searched).text for said in (title, about))
    return Article(page, speech, folded, title, about, stretches, own)


def paragraphs(page: Page) -> list[Segment]:
    """Give a web page's article; where it has none, all that is shown. A heading that repeats the title is none."""
    shown = page.of("text")
    body = [s for s in shown if s.article] or list(shown)
    wanted = _title(page).strip()
    return [s for s in body if not wanted or page.slice(s).strip() != wanted]


def _title(page: Page) -> str:
    return page.title or next((value for key, value in page.head if key == "title"), "")
