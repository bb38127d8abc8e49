"""A page's article as arrays: the text that is searched, one code unit a character, offsets unchanged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from wonmun.scripts import classes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.language.base import Language

PAD = 40
"""Zeros after the text, so that a window that begins at its last character stays inside the array."""
SPACE, BREAK = 32, 10
BACK = 8
"""Letters that a word's beginning is sought back."""
_OTHER_SCRIPTS = (
    (0x250, 0x2AF), (0x300, 0x36F), (0x531, 0x556), (0x561, 0x587), (0x5D0, 0x5EA), (0x620, 0x669), (0x66E, 0x6D3),
    (0x6F0, 0x6FC), (0x900, 0x963), (0x966, 0xDFF), (0xE01, 0xE3A), (0xE40, 0xE4E), (0xE50, 0xE59), (0xE81, 0xEDF),
    (0x1000, 0x1049), (0x10A0, 0x10FF), (0x1200, 0x135A), (0x1780, 0x17D3), (0x1E00, 0x1FFC),
)  # fmt: skip
"""Letters, their marks and digits: Latin with marks (Vietnamese), Armenian, Hebrew, Arabic, scripts of India and
South-East Asia, Georgian, Ethiopic, Greek with marks."""
_COMMON_SCRIPTS = (
    (48, 57), (65, 90), (97, 122), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x24F), (0x370, 0x52F), (0x1100, 0x11FF),
    (0x3005, 0x3005), (0x3041, 0x3096), (0x30A1, 0x30FA), (0x30FC, 0x30FE), (0x3131, 0x318E), (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF), (0xAC00, 0xD7A3),
)  # fmt: skip
LETTERS = classes([(*_COMMON_SCRIPTS, *_OTHER_SCRIPTS)]).astype(bool)
"""Which code units of the basic plane are letters or digits; everything beyond it counts as a letter."""


@dataclass(frozen=True)
class View:
    """One window of an article.

    `text` is folded (see `obfuscation`); `title` and `about` (description and what else the head says) are folded, too.
    """

    text: str
    language: Language
    title: str = ""
    about: str = ""
    beside: str = ""
    """All text of a web page, what surrounds the article and its hidden parts included, folded."""
    own: frozenset[str] = frozenset()
    """Words whose shipped counts include this very document; empty but while weights are fitted."""

    @cached_property
    def codes(self) -> NDArray[np.uint16]:
        """The code point of each character (65535 for those beyond the basic plane), and `PAD` zeros."""
        wide = np.frombuffer(self.text.encode("utf-32-le", "surrogatepass"), np.uint32)
        codes = np.zeros(len(wide) + PAD, np.uint16)
        codes[: len(wide)] = np.minimum(wide, 65535)
        return codes

    @cached_property
    def letter(self) -> NDArray[np.bool_]:
        """Which characters are letters or digits."""
        return LETTERS[self.codes]

    @cached_property
    def start(self) -> NDArray[np.bool_]:
        """Where a word can begin."""
        return self.language.starts(self.codes, self.letter)

    @cached_property
    def word_end(self) -> NDArray[np.int64]:
        """For each offset, the next one that holds no letter (itself, where it holds none)."""
        size = len(self.codes)
        stops = np.where(self.letter, size, np.arange(size))
        return np.minimum.accumulate(stops[::-1])[::-1]

    @cached_property
    def word_begin(self) -> NDArray[np.int64]:
        """For each offset, where the word begins that goes on there (itself, where none does); eight letters back."""
        places = np.arange(len(self.codes))
        begins = np.zeros(len(self.codes), np.int64)
        begins[1:] = np.maximum.accumulate(np.where(self.letter, 0, places + 1))[:-1]
        return np.maximum(begins, places - BACK)

    @cached_property
    def line_end(self) -> NDArray[np.int64]:
        """For each offset, the next line break or the text's end (itself, where it is one)."""
        size = len(self.codes)
        stops = np.where((self.codes == BREAK) | (self.codes == 0), np.arange(size), size - 1)
        return np.minimum.accumulate(stops[::-1])[::-1]

    @cached_property
    def line_start(self) -> NDArray[np.int64]:
        """For each offset, where its line begins."""
        size = len(self.codes)
        starts = np.zeros(size, np.int64)
        starts[1:] = np.where(self.codes[:-1] == BREAK, np.arange(1, size), 0)
        return np.maximum.accumulate(starts)

    @cached_property
    def phrase_end(self) -> NDArray[np.int64]:
        """For each offset, the next one that can be inside no phrase: neither a letter nor a single space."""
        size = len(self.codes)
        inside = self.letter.copy()
        lone = (self.codes[1:-1] == SPACE) & self.letter[:-2] & self.letter[2:]
        inside[1:-1] |= lone
        stops = np.where(inside, size, np.arange(size))
        return np.minimum.accumulate(stops[::-1])[::-1]
