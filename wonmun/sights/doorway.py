"""Doorway pages: text strung together for search engines, stuffed with spam phrases or shuffled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.sights.sight import Sight, quote, spam_of

if TYPE_CHECKING:
    from wonmun.language.base import Language
    from wonmun.model import Page

STUFFED, FULL = 0.18, 0.28
"""Shares of spam words in the shown text: reports on gambling stay below a sixth."""
LEAST = 8
"""Strong words that there must be."""
KINDS = 3
"""Different ones: an article with one injected phrase is no doorway."""
SHUFFLED = 0.4
"""Share of sentences that stand twice or more."""
_SENTENCE = re.compile(r"[^.!?。！？\n]{12,}[.!?。！？]")


def look(page: Page, speech: Language, phrase: str = "") -> list[Sight]:
    """Judge all that the page shows outside of links, but for the phrase that is known to have been put there."""
    shown = [s for s in page.of("text") if s.article]
    text = "\n".join(page.slice(s) for s in shown)
    if phrase:
        text = text.replace(phrase, "")
    spam = spam_of(text, speech)
    if spam.strong < LEAST or spam.kinds < KINDS:
        return []
    searched = len(re.findall(_searched(speech), text))
    repeated = _repeated(text)
    stuffed = spam.share >= STUFFED and searched >= spam.strong / 3
    full = spam.share >= FULL and searched >= LEAST / 2
    shuffled = repeated >= SHUFFLED and spam.share >= STUFFED / 2
    if not (stuffed or shuffled or full):
        return []
    reason = f"{spam.share:.0%} of the letters stand in words of search spam ({spam.kinds} different ones)"
    if repeated:
        reason += f", and {repeated:.0%} of the sentences stand there more than once"
    spans = tuple((s.start, s.end) for s in shown if spam_of(page.slice(s), speech).strong)
    return [Sight("doorway", spans, quote(text, 60), reason, full or shuffled)]


def _searched(speech: Language) -> re.Pattern[str]:
    """A strong word with a word right behind it that searches end in."""
    lexicon = speech.lexicon
    tails = "|".join(map(re.escape, sorted(lexicon.query, key=lambda w: (-len(w), w)))) or r"(?!)"
    return re.compile(rf"(?:{lexicon.strong_pattern.pattern})\s?(?:{tails})", re.IGNORECASE)


def _repeated(text: str) -> float:
    """Share of the sentences that stand there more than once."""
    sentences = [" ".join(s.split()) for s in _SENTENCE.findall(text)]
    if len(sentences) < 6:
        return 0.0
    return 1 - len(set(sentences)) / len(sentences)
