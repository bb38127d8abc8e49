"""Spam behind the end of a page, where no template puts anything: phrases that were appended to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.sights.sight import Sight, quote, spam_of

if TYPE_CHECKING:
    from wonmun.language.base import Language
    from wonmun.model import Page

DENSE, PURE = 0.35, 0.6
"""Shares of spam words: of a text with two different ones, and of a link."""
SEVERAL = 2


def look(page: Page, speech: Language) -> list[Sight]:
    """Find the stretches behind the end of the page that are made of spam words."""
    behind = {text for key, text in page.head if key == "behind"}
    if not behind:
        return []
    linked = {(link.start, link.end) for link in page.links} | {(s.start, s.end) for s in page.of("link")}
    found = []
    for start, end in sorted(linked | {(s.start, s.end) for s in page.of("text") if not s.article}):
        text = " ".join(page.text[start:end].split())
        spam = spam_of(text, speech) if text in behind else None
        link = (start, end) in linked
        if spam and (spam.share >= PURE if link else spam.share >= DENSE and spam.kinds >= SEVERAL):
            found.append((start, end))
    if not found:
        return []
    phrase = page.text[slice(*found[0])]
    reason = f"'{quote(phrase)}' stands behind the end of the page, where no template puts anything"
    return [Sight("link", tuple(found), phrase, reason, sure=True)]
