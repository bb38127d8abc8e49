"""Which words stand side by side: a small table of pairs of frequent words and classes of the others.

A word is itself where it is frequent, else what its form tells: capital, number, ending, script. Pairs are scored by
how much oftener than by chance they stand in genuine text; `tools/pairs.py` counted them.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

from wonmun.language.load import lines

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLES = ("en", "id", "ja")
"""Languages with a table."""
START = "^"
"""Before a line's first word and after its last."""
FLOOR, CEILING = -5.0, 4.0
"""Scores are logarithms to base 2, within these bounds."""
_SPACED = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[^\w\s]")
_UNSPACED = re.compile(r"[一-龥々〆]+|[ァ-ヴー]+|[^\W\d_ぁ-んァ-ヴー一-龥々〆]+|\d+|[ぁ-ん]|[^\w\s]")
_ENDINGS = {
    "en": (
        "ings", "ing", "edly", "ed", "ly", "tions", "tion", "ments", "ment", "ness", "ity", "ies", "ers", "er", "al",
        "ous", "ive", "ful", "able", "ic", "ism", "ist", "ss", "s", "y", "e",
    ),
    "id": ("kannya", "annya", "nya", "kan", "an", "i", "lah"),
}  # fmt: skip
_BEGINNINGS = {
    "id": ("meng", "meny", "mem", "men", "me", "di", "ber", "ter", "peng", "pem", "pen", "per", "pe", "ke", "se")
}
_LONG = 2
"""Letters that must be left beside an ending."""


def classify(word: str, code: str) -> str:
    """The class of a word that is not frequent."""
    first = word[0]
    if first.isdigit():
        return "0" if len(word) < 4 else "0000"
    if not first.isalpha():
        return word if first in ".,;:!?()\"'“”‘’-–/%、。「」（）・" else "~"
    if not first.isascii() and code != "ja":
        return "x"
    if code == "ja":
        return _script(word)
    if first.isupper():
        return "AA" if len(word) > 1 and word.isupper() else "Aa"
    begin = next((b for b in _BEGINNINGS.get(code, ()) if word.startswith(b) and len(word) > len(b) + _LONG), "")
    end = next((e for e in _ENDINGS.get(code, ()) if word.endswith(e) and len(word) > len(e) + _LONG), "")
    return f"{begin}-{end}"


def _script(word: str) -> str:
    first = word[0]
    if "ァ" <= first <= "ー":
        return "ア"
    if "一" <= first <= "龥":
        return "字" if len(word) == 1 else "漢字"
    return "A" if first.isascii() else word


class Pairs:
    """The pairs of one language; an empty table scores nothing."""

    def __init__(self, code: str, counts: Mapping[tuple[str, str], int], totals: Mapping[str, int]) -> None:
        self.code = code
        self._counts, self._totals = counts, totals
        self._all = sum(totals.values()) or 1
        kana = sorted((w for w in totals if len(w) > 1 and "ぁ" <= w[0] <= "ん"), key=lambda w: (-len(w), w))
        self._pattern = re.compile("|".join([*kana, _UNSPACED.pattern])) if code == "ja" else _SPACED

    def words(self, text: str) -> list[str]:
        """The words of a stretch of text, each as the table knows it."""
        return [self.word(w) for w in self._pattern.findall(text)]

    def word(self, word: str) -> str:
        """One word as the table knows it."""
        low = word.lower()
        return low if low in self._totals and low.isalpha() else classify(word, self.code)

    def frequent(self, number: int) -> list[str]:
        """The most frequent words of letters."""
        words = (w for w in self._totals if w.isalpha() and w.islower() | ("ぁ" <= w[0] <= "ん"))
        return sorted(words, key=lambda w: (-self._totals[w], w))[:number]

    def score(self, left: str, right: str) -> float:
        """Log2 of how much oftener than by chance the second stands right behind the first."""
        expected = self._totals.get(left, 0) * self._totals.get(right, 0) / self._all
        found = self._counts.get((left, right), 0)
        return max(FLOOR, min(CEILING, math.log2((found + 0.5) / (expected + 0.5))))


@cache
def pairs(code: str) -> Pairs:
    """Read `pairs.txt`: lines `word<TAB>times<TAB>next times next times …`."""
    counts: dict[tuple[str, str], int] = {}
    totals: dict[str, int] = {}
    for line in lines(code, "pairs.txt"):
        left, times, rest = line.split("\t")
        totals[left] = int(times)
        items = rest.split(" ")
        counts.update({(left, right): int(n) for right, n in zip(items[::2], items[1::2], strict=True)})
    return Pairs(code, counts, totals)
