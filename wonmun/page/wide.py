"""UTF-16 without a byte order mark: which order, told by the bytes themselves."""

from __future__ import annotations

import codecs
import unicodedata

from wonmun.page.plausible import plausibility

_SAMPLE = 4096
_LEAST = 8
"""Letters that are enough to tell."""
_NARROW = 0.3
"""From this share of zeros at one place of two on, the text is markup or of Latin letters mostly."""
_LIKELY = 0.7
_PLAIN = b"\0\t\n\f\r" + bytes(range(32, 127))
"""A text of these bytes alone has stray zeros in it."""
_BLANKS = frozenset(" \n\r\t\u3000")
_ODD = frozenset(("Cc", "Cn", "Co", "Cs"))
"""Controls, and what is no letter: two bytes of anything else are one of those once in five times."""


def wide(data: bytes) -> str:
    """Name the order, "utf-16-le" or "utf-16-be", or return "" for what is no such text.

    >>> wide("오늘 서울은 맑겠다.".encode("utf-16-be"))
    'utf-16-be'
    >>> wide("오늘 서울은 맑겠다.".encode())
    ''
    """
    sample = data[: min(_SAMPLE, len(data) // 2 * 2)]
    if b"\0" not in sample:
        return ""
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) > _NARROW * half and min(even, odd) < 0.02 * half + 1:
        name = "utf-16-le" if odd > even else "utf-16-be"
        return name if _strange(sample.decode(name, "replace")) <= 0.02 * half else ""
    if half < _LEAST or not sample.translate(None, _PLAIN):
        return ""
    worth, name = max((_reads(sample, name), name) for name in ("utf-16-be", "utf-16-le"))
    return name if worth > _LIKELY else ""


def _reads(sample: bytes, name: str) -> float:
    """Say how much a sample reads like a text in that order: 0 where it holds what no text does, or no blanks."""
    try:
        text = codecs.getincrementaldecoder(name)().decode(sample)
    except UnicodeDecodeError:
        return 0.0
    blanks = sum(letter in _BLANKS for letter in text)
    return 0.0 if _strange(text) or blanks < 0.01 * len(text) else plausibility(text)


def _strange(text: str) -> int:
    return sum(unicodedata.category(letter) in _ODD for letter in text if letter not in _BLANKS)
