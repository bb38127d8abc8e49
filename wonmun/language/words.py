"""The words of a text: several signals ask for the same ones, and most Korean pages have no other letters."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ANY = re.compile(r"[^\W\d_]{2,}")
_OTHER = re.compile(
    r"[^\x00-\x7f가-힣©®°·×÷±\u2010-\u205e\u2190-\u23ff\u2500-\u26ff\u3001-\u3003\u3008-\u3020\u3380-\u33ff]"
)
"""What may be another letter: none of the signs that news is written with, which are no letters, are asked about."""


@lru_cache(2)
def korean_spans(text: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the runs of two letters and more in Hangul and Latin begin and end: in numpy, at half of a pattern's time.

    >>> [each.tolist() for each in korean_spans("한국은행이 李 총재의 3분기")]
    [[0, 8, 13], [5, 11, 15]]
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    capital = codes & ~np.uint32(32)
    inside = np.zeros(len(codes) + 2, np.bool_)
    inside[1:-1] = ((codes >= 0xAC00) & (codes <= 0xD7A3)) | ((capital >= 65) & (capital <= 90))
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    several = ends - starts > 1
    return starts[several], ends[several]


@lru_cache(2)
def korean_words(text: str) -> list[str]:
    """Give these runs, as they stand.

    >>> korean_words("한국은행이 李 총재의 3분기 전망")
    ['한국은행이', '총재의', '분기', '전망']
    """
    return [text[a:b] for a, b in zip(*(each.tolist() for each in korean_spans(text)), strict=True)]


def words_of(text: str) -> list[str]:
    """Give the runs of two letters and more of any script, as they stand.

    >>> words_of("李在明 대통령 · Élysée 궁")
    ['李在明', '대통령', 'Élysée']
    """
    return _ANY.findall(text) if _OTHER.search(text) else korean_words(text)
