"""One place of a found phrase: whether it replaced something or was put in, and what is odd right there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.language.base import GLUED, PARTICLE
from wonmun.view import LETTERS

if TYPE_CHECKING:
    from wonmun.article import Article
    from wonmun.model import Kind
    from wonmun.occurrences import Occurrences


def kind_of(occ: Occurrences, index: int) -> Kind:
    """Insertion where the sentences are complete without it: glued before a sentence, or bare between two words everywhere."""
    mine = occ.batch.owner == index
    lead = (occ.glued_right & occ.sentence_start)[mine]
    between = (occ.bare & ~occ.glued_left)[mine]
    if lead.mean() >= 0.5 and not (occ.kind[mine] == PARTICLE).any():
        return "insertion"
    if between.all() and len(between) >= 2:
        return "insertion"
    return "substitution"


def describe(article: Article, start: int, end: int, reasons: tuple[str, ...]) -> tuple[str, ...]:
    """Sentences about one place, `start` and `end` in the folded text: what is odd there, then what is odd everywhere."""
    text, speech = article.folded.text, article.language
    phrase = text[start:end]
    left = start
    while left > 0 and start - left < 8 and _letter(text[left - 1]):
        left -= 1
    right = end
    while right < len(text) and right - end < 8 and _letter(text[right]):
        right += 1
    tail = speech.tail(text[end:right])
    here = []
    if left < start or tail.kind == GLUED:
        here.append(
            f"'{phrase}' stands inside '{text[left:start]}…{text[end:right]}', where no noun phrase fits"
        )
    if tail.kind == PARTICLE and speech.agrees(phrase[-1], tail) is False:
        here.append(
            f"the particle in '{phrase}{tail.particle}' does not fit the sound of '{phrase[-1]}': it belonged to another word"
        )
    if article.folded.touched(start, end):
        here.append(f"it is spelled so that filters do not see '{phrase}'")
    return tuple(dict.fromkeys((*here, *reasons)))


def _letter(character: str) -> bool:
    return bool(LETTERS[min(ord(character), 65535)])
