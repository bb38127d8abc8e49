"""Measures one phrase of a text, by the names of the signals."""

from __future__ import annotations

import math

from wonmun import signals
from wonmun.language.load import language
from wonmun.phrases.candidates import find
from wonmun.phrases.occurrences import Occurrences
from wonmun.phrases.view import View


def look(text: str, phrase: str, title: str = "", code: str = "ko") -> tuple[Occurrences, int]:
    """The occurrences of a text's candidates, and which of them the phrase is."""
    occ = Occurrences(find(View(text, language(code), title)))
    return occ, occ.batch.phrases.index(phrase)


def values(text: str, phrase: str, title: str = "", code: str = "ko") -> dict[str, float]:
    """Every signal of the phrase."""
    occ, index = look(text, phrase, title, code)
    row = signals.measure(occ)[index].round(9).tolist()
    return dict(zip(signals.NAMES, row, strict=True))


def log1p(count: float) -> float:
    """As `values` rounds it."""
    return round(math.log1p(count), 9)


def phrases(text: str, code: str = "ko") -> list[str]:
    """The candidates of a text."""
    return find(View(text, language(code))).phrases
