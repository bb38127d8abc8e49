"""A text's terms for the index: syllable bigrams of East Asian runs, whole words of other scripts.

FTS5's own tokenizers find none (`unicode61`) or only the longer ones (`trigram`) of Korean terms inside compounds;
bigrams found all of two frequent two-syllable ones (21 of 21 and 253 of 253 pages) and take 581 bytes a page.
"""

from __future__ import annotations

import re
import unicodedata
from operator import add

_RUN = re.compile(r"[^\W_]+")
_EAST_ASIAN = re.compile(r"[ᄀ-ᇿ぀-ヿ㐀-䶿一-鿿가-힣豈-﫿]+")
LONGEST = 32
"""Longer words are cut; nobody asks for them whole."""


def folded(text: str) -> str:
    """Compatibility form, folded case: how texts and questions meet."""
    return unicodedata.normalize("NFKC", text).casefold()


def terms(text: str) -> list[str]:
    """Give the terms of a text, sorted, each once.

    >>> terms("먹튀검증 GPT-4")
    ['4', 'gpt', '검증', '먹튀', '튀검']
    """
    text = folded(text)
    found: set[str] = set()
    for run in set(_EAST_ASIAN.findall(text)):
        if len(run) < 3:
            found.add(run)
        else:
            found.update(map(add, run, run[1:]))
    rest = _EAST_ASIAN.sub(" ", text)
    found.update(word[:LONGEST] for word in _RUN.findall(rest))
    return sorted(found)


def terms_in_order(text: str) -> list[str]:
    """Give the terms of a text as they come, each as often as it stands there."""
    return [term for run in _RUN.findall(folded(text)) for term in _terms_of(run)]


def _terms_of(run: str) -> list[str]:
    found: list[str] = []
    rest = 0
    for part in _EAST_ASIAN.finditer(run):
        if part.start() > rest:
            found.append(run[rest : part.start()][:LONGEST])
        syllables = part.group()
        if len(syllables) == 1:
            found.append(syllables)
        found.extend(syllables[i : i + 2] for i in range(len(syllables) - 1))
        rest = part.end()
    if rest < len(run):
        found.append(run[rest:][:LONGEST])
    return found


def exact(words: str) -> bool:
    """Say whether the terms alone settle a question: each word is one term, so no text need be read again."""
    return all(len(_terms_of(run)) == 1 for run in _RUN.findall(folded(words)))


def match_query(found: list[str]) -> str:
    """Write terms as an FTS5 question for texts that hold all of them."""
    return " AND ".join(f'"{term}"' for term in found)


def holds(text: str, words: str) -> bool:
    """Say whether each blank-separated word stands in the text, inside compounds too."""
    inside = folded(text)
    return all(word in inside for word in folded(words).split())
