"""The words of a text: several signals ask for the same ones, and most Korean pages have no other letters."""

from __future__ import annotations

import re
from functools import lru_cache

_KOREAN = re.compile(r"[가-힣A-Za-z]{2,}")
_ANY = re.compile(r"[^\W\d_]{2,}")
_OTHER = re.compile(
    r"[^\x00-\x7f가-힣©®°·×÷±\u2010-\u205e\u2190-\u23ff\u2500-\u26ff\u3001-\u3003\u3008-\u3020\u3380-\u33ff]"
)
"""What may be another letter: none of the signs that news is written with, which are no letters, are asked about."""


@lru_cache(2)
def korean_words(text: str) -> list[str]:
    """Give the runs of two letters and more in Hangul and Latin, as they stand.

    >>> korean_words("한국은행이 李 총재의 3분기 전망")
    ['한국은행이', '총재의', '분기', '전망']
    """
    return _KOREAN.findall(text)


def words_of(text: str) -> list[str]:
    """Give the runs of two letters and more of any script, as they stand.

    >>> words_of("李在明 대통령 · Élysée 궁")
    ['李在明', '대통령', 'Élysée']
    """
    return _ANY.findall(text) if _OTHER.search(text) else korean_words(text)
