"""How the phrase's first and last word go with the words around it, and with the page: asked for doubtful candidates.

What `fluency` is in Korean: a table of pairs (`language/pairs.py`) in Kiwi's place, where the language has one, and
`kinship`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.pairs import START, TABLES, pairs
from wonmun.signals import kinship

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from wonmun.language.pairs import Pairs
    from wonmun.phrases.occurrences import Occurrences

NAMES = (
    *kinship.NAMES,
    "joint_left", "joint_left_low", "joint_right", "joint_right_low", "rejoin", "rejoin_top", "around",
    "noun_gain", "noun_gain_top", "odd_places",
)  # fmt: skip
"""Scores of the joint before the phrase (mean, least) and behind it · what deleting it gains (mean, most) · score of
its neighbours side by side · what a plain noun in its place gains (mean, most) · share of places with an odd joint."""
PLACES = 8
ASKED = 16
"""At most so many candidates of a window are read."""
_NEAR = 28
_ODD = -1.5
_NOUNS = {"en": ("-tion", "-s", "-er", "-"), "id": ("-", "-an", "pe-an", "ke-an"), "ja": ("漢字", "ア")}


def measure(occ: Occurrences, indices: Sequence[int]) -> NDArray[np.float64]:
    """One row for each of the candidates named."""
    own = kinship.measure(occ, indices)
    code = occ.batch.view.language.code
    if code not in TABLES:
        return np.hstack([own, np.zeros((len(indices), len(NAMES) - len(kinship.NAMES)))])
    rows = [_row(occ, i, pairs(code)) for i in indices]
    return np.hstack([own, np.array(rows, float).reshape(len(rows), -1)])


def _row(occ: Occurrences, index: int, table: Pairs) -> tuple[float, ...]:
    phrase, starts = occ.batch.phrases[index], occ.batch.spans(index).tolist()
    if len(starts) > PLACES:
        starts = [starts[round(i * (len(starts) - 1) / (PLACES - 1))] for i in range(PLACES)]
    inside = _words(table, phrase) or ("~",)
    text = occ.batch.view.text
    left, right, around, noun = np.array([_place(text, s, phrase, inside, table) for s in starts]).T
    gain = around - left - right
    odd = ((left < _ODD) | (right < _ODD)).mean()
    return (
        left.mean(), left.min(), right.mean(), right.min(), gain.mean(), gain.max(), around.mean(), noun.mean(),
        noun.max(), odd,
    )  # fmt: skip


@lru_cache(4096)
def _words(table: Pairs, text: str) -> tuple[str, ...]:
    return tuple(table.words(text))


def _place(text: str, start: int, phrase: str, inside: tuple[str, ...], table: Pairs) -> tuple[float, ...]:
    """Scores of both joints, of the neighbours side by side, and what a noun in between gains."""
    end = start + len(phrase)
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    behind = text[end : end + _NEAR].partition("\n")[0]
    left = (_words(table, before) or (START,))[-1]
    right = (_words(table, behind) or (START,))[0]
    a, b = table.score(left, inside[0]), table.score(inside[-1], right)
    noun = max(table.score(left, n) + table.score(n, right) for n in _NOUNS.get(table.code, ("-",)))
    return a, b, table.score(left, right), noun - a - b


def explain(row: NDArray[np.float64], phrase: str) -> str:
    """Say that the words around it do not go with it, or its script not with the page's."""
    if told := kinship.explain(row, phrase):
        return told
    if row[NAMES.index("rejoin")] < 1 and row[NAMES.index("noun_gain")] < 2:
        return ""
    how = "without it" if row[NAMES.index("rejoin")] >= 1 else "with a plain noun in its place"
    return f"the words around '{phrase}' go together better {how}"
