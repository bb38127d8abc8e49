"""A front page: hardly any text, and headlines that are links, which are searched in the place of an article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.model import Page, Segment
    from wonmun.phrases.article import Article

LEAST = 8
"""Headlines that make a front page."""
BESIDE = 0.7
"""Letters of headlines for each of other text: dates and names of reporters stand below them."""
SHORT, WORDS = 10, 3
"""Letters of a headline, and words where blanks part them; a menu's entries have fewer."""


def front(article: Article) -> Article | None:
    """The same page with its headlines for an article; None for what is no front page."""
    at, found = article.folded.at, headlines(article.page, spaced=article.language.spaced)
    return replace(article, stretches=tuple((at(s.start), at(s.end)) for s in found)) if found else None


def headlines(page: Page, *, spaced: bool) -> Sequence[Segment]:
    """The headlines of a front page, in order; none where the page has more text, or is another one."""
    shown = [s for s in page.of("link") if not s.comments and s.end - s.start >= SHORT] if page.html else []
    found = [s for s in shown if not spaced or len(page.slice(s).split()) >= WORDS]
    letters = sum(s.end - s.start for s in page.of("text"))
    many = len({page.slice(s) for s in found}) >= LEAST
    return found if many and sum(s.end - s.start for s in found) > BESIDE * letters else ()
