"""Whether a phrase's nouns are of the page's kind: 바카라 is near nothing that a report on a parliament speaks of."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.senses import senses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from wonmun.occurrences import Occurrences

NAMES = ("affinity", "affinity_least", "affinity_middle", "sensed")
"""How near its nouns are to the nearest of the page's other nouns (mean, least) · how near to their middle · nouns
known, by word. Where none is known, the first three are `USUAL`."""
SHARP = 5.0
"""How much the nearest count before the others: the mean of exp(5 · likeness) is taken."""
USUAL = (0.05, 0.0, 0.25)
"""What the phrases and terms of the texts of the fit have in the middle."""
FEWEST = 8
"""Nouns that a page must have to be of any kind."""
FAR = 0.15
"""Mean nearness below which the phrase is said to be about something else."""
_WORD = re.compile(r"[가-힣A-Za-z]{2,}")


def measure(occ: Occurrences, indices: Sequence[int]) -> NDArray[np.float64]:
    """One row for each of the candidates named."""
    rows = np.zeros((len(indices), len(NAMES)))
    rows[:, :3] = USUAL
    table = senses()
    page = _company(occ.batch.view.text)
    if len(page) < FEWEST:
        return rows
    company = table.vectors[page]
    middle = company.mean(axis=0)
    middle /= max(1e-6, float(np.linalg.norm(middle)))
    for row, index in zip(rows, indices, strict=True):
        words = occ.batch.phrases[index].split(" ")
        mine = table.nouns(occ.batch.phrases[index])
        if mine:
            others = company[~np.isin(page, mine)]
            nouns = table.vectors[mine]
            near = _near(nouns, others)
            row[:] = near.mean(), near.min(), (nouns @ middle).mean(), len(mine) / len(words)
    return rows


def affinity(text: str, word: str) -> float:
    """Tell how near a word's nouns are to the nearest other nouns of a text, as `measure` does; infinite if unknown."""
    table, page = senses(), _company(text)
    mine = table.nouns(word)
    if not mine or len(page) < FEWEST:
        return math.inf
    return float(_near(table.vectors[mine], table.vectors[[n for n in page if n not in mine]]).mean())


def _company(text: str) -> list[int]:
    return sorted({noun for word in set(_WORD.findall(text)) for noun in senses().begun(word)})


def _near(nouns: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.float32]:
    near: NDArray[np.float32] = np.log(np.exp(SHARP * (nouns @ others.T)).mean(axis=1)) / SHARP
    return near


def explain(row: NDArray[np.float64], phrase: str) -> str:
    """Say that its nouns are far from all that the page speaks of."""
    if not row[3] or row[0] >= FAR:
        return ""
    return f"'{phrase}' is about nothing that the rest of the page speaks of"
