"""A text's terms for the index: syllable bigrams of East Asian runs, whole words of other scripts.

FTS5's own tokenizers find none (`unicode61`) or only the longer ones (`trigram`) of Korean terms inside compounds;
bigrams found all of two frequent two-syllable ones (21 of 21 and 253 of 253 pages) and take 581 bytes a page.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from wonmun.fingerprints import once

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers

_RUN = re.compile(r"[^\W_]+")
_RANGES = ((0x1100, 0x11FF), (0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0xFAFF))
"""Code points of East Asian scripts, which write words without blanks or with particles glued to them."""
_SCRIPTS = "".join(f"{chr(first)}-{chr(last)}" for first, last in _RANGES)
_EAST_ASIAN = re.compile(f"[{_SCRIPTS}]+")
_OTHER_RUN = re.compile(rf"[^\W_{_SCRIPTS}]+")
_IS_EAST_ASIAN = np.zeros(0x110000, dtype=np.bool_)
for _first, _last in _RANGES:
    _IS_EAST_ASIAN[_first : _last + 1] = True
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
    pairs, others = _parts(folded(text))
    return sorted([*_pairs(once(pairs)), *set(others)])


def term_counts(text: str) -> dict[str, int]:
    """Give the terms of a text, with how often each stands there.

    >>> term_counts("먹튀 먹튀검증")
    {'검증': 1, '먹튀': 2, '튀검': 1}
    """
    pairs, others = _parts(folded(text))
    different, often = np.unique(pairs, return_counts=True)
    return dict(zip(_pairs(different), often.tolist(), strict=True)) | Counter(others)


def _parts(text: str) -> tuple[Numbers, list[str]]:
    """Give a folded text's pairs of syllables, in one number each, and its other terms, all as often as they stand."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    inside = _IS_EAST_ASIAN[codes]
    both = inside[:-1] & inside[1:]
    pairs = codes[:-1][both].astype(np.uint64) << np.uint64(32) | codes[1:][both]
    alone = inside.copy()
    alone[1:] &= ~inside[:-1]
    alone[:-1] &= ~inside[1:]
    others = [text[at] for at in np.flatnonzero(alone).tolist()]
    return pairs, others + [word[:LONGEST] for word in _OTHER_RUN.findall(text)]


def _pairs(numbers: Numbers) -> list[str]:
    """Write pairs of code points, held in one number each, as texts."""
    codes = np.empty((len(numbers), 2), dtype="<u4")
    codes[:, 0], codes[:, 1] = numbers >> np.uint64(32), numbers & np.uint64(0xFFFFFFFF)
    written: list[str] = codes.view("<U2").ravel().tolist()
    return written


def exact(words: str) -> bool:
    """Say whether the terms alone settle a question: each word is one term, so no text need be read again."""
    return all(sum(term_counts(run).values()) == 1 for run in _RUN.findall(folded(words)))


def has_one_syllable(word: str) -> bool:
    """Say whether a word is a single syllable, which is a term only where no other stands beside it.

    >>> has_one_syllable("토"), has_one_syllable("토토"), has_one_syllable("a")
    (True, False, False)
    """
    return _EAST_ASIAN.fullmatch(folded(word)) is not None and len(folded(word)) == 1


def match_query(found: list[str]) -> str:
    """Write terms as an FTS5 question for texts that hold all of them."""
    return " AND ".join(f'"{term}"' for term in found)


def holds(text: str, words: str) -> bool:
    """Say whether each blank-separated word stands in the text, inside compounds too."""
    inside = folded(text)
    return all(word in inside for word in folded(words).split())
