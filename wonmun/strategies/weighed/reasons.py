"""Why a term is proposed for a place: the strategy that speaks for it most, and a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wonmun.strategies.weighed.facts import Facts


def reason(facts: Facts, term: int, place: int) -> tuple[str, str]:
    """Give the source (a strategy's name) and the evidence."""
    word = facts.terms[term]
    if facts.place("gloss")[term, place] >= 0.5:
        return "gloss", f"what stands before the bracket is short for {word}"
    if facts.place("compound")[term, place]:
        return "compound", f"{word} is known in this compound"
    if facts.page("headed")[term]:
        return headlined(word)
    if facts.page("survives")[term] and facts.place("deep")[term, place] >= 1:
        return "survivors", f"{word} survives elsewhere in the page"
    if facts.page("in_three")[term] > 0 or facts.page("present")[term] > 0:
        return "related", f"related coverage has {word} between such words"
    return plainly(word)


def headlined(word: str) -> tuple[str, str]:
    """Give source and evidence of what the page's own head speaks for."""
    return "survivors", f"{word} stands in the page's title or description"


def plainly(word: str) -> tuple[str, str]:
    """Give source and evidence of what nothing but the words around it speaks for."""
    return "language", f"{word} fits the words around it"
